"""The same input gives the same bytes, whatever the machine: its seed of hashes, its language, its clock, its cache."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from policyengine.words import LANGUAGES
from tests.door import ROOT
from tests.laws.breaking import breakings
from tests.laws.policy_files import PolicyFile
from tests.laws.test_breaking import policy_file
from tests.naive.cases import case

POLICIES: Final = ["nura", "taskala"]
CASES: Final = 20
EDITS: Final = 30
MACHINES: Final = [
    {"PYTHONHASHSEED": "0", "LANG": "C", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LANG": "ru_RU.UTF-8", "LC_ALL": "ru_RU.UTF-8", "TZ": "Asia/Almaty"},
    {"PYTHONHASHSEED": "4242", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"},
]
# Many commands in one process; each as from the command line, with its exit status behind its output.
PROGRAM: Final = """
import json, sys
from policyengine.cli import main
for arguments in json.load(sys.stdin):
    sys.argv = ["policyengine", *arguments]
    try:
        main()
    except SystemExit as stop:
        print("status", stop.code, flush=True)
"""


def test_answers_are_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    commands = [
        _asked(policy, LANGUAGES[number % len(LANGUAGES)], number, tmp_path)
        for policy in POLICIES
        for number in range(CASES)
    ]
    _same_everywhere(commands, tmp_path)


def test_what_is_told_of_a_policy_is_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    files = {policy: tmp_path / f"{policy}.yaml" for policy in POLICIES}
    for policy, path in files.items():
        path.write_text(_broken(policy_file(policy)), "utf-8")
    commands = [
        *(["check", *map(str, files.values()), "--format", form, "--lang", "en"] for form in ("text", "json")),
        ["show", "nura", "--lang", "kk"],
        ["calendar", "taskala", "--year", "2026", "--format", "ics", "--lang", "ru"],
    ]
    _same_everywhere(commands, tmp_path)


def _asked(policy: str, language: str, number: int, folder: Path) -> list[str]:
    question, facts = case(policy, Random(number))  # noqa: S311 - the same cases every time
    path = folder / f"{number}.yaml"
    path.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
    return ["ask", policy, question, "--given", str(path), "--format", "json", "--explain", "--lang", language]


def _broken(file: PolicyFile) -> str:
    """The file with some declared ids misspelt, each of which is referred to elsewhere."""
    edits = [one for one in breakings(file) if one.kind == "declared id misspelt"]
    some = Random(1).sample(edits, min(EDITS, len(edits)))  # noqa: S311 - the same edits every time
    return file.written.with_changes(*(one.change for one in some))


def _same_everywhere(commands: Sequence[Sequence[str]], folder: Path) -> None:
    first, *others = [_said(commands, machine, folder / f"cache{number}") for number, machine in enumerate(MACHINES)]
    assert first
    assert all(other == first for other in others)
    assert _said(commands, MACHINES[0], folder / "cache0") == first


def _said(commands: Sequence[Sequence[str]], machine: dict[str, str], cache: Path) -> bytes:
    """What a machine says, with a cache folder of its own: empty the first time, filled the second."""
    surroundings = {**os.environ, **machine, "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(commands).encode(),
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")
    return ended.stdout
