"""The table of all faults with their smallest examples: tests/cases/faults.yaml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml

from policyengine.loading.load import Loaded, load
from tests.door import ROOT, schema

HERE: Final = "♦"
TABLE: Final = ROOT / "tests" / "cases" / "faults.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A file with one fault: its code, and the line and column where it must be found, from 1."""

    code: str
    name: str
    text: str
    line: int
    column: int


@cache
def table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(TABLE.read_text("utf-8"))
    return found


def base() -> str:
    """The sound file of which most examples are changes."""
    return str(table()["base"])


def examples() -> Sequence[Example]:
    return [_example(one) for one in table()["examples"]]


def loaded(text: str) -> Loaded:
    """The file, loaded beside the others of the table."""
    beside = {"base": base(), **table()["beside"]}
    return load(
        "made.yaml", text.encode(), schema(), lambda name: (name, beside[name].encode()) if name in beside else None
    )


def _example(one: Mapping[str, Any]) -> Example:
    text = str(one["file"]) if "file" in one else base()
    for piece, by in one.get("change", {}).items():
        assert text.count(piece) == 1, f"{one['name']}: `{piece}` stands {text.count(piece)} times in the base"
        text = text.replace(piece, by)
    before, found, after = text.partition(HERE)
    assert found, f"{one['name']}: nothing says where the fault must be found"
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return Example(code=one["code"], name=one["name"], text=before + after, line=line, column=column)
