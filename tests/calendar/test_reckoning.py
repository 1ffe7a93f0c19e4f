"""How days off follow from what the law says: transfers, years of validity, leap days, estimates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyengine.calendar import (
    Calendar,
    MovableDay,
    Move,
    Statute,
    YearlyDay,
    days_off,
    estimated_between,
    reckon,
    working_day_after,
    working_day_before,
)

ALWAYS = (1, 9999)
NOTHING = Statute(
    id="made_up",
    first=date(2027, 1, 1),
    last=date(2028, 12, 31),
    weekend=frozenset({5, 6}),
    holidays=(),
    free=(),
    movable=(),
    moves=(),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def beside_weekends(statute: Statute) -> set[str]:
    """The days off of the range that are neither Saturday nor Sunday."""
    return {each.isoformat() for each in reckon(statute).off if each.weekday() not in statute.weekend}


def test_without_holidays_only_the_weekend_is_off() -> None:
    assert beside_weekends(NOTHING) == set()
    assert reckon(NOTHING).off == {
        each for passed in range(731) if (each := date(2027, 1, 1) + timedelta(days=passed)).weekday() >= 5
    }


def test_holidays_on_one_weekend_are_transferred_to_as_many_days() -> None:
    weekend = tuple(YearlyDay(5, number, *ALWAYS) for number in (1, 2, 3))  # Saturday, Sunday and Monday in 2027
    assert beside_weekends(replace(NOTHING, holidays=weekend)) == {
        *("2027-05-03", "2027-05-04", "2027-05-05"),
        *("2028-05-01", "2028-05-02", "2028-05-03"),
    }


def test_a_transfer_passes_over_days_off_and_crosses_years() -> None:
    statute = replace(
        NOTHING,
        first=date(2023, 1, 1),
        last=date(2023, 12, 31),
        holidays=(YearlyDay(12, 31, *ALWAYS), YearlyDay(1, 2, *ALWAYS)),
        free=(YearlyDay(1, 3, *ALWAYS),),
    )
    # Saturday the 31st of December 2022 gives Wednesday the 4th: Monday is a holiday, Tuesday a free day.
    assert beside_weekends(statute) == {"2023-01-02", "2023-01-03", "2023-01-04"}


def test_a_free_day_on_a_weekend_gives_nothing() -> None:
    assert beside_weekends(replace(NOTHING, free=(YearlyDay(5, 1, *ALWAYS),))) == {"2028-05-01"}


def test_a_holiday_that_meets_a_free_day_gives_the_next_working_day() -> None:
    statute = replace(
        NOTHING, last=date(2027, 12, 31), holidays=(YearlyDay(6, 1, *ALWAYS),), free=(YearlyDay(6, 1, *ALWAYS),)
    )
    assert beside_weekends(statute) == {"2027-06-01", "2027-06-02"}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (2028, 9999, {"2028-06-01"}),
        (1, 2027, {"2027-06-01"}),
        (2027, 2028, {"2027-06-01", "2028-06-01"}),
        (2029, 2030, set()),
    ],
)
def test_a_day_counts_in_the_years_of_its_validity(since: int, until: int, expected: set[str]) -> None:
    assert beside_weekends(replace(NOTHING, holidays=(YearlyDay(6, 1, since, until),))) == expected


def test_the_29th_of_february_comes_in_leap_years_alone() -> None:
    assert beside_weekends(replace(NOTHING, free=(YearlyDay(2, 29, *ALWAYS),))) == {"2028-02-29"}


def test_a_move_exchanges_two_days_and_does_not_touch_transfers() -> None:
    statute = replace(
        NOTHING,
        holidays=(YearlyDay(5, 1, 2027, 2027),),
        moves=(Move(off=day("2027-05-04"), working=day("2027-05-08")),),
    )
    calendar = reckon(statute)
    assert beside_weekends(statute) == {"2027-05-03", "2027-05-04"}
    assert day("2027-05-08") not in calendar.off


def test_nothing_beyond_the_range_is_kept() -> None:
    statute = replace(NOTHING, movable=(MovableDay(day("2029-01-01"), 1), MovableDay(day("2026-12-31"), 1)))
    calendar = reckon(statute)
    assert all(statute.first <= each <= statute.last for each in calendar.off | calendar.estimated)
    assert calendar.estimated == {day("2027-01-01")}


def test_an_announced_day_is_not_estimated() -> None:
    assert reckon(replace(NOTHING, movable=(MovableDay(day("2027-06-02"), 0),))).estimated == frozenset()


def test_an_estimate_covers_the_days_on_which_the_true_day_may_lie() -> None:
    """The printed day always; of the others those that its being wrong would make days off."""
    for printed, within, expected in (
        ("2027-06-02", 1, {"2027-06-01", "2027-06-02", "2027-06-03"}),
        ("2027-06-05", 1, {"2027-06-04", "2027-06-05"}),  # Saturday
        ("2027-06-05", 2, {"2027-06-03", "2027-06-04", "2027-06-05", "2027-06-07"}),
    ):
        calendar = reckon(replace(NOTHING, movable=(MovableDay(day(printed), within),)))
        assert calendar.estimated == {day(each) for each in expected}


def test_an_estimate_takes_along_the_transfers_that_depend_on_it() -> None:
    """The holiday of Saturday the 1st of May gives the 3rd, or the 4th if the true day is the 3rd."""
    statute = replace(NOTHING, holidays=(YearlyDay(5, 1, 2027, 2027),), movable=(MovableDay(day("2027-05-02"), 1),))
    calendar = reckon(statute)
    assert day("2027-05-03") in calendar.off
    assert calendar.estimated == {day("2027-05-02"), day("2027-05-04")}


@given(
    st.integers(0, 700).map(lambda passed: date(2027, 1, 15) + timedelta(days=passed)),
    st.integers(-5, 20),
    st.dates(NOTHING.first, NOTHING.last),
    st.integers(1, 2),
    st.data(),
)
def test_a_count_that_meets_no_estimated_day_is_the_same_whatever_the_true_day_is(
    start: date, n: int, printed: date, within: int, data: st.DataObject
) -> None:
    statute = replace(
        NOTHING,
        last=date(2029, 3, 31),
        holidays=(YearlyDay(5, 1, *ALWAYS), YearlyDay(1, 2, *ALWAYS)),
        movable=(MovableDay(printed, within),),
    )
    truth = printed + timedelta(days=data.draw(st.integers(-within, within)))
    calendar = reckon(statute)
    true_calendar = replace(calendar, off=days_off(statute, {truth}))
    end, true_end = (counted(each, start, n) for each in (calendar, true_calendar))
    assert end == true_end or estimated_between(calendar, min(start, end), max(start, end))


def counted(calendar: Calendar, start: date, n: int) -> date:
    """The n-th working day after a day, or before it for a negative n."""
    return working_day_after(calendar, start, n, counted=False) if n > 0 else working_day_before(calendar, start, -n)
