"""What is found once for a thing, and what is the slightest slip of a word."""

import pytest

from policyengine.model.near import is_slip
from policyengine.model.once import Once


def test_the_same_thing_is_looked_at_once_in_a_row_and_an_equal_one_anew() -> None:
    asked: list[list[int]] = []

    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    once, one, other = Once(total), [1, 2], [1, 2]
    assert [once(one), once(one), once(other), once(one)] == [3, 3, 3, 3]
    assert [numbers is one for numbers in asked] == [True, False, True]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("readnig", True), ("redaing", True), ("reding", True), ("readings", True), ("rating", False), ("reading", False)],
)
def test_a_slip_is_one_letter_too_many_too_few_another_or_two_swapped(word: str, expected: bool) -> None:
    assert is_slip(word, "reading") is expected
