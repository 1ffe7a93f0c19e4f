"""By when and through what is a person acquainted with the result?"""

from collections.abc import Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.facts import facts_of
from policyengine.blocks.moments import day_inputs, needed_day
from policyengine.blocks.predicates import holds
from policyengine.blocks.routes import no_day
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import DAY, HAPPENED, PERIOD, Input, word_of
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether the methodology says how people are acquainted."""
    return policy.section("acquaintance") is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """When the evaluation was completed, of which period, and whether the person was dismissed."""
    section = policy.section("acquaintance")
    terms = [] if section is None else [one["due"] for one in section.values()]
    own = {"completed": DAY, "period": PERIOD, "dismissed": HAPPENED, "group": word_of("groups")}
    return {**day_inputs(terms), **own}


def answer(case: Case) -> Finding:
    """`due` (null where no day is stated) and `channels`."""
    section = case.policy.root["acquaintance"]
    facts = facts_of(case, {"dismissed": lambda: case.given("dismissed")})
    missing: frozenset[str] = frozenset()
    for one in section.values():
        when = one.get("when")
        truth = True if when is None else holds(when, facts, no_day)
        if truth is True and not missing:
            return _answer(case, one)
        missing |= lacking(truth)
    value = Missing(facts=missing) if missing else None
    return section.finding({"due": value, "channels": value if missing else []}, "acquaintance")


def _answer(case: Case, one: Node) -> Finding:
    due = needed_day(case, one["due"])
    channels = one["channels"]
    listed = channels.finding(list(channels.ids()), "channels")
    return one.finding({"due": due.value, "channels": list(channels.ids())}, "acquaintance", due, listed)
