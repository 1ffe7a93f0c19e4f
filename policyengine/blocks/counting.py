"""Terms on a calendar: from a phrase of time to a day, by the file's own way of counting."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.spans import DAYS_IN_A_WEEK, MONTHS_IN_A_YEAR, days_later, months_later
from policyengine.calendar import (
    estimated_between,
    last_working_day,
    next_working_day,
    working_day_after,
    working_day_before,
)
from policyengine.model.fault import BeyondCalendar
from policyengine.model.finding import Finding, Missing, Phrase
from policyengine.model.period import Period
from policyengine.model.policy import Node
from policyengine.model.term import (
    Anchor,
    DayOfMonth,
    DayOfYear,
    Duration,
    Earlier,
    EventDay,
    Later,
    Length,
    Moment,
    NotStated,
    Term,
)
from policyengine.terms.times import term

Moments = Callable[[str], Day]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What a term is counted on: the case, its period, and the days that moments stand for."""

    case: Case
    moments: Moments
    period: Period | None = None

    def rule(self, name: str, otherwise: str) -> str:
        """A rule of counting of the file."""
        counting = self.case.policy.section("counting")
        return otherwise if counting is None else counting.says(name, otherwise)


def day_of(node: Node, clock: Clock) -> Finding:
    """The day that a term means, with how it was counted; None where no term is stated or nothing happened."""
    found = term(node.text()) or NotStated()  # what is no term was refused when the file was loaded
    value = counted(found, clock)
    because = tuple(_rules(found, value, clock)) if isinstance(value, date) else ()
    return node.finding(value, "term", *because, term=found)


def counted(found: Term, clock: Clock) -> Day:
    """The day that a term means, as printed: days off do not move it here."""
    match found:
        case NotStated():
            return None
        case EventDay(event=name):
            return clock.moments(name)
        case DayOfMonth(day=number, month=month):
            return None if clock.period is None else _in_month(clock.period, month, number)
        case DayOfYear(day=number, month=month, year=year):
            return (
                None
                if clock.period is None
                else _in_year(clock.period, {"same": 0, "after": 1, "before": -1}[year], month, number)
            )
        case Length(duration=length, side=side, anchor=start):
            day = _start(start, clock.moments)
            if not isinstance(day, date):
                return day
            return after(day, length, clock) if side == "after" else before(day, length, clock)


def after(day: date, length: Duration, clock: Clock) -> date:
    """The last day of a term that runs from a day."""
    same_day = clock.rule("from", "day_after") == "same_day"
    match length.unit:
        case "working days":
            return working_day_after(clock.case.calendar, day, length.n, counted=same_day)
        case "calendar days":
            return days_later(day, length.n - int(same_day))
        case "weeks":
            return days_later(day, DAYS_IN_A_WEEK * length.n)
        case "months":
            return months_later(day, length.n)
        case "years":
            return months_later(day, MONTHS_IN_A_YEAR * length.n)


def before(day: date, length: Duration, clock: Clock) -> date:
    """The day so long before a day; of clear days none of the days between may be short."""
    clear = int(clock.rule("before", "nth_day") == "clear_days")
    match length.unit:
        case "working days":
            return working_day_before(clock.case.calendar, day, length.n + clear)
        case "calendar days":
            return days_later(day, -length.n - clear)
        case "weeks":
            return days_later(day, -DAYS_IN_A_WEEK * length.n)
        case "months":
            return months_later(day, -length.n)
        case "years":
            return months_later(day, -MONTHS_IN_A_YEAR * length.n)


def on_day_off(day: date, clock: Clock) -> Finding | None:
    """Where a due day that is a day off goes by the file's rule; None where it stays because it is worked."""
    counting = clock.case.policy.section("counting", "on_day_off")
    if counting is None or last_working(day, clock) in {day, None}:
        return None
    match counting.text():
        case "next_working_day":
            moved: date = next_working_day(clock.case.calendar, day)
        case "previous_working_day":
            moved = last_working_day(clock.case.calendar, day)
        case _:
            moved = day
    return counting.finding(moved, "day_off", printed=day, rule=counting.text())


def last_working(day: date, clock: Clock) -> date | None:
    """The last working day on or before a day; None where the calendar does not reach."""
    try:
        return last_working_day(clock.case.calendar, day)
    except BeyondCalendar:
        return None


def month_start(period: Period, months: int) -> date:
    """The first day of a month counted from the first month of a period."""
    return months_later(period.start.replace(day=1), months)


def _in_month(period: Period, month: str, number: int) -> date:
    after_end = months_later(period.end.replace(day=1), 1)
    start = {
        "the month after": after_end,
        "the first month": month_start(period, 0),
        "the second month": month_start(period, 1),
        "the last month": period.end.replace(day=1),
    }[month]
    length = monthrange(start.year, start.month)[1]
    return start.replace(day=min(number or length, length))


def _in_year(period: Period, shift: int, month: int, number: int) -> date:
    year = period.end.year + shift
    return date(year, month, min(number, monthrange(year, month)[1]))


def _start(anchor: Anchor, moments: Moments) -> Day:
    match anchor:
        case Moment(name=name):
            return moments(name)
        case Later(one=one, other=other):
            return _chosen(moments(one.name), moments(other.name), max)
        case Earlier(one=one, other=other):
            return _chosen(moments(one.name), moments(other.name), min)


def _chosen(one: Day, other: Day, choose: Callable[[date, date], date]) -> Day:
    if one is None or other is None:
        return other if one is None else one
    if isinstance(one, Missing) or isinstance(other, Missing):
        facts = (side.facts for side in (one, other) if isinstance(side, Missing))
        return Missing(facts=frozenset().union(*facts))
    return choose(one, other)


def _rules(found: Term, value: date, clock: Clock) -> Iterator[Finding]:
    start = _start(found.anchor, clock.moments) if isinstance(found, Length) else None
    if not isinstance(found, Length) or not isinstance(start, date):
        return
    counting = clock.case.policy.section("counting", "from" if found.side == "after" else "before")
    days = found.duration.unit in {"working days", "calendar days"}
    if counting is not None and days:
        yield counting.finding(counting.text(), "counting")
    yield Finding(value=start, about=Phrase(code="counted_from", values={"anchor": found.anchor}))
    if found.duration.unit == "working days":
        yield from _estimates(min(start, value), max(start, value), clock)


def _estimates(start: date, end: date, clock: Clock) -> Iterator[Finding]:
    for day in estimated_between(clock.case.calendar, start, end):
        yield Finding(value=day, about=Phrase(code="estimated_day"))
