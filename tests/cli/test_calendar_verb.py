"""`calendar`: text, JSON and iCalendar, on the screen and in files, with the exit statuses of the contract."""

import json
from pathlib import Path

import pytest

from policyengine.cli.calendar_verb import this_year
from policyengine.cli.printing import say_table
from policyengine.handbook.table import Line
from tests.cli.running import LANGUAGES, read_ics, run, started
from tests.conftest import Golden
from tests.door import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("policy_id", ["taskala", "nura"])
def test_the_text_reads_as_it_was_read_before(policy_id: str, language: str, golden: Golden) -> None:
    made = run("calendar", policy_id, "--year", "2026", "--lang", language)
    assert made.exit_code == 0
    golden(f"calendar/{policy_id}.{language}.txt", made.stdout)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ics_file_is_the_same_to_the_last_byte(language: str, golden: Golden) -> None:
    made = run("calendar", "nura", "--year", "2026", "--format", "ics", "--lang", language)
    assert made.exit_code == 0
    golden(f"calendar/nura.{language}.ics", made.stdout_bytes.replace(b"\r\n", b"\n"))  # git keeps lines with LF alone


def test_the_ics_file_does_not_turn_on_the_process_that_made_it(tmp_path: Path) -> None:
    call = ("calendar", "taskala", "--year", "2026", "--format", "ics", "--lang", "kk")
    made = [
        started(*call, folder=tmp_path, PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    ]
    assert [one.returncode for one in made] == [0, 0]
    assert made[0].stdout == made[1].stdout
    assert len(read_ics(made[0].stdout).walk("VEVENT")) == 9


def test_json_has_the_policy_the_year_and_its_events() -> None:
    made = json.loads(run("calendar", "nura", "--year", "2026", "--format", "json", "--lang", "en").stdout)
    assert (made["policy"], made["year"], made["missing"]) == ("nura", 2026, [])
    assert made["digest"].startswith("sha256:")
    plan = next(one for one in made["events"] if one["event"] == "kpi_plan")
    assert (plan["period"], plan["due"], plan["by"]) == ("2026", "2026-01-19", ["evaluator"])


def test_the_year_is_that_of_the_clock_where_none_is_named() -> None:
    before = this_year()
    made = json.loads(run("calendar", "taskala", "--format", "json").stdout)
    assert made["year"] in {before, this_year()}


@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_a_file_holds_what_the_screen_shows(form: str, tmp_path: Path) -> None:
    call = ("calendar", "taskala", "--year", "2026", "--format", form, "--lang", "ru")
    out = tmp_path / "new" / "calendar"
    assert run(*call, "--out", out).exit_code == 0
    assert out.read_bytes() == run(*call).stdout_bytes
    assert [one.name for one in out.parent.iterdir()] == ["calendar"]


def test_a_pipe_gets_neither_colour_nor_rules() -> None:
    made = run("calendar", "taskala", "--year", "2026").stdout
    assert "\x1b" not in made
    assert "─" not in made


def test_a_terminal_gets_both(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    say_table([Line("title", "t"), Line("head", "h"), Line("rule", "─"), Line("row", "r"), Line("note", "n")])
    told = capsys.readouterr().out
    assert "\x1b[1mt" in told
    assert "─" in told
    assert "\nr\n" in told


# --- exit statuses ---


def test_an_unknown_policy_is_bad_input() -> None:
    made = run("calendar", "taskla", "--lang", "en")
    assert made.exit_code == 2
    assert "taskala" in made.stderr


@pytest.mark.parametrize("year", ["0", "9999", "soon"])
def test_a_year_that_is_none_is_bad_usage(year: str) -> None:
    assert run("calendar", "taskala", "--year", year).exit_code == 2


def test_a_term_beyond_the_calendar_is_bad_input() -> None:
    made = run("calendar", "nura", "--year", "2030", "--format", "json", "--lang", "en")
    assert made.exit_code == 2
    assert [one["code"] for one in json.loads(made.stdout)["faults"]] == ["calendar_end"]


def test_a_value_that_is_still_open_is_missing(tmp_path: Path) -> None:
    text = (ROOT / "policies" / "taskala.yaml").read_text("utf-8")
    path = tmp_path / "open.yaml"
    path.write_text(text.replace("due: day 20 of the month after", "due: open"), "utf-8")
    made = run("calendar", path, "--year", "2026", "--lang", "en")
    assert made.exit_code == 3
    assert "/timetable/evaluation/due" in made.stdout
    listed = run("calendar", path, "--year", "2026", "--format", "json")
    assert (listed.exit_code, json.loads(listed.stdout)["missing"]) == (3, ["/timetable/evaluation/due"])


def test_a_place_that_cannot_be_written_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    made = run("calendar", "taskala", "--out", tmp_path / "file" / "calendar.txt", "--lang", "en")
    assert made.exit_code == 5
    assert "environment" in made.stderr
