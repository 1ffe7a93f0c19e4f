"""Terms: `day 20 of the month after`, `5 working days after later of acquainted and received`, `30 January after`."""

import re
from typing import Final, get_args

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
    MonthOf,
    NotStated,
    Side,
    Term,
    Unit,
)

MONTHS: Final = ("January February March April May June July August September October November December").split()
LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST: Final = 9999
_MONTH_OF: Final = {text: text for text in get_args(MonthOf)}
_UNITS: Final[dict[str, Unit]] = {unit.rstrip("s"): unit for unit in get_args(Unit)}

_id = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*"
_length = r"(?P<n>\d{1,9}) (?P<unit>(?:working |calendar )day|week|month|year)s?"
_duration = re.compile(_length, re.ASCII)
_event = re.compile(rf"event (?P<event>{_id})", re.ASCII)
_day_of_month = re.compile(r"(?:day (?P<day>\d{1,9})|(?P<last>last day)) of (?P<month>the \w+(?: \w+)?)", re.ASCII)
_day_of_year = re.compile(rf"(?P<day>\d{{1,9}}) (?P<month>{'|'.join(MONTHS)})(?: (?P<year>after|before))?", re.ASCII)
_relative = re.compile(rf"{_length} (?P<side>after|before) (?P<anchor>.+)", re.ASCII)
_pair = re.compile(rf"(?P<which>later|earlier) of (?P<one>{_id}) and (?P<other>{_id})", re.ASCII)
_moment = re.compile(_id, re.ASCII)


def term(text: str) -> Term | None:
    """The term that a phrase says, None when it says none."""
    if text == "not stated":
        return NotStated()
    if found := _event.fullmatch(text):
        return EventDay(event=found["event"])
    if found := _day_of_month.fullmatch(text):
        return _of_month(found)
    if found := _day_of_year.fullmatch(text):
        return _of_year(found)
    if found := _relative.fullmatch(text):
        return _length_of(found)
    return None


def duration(text: str) -> Duration | None:
    """The length of time that a phrase says: `1 month`, `5 working days`; a bare `day` is none."""
    found = _duration.fullmatch(text)
    return _duration_of(found) if found else None


def anchor(text: str) -> Anchor | None:
    """The moment, or the later or earlier of two, that a phrase says."""
    if found := _pair.fullmatch(text):
        one, other = Moment(name=found["one"]), Moment(name=found["other"])
        return Later(one=one, other=other) if found["which"] == "later" else Earlier(one=one, other=other)
    return Moment(name=text) if _moment.fullmatch(text) else None


def moments(value: Term | Anchor) -> tuple[str, ...]:
    """The names of all moments and events that a term counts from, in its order."""
    match value:
        case Moment(name=name) | EventDay(event=name):
            return (name,)
        case Later(one=one, other=other) | Earlier(one=one, other=other):
            return (one.name, other.name)
        case Length(anchor=start):
            return moments(start)
        case NotStated() | DayOfMonth() | DayOfYear():
            return ()


def show(value: Term | Duration | Anchor) -> str:
    """The phrase of a value; reading it again gives the same value."""
    match value:
        case NotStated():
            return "not stated"
        case EventDay(event=event):
            return f"event {event}"
        case DayOfMonth() | DayOfYear():
            return _show_day(value)
        case Duration(n=n, unit=unit):
            return f"{n} {unit.removesuffix('s') if n == 1 else unit}"
        case Length(duration=length, side=side, anchor=start):
            return f"{show(length)} {side} {_show_anchor(start)}"
        case Moment() | Later() | Earlier():
            return _show_anchor(value)


def _show_day(value: DayOfMonth | DayOfYear) -> str:
    if isinstance(value, DayOfMonth):
        return f"day {value.day} of {value.month}" if value.day else f"last day of {value.month}"
    return f"{value.day} {MONTHS[value.month - 1]}" + ("" if value.year == "same" else f" {value.year}")


def _show_anchor(value: Anchor) -> str:
    match value:
        case Moment(name=name):
            return name
        case Later(one=one, other=other):
            return f"later of {one.name} and {other.name}"
        case Earlier(one=one, other=other):
            return f"earlier of {one.name} and {other.name}"


def _of_month(found: re.Match[str]) -> Term | None:
    month = _MONTH_OF.get(found["month"])
    if found["last"]:
        return DayOfMonth(day=0, month=month) if month else None
    day = int(found["day"])
    return DayOfMonth(day=day, month=month) if month and 1 <= day <= max(LONGEST_MONTHS) else None


def _of_year(found: re.Match[str]) -> Term | None:
    day, month = int(found["day"]), MONTHS.index(found["month"]) + 1
    if not 1 <= day <= LONGEST_MONTHS[month - 1]:
        return None
    match found["year"]:
        case "after":
            return DayOfYear(day=day, month=month, year="after")
        case "before":
            return DayOfYear(day=day, month=month, year="before")
        case _:
            return DayOfYear(day=day, month=month, year="same")


def _length_of(found: re.Match[str]) -> Term | None:
    length, start = _duration_of(found), anchor(found["anchor"])
    side: Side = "after" if found["side"] == "after" else "before"
    return Length(duration=length, side=side, anchor=start) if length and start else None


def _duration_of(found: re.Match[str]) -> Duration | None:
    n = int(found["n"])
    return Duration(n=n, unit=_UNITS[found["unit"]]) if 0 < n <= LONGEST else None
