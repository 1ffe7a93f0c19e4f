"""The table of days off and the counting of the second interpreter, held against the law and a wall calendar."""

from datetime import date, timedelta

import pytest

from tests.naive.dates import add_months, every_day, has_full_months, working_days_after, working_days_before
from tests.naive.days import FIRST, LAST, WEEKDAYS_OFF, WORKING, OutsideCalendarError, is_working

HOLIDAYS = "01-01 01-02 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 10-25 12-16".split()
KURBAN_AIT = "2023-06-28 2024-06-16 2025-06-06 2026-05-27 2027-05-16 2028-05-05".split()
MOVED_OFF = {date(2023, 7, 7), date(2024, 5, 8), date(2025, 1, 3)}


def holidays_of(year: int) -> list[date]:
    """The holidays of a year in their order; the day of the constitution moved from August to March."""
    constitution = ["08-30"] if year <= 2025 else ["03-15"] if year >= 2027 else []
    return sorted(date.fromisoformat(f"{year}-{day}") for day in [*HOLIDAYS, *constitution])


def test_the_table_of_days_off_is_what_the_law_gives() -> None:
    """Holidays on a day off move to the next working day; 7 January and Kurban-ait do not."""
    off = {date.fromisoformat(day) for day in KURBAN_AIT} | MOVED_OFF
    for year in range(2023, 2029):
        holidays = holidays_of(year)
        off |= {date(year, 1, 7), *holidays}
        for holiday in holidays:
            day = holiday
            while holiday.weekday() >= 5 and (day.weekday() >= 5 or day in off):
                day += timedelta(days=1)
            off.add(day)
    assert {day for day in off if day.weekday() < 5} == WEEKDAYS_OFF


def test_moved_working_days_are_weekends_and_each_pays_for_a_day_off() -> None:
    """A day of rest is moved, never added."""
    assert all(day.weekday() >= 5 and is_working(day) for day in WORKING)
    assert len(WORKING) == len(MOVED_OFF)


@pytest.mark.parametrize(("year", "days"), [(2023, 246), (2024, 249), (2025, 246), (2026, 247)])
def test_working_days_of_a_year(year: int, days: int) -> None:
    """246 in 2025 is the printed figure; 2026 has one more than was printed before 30 August ceased to be a holiday."""
    assert sum(is_working(day) for day in every_day(date(year, 1, 1), date(year, 12, 31))) == days


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
def test_the_calendar_has_hard_ends(day: date) -> None:
    """Beyond them there is an error and no guess."""
    with pytest.raises(OutsideCalendarError):
        is_working(day)


def test_days_and_months_are_counted_as_the_contract_says() -> None:
    """N days after, N days before a Saturday, clamped months, full months with both days included."""
    assert working_days_before(date(2026, 10, 10), 5) == date(2026, 10, 5)
    assert working_days_after(date(2026, 10, 27), 10) == date(2026, 11, 10)
    assert working_days_after(date(2026, 1, 1), 10) == date(2026, 1, 19)
    assert add_months(date(2026, 10, 20), 36) == date(2029, 10, 20)
    assert add_months(date(2024, 2, 29), 36) == date(2027, 2, 28)
    assert has_full_months(date(2026, 12, 1), date(2026, 12, 31), 1)
    assert not has_full_months(date(2026, 9, 2), date(2026, 9, 30), 1)
    assert has_full_months(date(2026, 1, 31), date(2026, 2, 27), 1)
    assert not has_full_months(date(2026, 1, 31), date(2026, 2, 26), 1)
    assert has_full_months(date(2024, 1, 31), date(2024, 2, 28), 1)
