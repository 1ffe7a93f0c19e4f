"""A phrase of time or arithmetic that is shown and read again is the same value; what is no phrase is a fault."""

from collections.abc import Iterator
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyengine.loading.references import References
from policyengine.loading.walk import Visit
from policyengine.model.number import EXACT, Mode, Rounding
from policyengine.model.term import (
    Anchor,
    Axis,
    DayOfMonth,
    DayOfYear,
    Duration,
    Earlier,
    EventDay,
    Fold,
    FoldKind,
    Force,
    Later,
    Length,
    Moment,
    MonthOf,
    NotStated,
    Occasion,
    Side,
    Term,
    Unit,
)
from policyengine.model.vocabulary import MOMENTS
from policyengine.terms.arithmetic import (
    OverPeriods,
    fold,
    force,
    over_periods,
    rounding,
    show_fold,
    show_force,
    show_over_periods,
    show_rounding,
)
from policyengine.terms.times import LONGEST, LONGEST_MONTHS, anchor, duration, show, term
from tests.door import schema

IDS: Final = st.from_regex(r"[a-z][a-z0-9_]{0,8}(\.[a-z0-9_]{1,6}){0,2}", fullmatch=True) | st.sampled_from(
    sorted(MOMENTS)
)
ACT: Final = {"timetable": {"evaluation": {}}, "act": {"paragraphs": {"1": "whole", "2": "3 parts, 2 points"}}}
ALLOWED: Final = frozenset({"P012", "P021", "P022", "P041"})
PARSERS: Final = {
    "term": term,
    "duration": duration,
    "rounding": rounding,
    "fold": fold,
    "yearly": over_periods,
    "force": force,
}
moments: Final = st.builds(Moment, name=IDS)
anchors: Final[st.SearchStrategy[Anchor]] = (
    moments | st.builds(Later, one=moments, other=moments) | st.builds(Earlier, one=moments, other=moments)
)
durations: Final = st.builds(Duration, n=st.integers(1, LONGEST) | st.just(1), unit=st.sampled_from(get_args(Unit)))


@st.composite
def days_of_years(draw: st.DrawFn) -> DayOfYear:
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, LONGEST_MONTHS[month - 1]))
    return DayOfYear(day=day, month=month, year=draw(st.sampled_from(("same", "after", "before"))))


terms: Final[st.SearchStrategy[Term]] = (
    st.just(NotStated())
    | st.builds(EventDay, event=IDS)
    | st.builds(DayOfMonth, day=st.integers(0, 31), month=st.sampled_from(get_args(MonthOf)))
    | days_of_years()
    | st.builds(Length, duration=durations, side=st.sampled_from(get_args(Side)), anchor=anchors)
)


@given(terms)
def test_a_term_that_is_shown_and_read_again_is_the_same(value: Term) -> None:
    assert term(show(value)) == value


@given(durations)
def test_a_duration_that_is_shown_and_read_again_is_the_same(value: Duration) -> None:
    assert duration(show(value)) == value


@given(anchors)
def test_an_anchor_that_is_shown_and_read_again_is_the_same(value: Anchor) -> None:
    assert anchor(show(value)) == value


@pytest.mark.parametrize("kind", get_args(FoldKind))
@pytest.mark.parametrize("axis", get_args(Axis))
@pytest.mark.parametrize("every_cell", [True, False])
def test_a_fold_that_is_shown_and_read_again_is_the_same(kind: FoldKind, axis: Axis, every_cell: bool) -> None:
    value = Fold(kind=kind, axis=axis, all=every_cell)
    assert fold(show_fold(value)) == value


@given(st.sampled_from([one for one in get_args(Mode) if one != "exact"]), st.integers(0, 9))
def test_a_rounding_that_is_shown_and_read_again_is_the_same(mode: Mode, digits: int) -> None:
    value = Rounding(mode=mode, digits=digits)
    assert rounding(show_rounding(value)) == value
    assert rounding(show_rounding(EXACT)) == EXACT


@given(st.integers(1, 99))
def test_a_fold_of_periods_that_is_shown_and_read_again_is_the_same(divisor: int) -> None:
    for value in (
        *(OverPeriods(kind=kind) for kind in ("mean", "sum", "last")),
        OverPeriods(kind="sum", divisor=divisor),
    ):
        assert over_periods(show_over_periods(value)) == value


@given(st.sampled_from(("publication", "registration")), st.integers(1, LONGEST), st.booleans())
def test_a_rule_of_force_that_is_shown_and_read_again_is_the_same(occasion: Occasion, days: int, working: bool) -> None:
    for value in (
        *(Force(occasion=one) for one in get_args(Occasion)),
        Force(occasion=occasion, days=days, working=working),
    ):
        assert force(show_force(value)) == value


def _patterns(node: object) -> Iterator[tuple[str, str]]:
    """The pattern of every grammar that a part of the schema knows."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from _patterns(one)
    if isinstance(node, dict) and isinstance(node.get("x-phrase"), str) and "pattern" in node:
        yield node["x-phrase"], node["pattern"]


PATTERNS: Final = dict(_patterns(schema()))


@pytest.mark.parametrize("grammar", sorted(PATTERNS))
@given(data=st.data())
def test_a_phrase_that_the_schema_lets_through_is_read_or_is_a_fault(grammar: str, data: st.DataObject) -> None:
    _read_or_refused(grammar, data.draw(st.from_regex(PATTERNS[grammar], alphabet=st.characters(codec="ascii"))))


@pytest.mark.parametrize("grammar", sorted(PATTERNS))
@pytest.mark.parametrize("digits", ["99999", "1" * 40, "1" * 5000, "0", "00"])
def test_a_phrase_with_any_number_is_read_or_is_a_fault(grammar: str, digits: str) -> None:
    for phrase in (
        f"day {digits} of the month after",
        f"{digits} January",
        f"{digits} days after acquainted",
        f"{digits} working days after acquainted",
        f"{digits} months",
        f"{digits} parts, {digits} points",
        f"after {digits} calendar days from publication",
        f"{digits}/1({digits})",
        f"{digits}-{digits}",
        f"sum over {digits}",
        f"half up to {digits}",
    ):
        _read_or_refused(grammar, phrase)


def _read_or_refused(grammar: str, text: str) -> None:
    visit = Visit(pointer="/x", value=text, schema={"x-phrase": grammar})
    faults = list(References(raw=ACT).faults(visit))
    assert {fault.code for fault in faults} <= ALLOWED
    if grammar in PARSERS and not any(fault.code == "P012" for fault in faults):
        assert PARSERS[grammar](text) is not None
