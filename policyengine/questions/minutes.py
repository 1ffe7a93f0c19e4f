"""By when are the minutes of a session placed?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.bodies import deciding_body
from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock, day_of
from policyengine.model.finding import Finding, Missing
from policyengine.model.given import DAY, Input, word_of
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether a deciding body's minutes are placed somewhere by a day."""
    return _placed(policy, None) is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The day on which the minutes were signed."""
    return {"signed": DAY, "body": word_of("review")}


def answer(case: Case) -> Finding:
    """`placed_by`."""
    body = case.word("body")
    placed = _placed(case.policy, body if isinstance(body, str) else None) or case.policy.root
    due = day_of(placed, Clock(case=case, moments=lambda name: _moment(case, name)))
    return placed.finding({"placed_by": due.value}, "minutes", due)


def _placed(policy: Policy, body: str | None) -> Node | None:
    found = deciding_body(policy, body)
    minutes = None if found is None else found.get("minutes")
    return None if minutes is None else minutes.get("placed")


def _moment(case: Case, name: str) -> Day:
    if name == "minutes_signed":
        value = case.needed("signed")
        return value if isinstance(value, date | Missing) else None
    return case.day(name)
