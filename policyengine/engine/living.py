"""Single provisions of different life: what had not yet begun, or had ended, on the day that a question is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from policyengine.model.period import Period, day, period
from policyengine.model.policy import Policy, Tree

ASKED_BY: Final = ("period", "date", "completed", "acquainted", "signed", "set_on")
SECTIONS: Final = frozenset(
    {"instead", "secondment", "delegation", "not_evaluated", "timetable", "acquaintance", "remedies", "uses", "duties"}
)


def living(policy: Policy, facts: Mapping[str, object]) -> Policy:
    """The policy with only those provisions that live on the day of the facts; the whole where no day is given."""
    on = _day_of(facts)
    if on is None:
        return policy
    kept = {name: _kept(one, on) if name in SECTIONS else one for name, one in policy.tree.items()}
    tree = {name: one for name, one in kept.items() if one is not None}
    return policy if tree == policy.tree else replace(policy, tree=tree)


def _day_of(facts: Mapping[str, object]) -> date | None:
    for name in ASKED_BY:
        match facts.get(name):
            case Period(end=end):
                return end
            case date() as given:
                return given
            case _:
                continue
    year = facts.get("year")
    ends = [*([f"{year:04}"] if isinstance(year, int) else []), *_periods(facts.get("marks"))]
    return max((found.end for one in ends if (found := period(one)) is not None), default=None)


def _periods(marks: object) -> list[str]:
    """The periods by which marks are given."""
    inner = [one for one in marks.values() if isinstance(one, Mapping)] if isinstance(marks, Mapping) else []
    return [name for one in inner for name in one]


def _kept(value: object, on: date) -> object:
    """A block without what does not live in it; None where it does not live itself."""
    if not isinstance(value, Mapping):
        return value
    if not _lives(value, on):
        return None
    inner = {key: _kept(one, on) for key, one in value.items()}
    return {key: one for key, one in inner.items() if one is not None}


def _lives(block: Tree, on: date) -> bool:
    first, last = day(block.get("valid_from")), day(block.get("valid_until"))
    return (first is None or first <= on) and (last is None or on <= last)
