"""Expectations are held against answers key by key; dates as dates, marks as decimals, some lists as sets."""

from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.scenarios.compare import differences

EQUAL = [
    ({}, {"mark": "4.00"}),
    ({"mark": "4"}, {"mark": "4.00", "grade": "good"}),
    ({"mark": Decimal("3.5")}, {"mark": "3.50"}),
    ({"mark": "3,5"}, {"mark": "3.5"}),
    ({"mean": "5/3"}, {"mean": Fraction(5, 3)}),
    ({"due": "2026-10-20"}, {"due": "2026-10-20"}),
    ({"due": None}, {}),
    ({"evaluated": True}, {"evaluated": True}),
    ({"events": {"a": {"due": None}}}, {"events": {"a": {"due": None, "by": "hr"}}}),
    ({"problems": ["b", "a"]}, {"problems": ["a", "b"]}),
    ({"permitted": [{"from": "4"}]}, {"permitted": [{"from": "4.00", "to": "4.24"}]}),
]
DIFFERENT = [
    ({"mark": "4"}, {"mark": "4.01"}, "mark"),
    ({"due": "2026-10-20"}, {"due": None}, "due"),
    ({"due": None}, {"due": "2026-10-20"}, "due"),
    ({"evaluated": True}, {"evaluated": 1}, "evaluated"),
    ({"evaluated": 0}, {"evaluated": False}, "evaluated"),
    ({"methods": {"sheet": {"by": "hr"}}}, {"methods": {"sheet": {"by": "head"}}}, "methods.sheet.by"),
    ({"methods": {"sheet": {"by": "hr"}}}, {"methods": None}, "methods"),
    ({"permitted": [1, 2]}, {"permitted": [2, 1]}, "permitted[0]"),
    ({"permitted": [1]}, {"permitted": [1, 2]}, "permitted"),
    ({"duties": []}, {"duties": None}, "duties"),
    ({"weakest": ["a"]}, {"weakest": ["a", "a"]}, "weakest"),
]


@pytest.mark.parametrize(("expected", "actual"), EQUAL)
def test_nothing_differs(expected: object, actual: object) -> None:
    assert list(differences(expected, actual)) == []


@pytest.mark.parametrize(("expected", "actual", "place"), DIFFERENT)
def test_the_first_difference_is_named_by_its_path(expected: object, actual: object, place: str) -> None:
    assert next(differences(expected, actual))[0] == place


def test_every_difference_is_named_with_what_was_expected_and_what_came() -> None:
    found = list(differences({"mark": "4", "grade": "good", "by": "hr"}, {"mark": "3", "grade": "poor", "by": "hr"}))
    assert found == [("mark", "4", "3"), ("grade", "good", "poor")]
