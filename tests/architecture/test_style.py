"""What no reviewer should have to look for: silenced checks, swallowed errors, tests that do not run."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.project import place, python_files

FOLDERS = ("policyengine", "schemas", "tests", "benchmarks")
TOO_WIDE = frozenset({"Exception", "BaseException"})
NOT_RUN = frozenset({"skip", "skipif", "xfail", "importorskip", "NotImplementedError"})
SILENT_NAMES = frozenset({"Manager", "Handler", "Processor"})
SILENT_FILES = frozenset({"utils", "util", "helpers", "helper", "common", "misc"})

# A letter in brackets keeps these patterns from finding themselves.
LEFT_OVER = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
PRAGMA = re.compile(r"pragm[a]\b|isor[t]:|yap[f]:|pylin[t]:")
SILENCER = re.compile(
    r"# *(?:type: *ignor[e]|noq[a]|mypy:|ruff:)(?P<codes>\[[\w, -]+\]|: *[A-Z]+\d+(?:, *[A-Z]+\d+)*)?(?P<reason>.*)"
)
REASON = re.compile(r"\s*[#(:-]\s*\S+ \S+ \S+")


def faults_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line of everything in a Python text that the style forbids, and what it is."""
    for node in ast.walk(ast.parse(text)):
        yield from faults_of_node(node)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield from ((token.start[0], fault) for fault in faults_of_comment(token.string))


def faults_of_node(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.ExceptHandler(type=None):
            yield node.lineno, "an `except` that names nothing"
        case ast.ExceptHandler(type=caught) if caught and TOO_WIDE & names_in(caught):
            yield node.lineno, "an `except` that catches everything"
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in NOT_RUN:
            yield node.lineno, f"`{name}`"
        case ast.Assert(test=ast.Constant(value=value)) if value:
            yield node.lineno, "an assertion that cannot fail"
        case ast.ClassDef(name=name) if name.endswith(tuple(SILENT_NAMES)):
            yield node.lineno, f"`{name}` says nothing"


def names_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def faults_of_comment(comment: str) -> Iterator[str]:
    if LEFT_OVER.search(comment):
        yield "something left over"
    if PRAGMA.search(comment):
        yield "a pragma"
    if (found := SILENCER.search(comment)) and not (found["codes"] and REASON.match(found["reason"])):
        yield "a silenced check without its code and a reason behind it"


def test_python_of_the_project_is_free_of_silenced_checks_and_tests_that_do_not_run() -> None:
    faults = [
        f"{place(file, line)}: {fault}"
        for file in python_files(*FOLDERS)
        for line, fault in faults_of(file.read_text(encoding="utf-8"))
    ]
    assert faults == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    silent: list[Path] = [file for file in python_files(*FOLDERS) if file.stem in SILENT_FILES]
    assert silent == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    x = 1\nexcept Exception:\n    x = 2\n",
        "try:\n    x = 1\nexcept (ValueError, BaseException):\n    x = 2\n",
        "try:\n    x = 1\nexcept:\n    x = 2\n",
        "import pytest\n@pytest.mark.skip\ndef test_x(): ...\n",
        "pytest.mark.xfail\n",
        "raise NotImplementedError\n",
        "assert True\n",
        "x = 1  # type: ignor" + "e\n",
        "x = 1  # type: ignor" + "e[assignment]\n",
        "x = 1  # noq" + "a: E501\n",
        "x = 1  # noq" + "a\n",
        "x = 1  # pragm" + "a: no cover\n",
        "x = 1  # TOD" + "O: later\n",
        "class PolicyManager: ...\n",
    ],
)
def test_what_the_style_forbids_is_seen(text: str) -> None:
    assert list(faults_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "x = 1  # type: ignor" + "e[arg-type]  # the stubs of click know no tuple\n",
        "x = 1  # noq" + "a: S607 (the git of the developer)\n",
        'x = "TODO"\n',
        "try:\n    x = 1\nexcept ValueError:\n    x = 2\n",
    ],
)
def test_a_silenced_check_with_its_code_and_a_reason_is_left_alone(text: str) -> None:
    assert list(faults_of(text)) == []
