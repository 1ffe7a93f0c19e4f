"""Another option of a reading changes an answer only where the answer says that it rests on that reading."""

import json
from typing import Any

import pytest

from policyengine.document import read
from tests.door import ask

FIVE = "{quality: 5, deadlines: 5, discipline: 5, sanctions: 5, initiative: 5}"
CASES = """
- [taskala, participation, dismissed_before_what, period,
   {period: 2026-Q1, person: {group: staff, appointed: 2020-01-01, dismissed: 2026-04-20}}]
- [taskala, session, session_list, closed,
   {members: [{id: h, role: hr}, {id: e, role: evaluator}, {id: o, role: session_member}], appellant: a, evaluator: b}]
- [taskala, mark, mark_step, whole, {method: sheet, marks: {a: {overall: 3.5}}}]
- [taskala, vote, mark_step, whole, {members: 3, votes: [3.5, 3.5]}]
- [taskala, vote, no_majority, chair_decides, {members: 4, votes: [4, 4, 3, 3], chair: 4}]
- [nura, participation, kpi_period, quarter, {period: 2026-Q1, person: {group: unit_head, appointed: 2026-02-15}}]
- [nura, participation, non_working_due_date, next,
   {period: 2026-Q3, person: {group: unit_head, appointed: 2020-01-01,
    absences: [{kind: annual_leave, from: 2026-10-05, to: 2026-10-10}]}}]
- [nura, kpi_plan, kpi_period, quarter, {year: 2026}]
- [nura, kpi_plan, month_counting, day_after, {year: 2026, appointed: 2026-10-01}]
- [nura, timetable, kpi_period, quarter, {year: 2026}]
- [nura, timetable, schedule_period, year, {period: 2026}]
- [nura, mark, scale_of_ranking_form, one,
   {method: ranking, marks: {a: {quality: 0, deadlines: 4, initiative: 4, discipline: 4}}}]
- [nura, mark, mark_step, whole,
   {method: kpi, indicators: [{plan: 1, fact: 1, mark: 5}, {plan: 1, fact: 1, mark: 5}, {plan: 1, fact: 0, mark: 0.2}]}]
- [nura, final, final_mark_of_heads, nobody, {marks: {kpi: {2026-Q1: 4}}}]
- [nura, survey, all_kinds_of_respondents, all_three,
   {group: staff, respondents: [{id: s, role: immediate_supervisor}, {id: p, role: peer}, {id: q, role: peer}]}]
- [nura, survey, survey_fewer_than_three, all,
   {group: staff, respondents: [{id: s, role: immediate_supervisor}, {id: p, role: peer}]}]
- [nura, survey_result, survey_mean_rounding, exact,
   {group: staff, answers: {a: {ethics: 3}, b: {ethics: 4}, c: {ethics: 4}}}]
- [nura, survey_result, survey_answer_values, zero_to_four, {group: staff, answers: {a: {ethics: 5}, b: {}, c: {}}}]
"""


def _cases() -> list[list[Any]]:
    found = read(CASES.encode())
    assert isinstance(found.tree, list), found.faults
    return found.tree


@pytest.mark.parametrize(("policy", "question", "reading", "option", "given"), _cases())
def test_an_answer_names_the_reading_that_would_change_it(
    policy: str, question: str, reading: str, option: str, given: dict[str, Any]
) -> None:
    found, other = ask(policy, question, given), ask(policy, question, given, {reading: option})
    assert json.dumps(found["answer"]) != json.dumps(other.get("answer"))
    assert reading in found["readings"]


@pytest.mark.parametrize(
    ("scope", "mark"),
    [("whole", "2.99"), ("parameter", "4.60")],
)
def test_a_capped_mark_names_the_reading_of_what_the_cap_holds_for(scope: str, mark: str) -> None:
    facts = read(f"{{method: sheet, group: staff, sanction: reprimand, marks: {{a: {FIVE}}}}}".encode()).tree
    assert isinstance(facts, dict)
    found = ask("taskala", "mark", facts, {"sheet_form_absent": "five_parameters", "cap_scope": scope})
    assert found["answer"]["mark"] == mark
    assert "cap_scope" in found["readings"]


@pytest.mark.parametrize(
    ("day", "takes_part", "named"),
    [("2026-03-31", False, True), ("2026-04-01", True, True), (None, True, False)],
)
def test_who_takes_part_rests_on_a_reading_only_where_somebody_was_dismissed(
    day: str | None, takes_part: bool, named: bool
) -> None:
    person = {"group": "staff", "appointed": "2020-01-01", "dismissed": day}
    found = ask(
        "taskala", "participation", {"period": "2026-Q1", "person": person}, {"dismissed_before_what": "period"}
    )
    assert found["answer"]["methods"]["sheet"]["takes_part"] is takes_part
    assert ("dismissed_before_what" in found["readings"]) is named


@pytest.mark.parametrize(("mark", "named"), [(3, False), (3.5, True)])
def test_a_whole_mark_does_not_rest_on_the_reading_of_the_step(mark: float, named: bool) -> None:
    facts = {"method": "sheet", "marks": {"a": {"overall": str(mark)}}}
    assert ("mark_step" in ask("taskala", "mark", facts)["readings"]) is named
