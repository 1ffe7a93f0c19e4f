"""What the walker accepts the schema accepts, and what only the model refuses has a code, each with an example."""

import copy
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policyengine.cli.opening import read_file
from policyengine.document import read
from policyengine.loading.judge import judged
from policyengine.loading.load import load
from policyengine.loading.walk import Walk
from policyengine.model.fault import Fault, Refused
from tests.door import ROOT, find, schema
from tests.laws.examples_of_faults import Example, base, examples, loaded

SOURCES: Final = ("document", "loading")
# What the schema does not say: a day that no month has, a text of nothing but spaces; and nothing is called `reading`,
# so that a mapping with this key alone is a hole whatever else it might be.
OF_THE_WALKER: Final = frozenset({"P008", "P009"})
RESERVED: Final = "/reading"
JUNK: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 40)
    | st.decimals(-5, 50, places=2)
    | st.sampled_from("open none rest x 1/2 quarter mean a.b 2026-01-31 2026-02-30".split())
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("reading from to kk paragraph when any x X".split()), inner, max_size=3)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("example", examples(), ids=lambda one: f"{one.code} {one.name}")
def test_the_example_of_a_fault_has_it_at_its_place(example: Example) -> None:
    found = {(one.code, one.line, one.column) for one in loaded(example.text).faults}
    assert (example.code, example.line, example.column) in found


def test_the_file_that_the_examples_change_is_sound() -> None:
    assert loaded(base()).faults == ()


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("D001", b"language: 1\nname: \xff"),
        ("D001", "language: 1\n".encode("utf-16")),
        ("D006", b" " * 3_000_000),
        ("D007", b"[" * 50),
    ],
)
def test_what_no_text_can_show_is_refused_by_its_bytes(code: str, data: bytes) -> None:
    assert [one.code for one in load("made.yaml", data, schema(), find).faults] == [code]


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.yaml", tmp_path / "no\0file.yaml"):
        with pytest.raises(Refused) as refused:
            read_file(path)
        assert [one.code for one in refused.value.faults] == ["D011"]


def test_the_judge_says_what_the_schema_refuses() -> None:
    assert {one.code for one in judged({"language": 2}, schema())} == {"P099"}


def test_every_code_of_reading_and_loading_has_an_example() -> None:
    files = [path for folder in SOURCES for path in (ROOT / "policyengine" / folder).rglob("*.py")]
    made = {code for path in files for code in re.findall(r'"([DP]\d{3})"', path.read_text("utf-8"))}
    shown = {one.code for one in examples()} | {"D001", "D006", "D007", "P099"}
    assert made == shown


@cache
def sections() -> tuple[tuple[str, Any], ...]:
    """The sections of both policies and of the file of the examples, each with its name."""
    trees = [read((find(name) or ("", b""))[1]).tree for name in ("nura", "taskala")] + [read(base().encode()).tree]
    return tuple((name, one) for tree in trees if isinstance(tree, Mapping) for name, one in tree.items())


@cache
def validator(section: str) -> Draft202012Validator:
    return Draft202012Validator({"$defs": schema()["$defs"], **schema()["properties"][section]})


@settings(max_examples=10 * settings().max_examples)
@given(st.data())
def test_what_the_walker_accepts_the_schema_accepts_and_the_other_way_round(data: st.DataObject) -> None:
    section, tree = sections()[data.draw(st.integers(0, len(sections()) - 1))]
    tree = _changed(copy.deepcopy(tree), data)
    seen = Walk(definitions=schema()["$defs"]).along(schema()["properties"][section], tree, f"/{section}")
    faults = [one for one in seen if isinstance(one, Fault)]
    valid = validator(section).is_valid(tree)
    if valid:
        assert {one.code for one in faults if not one.at.endswith(RESERVED)} <= OF_THE_WALKER, faults
    else:
        assert faults, [(error.json_path, error.message[:80]) for error in validator(section).iter_errors(tree)]


def _changed(tree: Any, data: st.DataObject) -> Any:  # noqa: ANN401 - any tree that a file can hold
    """The tree with one or two values replaced, taken out, renamed or put in."""
    for _ in range(data.draw(st.integers(1, 2))):
        blocks = _blocks(tree)
        if not blocks or data.draw(st.integers(0, 9)) == 0:
            return data.draw(JUNK)
        _change(blocks[data.draw(st.integers(0, len(blocks) - 1))], data)
    return tree


def _blocks(tree: Any) -> list[Any]:  # noqa: ANN401 - any tree that a file can hold
    inner = list(tree.values()) if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    own = [tree] if isinstance(tree, dict | list) and tree else []
    return own + [block for one in inner for block in _blocks(one)]


def _change(owner: dict[str, Any] | list[Any], data: st.DataObject) -> None:
    places = list(owner) if isinstance(owner, dict) else list(range(len(owner)))
    place: Any = data.draw(st.sampled_from(places))
    kind = data.draw(st.sampled_from(["replaced", "taken out", "renamed", "put in"]))
    if kind == "replaced":
        owner[place] = data.draw(JUNK)
    elif kind == "taken out":
        del owner[place]
    elif isinstance(owner, list):
        owner.append(data.draw(JUNK) if kind == "put in" else owner[place])
    else:
        key = data.draw(st.sampled_from("reading from to kk paragraph when any x X form least".split()))
        owner[key] = data.draw(JUNK) if kind == "put in" else owner.pop(place)
