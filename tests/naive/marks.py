"""Marks: reading them, means, rounding, grades and how numbers are written. Both acts, paragraph 7."""

import re
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from tests.naive.facts import Facts

LEAST, MOST = 0, 5  # Taskala 18/2, Nura 27/2 and 31/2


def read_number(value: object) -> Fraction | None:
    """The exact number of an int or of a text with point or comma, None when it is no number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", value):
        return Fraction(value.replace(",", "."))
    return None


def number_of(facts: Facts, name: str) -> Fraction | None:
    """A number that is needed; None where it is missing or none."""
    value = facts.need(name)
    number = read_number(value)
    facts.fault_if(number is None and value != "unknown", "bad_value")
    return number


def mark_of(value: object, facts: Facts, least: int = LEAST, decimals: int = 2) -> Fraction:
    """A mark on the scale, with no more decimals than the reading `mark_step` lets it have."""
    mark = read_number(value)
    if mark is None:
        facts.faults.add("bad_value")
        return Fraction(0)
    facts.fault_if(not least <= mark <= MOST, "mark_out_of_range")
    facts.fault_if((mark * 10**decimals).denominator != 1, "mark_off_step")
    return mark


def mean(numbers: Iterable[Fraction]) -> Fraction:
    """The sum over the number of them."""
    listed = list(numbers)
    return sum(listed, Fraction(0)) / len(listed)


def half_up(number: Fraction) -> Fraction:
    """Rounded to two decimals, a half upwards; no number here is negative."""
    return Fraction((number * 100 + Fraction(1, 2)).__floor__(), 100)


def grade_of(mark: Fraction) -> str:
    """The grade of a mark with two decimals, paragraph 7: 4 to 5, 3 to 3.99, 2 to 2.99, 0 to 1.99."""
    if mark >= Fraction("4"):
        return "effective"
    if mark >= Fraction("3"):
        return "proper"
    if mark >= Fraction("2"):
        return "satisfactory"
    return "unsatisfactory"


def two_decimals(number: Fraction) -> str:
    """A mark as it is printed: 4 is `4.00`."""
    hundredths = int(number * 100)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def shortest(number: Fraction) -> str:
    """The shortest decimal, or a fraction in lowest terms when the decimal does not end."""
    for decimals in range(12):
        scaled = number * 10**decimals
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(decimals + 1, "0")
            return digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return f"{number.numerator}/{number.denominator}"


def sheet_mark(facts: Facts, items: Collection[str]) -> Fraction:
    """The mean over items of the mean over raters of each item; every rater marks every item."""
    facts.need("marks")
    raters = facts.block("marks")
    if not raters.given:
        facts.missing.add("marks")
    marks: dict[str, list[Fraction]] = {item: [] for item in items}
    for rater in raters.given:
        given = raters.block(rater)
        facts.fault_if(any(item not in items for item in given.given), "unknown_item")
        facts.fault_if(any(item not in given.given for item in items), "missing_item")
        for item in items:
            if item in given.given:
                marks[item].append(mark_of(given.given[item], facts))
    facts.settle()
    return half_up(mean(mean(of_item) for of_item in marks.values()))


def marked(mark: Fraction, permitted: list[dict[str, str]]) -> dict[str, object]:
    """The answer to `mark`."""
    return {"mark": two_decimals(mark), "grade": grade_of(mark), "permitted": permitted}


def final(facts: Facts, methods: Collection[str], grounds: list[str]) -> dict[str, object]:
    """The year's mark of each method given: the mean of the quarters that have one, rounded once (4/2)."""
    facts.need("marks")
    given = facts.block("marks")
    facts.fault_if(any(method not in methods for method in given.given), "unknown_id")
    years: set[int] = set()
    found = {method: _recorded(given.block(method), years) for method in given.given}
    facts.fault_if(len(years) > 1, "contradictory_facts")
    facts.settle()
    return {"final": {method: _year(marks, grounds) for method, marks in found.items()}}


def _recorded(quarters: Facts, years: set[int]) -> list[Fraction]:
    marks = []
    for name, value in quarters.given.items():
        period = Facts(given={"period": name}, known={"period"}, faults=quarters.faults).period("period")
        quarters.fault_if(period.kind not in {"", "quarter"}, "contradictory_facts")
        if period.kind == "quarter":
            years.add(period.start.year)
        if value is not None:
            marks.append(mark_of(value, quarters))
    return marks


def _year(marks: list[Fraction], grounds: list[str]) -> Mapping[str, object]:
    if not marks:
        return {"mark": None, "mean": None, "periods": 0, "grade": None, "grounds": []}
    exact = mean(marks)
    mark = half_up(exact)
    return {
        "mark": two_decimals(mark),
        "mean": shortest(exact),
        "periods": len(marks),
        "grade": grade_of(mark),
        "grounds": list(grounds),
    }
