"""Periods of evaluation: quarters, years, halves, months and single stretches, as the contract writes them."""

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

Kind = Literal["quarter", "half_year", "year", "month", "stretch"]

_shape = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?", re.ASCII)
_stretch = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", re.ASCII)
_day = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MONTHS_OF: dict[Kind, int] = {"quarter": 3, "half_year": 6, "year": 12, "month": 1}
FEBRUARY = 2
FIRST_YEAR, LAST_YEAR = date.min.year, date.max.year  # of them nothing is before, or after


class Period(NamedTuple):
    """A stretch of days, both included, of one kind; `id` is how it is written."""

    kind: Kind
    start: date
    end: date
    id: str

    @property
    def number(self) -> int:
        """The number of this period in its year: quarter 1 to 4, half 1 or 2, month 1 to 12; a year is 1."""
        return (self.start.month - 1) // MONTHS_OF.get(self.kind, 12) + 1

    @property
    def is_own_year(self) -> bool:
        """Whether this is a stretch from some day to the eve of the same day a year later."""
        return self.kind == "stretch" and self.end + timedelta(days=1) == _years_later(self.start, 1)

    def is_year_from(self, first: date) -> bool:
        """Whether this is a year that begins on a day, or on the same day of a later year."""
        return self.start == _years_later(first, max(self.start.year - first.year, 0))


def period(text: str) -> Period | None:
    """The period that a text writes (`2026-Q1`, `2026`, `2026-H1`, `2026-03`, `2026-02-01/2026-08-31`), else None."""
    if found := _stretch.fullmatch(text):
        return _single(found[1], found[2], text)
    found = _shape.fullmatch(text)
    if not found or not FIRST_YEAR < int(found[1]) < LAST_YEAR:
        return None
    year, quarter, half, month = (int(part) if part else 0 for part in found.groups())
    if quarter:
        return _of("quarter", year, quarter)
    if half:
        return _of("half_year", year, half)
    return _of("month", year, month) if month else _of("year", year, 1)


def periods_in(year: int, kind: Kind) -> Iterator[Period]:
    """All periods of a kind in a year, in their order."""
    for number in range(1, 12 // MONTHS_OF[kind] + 1):
        yield _of(kind, year, number)


def day(text: object) -> date | None:
    """The date that an ISO text (`2026-01-31`) writes, None where there is no such day."""
    if not isinstance(text, str) or not _day.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _single(start: str, end: str, text: str) -> Period | None:
    first, last = day(start), day(end)
    if first is None or last is None or last < first or first.year == FIRST_YEAR or last.year == LAST_YEAR:
        return None
    return Period("stretch", first, last, text)


def _years_later(first: date, years: int) -> date:
    """The same day so many years later; for the 29th of February the 28th in a common year."""
    leap = first.month == FEBRUARY and not isleap(first.year + years)
    return first.replace(year=first.year + years, day=min(first.day, 28) if leap else first.day)


def _of(kind: Kind, year: int, number: int) -> Period:
    months = MONTHS_OF[kind]
    start = date(year, (number - 1) * months + 1, 1)
    month = number * months
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    forms = {"quarter": f"Q{number}", "half_year": f"H{number}", "month": f"{number:02}"}
    return Period(kind, start, end, f"{year:04}-{forms[kind]}" if kind in forms else f"{year:04}")
