"""The floors: import-linter holds the contracts of pyproject.toml, and what it cannot see is held here."""

import ast
from collections.abc import Iterator

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.project import PACKAGE, ROOT, place, python_files

TOP = ("cli",)
FLOOR_5 = ("lint", "handbook", "scenarios")
NEEDS_FLOOR_6 = frozenset({"print", "input", "breakpoint"})
NEEDS_FLOOR_5 = frozenset({"open", "importlib.resources"})


def test_every_contract_of_the_floors_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def used_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that call a builtin, or import a module, by which a room would reach the world."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield node.lineno, name
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield node.lineno, module
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in names)
            case _:
                continue


def test_below_its_floor_no_room_prints_asks_or_opens_files() -> None:
    reached = [
        f"{place(file, line)}: {name}"
        for file in python_files("policyengine")
        if (room := file.relative_to(PACKAGE).parts[0]) not in TOP
        for line, name in used_in(file.read_text(encoding="utf-8"))
        if name in NEEDS_FLOOR_6 or (name in NEEDS_FLOOR_5 and room not in FLOOR_5)
    ]
    assert reached == []


def test_the_naive_interpreter_imports_nothing_of_the_package() -> None:
    """A second opinion that shares code with the first is none."""
    shared = [
        f"{place(file, line)}: {name}"
        for file in python_files("tests/naive")
        for line, name in used_in(file.read_text(encoding="utf-8"))
        if name.partition(".")[0] == "policyengine"
    ]
    assert shared == []


@pytest.mark.parametrize(
    "text",
    [
        "open('x')",
        "from importlib import resources",
        "import importlib.resources",
        "from importlib.resources import files",
    ],
)
def test_files_are_seen_however_they_are_opened(text: str) -> None:
    assert NEEDS_FLOOR_5 & {name for _, name in used_in(text)}
