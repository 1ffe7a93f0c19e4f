"""The budget that keeps the package without a tail: see docs/decisions/0001-floors-and-budgets.md."""

import ast

from tests.architecture.project import PACKAGE, place, python_files

LINES_OF_A_FILE = 250
LINES_OF_A_FUNCTION = 30


def test_no_file_of_the_package_has_more_than_250_lines() -> None:
    over = [
        f"{place(file, lines)}: {lines} lines"
        for file in python_files("policyengine")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    ]
    assert over == []


def test_no_function_of_the_package_has_more_than_30_lines() -> None:
    over = [
        f"{place(file, node.lineno)}: `{node.name}` has {lines} lines"
        for file in python_files("policyengine")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert over == []


def test_every_folder_of_the_package_that_holds_python_is_a_package() -> None:
    """A folder without `__init__.py` is seen by Python and not by import-linter."""
    homeless = {
        file.parent.relative_to(PACKAGE).as_posix()
        for file in python_files("policyengine")
        if not (file.parent / "__init__.py").exists()
    }
    assert homeless == set()
