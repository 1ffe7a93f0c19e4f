"""Days, months and periods, counted one by one."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tests.naive.days import OutsideCalendarError, is_working

ONE_DAY: Final = timedelta(days=1)
ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LAST_MONTH_OF: Final = {"quarter": 3, "half": 6, "month": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period by its kind (`quarter`, `year`, `half`, `month`, `stretch`), first and last day, both included."""

    kind: str
    start: date
    end: date


def read_day(text: str) -> date | None:
    """The day that `2026-01-31` writes, None when there is no such day."""
    if not ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_period(text: str) -> Period | None:
    """The period that a text writes, None when it writes none."""
    if re.fullmatch(r"[1-9][0-9]{3}", text):
        return Period(kind="year", start=date(int(text), 1, 1), end=date(int(text), 12, 31))
    for kind, shape in {"quarter": "Q([1-4])", "half": "H([12])", "month": "(0[1-9]|1[0-2])"}.items():
        if found := re.fullmatch(rf"([1-9][0-9]{{3}})-{shape}", text):
            return part_of_year(int(found[1]), kind, int(found[2]))
    start, _, end = text.partition("/")
    first, last = read_day(start), read_day(end)
    if first is None or last is None or last < first:
        return None
    return Period(kind="stretch", start=first, end=last)


def part_of_year(year: int, kind: str, number: int) -> Period:
    """The n-th quarter, half or month of a year."""
    months = LAST_MONTH_OF[kind]
    end_month = number * months
    end = date(year, end_month, monthrange(year, end_month)[1])
    return Period(kind=kind, start=date(year, end_month - months + 1, 1), end=end)


def month_after(period: Period) -> tuple[int, int]:
    """Year and number of the month that follows a period."""
    following = period.end + ONE_DAY
    return following.year, following.month


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later; the last day of that month where it has no such day."""
    counted = day.year * 12 + day.month - 1 + months
    year, month = divmod(counted, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def has_full_months(start: date, end: date, months: int) -> bool:
    """Whether from `start` to `end`, both days included, there are so many full months."""
    return end >= start and end + ONE_DAY >= add_months(start, months)


def every_day(start: date, end: date) -> Iterator[date]:
    """All days from start to end, both included; none when the end lies before the start."""
    day = start
    while day <= end:
        yield day
        day += ONE_DAY


def working_days_after(day: date, count: int) -> date:
    """The n-th working day after a day; the day itself is not counted."""
    left = count
    while left:
        day += ONE_DAY
        left -= is_working(day)
    return day


def working_days_before(day: date, count: int) -> date:
    """The n-th working day before a day; the day itself is not counted."""
    left = count
    while left:
        day -= ONE_DAY
        left -= is_working(day)
    return day


def next_working_day(day: date) -> date:
    """The first working day after a day."""
    return working_days_after(day, 1)


def act_by(due: date | None) -> str | None:
    """The last working day on or before a due day; None where the calendar does not know the day."""
    if due is None:
        return None
    try:
        while not is_working(due):
            due -= ONE_DAY
    except OutsideCalendarError:
        return None
    return due.isoformat()


def written(day: date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()
