"""Predicates that can never hold together: they want other words, or numbers of other ranges, of the same fact."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from policyengine.model.number import exact
from policyengine.model.policy import Node

UPPER: Final = {"at_most": True, "less_than": False}
LOWER: Final = {"at_least": True, "more_than": False}
FIRST_DAY, LAST_DAY = date.min.isoformat(), date.max.isoformat()
Bound = tuple[Fraction, bool]


def are_apart(one: Node, other: Node) -> bool:
    """Whether two predicates can never hold together."""
    first, second = _tests(one), _tests(other)
    if _denies(first, second) or _denies(second, first):
        return True
    return any(_differ(first[fact], second[fact]) for fact in first.keys() & second.keys())


def live_apart(one: Node, other: Node) -> bool:
    """Whether of two provisions the one had ended before the other began."""
    pairs = ((one, other), (other, one))
    return any(first.says("valid_until", LAST_DAY) < second.says("valid_from", FIRST_DAY) for first, second in pairs)


def _tests(predicate: Node) -> Mapping[str, object]:
    return {key: part.value for key, part in predicate.items()}


def _denies(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether the one says `not` to what the other wants."""
    denied = one.get("not")
    return isinstance(denied, Mapping) and all(other.get(fact) == test for fact, test in denied.items())


def _differ(one: object, other: object) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        given = {one.get("given"), other.get("given")} == {True, False}
        return given or _beyond(one, other) or _beyond(other, one)
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        return False
    return not _words(one) & _words(other)


def _words(test: object) -> set[str]:
    return set(map(str, test if isinstance(test, list) else [test]))


def _beyond(below: Mapping[str, object], above: Mapping[str, object]) -> bool:
    """Whether everything that the one allows lies under everything that the other allows."""
    most, least = _bound(below, UPPER), _bound(above, LOWER)
    if most is None or least is None:
        return False
    return most[0] < least[0] or (most[0] == least[0] and not (most[1] and least[1]))


def _bound(test: Mapping[str, object], names: Mapping[str, bool]) -> Bound | None:
    found = [(number, included) for name, included in names.items() if (number := exact(test.get(name))) is not None]
    return found[0] if found else None
