"""The calendar of the country against the law, checked by hand year by year; nothing here asks the library."""

from datetime import date, timedelta

import pytest

from policyengine.calendar import (
    estimated_between,
    is_working,
    last_working_day,
    working_day_after,
    working_day_before,
    working_days_between,
)
from tests.calendar.files import kazakhstan

# The dates on which a day is off or worked otherwise than by its place in the week, each derived from the law:
# the holidays on working days, the transfers (holiday: day off), the days off that are never transferred, the moves.
HOLIDAYS_ON_WORKING_DAYS = {
    2023: "01-02 03-08 03-21 03-22 03-23 05-01 05-09 07-06 08-30 10-25",
    2024: "01-01 01-02 03-08 03-21 03-22 05-01 05-07 05-09 08-30 10-25 12-16",
    2025: "01-01 01-02 03-21 05-01 05-07 05-09 12-16",
    2026: "01-01 01-02 03-23 05-01 05-07 07-06 12-16",
    2027: "01-01 03-08 03-15 03-22 03-23 05-07 07-06 10-25 12-16",
    2028: "03-08 03-15 03-21 03-22 03-23 05-01 05-09 07-06 10-25",
}
TRANSFERS = {
    2023: {"01-01": "01-03", "05-07": "05-08", "12-16": "12-18"},
    2024: {"03-23": "03-25", "07-06": "07-08"},
    2025: {
        "03-08": "03-10",
        "03-22": "03-24",
        "03-23": "03-25",
        "07-06": "07-07",
        "08-30": "09-01",
        "10-25": "10-27",
    },
    2026: {"03-08": "03-09", "03-21": "03-24", "03-22": "03-25", "05-09": "05-11", "10-25": "10-26"},
    2027: {"01-02": "01-04", "03-21": "03-24", "05-01": "05-03", "05-09": "05-10"},
    2028: {"01-01": "01-03", "01-02": "01-04", "05-07": "05-08", "12-16": "12-18"},
}
NEVER_TRANSFERRED = {
    2023: "01-07 06-28",
    2024: "01-07 06-16",
    2025: "01-07 06-06",
    2026: "01-07 05-27",
    2027: "01-07 05-16",
    2028: "01-07 05-05",
}
MOVES = {2023: {"07-07": "07-01"}, 2024: {"05-08": "05-04"}, 2025: {"01-03": "01-05"}, 2026: {}, 2027: {}, 2028: {}}
YEARS = sorted(TRANSFERS)
SATURDAY = 5


def dates(year: int, *texts: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{each}") for text in texts for each in text.split()}


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_is_as_the_law_says(year: int) -> None:
    off = dates(year, HOLIDAYS_ON_WORKING_DAYS[year], *TRANSFERS[year].values(), NEVER_TRANSFERRED[year], *MOVES[year])
    worked = dates(year, *MOVES[year].values())
    start, length = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    days = [start + timedelta(days=passed) for passed in range(length)]
    expected = {day for day in days if (day.weekday() < SATURDAY and day not in off) or day in worked}
    assert {day for day in days if is_working(kazakhstan(), day)} == expected


@pytest.mark.parametrize("year", YEARS)
def test_a_transfer_leads_from_a_day_of_rest_to_a_working_day_after_it(year: int) -> None:
    for holiday, other in TRANSFERS[year].items():
        (fell,), (moved,) = dates(year, holiday), dates(year, other)
        assert fell < moved
        assert fell.weekday() >= SATURDAY > moved.weekday()


@pytest.mark.parametrize("year", YEARS)
def test_a_moved_day_off_was_worked_and_its_exchange_was_not(year: int) -> None:
    for off, working in MOVES[year].items():
        (rest,), (worked,) = dates(year, off), dates(year, working)
        assert worked.weekday() >= SATURDAY > rest.weekday()
        assert is_working(kazakhstan(), worked)
        assert not is_working(kazakhstan(), rest)


# 2024: the balance published for the year had 248, before the 17th of June turned out to be worked.
# 2026: it had 246, before the 30th of August (with the 31st) ceased to be a holiday.
@pytest.mark.parametrize(
    ("year", "days"), [(2023, 246), (2024, 249), (2025, 246), (2026, 247), (2027, 247), (2028, 245)]
)
def test_the_year_has_so_many_working_days(year: int, days: int) -> None:
    assert working_days_between(kazakhstan(), date(year, 1, 1), date(year, 12, 31)) == days


def test_the_day_of_the_constitution_changed_its_place() -> None:
    assert not is_working(kazakhstan(), date(2024, 8, 30))
    assert not is_working(kazakhstan(), date(2025, 9, 1))  # transferred from Saturday, the last time
    assert is_working(kazakhstan(), date(2026, 8, 31))
    assert is_working(kazakhstan(), date(2026, 3, 16))  # the 15th of March 2026, a Sunday, was no holiday yet
    assert is_working(kazakhstan(), date(2027, 8, 30))
    assert not is_working(kazakhstan(), date(2027, 3, 15))


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-01-01", 10, "2026-01-19"),
        ("2026-01-19", 5, "2026-01-26"),
        ("2026-10-20", 5, "2026-10-28"),  # across the 26th, to which Republic Day is transferred
        ("2026-10-27", 3, "2026-10-30"),
        ("2026-10-27", 10, "2026-11-10"),
        ("2026-11-06", 3, "2026-11-11"),
        ("2026-10-19", 5, "2026-10-27"),
        ("2026-10-09", 2, "2026-10-13"),
        ("2026-10-13", 5, "2026-10-20"),
        ("2026-10-20", 3, "2026-10-23"),
        ("2026-10-20", 10, "2026-11-04"),
        ("2026-11-04", 3, "2026-11-09"),
        ("2027-01-20", 5, "2027-01-27"),
        ("2027-01-27", 10, "2027-02-10"),
        ("2025-12-31", 1, "2026-01-05"),
    ],
)
def test_a_term_after_a_day_ends_on(day: str, n: int, expected: str) -> None:
    found = working_day_after(kazakhstan(), date.fromisoformat(day), n, counted=False)
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-01-10", 5, "2025-12-31"),
        ("2026-04-10", 5, "2026-04-03"),
        ("2026-07-10", 5, "2026-07-02"),
        ("2026-10-10", 5, "2026-10-05"),
        ("2027-01-10", 5, "2026-12-30"),
        ("2026-10-20", 5, "2026-10-13"),
        ("2026-10-20", 2, "2026-10-16"),
        ("2026-10-20", 1, "2026-10-19"),
        ("2027-01-20", 10, "2027-01-05"),
        ("2027-01-20", 11, "2026-12-31"),
    ],
)
def test_days_before_a_day_end_on(day: str, n: int, expected: str) -> None:
    assert working_day_before(kazakhstan(), date.fromisoformat(day), n).isoformat() == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-10-10", "2026-10-09"),
        ("2026-10-31", "2026-10-30"),
        ("2027-01-10", "2027-01-08"),
        ("2027-01-30", "2027-01-29"),
        ("2026-10-26", "2026-10-23"),
        ("2026-10-20", "2026-10-20"),
        ("2025-01-05", "2025-01-05"),  # a Sunday that was worked
    ],
)
def test_one_acts_by_the_last_working_day_on_or_before(day: str, expected: str) -> None:
    assert last_working_day(kazakhstan(), date.fromisoformat(day)).isoformat() == expected


def test_january_2027_has_eleven_working_days_up_to_the_20th_and_three_from_the_5th_to_the_8th() -> None:
    assert working_days_between(kazakhstan(), date(2027, 1, 1), date(2027, 1, 20)) == 11
    assert working_days_between(kazakhstan(), date(2027, 1, 5), date(2027, 1, 8)) == 3


def test_only_days_around_an_unannounced_kurban_ait_are_estimated() -> None:
    """A wrong estimate of Sunday the 16th of May 2027 would matter on Monday alone; that of Friday the 5th of May 2028
    on Thursday, but not on Saturday."""
    assert kazakhstan().estimated == dates(2027, "05-16 05-17") | dates(2028, "05-04 05-05")
    assert estimated_between(kazakhstan(), date(2023, 1, 1), date(2026, 12, 31)) == ()
