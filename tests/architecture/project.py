"""The files of the project as the tests of its build see them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "policyengine"


def python_files(*folders: str) -> Iterator[Path]:
    """All Python files below these folders of the project, in order."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def files_of_the_project() -> list[Path]:
    """All files that git tracks or would take in: what is made and ignored is left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [file for name in sorted(listed.split("\0")) if name and (file := ROOT / name).is_file()]


def place(file: Path, line: int) -> str:
    """Where something stands, as editors open it."""
    return f"{file.relative_to(ROOT).as_posix()}:{line}"
