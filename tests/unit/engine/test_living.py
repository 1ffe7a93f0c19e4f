"""Single provisions of different life: what had not begun, or had ended, on the day that is asked about."""

import pytest

from tests.unit.made import answer, made

DELEGATION = """
vocabulary: {outcomes: {anybody: {en: a}}}
delegation: {counts: evaluated, more_than: 3, outcome: required, delegates: anybody, paragraph: "7"}
"""
LIVES = """
timetable:
  evaluation: {valid_until: 2026-12-31}
  later:
    completes: [sheet]
    every: quarter
    by: head
    due: day 10 of the month after
    paragraph: "6"
    valid_from: 2027-01-01
acquaintance: {all: {who: hr, due: event later, channels: [], paragraph: "13"}}
uses: {bonus: {of: [sheet], effect: ground, paragraph: "14", valid_from: 2026-07-01}}
results:
  sheet: {every: year, parts: {all: {method: sheet, over: evaluated quarters}}, rounding: exact, paragraph: "15"}
not_evaluated: {short: {when: {tenure_in_period: {less_than: 1 month}}, paragraph: "7", valid_from: 2026-04-01}}
"""


@pytest.mark.parametrize(("period", "due"), [("2026-Q4", "2027-01-20"), ("2027-Q1", "2027-04-10")])
def test_an_event_lives_in_the_periods_that_end_in_its_life(period: str, due: str) -> None:
    given = f"{{period: {period}, person: {{group: staff, appointed: 2020-01-01}}}}"
    assert answer(made(LIVES), "participation", given)["methods"]["sheet"]["due"] == due


@pytest.mark.parametrize(("period", "reason"), [("2026-Q1", None), ("2026-Q2", "short")])
def test_a_reason_that_had_not_begun_leaves_nobody_out(period: str, reason: str | None) -> None:
    given = f"{{period: {period}, person: {{group: staff, appointed: {period[:4]}-03-25, dismissed: 2026-04-02}}}}"
    assert answer(made(LIVES), "participation", given)["methods"]["sheet"]["reason"] == reason


def test_a_term_that_counts_from_an_event_that_had_not_begun_means_no_day() -> None:
    assert answer(made(LIVES), "acquaintance", "{period: 2026-Q1}") == {"due": None, "channels": []}
    assert answer(made(LIVES), "acquaintance", "{period: 2027-Q1}") == {"due": "2027-04-10", "channels": []}


@pytest.mark.parametrize(
    ("marks", "grounds"), [("{2026-Q1: 4, 2026-Q2: 4}", []), ("{2026-Q1: 4, 2026-Q3: 4}", ["bonus"])]
)
def test_of_several_periods_the_last_counts(marks: str, grounds: list[str]) -> None:
    assert answer(made(LIVES), "final", f"{{marks: {{sheet: {marks}}}}}")["final"]["sheet"]["grounds"] == grounds


def test_the_timetable_of_a_year_is_that_of_its_end() -> None:
    assert len(answer(made(LIVES), "timetable", "{year: 2026}")["events"]) == 4
    assert answer(made(LIVES), "timetable", "{year: 2027}")["events"].keys() == {
        f"later@2027-Q{n}" for n in range(1, 5)
    }


def test_a_section_that_had_ended_does_not_apply() -> None:
    life = "valid_until: 2026-06-30"
    ended = f"remedies: {{objection: {{against: [result], due: 1 week after acquainted, paragraph: '11', {life}}}}}"
    assert answer(made(ended), "appeal", "{acquainted: 2026-06-30}")["last_day"] == "2026-07-07"
    assert answer(made(ended), "appeal", "{acquainted: 2026-07-01}") == {"applies": False}


def test_where_no_day_is_asked_about_everything_lives() -> None:
    policy = made(DELEGATION, "delegation: {valid_until: 2026-06-30}")
    assert answer(policy, "delegation", "{evaluated: 4}")["outcome"] == "required"
