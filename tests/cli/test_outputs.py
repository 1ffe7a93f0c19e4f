"""Where answers go: an output that takes nothing has its status and no traceback; a pipe or device is not replaced."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, run

import pytest

from policyengine.cli.writing import write
from tests.door import ROOT

ASK = [sys.executable, "-m", "policyengine", "ask", "taskala", "delegation", "--lang", "en"]


def asked(output: str, *words: str) -> tuple[int, str]:
    """The status, and what standard error says, of a question whose standard output goes somewhere."""
    line = ["sh", "-c", f'exec "$0" "$@" {output}', *ASK, *words]
    found = run(line, cwd=ROOT, stderr=PIPE, text=True, check=False)
    return found.returncode, found.stderr


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(("fact", "status", "code"), [("21", 5, "environment:"), ("many", 2, "bad_value")])
def test_a_closed_output_ends_with_the_status_of_what_is_wrong(form: str, fact: str, status: int, code: str) -> None:
    found, said = asked(">&-", f"evaluated={fact}", "--format", form)
    assert (found, said.splitlines()[0].partition(" ")[0]) == (status, code)
    assert "Traceback" not in said


def test_where_nothing_can_be_said_the_status_is_left() -> None:
    assert asked(">&- 2>&-", "evaluated=many") == (2, "")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as other:
        read = other.submit(pipe.read_text)
        write("what was asked for", pipe)
        assert read.result(timeout=10) == "what was asked for"
    assert pipe.is_fifo()
