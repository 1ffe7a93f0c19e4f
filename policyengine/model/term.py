"""Phrases of time and of arithmetic as values; what may be said is closed here and matched everywhere."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["working days", "calendar days", "weeks", "months", "years"]
MonthOf = Literal["the month after", "the first month", "the second month", "the last month"]
Side = Literal["after", "before"]
Axis = Literal["entries", "raters", "items", "everything"]
Occasion = Literal["publication", "signing", "registration"]
FoldKind = Literal["mean", "sum", "weighted sum", "weighted mean", "least", "greatest", "only"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotStated:
    """The act leaves the term out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDay:
    """The day on which an event of the timetable is due."""

    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMonth:
    """A day of a month that is counted from the period; `day` 0 is its last day."""

    day: int
    month: MonthOf


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfYear:
    """A day of the calendar: in the year of the period, the year after or the year before."""

    day: int
    month: int
    year: Literal["same", "after", "before"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day that something happened or falls due: a fact, an event, the start or end of the period."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The later of two moments; where only one is known, that one."""

    one: Moment
    other: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The earlier of two moments; where only one is known, that one."""

    one: Moment
    other: Moment


Anchor = Moment | Later | Earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time."""

    n: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """So long after or before an anchor."""

    duration: Duration
    side: Side
    anchor: Anchor


Term = NotStated | EventDay | DayOfMonth | DayOfYear | Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One step of a combination: how an axis of the grid becomes one number; `all` counts empty cells too."""

    kind: FoldKind
    all: bool
    axis: Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """When an act takes force: on an occasion, or after so many days have passed after it."""

    occasion: Occasion
    days: int = 0
    working: bool = False
