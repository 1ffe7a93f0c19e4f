"""A methodology as values: addresses, citations, readings, and values that are still open."""

import pytest

from policyengine.model.policy import Node, StillOpen, shown_places
from tests.unit.made import found, made

CITED = """
methods:
  sheet:
    cited: {rounding: "7"}
    items: {work: {paragraph: ["8", "9"]}}
retention:
  for: 3 years after evaluation_completed
  at: [hr]
  from: {act: law, place: "5"}
"""


def node(pointer: str, *fragments: str) -> Node:
    at = made(*fragments).section(*pointer.split("/"))
    assert at is not None
    return at


@pytest.mark.parametrize(
    ("pointer", "places"),
    [
        ("methods/sheet/every", ("4",)),  # the block's own
        ("methods/sheet/rounding", ("7",)),  # the key's own is nearer
        ("methods/sheet/items/work/name", ("8", "9")),
        ("retention/for", ("law: 5",)),  # another act
        ("name", ()),  # nothing stands above it
    ],
)
def test_the_nearest_citation_covers_a_value(pointer: str, places: tuple[str, ...]) -> None:
    assert node(pointer, CITED).paragraph == places


def test_a_place_of_another_act_may_be_the_whole_act() -> None:
    assert node("secrecy/level", "secrecy: {level: strict, open_to: [hr], from: {act: law}}").paragraph == ("law",)


def test_an_option_cites_for_what_it_fills() -> None:
    option = '{sets: {/methods/sheet/rounding: exact}, paragraph: "11"}'
    reading = f"readings: {{r: {{about: {{en: a}}, chosen: one, options: {{one: {option}}}}}}}"
    filled = node("methods/sheet/rounding", "methods: {sheet: {rounding: {reading: r}}}", reading)
    assert (filled.paragraph, filled.readings) == (("11",), frozenset({"r"}))


def test_a_value_rests_on_the_readings_of_all_blocks_around_it() -> None:
    readings = (
        "readings: {a: {about: {en: a}, chosen: x, options: {x: {}}}, b: {about: {en: b}, chosen: x, options: {x: {}}}}"
    )
    leans = "methods: {sheet: {rests_on: [a], items: {work: {rests_on: [b]}}}}"
    assert node("methods/sheet/items/work/name", leans, readings).readings == {"a", "b"}


@pytest.mark.parametrize(("places", "shown"), [((), None), (("4",), "4"), (("4", "5"), ["4", "5"])])
def test_one_place_is_shown_alone_and_several_as_a_list(places: tuple[str, ...], shown: object) -> None:
    assert shown_places(places) == shown


def test_a_required_key_that_is_absent_is_named_by_its_address() -> None:
    with pytest.raises(KeyError, match="/methods/sheet/caps"):
        _ = node("methods/sheet")["caps"]


def test_a_value_in_the_place_of_a_list_is_a_list_of_one() -> None:
    assert node("timetable/evaluation").names("by") == ("head",)
    assert node("timetable/evaluation").names("to") == ()


def test_a_yes_is_true_and_everything_else_is_not() -> None:
    sheet = node("methods/sheet", "methods: {sheet: {anonymous: true, weakest_reported: false}}")
    assert [sheet.is_true(key) for key in ("anonymous", "weakest_reported", "caps")] == [True, False, False]


OPEN = "methods: {sheet: {rounding: open, anonymous: open, caps: open, starts_at: open}}"


def test_a_file_with_open_values_is_sound() -> None:
    assert found(OPEN) == []


def test_whatever_is_asked_of_an_open_value_is_still_to_be_read() -> None:
    sheet = node("methods/sheet", OPEN)
    for ask in (
        sheet["rounding"].text,
        sheet["starts_at"].number,
        sheet["anonymous"].flag,
        lambda: sheet.names("rounding"),
        lambda: sheet["caps"].get("rows"),
        lambda: list(sheet["caps"].items()),
    ):
        with pytest.raises(StillOpen, match="/methods/sheet/"):
            ask()


def test_a_place_where_nothing_stands_can_be_spoken_of() -> None:
    empty = node("methods/sheet").place("caps")
    assert (empty.pointer, empty.value, empty.paragraph) == ("/methods/sheet/caps", None, ("4",))


def test_nothing_stands_below_a_word() -> None:
    assert list(node("methods/sheet/rounding").items()) == []
