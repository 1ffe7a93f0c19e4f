"""From what the law says of days off to the days off themselves: fixed days, transfers, estimates, moved days."""

from calendar import isleap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from policyengine.calendar.counting import ONE_DAY, Calendar

LEAP_DAY = (2, 29)


class YearlyDay(NamedTuple):
    """A day that comes back every year, from the year `since` to the year `until`, both included."""

    month: int
    day: int
    since: int
    until: int


class MovableDay(NamedTuple):
    """A day off of one year. Where it is only estimated, the true day may lie up to `within` days away."""

    day: date
    within: int


class Move(NamedTuple):
    """One working day that an authority made a day `off`, and the day off that is worked in exchange."""

    off: date
    working: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """All that decides which days of a range are worked. `weekend` counts from Monday, 0.

    `holidays` that fall on a day off give another one, the next working day after them; `free` and `movable` days give
    none.
    """

    id: str
    first: date
    last: date
    weekend: frozenset[int]
    holidays: tuple[YearlyDay, ...]
    free: tuple[YearlyDay, ...]
    movable: tuple[MovableDay, ...]
    moves: tuple[Move, ...]

    @property
    def printed(self) -> frozenset[date]:
        """The movable days as they are printed, true or only estimated."""
        return frozenset(movable.day for movable in self.movable)


def reckon(statute: Statute) -> Calendar:
    """The calendar that follows. Its estimated days are the printed ones and all that another true day would change."""
    off = days_off(statute, statute.printed)
    estimated = {movable.day for movable in statute.movable if movable.within}
    for other in _other_printings(statute):
        estimated |= off ^ days_off(statute, other)
    return Calendar(
        id=statute.id,
        first=statute.first,
        last=statute.last,
        off=off,
        estimated=frozenset(day for day in estimated if statute.first <= day <= statute.last),
    )


def days_off(statute: Statute, movable: Collection[date]) -> frozenset[date]:
    """Every day of the range that is not worked, if the movable days are these."""
    rest = {day for day in _days_around(statute) if day.weekday() in statute.weekend}
    rest.update(_days_of(statute.free, statute), movable)
    holidays = sorted(_days_of(statute.holidays, statute))
    off = rest.union(holidays)
    for holiday in holidays:
        if holiday in rest:
            off.add(_next_worked(holiday, off))
    off.update(move.off for move in statute.moves)
    off.difference_update(move.working for move in statute.moves)
    return frozenset(day for day in off if statute.first <= day <= statute.last)


def _other_printings(statute: Statute) -> Iterator[frozenset[date]]:
    """Yield the movable days as they would be if one estimate were wrong, for each and each distance."""
    for movable in statute.movable:
        for days in range(1, movable.within + 1):
            for true_day in (movable.day - timedelta(days), movable.day + timedelta(days)):
                yield statute.printed - {movable.day} | {true_day}


def _days_around(statute: Statute) -> Iterator[date]:
    """Yield the days of the range and of the year before it, whose last holidays may be transferred into it."""
    day, end = date(statute.first.year - 1, 1, 1), date(statute.last.year, 12, 31)
    for passed in range((end - day).days + 1):
        yield day + timedelta(passed)


def _days_of(yearly: tuple[YearlyDay, ...], statute: Statute) -> Iterator[date]:
    for each in yearly:
        for year in range(max(each.since, statute.first.year - 1), min(each.until, statute.last.year) + 1):
            if (each.month, each.day) != LEAP_DAY or isleap(year):
                yield date(year, each.month, each.day)


def _next_worked(day: date, off: Collection[date]) -> date:
    while day in off:
        day += ONE_DAY
    return day
