"""The one address of everything, plain scalars, and what is missing anywhere in a value."""

from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.model.finding import Missing, lacking, unknown
from policyengine.model.pointer import above, join, split
from policyengine.model.scalars import scalar
from policyengine.model.tree import every_block, ids, is_hole, is_text, under


def test_a_key_with_a_slash_or_a_tilde_comes_back_as_it_was() -> None:
    pointer = join("/limits", "/delegation/more_than", "a~b", 3)
    assert pointer == "/limits/~1delegation~1more_than/a~0b/3"
    assert split(pointer) == ("limits", "/delegation/more_than", "a~b", "3")


def test_above_an_address_stand_all_its_blocks_and_the_whole_file_last() -> None:
    assert above("/a/b") == ("/a/b", "/a", "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("true", True),
        ("FALSE", False),
        ("no", "no"),  # a word, and no flag
        ("0x1F", 31),
        ("0o17", 15),
        ("017", 17),
        ("+5", 5),
        ("4.50", Decimal("4.50")),
        ("1e3", Decimal(1000)),
        ("1e99", "1e99"),  # too large to be meant
        ("2026-01-31", "2026-01-31"),
        ("-", "-"),
        ("1" * 31, "1" * 31),
    ],
)
def test_a_plain_scalar_is_read_by_the_core_schema(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_what_is_missing_anywhere_in_a_value_is_missing_of_the_value() -> None:
    value = {"due": unknown("a"), "parts": [1, (unknown("b", "c"), None)], "mark": Fraction(4)}
    assert lacking(value) == {"a", "b", "c"}
    assert lacking(Missing(facts=frozenset({"d"}))) == {"d"}


@pytest.mark.parametrize(("value", "expected"), [(["a", 1], ("a", "1")), ("a", ("a",)), ({"a": 1}, ()), (None, ())])
def test_ids_are_a_list_or_one_word(value: object, expected: tuple[str, ...]) -> None:
    assert ids(value) == expected


def test_below_a_word_there_is_nothing() -> None:
    assert under({"a": {"b": "c"}}, "a", "b", "c") == {}


@pytest.mark.parametrize(("value", "expected"), [({"ru": "а", "x": 1}, True), ({"x": 1}, False), ("ru", False)])
def test_a_text_in_languages_has_one_of_the_languages(value: object, expected: bool) -> None:
    assert is_text(value) is expected


def test_every_block_of_a_tree_has_its_address() -> None:
    tree = {"a": [1, {"b": "c"}]}
    assert dict(every_block(tree)) == {"": tree, "/a/1": {"b": "c"}}


@pytest.mark.parametrize(
    ("value", "expected"), [({"reading": "x"}, True), ({"reading": "x", "paragraph": "1"}, False), ("reading", False)]
)
def test_a_hole_names_a_reading_and_nothing_else(value: object, expected: bool) -> None:
    assert is_hole(value) is expected
