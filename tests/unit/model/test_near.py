"""Did you mean: few changes are a slip, many are another word."""

import pytest

from policyengine.model.near import as_code, nearest

KNOWN = ("evaluator", "evaluated", "delegate", "hr")


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("evaluaror", "evaluator"),  # one letter changed
        ("evaluatr", "evaluator"),  # one left out
        ("dellegate", "delegate"),  # one too many
        ("evlauator", "evaluator"),  # two swapped
        ("rh", "hr"),
        ("substitute", ""),
        ("h", "hr"),
        ("", ""),
    ],
)
def test_the_nearest_word_is_offered_where_few_letters_differ(word: str, like: str) -> None:
    assert nearest(word, KNOWN) == like


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("evaluator", ()) == ""


def test_among_too_many_words_none_is_near() -> None:
    many = [f"word{number}" for number in range(1001)]
    assert (nearest("wird1", many[:1000]), nearest("wird1", many)) == ("word1", "")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("E-2", "E-2"),
        ("\N{CYRILLIC CAPITAL LETTER IE}-2", "E-2"),
        ("\N{CYRILLIC CAPITAL LETTER ES}-R-\N{CYRILLIC CAPITAL LETTER O}1", "C-R-O1"),
        ("\N{CYRILLIC CAPITAL LETTER ZHE}-2", "\N{CYRILLIC CAPITAL LETTER ZHE}-2"),
        (
            "\N{CYRILLIC CAPITAL LETTER IE}\N{CYRILLIC SMALL LETTER DE}",
            "\N{CYRILLIC CAPITAL LETTER IE}\N{CYRILLIC SMALL LETTER DE}",
        ),
    ],
)
def test_a_code_is_the_same_in_letters_that_look_the_same(typed: str, code: str) -> None:
    assert as_code(typed) == code
