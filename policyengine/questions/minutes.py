"""By when are the minutes of a session placed?"""

from collections.abc import Mapping

from policyengine.blocks.bodies import deciding_body
from policyengine.blocks.case import Case
from policyengine.blocks.moments import day_inputs, needed_day
from policyengine.model.finding import Finding
from policyengine.model.given import DAY, PERIOD, Input, word_of
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether a deciding body's minutes are placed somewhere by a day."""
    return _placed(policy, None) is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """The day on which the minutes were signed, or whatever else the term counts from."""
    review = policy.section("review")
    bodies = [] if review is None else list(review.values())
    terms = [minutes.get("placed") for body in bodies if (minutes := body.get("minutes"))]
    return {**day_inputs(terms), "signed": DAY, "body": word_of("review"), "period": PERIOD}


def answer(case: Case) -> Finding:
    """`placed_by`."""
    body = case.word("body")
    placed = _placed(case.policy, body if isinstance(body, str) else None) or case.policy.root
    due = needed_day(case, placed)
    return placed.finding({"placed_by": due.value}, "minutes", due)


def _placed(policy: Policy, body: str | None) -> Node | None:
    found = deciding_body(policy, body)
    minutes = None if found is None else found.get("minutes")
    return None if minutes is None else minutes.get("placed")
