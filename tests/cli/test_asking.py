"""The short way of `ask` answers as the long one, and a kept policy as a fresh one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from policyengine.cli.asking import Asked
from policyengine.cli.verbs import verbs
from tests.door import ROOT

PLAIN = [
    ["ask", "taskala", "delegation", "evaluated=21"],
    ["ask", "nura", "delegation", "unit_staff=50", "--format", "json", "--lang=en"],
    ["ask", "taskala", "appeal", "acquainted=2026-10-20", "--explain", "--lang", "ru"],
    ["ask", "taskala", "delegation", "evaluated=minus"],
    ["ask", "taskala", "participation", "--format=json"],
    ["ask", "nowhere", "delegation", "--lang", "kk"],
]
LONG = [
    ["ask", "taskala"],
    ["ask", "taskala", "delegation", "--help"],
    ["ask", "taskala", "delegation", "--format", "xml"],
    ["ask", "taskala", "delegation", "--given"],
    ["ask", "taskala", "delegation", "--given", "-"],
    ["ask", "taskala", "delegation", "--loud"],
    ["check"],
    [],
]


def run(code: str, words: list[str], cache: Path) -> tuple[int, str, str]:
    found = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"XDG_CACHE_HOME": str(cache), "PYTHONUTF8": "1", "LANG": "kk_KZ.UTF-8", "PATH": ""},
    )
    return found.returncode, found.stdout, found.stderr


SHORT_WAY = "from policyengine.cli import main; main()"
LONG_WAY = "from policyengine.cli.verbs import verbs; verbs()"


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_the_short_way_answers_as_the_long_one(words: list[str], tmp_path: Path) -> None:
    assert Asked.read(words) is not None
    assert run(SHORT_WAY, words, tmp_path) == run(LONG_WAY, words, tmp_path)


@pytest.mark.parametrize("words", LONG, ids=" ".join)
def test_what_is_not_plain_goes_the_long_way(words: list[str]) -> None:
    assert Asked.read(words) is None


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("evaluated: 21\n", 0, '"outcome": "required"'),
        ("evaluated: 20\n", 0, '"outcome": "none"'),
        ("evaluated: [\n", 2, '"file": "-"'),
        ("", 2, '"D003"'),
    ],
)
def test_facts_may_come_from_the_standard_input(text: str, status: int, said: str) -> None:
    words = ["ask", "taskala", "delegation", "--given", "-", "--format", "json"]
    found = CliRunner().invoke(verbs, words, input=text)
    assert (found.exit_code, said in found.stdout) == (status, True)


def test_a_kept_policy_answers_as_a_fresh_one(tmp_path: Path) -> None:
    words = ["ask", "nura", "participation", "period=2026-Q3", "person.group=staff", "person.appointed=2020-01-01"]
    fresh = run(SHORT_WAY, [*words, "--format", "json"], tmp_path)
    kept = list((tmp_path / "policyengine-kz").glob("*.json"))
    assert kept
    assert run(SHORT_WAY, [*words, "--format", "json"], tmp_path) == fresh
    assert json.loads(fresh[1])["answer"]["methods"]["ranking"]["due"] == "2026-10-10"


def test_a_cache_that_holds_something_else_is_passed_over(tmp_path: Path) -> None:
    words = ["ask", "taskala", "delegation", "evaluated=21", "--format", "json"]
    fresh = run(SHORT_WAY, words, tmp_path)
    for path in (tmp_path / "policyengine-kz").glob("*.json"):
        path.write_text("[1, 2", "utf-8")
    assert run(SHORT_WAY, words, tmp_path) == fresh


def test_a_cache_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    words = ["ask", "taskala", "delegation", "evaluated=20", "--format", "json"]
    assert run(SHORT_WAY, words, blocked) == run(SHORT_WAY, words, tmp_path)
