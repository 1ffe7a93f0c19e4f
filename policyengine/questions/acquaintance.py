"""By when and through what is a person acquainted with the result?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock, day_of
from policyengine.blocks.events import Timetable
from policyengine.blocks.facts import facts_of
from policyengine.blocks.predicates import holds
from policyengine.blocks.routes import no_day
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import DAY, HAPPENED, PERIOD, Input, word_of
from policyengine.model.period import Period
from policyengine.model.policy import Node, Policy
from policyengine.model.term import EventDay
from policyengine.terms.times import moments, term


def applies(policy: Policy) -> bool:
    """Whether the methodology says how people are acquainted."""
    return policy.section("acquaintance") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """When the evaluation was completed, of which period, and whether the person was dismissed."""
    return {"completed": DAY, "period": PERIOD, "dismissed": HAPPENED, "group": word_of("groups")}


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
    due = _due(case, one["due"])
    channels = one["channels"]
    listed = channels.finding(list(channels.ids()), "channels")
    return one.finding({"due": due.value, "channels": list(channels.ids())}, "acquaintance", due, listed)


def _due(case: Case, node: Node) -> Finding:
    found = term(node.text())
    needs_period = isinstance(found, EventDay) or (
        found is not None and not moments(found) and node.text() != "not stated"
    )
    asked = case.period() if needs_period else case.given("period")
    if isinstance(asked, Missing):
        return node.finding(asked, "term", term=found)
    timetable = Timetable(case=case, moment=lambda name: _moment(case, name))
    if isinstance(found, EventDay) and isinstance(asked, Period):
        event = case.policy.root["timetable"][found.event]
        return timetable.due(event, asked, lambda _: facts_of(case)).due
    clock = Clock(
        case=case, period=asked if isinstance(asked, Period) else None, moments=lambda name: _moment(case, name)
    )
    return day_of(node, clock)


def _moment(case: Case, name: str) -> Day:
    if name == "evaluation_completed":
        value = case.needed("completed")
        return value if isinstance(value, date | Missing) else None
    return case.day(name)
