"""By when are the minutes of a session placed?"""

from collections.abc import Mapping

from policyengine.blocks.bodies import body_of, deciding_body
from policyengine.blocks.case import Case
from policyengine.blocks.moments import day_inputs, needed_day
from policyengine.model.finding import Finding
from policyengine.model.given import DAY, PERIOD, Input, word_of
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether a deciding body's minutes are placed somewhere by a day."""
    body = deciding_body(policy)
    return body is not None and _placed(body) is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """The day on which the minutes were signed, or whatever else the term counts from."""
    review = policy.section("review")
    bodies = [] if review is None else list(review.values())
    return {**day_inputs(_placed(body) for body in bodies), "signed": DAY, "body": word_of("review"), "period": PERIOD}


def answer(case: Case) -> Finding:
    """`placed_by`."""
    body = body_of(case)
    placed = _placed(body)
    due = body.finding(None, "term") if placed is None else needed_day(case, placed)
    return (placed or body).finding({"placed_by": due.value}, "minutes", due)


def _placed(body: Node) -> Node | None:
    minutes = body.get("minutes")
    return None if minutes is None else minutes.get("placed")
