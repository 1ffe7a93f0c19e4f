"""A YAML document becomes plain values with their places; what is wrong with it becomes faults, never an exception."""

import pytest

from policyengine.document import Limits, read

DEEP = 5


def faults(text: str | bytes, limits: Limits = Limits()) -> list[tuple[str, int, int]]:  # noqa: B008 (a frozen value)
    """The code, line and column of each fault."""
    document = read(text if isinstance(text, bytes) else text.encode(), limits)
    return [(fault.code, fault.line, fault.column) for fault in document.faults]


def test_scalars_are_read_by_the_core_schema_and_quoted_ones_are_texts() -> None:
    tree = read(b'{a: no, b: 4.50, c: "4.50", d: true, e: ~, f: 2026-01-31, g: !!str 5, h: ! 5}').tree
    assert tree == {
        "a": "no",
        "b": read(b"4.50").tree,
        "c": "4.50",
        "d": True,
        "e": None,
        "f": "2026-01-31",
        "g": "5",
        "h": "5",
    }


def test_every_value_knows_its_own_place_and_that_of_its_key() -> None:
    places = read(b"a:\n  b: [1, {c: 2}]\n").places
    assert (places["/a/b/0"].line, places["/a/b/0"].column) == (2, 7)
    assert (places["/a/b"].key_line, places["/a/b"].key_column) == (2, 3)
    assert (places["/a/b/1"].flow, places["/a"].flow) == (True, False)
    assert places["/a/b/1/c"].column == 14


def test_a_byte_order_mark_of_utf_8_is_no_part_of_the_text() -> None:
    assert read(b"\xef\xbb\xbfa: 1").tree == {"a": 1}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: 1".encode("utf-16"), ("D001", 1, 1)),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", ("D001", 1, 1)),
        (b"a: 1\n\xe0: 2", ("D001", 2, 1)),
    ],
)
def test_another_encoding_is_refused_at_its_first_letter(data: bytes, place: tuple[str, int, int]) -> None:
    assert faults(data) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ("D003", 1, 1)),
        ("# nothing\n", ("D003", 1, 1)),
        ("a: [1\nb: 2", ("D002", 2, 2)),
        ("a: b: c", ("D002", 1, 5)),
        ("a:\n\tb: 1", ("D004", 2, 1)),
        ("a: \x07", ("D002", 1, 1)),
        ("a: 1\na: 2", ("D005", 2, 1)),
        ("a: 1\n---\nb: 2", ("D009", 2, 1)),
        ("{[a]: 1}", ("D010", 1, 2)),
        ("? {a: 1}\n: 2", ("D010", 1, 3)),
        ("a: &x 1\n*x : 2", ("D010", 2, 1)),
        ("a: *nobody", ("D002", 1, 4)),
        ("a: &x {b: *x}", ("D002", 1, 11)),  # an alias inside what it stands for
        ("a: !!binary eA==", ("D012", 1, 4)),
        ("a: !!map {b: 1}", ("D012", 1, 4)),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(text: str, place: tuple[str, int, int]) -> None:
    assert faults(text)[0] == place


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    assert read(b"a: 1\na: 2").tree == {"a": 1}


def test_an_alias_is_the_value_that_it_names() -> None:
    document = read(b"a: &x [1, {b: 2}]\nc: *x\nd: &y 7\ne: *y")
    assert (document.tree, document.faults) == ({"a": [1, {"b": 2}], "c": [1, {"b": 2}], "d": 7, "e": 7}, ())


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("a: 12345", Limits(size=7), "D006"),
        ("[[[[[[1]]]]]]", Limits(depth=DEEP), "D007"),
        ("a: &x [[[1]]]\nb: [[[*x]]]", Limits(depth=DEEP), "D007"),
        ("[1, 2, 3, 4]", Limits(values=3), "D008"),
        ("a: &x [1, 1, 1]\nb: [*x, *x]", Limits(values=9), "D008"),
    ],
)
def test_a_document_beyond_its_limits_is_refused(text: str, limits: Limits, code: str) -> None:
    assert [fault[0] for fault in faults(text, limits)] == [code]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: 1234", Limits(size=7)),
        ("[[[[[1]]]]]", Limits(depth=DEEP)),
        ("[1, 2]", Limits(values=3)),
        ("a: &x [1, 1, 1]\nb: [*x, *x]", Limits(values=16)),
    ],
)
def test_a_document_at_its_limits_is_read(text: str, limits: Limits) -> None:
    assert faults(text, limits) == []
