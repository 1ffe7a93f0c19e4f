"""Choosing days and numbers by chance, often just beside a boundary."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Final

from tests.naive.days import FIRST, LAST, WEEKDAYS_OFF, WORKING
from tests.naive.marks import shortest, two_decimals

YEARS: Final = range(2023, 2029)
ENDS: Final = [date(year, month, day) for year in YEARS for month, day in ((1, 1), (1, 31), (2, 28), (12, 31))]
LEAP: Final = [date(2024, 2, 29), date(2028, 2, 29)]
SPECIAL: Final = sorted({*WEEKDAYS_OFF, *WORKING, *ENDS, *LEAP})
EDGES: Final = [Fraction(edge) for edge in "0 0.01 1.99 2 2.01 2.99 3 3.01 3.98 3.99 4 4.01 4.99 5".split()]
Given = dict[str, object]


def one_in(rng: Random, number: int) -> bool:
    """True once in so many times."""
    return rng.randrange(number) == 0


def beside(rng: Random, day: date, most: int = 2) -> date:
    """A day or one close to it."""
    return day + timedelta(days=rng.randint(-most, most))


def any_day(rng: Random, first: date = FIRST, last: date = date(2028, 12, 8)) -> date:
    """A day of the calendar, half of the time one close to a day off, a leap day or the end of a year."""
    day = beside(rng, rng.choice(SPECIAL), 4) if one_in(rng, 2) else first
    if not first < day <= last:
        day = first + timedelta(days=rng.randint(0, (last - first).days))
    return day


def any_mark(rng: Random) -> Fraction:
    """A mark, often at the edge of a grade."""
    return rng.choice(EDGES) if one_in(rng, 2) else Fraction(rng.randint(0, 500), 100)


def as_given(rng: Random, mark: Fraction) -> object:
    """A mark as people write it: a number, a text with a point or with a comma."""
    if mark.denominator == 1 and one_in(rng, 3):
        return int(mark)
    text = rng.choice([two_decimals(mark), shortest(mark)])
    return text.replace(".", ",") if one_in(rng, 4) else text


def wrong_mark(rng: Random) -> object:
    """Something that is no mark from 0 to 5 with two decimals."""
    return rng.choice(["5.01", "-0.01", 6, -1, "3.999", "0.005", "good", True, "4/5", "4,5/5", "NaN"])


def quarter(rng: Random) -> str:
    """A quarter of the calendar, the last one more often: its dates lie beyond."""
    return "2028-Q4" if one_in(rng, 25) else f"{rng.choice(YEARS)}-Q{rng.randint(1, 4)}"


def days_to_the_end(day: date) -> int:
    """How many days of the calendar follow a day."""
    return (LAST - day).days
