"""Predicates: a mapping from facts to tests, all of which must hold; an unknown fact makes an unknown answer."""

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from policyengine.blocks.case import Fact, Facts
from policyengine.blocks.spans import Span
from policyengine.model.finding import Missing
from policyengine.model.near import as_code
from policyengine.model.number import exact
from policyengine.model.period import day
from policyengine.model.policy import Node

Truth = bool | Missing
Comparison = Callable[[Any, Any], bool]
COMPARISONS: Final[Mapping[str, Comparison]] = {
    "less_than": operator.lt,
    "at_most": operator.le,
    "more_than": operator.gt,
    "at_least": operator.ge,
}
ORDERS: Final[Mapping[str, Comparison]] = {
    "before": operator.lt,
    "after": operator.gt,
    "on_or_before": operator.le,
    "on_or_after": operator.ge,
}


def holds(predicate: Node, facts: Facts, moments: Facts) -> Truth:
    """Whether a predicate holds.

    `facts` gives a fact by its name: a word, words, a number, a day, a flag, a span (see `Span`), None when it is
    absent, `Missing` when it is unknown. `moments` gives the days that tests of dates name.
    """
    return every(_part(key, part, facts, moments) for key, part in predicate.items())


def every(truths: Iterable[Truth]) -> Truth:
    """All of them: false if one is, unknown if one is and none is false."""
    missing: frozenset[str] = frozenset()
    for truth in truths:
        if truth is False:
            return False
        missing |= truth.facts if isinstance(truth, Missing) else frozenset()
    return Missing(facts=missing) if missing else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """One of them: true if one is, unknown if one is and none is true."""
    return negated(every(negated(truth) for truth in truths))


def negated(truth: Truth) -> Truth:
    """The opposite; the opposite of the unknown is unknown."""
    return truth if isinstance(truth, Missing) else not truth


def named_facts(predicate: Node) -> frozenset[str]:
    """The facts that a predicate turns on."""
    found: set[str] = set()
    for key, part in predicate.items():
        if key == "any":
            for one in _branches(part):
                found |= named_facts(one)
        elif key == "not":
            found |= named_facts(part)
        else:
            found.add("group" if key == "not_in" else key)
    return frozenset(found)


def _branches(part: Node) -> list[Node]:
    inner = part.value if isinstance(part.value, list) else [part.text()]
    return [Node(policy=part.policy, pointer=f"{part.pointer}/{number}", value=one) for number, one in enumerate(inner)]


def _part(key: str, part: Node, facts: Facts, moments: Facts) -> Truth:
    match key:
        case "any":
            return any_of(holds(one, facts, moments) for one in _branches(part))
        case "not":
            return negated(holds(part, facts, moments))
        case "not_in":
            return negated(_is_one_of(facts("group"), part.ids()))
        case _:
            return _held(part, facts(key), moments)


def _held(part: Node, fact: Fact, moments: Facts) -> Truth:
    """Whether a fact passes its test: a value, one of a list, or comparisons which must all hold."""
    if isinstance(part.value, Mapping):
        return every(_test(name, one, fact, moments) for name, one in part.items())
    return _equals(fact, part)


def _equals(fact: Fact, part: Node) -> Truth:
    if isinstance(fact, Missing):
        return fact
    if isinstance(part.value, bool):
        return fact is not None and fact == part.value
    number = exact(part.value)
    if isinstance(fact, int | Fraction) and number is not None:
        return fact == number
    return _is_one_of(fact, part.ids())


def _is_one_of(fact: Fact, words: tuple[str, ...]) -> Truth:
    match fact:
        case Missing():
            return fact
        case tuple():
            return any_of(_in(one, words) for one in fact)
        case None:
            return False
        case Fraction():
            return any(exact(word) == fact for word in words)
        case _:
            return _is_said(fact, words)


def _in(one: object, words: tuple[str, ...]) -> Truth:
    return one if isinstance(one, Missing) else _is_said(one, words)


def _is_said(fact: object, words: tuple[str, ...]) -> bool:
    """Whether a word is one of these, whichever alphabet the letters of a code were typed in."""
    return as_code(str(fact)) in map(as_code, words)


def _test(name: str, wanted: Node, fact: Fact, moments: Facts) -> Truth:
    if name == "given":
        return fact if isinstance(fact, Missing) else is_there(fact) == wanted.flag()
    match fact:
        case Missing() | None:
            return fact or False
        case Span():
            return name in COMPARISONS and fact.compared(COMPARISONS[name], wanted.text())
        case tuple() if name == "other_than":
            return any_of(negated(_in(one, wanted.ids())) for one in fact)
        case str() if name == "other_than":
            return not _is_said(fact, wanted.ids())
        case date() if name in ORDERS:
            own = day(wanted.text())
            return _ordered(name, fact, moments(wanted.text()) if own is None else own)
        case int() | Fraction() if name in COMPARISONS:
            return bool(COMPARISONS[name](Fraction(fact), wanted.number()))
        case _:
            return False


def is_there(fact: Fact) -> bool:
    """Whether a fact is given: a no, and of several words none, says that it did not happen."""
    return fact is not None and fact is not False and fact != ()


def _ordered(name: str, fact: date, other: Fact) -> Truth:
    if isinstance(other, Missing):
        return other
    return isinstance(other, date) and ORDERS[name](fact, other)
