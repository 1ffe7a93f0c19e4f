"""Stretches of time held against durations: whether a month of tenure is full."""

import operator
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from policyengine.model.fault import Fault, Refused
from policyengine.model.term import Duration
from policyengine.terms.times import duration

if TYPE_CHECKING:  # a clock counts on spans and spans on a clock
    from policyengine.blocks.counting import Clock

ONE_DAY = timedelta(days=1)
DAYS_IN_A_WEEK = 7
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days from `start` to `end`, both included; none where the end lies before the start.

    A month of it is full when the day after its end is on or after the same day of the next month, clamped; where the
    file counts a month from a day to the same day (`months: day_after`), when the end itself is.
    """

    start: date
    end: date
    clock: "Clock"

    @property
    def days(self) -> int:
        """How many days of the calendar it has."""
        return max((self.end - self.start).days + 1, 0)

    def compared(self, comparison: Callable[[Any, Any], bool], text: str) -> bool:
        """Whether it is less than, at most, more than or at least so long."""
        wanted = duration(text)
        return wanted is not None and comparison(*self._sides(wanted))

    def worked(self) -> int:
        """How many working days it has."""
        from policyengine.calendar import working_days_between  # noqa: PLC0415 (only where working days are counted)

        return working_days_between(self.clock.case.calendar, self.start, self.end)

    def _sides(self, wanted: Duration) -> tuple[object, object]:
        """What is compared: numbers of days, or the day that months and years reach and the one that they must."""
        match wanted.unit:
            case "working days":
                return self.worked(), wanted.n
            case "calendar days":
                return self.days, wanted.n
            case "weeks":
                return self.days, DAYS_IN_A_WEEK * wanted.n
            case "months":
                return self._reached(), months_later(self.start, wanted.n)
            case "years":
                return self._reached(), months_later(self.start, MONTHS_IN_A_YEAR * wanted.n)

    def _reached(self) -> date:
        last = max(self.end, self.start - ONE_DAY)
        return last if self.clock.rule("months", "both_days") == "day_after" else last + ONE_DAY


def _length(span: Span) -> tuple[int, bool]:
    """The days of a stretch; of two with as many days the one that makes a full month is longer."""
    return span.days, span.compared(operator.ge, "1 month")


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month; raises Refused."""
    number = day.year * MONTHS_IN_A_YEAR + day.month - 1 + months
    year, month = divmod(number, MONTHS_IN_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise Refused([Fault(code="bad_date", says={"value": day.isoformat()})])
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_later(day: date, days: int) -> date:
    """The day so many days later; raises Refused where there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Refused([Fault(code="bad_date", says={"value": day.isoformat()})]) from None


def longest(span: Span, gaps: list[tuple[date, date]]) -> Span:
    """The longest unbroken stretch that is left of a span when days are taken out of it."""
    best = Span(start=span.start, end=span.start - ONE_DAY, clock=span.clock)
    start = span.start
    for first, last in [*sorted(gaps), (span.end + ONE_DAY, span.end + ONE_DAY)]:
        piece = Span(start=start, end=min(first - ONE_DAY, span.end), clock=span.clock)
        best = max(best, piece, key=_length)
        start = max(start, last + ONE_DAY)
    return best
