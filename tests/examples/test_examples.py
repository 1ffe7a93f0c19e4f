"""Three made-up districts, in YAML alone: a new methodology costs no Python, an overlay is held to its base."""

from typing import Final

import pytest

from policyengine.engine import questions
from policyengine.loading.load import load
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Fault
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Scenario, opener, run
from tests.door import ROOT, ask, calendar, find, loaded, scenario_schema, schema

FOLDER: Final = ROOT / "policies" / "examples"
EXAMPLES: Final = sorted(path.stem for path in FOLDER.glob("*.yaml"))
FULL: Final = ("alatau", "saryarka")
OVERLAY: Final = "karasu"


def scenarios(policy: str) -> list[Scenario]:
    path = FOLDER / "scenarios" / f"{policy}.yaml"
    named, found = read_scenarios(path.name, path.read_bytes(), scenario_schema())
    assert named == policy
    return found


def text() -> str:
    return (FOLDER / f"{OVERLAY}.yaml").read_text("utf-8")


def faults(changed: str) -> tuple[Fault, ...]:
    return load(f"{OVERLAY}.yaml", changed.encode(), schema(), find).faults


def line_of(changed: str, written: str) -> int:
    assert changed.count(written) == 1
    return changed[: changed.index(written)].count("\n") + 1


@pytest.mark.parametrize("policy", EXAMPLES)
def test_an_example_loads_clean(policy: str) -> None:
    assert loaded(policy).faults == ()


@pytest.mark.parametrize("policy", EXAMPLES)
def test_an_example_passes_its_scenarios(policy: str) -> None:
    raw = loaded(policy).raw
    assert raw is not None
    opened = opener(lambda wanted: policy_of(raw, wanted))
    outcomes = [run(scenario, opened, calendar) for scenario in scenarios(policy)]
    failed = [f"{one.scenario.name}: {one.differences}" for one in outcomes if not one.passed]
    assert outcomes
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("policy", FULL)
def test_a_full_example_asks_every_question_in_its_scenarios(policy: str) -> None:
    assert {scenario.ask for scenario in scenarios(policy)} == set(questions())


@pytest.mark.parametrize("policy", EXAMPLES)
@pytest.mark.parametrize("question", questions())
def test_without_facts_a_question_is_answered_or_says_what_it_lacks(policy: str, question: str) -> None:
    found = ask(policy, question, {})
    assert (found["answer"] is None) == bool(found["missing"])


@pytest.mark.parametrize("policy", EXAMPLES)
def test_every_option_of_every_reading_can_be_chosen(policy: str) -> None:
    raw = loaded(policy).raw
    assert raw is not None
    readings = raw["readings"]
    assert isinstance(readings, dict)
    for name, reading in readings.items():
        for option in reading["options"]:
            assert policy_of(raw, {name: option}).chosen[name] == option


def test_the_overlay_is_about_a_tenth_of_a_full_file() -> None:
    below = (ROOT / "policies" / "taskala.yaml").read_text("utf-8")
    assert len(text().splitlines()) * 8 < len(below.splitlines())


# --- what the overlay may not leave --------------------------------------------------------------

OWN: Final = "  more_than: 15\n"
DAYS: Final = "    when: {worked_days_in_period: {less_than: 12}}\n"
DUE: Final = "    due: day 15 of the month after\n"
LAST: Final = "duties:\n"


@pytest.mark.parametrize(
    ("written", "instead", "pointer"),
    [
        (OWN, "  more_than: 31\n", "/delegation/more_than"),
        (OWN, "  more_than: 9\n", "/delegation/more_than"),
        (OWN, "  more_than: 15\n  outcome: permitted\n", "/delegation/outcome"),
        (DUE, "    due: day 16 of the month after\n", "/timetable/evaluation/due"),
        (
            DAYS,
            "    when: {worked_days_in_period: {less_than: 21}}\n",
            "/not_evaluated/few_worked_days/when/worked_days_in_period/less_than",
        ),
        (
            DAYS,
            "    when: {worked_days_in_period: {less_than: 9}}\n",
            "/not_evaluated/few_worked_days/when/worked_days_in_period/less_than",
        ),
        (LAST, 'retention: {for: 1 year after evaluation_completed, paragraph: "12"}\n' + LAST, "/retention/for"),
        (LAST, 'review: {session: {members: {least: 1, paragraph: "20/2"}}}\n' + LAST, "/review/session/members/least"),
    ],
)
def test_a_value_that_leaves_a_limit_is_refused_where_it_stands(written: str, instead: str, pointer: str) -> None:
    changed = text().replace(written, instead)
    last_key = pointer.rpartition("/")[2]
    new = next(line for line in instead.splitlines() if f"{last_key}:" in line and line not in written)
    found = [(one.code, one.at, one.file, one.line) for one in faults(changed)]
    assert found == [("P070", pointer, f"{OVERLAY}.yaml", line_of(changed, new))]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (OWN, "  more_than: 10\n"),
        (OWN, "  more_than: 30\n"),
        (DUE, "    due: day 10 of the month after\n"),
        (DUE, "    due: day 20 of the month after\n"),
        (DAYS, "    when: {worked_days_in_period: {less_than: 10}}\n"),
        (DAYS, "    when: {worked_days_in_period: {less_than: 20}}\n"),
        (LAST, 'secrecy: {level: strict, paragraph: "13"}\n' + LAST),
    ],
)
def test_a_value_at_its_limit_stays_within_it(written: str, instead: str) -> None:
    assert text().count(written) == 1
    assert faults(text().replace(written, instead)) == ()


# --- what the overlay must cite ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "values"),
    [
        (
            '  named_by: appointing_official\n  paragraph: ["18/3", "18/4"]\n',
            {"/delegation/more_than": "more_than: 15", "/delegation/named_by": "named_by: appointing_official"},
        ),
        (
            '    due: day 15 of the month after\n    paragraph: "4/1"\n',
            {"/timetable/evaluation/due": "due: day 15 of the month after"},
        ),
        ('    due: 25 January after\n    paragraph: "4/3"\n', {"/timetable/final_mark/due": "due: 25 January after"}),
    ],
)
def test_a_base_s_citation_covers_no_value_of_the_overlay(block: str, values: dict[str, str]) -> None:
    written = text()
    assert written.count(block) == 1
    lines = [line for line in block.splitlines(keepends=True) if "paragraph" not in line]
    changed = written.replace(block, "".join(lines))
    found = [(one.code, one.at, one.line) for one in faults(changed)]
    assert found == [("P069", pointer, line_of(changed, value)) for pointer, value in values.items()]


def test_an_overlay_of_nothing_is_refused_where_it_says_so() -> None:
    changed = text().replace("extends: karasu_base\n", "extends: karasu_bas\n")
    found = [(one.code, one.at, one.line) for one in faults(changed)]
    assert ("P071", "/extends", line_of(changed, "extends: karasu_bas")) in found
