"""Run verbs inside the test, and in processes of their own."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

from click.testing import CliRunner, Result
from icalendar import Calendar

from policyengine.cli.verbs import verbs
from policyengine.handbook.explain import spoken
from policyengine.model.policy import Policy
from policyengine.words import Words
from policyengine.words.values import Language
from tests.door import ROOT, policy

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


def run(*arguments: str | Path) -> Result:
    """Run a verb as the command line would."""
    return CliRunner().invoke(verbs, [str(one) for one in arguments], env={"COLUMNS": "110"})


def started(*arguments: str | Path, folder: Path, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a verb in a process of its own, from a folder, its output no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "policyengine", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "110", **surroundings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@cache
def catalogue(language: str) -> dict[str, dict[str, str]]:
    """All sentences of a language that a verb may need."""
    found: dict[str, dict[str, str]] = {}
    for name in (f"{language}.json", f"cli.{language}.json"):
        text = (ROOT / "policyengine" / "words" / name).read_text("utf-8")
        for section, sentences in json.loads(text).items():
            found.setdefault(section, {}).update(sentences)
    return found


def words_of(opened: Policy, language: Language = "en") -> Words:
    """The words of a language with the names of a policy."""
    return spoken(Words(language=language, catalogue=catalogue(language), names={}), opened)


def words(policy_id: str, language: Language = "en") -> Words:
    """The words of a language with the names of a policy of the repository."""
    return words_of(policy(policy_id), language)


@cache
def demo_schema() -> dict[str, Any]:
    """The schema of demonstrations."""
    found: dict[str, Any] = json.loads((ROOT / "schemas" / "demo.schema.json").read_text("utf-8"))
    return found


def read_ics(data: bytes) -> Any:  # noqa: ANN401 (what a calendar holds is any of thirty types)
    """A calendar, read by the library; its types are too wide to be of use in a test."""
    return cast("Any", Calendar.from_ical(data))
