"""Counting: boundaries by hand, and a slow walk day by day that must agree with every search."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyengine.calendar import (
    Calendar,
    estimated_between,
    is_working,
    last_working_day,
    next_working_day,
    working_day_after,
    working_day_before,
    working_days_between,
)
from policyengine.model.fault import BeyondCalendar

DAY = timedelta(days=1)


def july(number: int) -> date:
    return date(2026, 7, number)


# Friday the 3rd to Tuesday the 14th of July 2026: Monday the 6th is a holiday, and the range begins and ends off.
JULY = Calendar(
    id="july",
    first=july(3),
    last=july(14),
    off=frozenset({july(3), july(4), july(5), july(6), july(11), july(12), july(14)}),
    estimated=frozenset({july(6), july(9)}),
)


@pytest.mark.parametrize(
    ("day", "n", "counted", "expected"),
    [
        (2, 1, False, 7),  # the day before the range need not be known: the count begins on the day after it
        (3, 1, False, 7),
        (6, 1, False, 7),
        (7, 1, False, 8),
        (7, 1, True, 7),
        (6, 1, True, 7),  # a day off is not counted, even where the day itself counts
        (7, 4, False, 13),
        (7, 5, True, 13),
        (31, 0, False, 31),  # nothing is counted, so nothing has to be known
    ],
)
def test_a_term_runs_from_the_day_after_or_from_the_day_itself(day: int, n: int, counted: bool, expected: int) -> None:
    assert working_day_after(JULY, july(day), n, counted=counted) == july(expected)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (8, 1, 7),
        (11, 1, 10),  # the printed day may be a day off: it is never counted
        (12, 1, 10),
        (12, 4, 7),
        (15, 1, 13),  # the day after the range need not be known
        (31, 0, 31),
    ],
)
def test_days_before_are_counted_from_the_printed_day(day: int, n: int, expected: int) -> None:
    assert working_day_before(JULY, july(day), n) == july(expected)


def test_the_working_day_on_or_before_and_on_or_after() -> None:
    assert (last_working_day(JULY, july(10)), last_working_day(JULY, july(12))) == (july(10), july(10))
    assert (next_working_day(JULY, july(10)), next_working_day(JULY, july(11))) == (july(10), july(13))


def test_both_ends_of_a_stretch_are_counted() -> None:
    assert working_days_between(JULY, july(7), july(13)) == 5
    assert working_days_between(JULY, july(11), july(12)) == 0
    assert working_days_between(JULY, july(7), july(7)) == 1
    assert working_days_between(JULY, july(3), july(14)) == 5


def test_a_stretch_that_ends_before_it_begins_has_no_days_wherever_it_lies() -> None:
    assert working_days_between(JULY, july(8), july(7)) == 0
    assert working_days_between(JULY, date.max, date.min) == 0


def test_estimated_days_of_a_stretch_come_in_their_order() -> None:
    assert estimated_between(JULY, july(1), july(31)) == (july(6), july(9))
    assert estimated_between(JULY, july(6), july(8)) == (july(6),)
    assert estimated_between(JULY, july(7), july(9)) == (july(9),)
    assert estimated_between(JULY, july(9), july(6)) == ()


@pytest.mark.parametrize(
    ("ask", "unknown"),
    [
        (lambda: is_working(JULY, july(2)), july(2)),
        (lambda: is_working(JULY, july(15)), july(15)),
        (lambda: working_day_after(JULY, july(1), 1, counted=False), july(1)),
        (lambda: working_day_after(JULY, july(2), 1, counted=True), july(2)),
        (lambda: working_day_after(JULY, july(13), 1, counted=False), july(15)),
        (lambda: working_day_after(JULY, july(7), 6, counted=True), july(15)),
        (lambda: working_day_after(JULY, date.max, 1, counted=False), date.max),
        (lambda: working_day_before(JULY, july(16), 1), july(16)),
        (lambda: working_day_before(JULY, july(7), 1), july(2)),
        (lambda: working_day_before(JULY, date.min, 1), date.min),
        (lambda: last_working_day(JULY, july(6)), july(2)),
        (lambda: last_working_day(JULY, july(15)), july(15)),
        (lambda: next_working_day(JULY, july(14)), july(15)),
        (lambda: next_working_day(JULY, july(2)), july(2)),
        (lambda: working_days_between(JULY, july(2), july(7)), july(2)),
        (lambda: working_days_between(JULY, july(7), july(15)), july(15)),
    ],
)
def test_what_lies_outside_the_range_is_never_guessed(ask: Callable[[], object], unknown: date) -> None:
    with pytest.raises(BeyondCalendar) as raised:
        ask()
    assert (raised.value.day, raised.value.calendar) == (unknown, "july")
    assert str(raised.value) == f"`{unknown}` is outside `july`: 2026-07-03 to 2026-07-14"


def test_a_negative_number_of_days_is_no_direction() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        working_day_after(JULY, july(7), -1, counted=False)
    with pytest.raises(ValueError, match="-1 working days"):
        working_day_before(JULY, july(7), -1)


# --- laws ----------------------------------------------------------------------------------------

START = date(2026, 1, 1)
LONGEST = 40
days = st.integers(-3, LONGEST + 3).map(lambda passed: START + timedelta(days=passed))
numbers = st.integers(0, LONGEST)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    length = draw(st.integers(1, LONGEST))
    known = [START + timedelta(days=passed) for passed in range(length)]
    some = st.sets(st.sampled_from(known)).map(frozenset)
    return Calendar(id="any", first=known[0], last=known[-1], off=draw(some), estimated=draw(some))


def walk(calendar: Calendar, day: date, n: int, step: timedelta) -> date:
    """Go from day to day, asking each whether it is worked, until the n-th one that is."""
    while n:
        day += step
        n -= is_working(calendar, day)
    return day


def outcome(ask: Callable[[], object]) -> object:
    """What is answered, or that the calendar does not reach."""
    try:
        return ask()
    except BeyondCalendar as beyond:
        assert not beyond.first <= beyond.day <= beyond.last  # noqa: PT017 (a law of the exception)
        return BeyondCalendar


@given(calendars(), days, numbers)
def test_a_search_finds_what_a_walk_finds(calendar: Calendar, day: date, n: int) -> None:
    after, before = walked(calendar, day, n, DAY), walked(calendar, day, n, -DAY)
    counted = walked(calendar, day - DAY, n, DAY) if n else day
    assert outcome(lambda: working_day_after(calendar, day, n, counted=False)) == after
    assert outcome(lambda: working_day_after(calendar, day, n, counted=True)) == counted
    assert outcome(lambda: working_day_before(calendar, day, n)) == before


def walked(calendar: Calendar, day: date, n: int, step: timedelta) -> object:
    return outcome(lambda: walk(calendar, day, n, step))


@given(calendars(), days, numbers)
def test_counting_back_leads_to_the_working_day_that_one_came_from(calendar: Calendar, day: date, n: int) -> None:
    start = outcome(lambda: next_working_day(calendar, day))
    if isinstance(start, date):
        end = outcome(lambda: working_day_after(calendar, start, n, counted=False))
        if isinstance(end, date):
            assert working_day_before(calendar, end, n) == start


@given(calendars(), days, numbers)
def test_a_term_of_n_days_holds_n_working_days(calendar: Calendar, day: date, n: int) -> None:
    end = outcome(lambda: working_day_after(calendar, day, n, counted=False))
    if n and isinstance(end, date):
        assert working_days_between(calendar, day + DAY, end) == n
        assert is_working(calendar, end)


@given(calendars(), days, days)
def test_a_stretch_holds_the_days_that_are_worked_one_by_one(calendar: Calendar, start: date, end: date) -> None:
    length = (end - start).days + 1
    worked = outcome(lambda: sum(is_working(calendar, start + timedelta(days=passed)) for passed in range(length)))
    assert outcome(lambda: working_days_between(calendar, start, end)) == worked


@given(calendars(), days)
def test_the_nearest_working_days_lie_around_a_day_and_are_it_when_it_is_worked(calendar: Calendar, day: date) -> None:
    earlier, later = outcome(lambda: last_working_day(calendar, day)), outcome(lambda: next_working_day(calendar, day))
    if isinstance(earlier, date) and isinstance(later, date):
        assert earlier <= day <= later
        assert working_days_between(calendar, earlier, later) == 2 - (earlier == later)
        assert (earlier == later) == is_working(calendar, day)


@given(calendars(), days, days)
def test_estimated_days_are_those_of_the_stretch(calendar: Calendar, start: date, end: date) -> None:
    found = estimated_between(calendar, start, end)
    assert list(found) == sorted(found)
    assert set(found) == {day for day in calendar.estimated if start <= day <= end}
