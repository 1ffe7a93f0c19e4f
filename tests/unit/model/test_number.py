"""Numbers are exact: what is one, how it is rounded, how it is written."""

from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.model.number import EXACT, Mode, Rounding, as_mark, decimal, exact, rounded, shortest, with_digits


@pytest.mark.parametrize(
    "value", [True, None, "", "four", "1/2", "1e3", " 4", "4.", ".5", "4,5,6", Decimal("NaN"), 4.5]
)
def test_a_given_number_is_a_decimal_and_nothing_else(value: object) -> None:
    assert decimal(value) is None


@pytest.mark.parametrize("value", ["3.99", "3,99", Decimal("3.99"), Fraction(399, 100)])
def test_a_mark_may_be_given_as_a_number_or_as_a_text_with_a_point_or_a_comma(value: object) -> None:
    assert decimal(value) == Fraction(399, 100)


@pytest.mark.parametrize(("value", "number"), [("2/3", Fraction(2, 3)), ("-1/2", Fraction(-1, 2)), ("7", 7), (8, 8)])
def test_a_number_of_a_policy_may_be_a_fraction(value: object, number: Fraction) -> None:
    assert exact(value) == number


def test_nothing_is_divided_by_nought() -> None:
    assert exact("1/0") is None


@pytest.mark.parametrize(
    ("mode", "number", "expected"),
    [
        ("half up", "2.345", "2.35"),
        ("half up", "2.3449", "2.34"),
        ("half up", "-2.345", "-2.35"),  # away from zero
        ("half even", "2.345", "2.34"),
        ("half even", "2.355", "2.36"),
        ("half even", "2.3451", "2.35"),
        ("down", "2.349", "2.34"),
        ("down", "-2.349", "-2.34"),  # towards zero
        ("up", "2.341", "2.35"),
        ("up", "2.34", "2.34"),
    ],
)
def test_each_mode_of_rounding_goes_its_own_way(mode: Mode, number: str, expected: str) -> None:
    assert rounded(Fraction(number), Rounding(mode=mode, digits=2)) == Fraction(expected)


def test_exact_rounds_nothing() -> None:
    assert rounded(Fraction(5, 3), EXACT) == Fraction(5, 3)


@pytest.mark.parametrize(
    ("number", "text"), [("5/3", "5/3"), ("-5/3", "-5/3"), ("7/8", "0.875"), ("4", "4"), ("-1/2", "-0.5"), ("0", "0")]
)
def test_a_number_is_written_as_the_shortest_decimal_or_as_a_fraction(number: str, text: str) -> None:
    assert shortest(Fraction(number)) == text


@pytest.mark.parametrize(("number", "text"), [("4", "4.00"), ("3.995", "3.995"), ("5/3", "5/3"), ("1/20", "0.05")])
def test_a_mark_is_written_with_two_decimals_or_more(number: str, text: str) -> None:
    assert as_mark(Fraction(number)) == text


def test_a_whole_number_needs_no_point() -> None:
    assert with_digits(Fraction(12), 0) == "12"
