"""Counting working days on a calendar that knows its range and never guesses beyond it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from policyengine.model.fault import BeyondCalendar

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The working days of a country from `first` to `last`, both included: beyond them nothing is known.

    `off` holds every day of the range that is not worked, weekends included. `estimated` holds the days whose rest or
    work hangs on a date that is only estimated: a term that passes one of them may still move.
    """

    id: str
    first: date
    last: date
    off: frozenset[date]
    estimated: frozenset[date]


def is_working(calendar: Calendar, day: date) -> bool:
    """Whether the day is worked."""
    _known(calendar, day)
    return day not in calendar.off


def working_day_after(calendar: Calendar, day: date, n: int, *, counted: bool) -> date:
    """The n-th working day after a day, which is itself the first one if it is `counted` and worked; 0 is the day."""
    if _none(n):
        return day
    if counted or day < calendar.first - ONE_DAY:
        _known(calendar, day)
    days = _working_days(calendar)
    at = (bisect_left if counted else bisect_right)(days, day) + n - 1
    if at >= len(days):
        raise BeyondCalendar(max(day, calendar.last + ONE_DAY), calendar.id, calendar.first, calendar.last)
    return days[at]


def working_day_before(calendar: Calendar, day: date, n: int) -> date:
    """The n-th working day before a day, which is never counted and may itself be a day off; 0 is the day."""
    if _none(n):
        return day
    if day > calendar.last + ONE_DAY:
        _known(calendar, day)
    days = _working_days(calendar)
    at = bisect_left(days, day) - n
    if at < 0:
        raise BeyondCalendar(min(day, calendar.first - ONE_DAY), calendar.id, calendar.first, calendar.last)
    return days[at]


def last_working_day(calendar: Calendar, day: date) -> date:
    """The last working day on or before a day."""
    return day if is_working(calendar, day) else working_day_before(calendar, day, 1)


def next_working_day(calendar: Calendar, day: date) -> date:
    """The first working day on or after a day."""
    return working_day_after(calendar, day, 1, counted=True)


def working_days_between(calendar: Calendar, start: date, end: date) -> int:
    """How many days from `start` to `end`, both included, are worked; 0 where the end comes before the start."""
    if end < start:
        return 0
    _known(calendar, start)
    _known(calendar, end)
    days = _working_days(calendar)
    return bisect_right(days, end) - bisect_left(days, start)


def estimated_between(calendar: Calendar, start: date, end: date) -> tuple[date, ...]:
    """The days from `start` to `end`, both included, on which an estimate could change a count, in their order."""
    return tuple(sorted(day for day in calendar.estimated if start <= day <= end))


def _known(calendar: Calendar, day: date) -> None:
    if not calendar.first <= day <= calendar.last:
        raise BeyondCalendar(day, calendar.id, calendar.first, calendar.last)


def _none(n: int) -> bool:
    if n < 0:
        raise ValueError(f"{n} working days cannot be counted: the side says the direction")
    return n == 0


@lru_cache(maxsize=32)  # a search in this list takes a microsecond; a walk over a year of days takes a hundred
def _working_days(calendar: Calendar) -> tuple[date, ...]:
    length = (calendar.last - calendar.first).days + 1
    days = (calendar.first + timedelta(days=passed) for passed in range(length))
    return tuple(day for day in days if day not in calendar.off)
