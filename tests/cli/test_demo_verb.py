"""`demo`: from end to end in every language, from an empty folder, replacing nothing but an earlier demonstration."""

import csv
import json
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import Result

from policyengine.cli.showing import as_started
from tests.cli.running import LANGUAGES, read_ics, run, started

FILES = {
    "index.html",
    *(
        f"{district}/{name}"
        for district in ("taskala", "nura")
        for name in (
            "year.html",
            "results.csv",
            "results.json",
            "explanations.txt",
            *(f"methodology.{language}.html" for language in LANGUAGES),
            *(f"calendar.{language}.ics" for language in LANGUAGES),
        )
    ),
}
CHAPTERS = {
    "kk": ("1. Әдістемелерді тексеру", "6. Не қалды", "24/24", "42/42"),
    "ru": ("1. Проверка методик", "6. Что осталось", "24/24", "42/42"),
    "en": ("1. The methodologies are checked", "6. What is left behind", "24/24", "42/42"),
}
EMPTY = frozenset({"meta", "br", "link", "img", "hr", "input"})


class Tags(HTMLParser):
    """The tags of a page, whether they are closed in order, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.broken: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.broken.append(tag)


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


class Made(NamedTuple):
    """One run of the demo: what it said, and the folder that it left."""

    result: Result
    out: Path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """Run the demo once in each language."""

    @cache
    def made(language: str) -> Made:
        out = tmp_path_factory.mktemp(f"demo-{language}") / "demo"
        return Made(run("demo", "--lang", language, "--out", out), out)

    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_shows_everything_and_leaves_its_files(language: str, demo: Callable[[str], Made]) -> None:
    made = demo(language)
    assert made.result.exit_code == 0, made.result.stderr
    assert all(part in made.result.stdout for part in CHAPTERS[language])
    assert left(made.out) == FILES
    assert [path.name for path in made.out.parent.iterdir()] == ["demo"]
    shown = [line for line in made.result.stdout.splitlines() if not line.startswith("  policyengine ")]
    assert max(map(len, shown)) <= 110
    assert "\x1b" not in made.result.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_demo_is_left_without_words(language: str, demo: Callable[[str], Made]) -> None:
    """A code that has no sentence would be shown as itself."""
    codes = ("in_brackets", "is_ground", "why_of", "page.", "act_by_column", "no_day", "coverage_of_act", "None", "{")
    assert [code for code in codes if code in demo(language).result.stdout] == []


def test_the_demo_runs_in_an_empty_folder_where_no_language_is_known(tmp_path: Path) -> None:
    made = started("demo", folder=tmp_path, LC_ALL="C")
    assert made.returncode == 0, made.stderr.decode()
    assert CHAPTERS["kk"][0] in made.stdout.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_pages_are_whole_and_lead_to_files_that_are_there(demo: Callable[[str], Made]) -> None:
    out = demo("en").out
    for path in out.rglob("*.html"):
        found = Tags(path.read_text("utf-8"))
        assert (found.open, found.broken) == ([], []), path.name
        assert all(link.startswith("#") or (path.parent / link).is_file() for link in found.links)
    assert set(Tags((out / "index.html").read_text("utf-8")).links) == FILES - {"index.html"}


def test_results_and_calendars_can_be_read_by_other_programs(demo: Callable[[str], Made]) -> None:
    out = demo("ru").out
    with (out / "taskala" / "results.csv").open(encoding="utf-8", newline="") as file:
        marks = {(row["person"], row["period"]): row["mark"] for row in csv.DictReader(file)}
    assert marks["dinara", "2026-Q3"] == "3.40"
    kept = json.loads((out / "nura" / "results.json").read_text("utf-8"))
    assert kept["people"]["timur"]["name"]["ru"] == "Тимур Ахметов"
    assert read_ics((out / "nura" / "calendar.kk.ics").read_bytes()).walk("VEVENT")


def test_the_same_demo_leaves_the_same_bytes(demo: Callable[[str], Made], tmp_path: Path) -> None:
    run("demo", "--lang", "en", "--out", tmp_path / "again")
    first, again = (
        {name: (folder / name).read_bytes() for name in left(folder)} for folder in (demo("en").out, tmp_path / "again")
    )
    assert first == again


def test_what_to_try_next_is_asked_in_the_same_language(demo: Callable[[str], Made]) -> None:
    made = demo("ru").result.stdout.splitlines()
    asked = [line.split()[1:] for line in made if line.startswith("  policyengine ")]
    assert len(asked) >= 3
    for words in asked:
        assert words[-2:] == ["--lang", "ru"]
    shown = next(words for words in asked if words[0] == "ask")
    assert run(*shown).exit_code == 0


@pytest.mark.parametrize(
    ("started_as", "is_found", "name"),
    [
        (".venv/bin/policyengine", False, ".venv/bin/policyengine"),
        (".venv/bin/policyengine", True, "policyengine"),
        ("python -m policyengine", False, "policyengine"),
    ],
)
def test_what_to_try_next_names_the_program_as_it_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started_as: str, is_found: bool, name: str
) -> None:
    if is_found:
        (tmp_path / "policyengine").write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / "policyengine").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [started_as, "demo"])
    assert as_started("policyengine test nura") == f"{name} test nura"


# --- what it replaces ---


@pytest.mark.parametrize("earlier", ["", "index.html"])
def test_an_earlier_demo_and_an_empty_folder_are_replaced(
    earlier: str, demo: Callable[[str], Made], tmp_path: Path
) -> None:
    out = tmp_path / "demo"
    (out / "nura").mkdir(parents=True) if earlier else out.mkdir()
    if earlier:
        (out / earlier).write_bytes((demo("en").out / earlier).read_bytes())
        (out / "nura" / "stale.txt").write_text("", "utf-8")
    assert run("demo", "--lang", "en", "--out", out).exit_code == 0
    assert left(out) == FILES


@pytest.mark.parametrize("name", ["notes.txt", "index.html"])
def test_other_peoples_files_are_never_replaced(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    made = run("demo", "--lang", "en", "--out", tmp_path)
    assert made.exit_code == 2
    assert "no earlier demonstration" in made.stderr
    assert left(tmp_path) == {name}


def test_a_file_in_its_place_is_not_replaced_either(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine", "utf-8")
    assert run("demo", "--out", tmp_path / "demo").exit_code == 2
    assert (tmp_path / "demo").read_text("utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    made = run("demo", "--lang", "en", "--out", tmp_path / "file" / "demo")
    assert made.exit_code == 5
    assert left(tmp_path) == {"file"}


# --- the user's own files ---


def test_a_demonstration_of_ones_own_stands_before_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "policies" / "demo"
    own.mkdir(parents=True)
    (own / "comparison.yaml").write_text("policies: [karasu]\nrows: []\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    made = run("demo", "--lang", "en")
    assert made.exit_code == 2
    assert "comparison.yaml:2:7" in made.stderr
    assert left(tmp_path) == {"policies/demo/comparison.yaml"}


def test_a_methodology_with_errors_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "taskala.yaml").write_text("language: 1\npolicy: taskala\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    made = run("demo", "--lang", "en")
    assert made.exit_code == 1
    assert left(tmp_path) == {"policies/taskala.yaml"}
