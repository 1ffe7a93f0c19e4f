"""Exact numbers: marks are decimals, means are fractions, and nothing is ever a binary float."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

_decimal = re.compile(r"-?\d{1,30}([.,]\d{1,30})?", re.ASCII)
_fraction = re.compile(r"-?\d{1,30}/\d{0,29}[1-9]\d{0,29}", re.ASCII)

Mode = Literal["exact", "half up", "half even", "down", "up"]


class Rounding(NamedTuple):
    """How a number is rounded: a mode and the digits after the point; `exact` leaves it as it is."""

    mode: Mode
    digits: int = 0

    @property
    def digits_kept(self) -> int | None:
        """How many digits after the point are left; None where nothing is rounded."""
        return None if self.mode == "exact" else self.digits


EXACT = Rounding(mode="exact")


def exact(value: object) -> Fraction | None:
    """The exact number that a value of a policy says: an int, a Decimal, a decimal or a fraction (`2/3`) in text."""
    if isinstance(value, str | int) or (isinstance(value, Decimal) and value.is_finite()):
        return _exact(value)
    return decimal(value)


@lru_cache(maxsize=4096, typed=True)
def _exact(value: str | int | Decimal) -> Fraction | None:
    if isinstance(value, str) and _fraction.fullmatch(value):
        return Fraction(value)
    return decimal(value)


def decimal(value: object) -> Fraction | None:
    """The exact number that a given decimal says: an int, a Decimal, a text with a point or a comma; else None."""
    match value:
        case bool():
            return None
        case int() | Fraction():
            return Fraction(value)
        case Decimal() if value.is_finite():
            return Fraction(value)
        case str() if _decimal.fullmatch(value):
            return Fraction(value.replace(",", "."))
    return None


def rounded(number: Fraction, rounding: Rounding) -> Fraction:
    """Round a number; half up goes away from zero on a half, down goes towards zero."""
    if rounding.mode == "exact":
        return number
    scale = 10**rounding.digits
    scaled = abs(number) * scale
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if _goes_up(rounding.mode, whole, Fraction(rest, scaled.denominator)):
        whole += 1
    return Fraction(whole if number >= 0 else -whole, scale)


def _goes_up(mode: Mode, whole: int, rest: Fraction) -> bool:
    half = Fraction(1, 2)
    match mode:
        case "half up":
            return rest >= half
        case "half even":
            return rest > half or (rest == half and whole % 2 == 1)
        case "up":
            return rest > 0
        case "down" | "exact":
            return False


def shortest(number: Fraction) -> str:
    """The shortest decimal of a number, or a fraction in lowest terms when its decimal does not end."""
    digits = _digits(number)
    if digits is None:
        return f"{number.numerator}/{number.denominator}"
    return with_digits(number, digits)


def with_digits(number: Fraction, digits: int) -> str:
    """A number that has no more than `digits` places after the point, written with all of them."""
    scaled = number * 10**digits
    sign, whole = ("-" if scaled < 0 else ""), str(abs(int(scaled))).rjust(digits + 1, "0")
    return sign + (whole[:-digits] + "." + whole[-digits:] if digits else whole)


def as_mark(number: Fraction) -> str:
    """A mark with two decimals, with more where it has more, as a fraction where its decimal does not end."""
    digits = _digits(number)
    return shortest(number) if digits is None else with_digits(number, max(digits, 2))


def _digits(number: Fraction) -> int | None:
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
