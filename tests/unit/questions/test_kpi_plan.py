"""Is an individual plan required, by when, when is it placed, and what is wrong with it?"""

import pytest

from tests.unit.made import answer, made, missing, refused

PLAN = """
plans:
  goals:
    for: [staff]
    every: year
    items: {least: 2, most: 3}
    due: event goals
    not_required_when: {time_to_period_end: {less_than: 3 months}}
    placed: {due: 5 working days after plan_set, by: hr}
    paragraph: "9"
  steps: {for: [staff], every: half_year, items: {}, due: 1 week after period_start, paragraph: "9"}
timetable:
  goals: {every: year, by: head, due: 15 January, paragraph: "9"}
"""
NEWCOMERS = """
timetable:
  goals:
    except: {new: {when: {appointed: {after: period_start}}, due: 10 working days after appointed, paragraph: "9/2"}}
"""
PROBATION = "plans: {goals: {not_required_when: {time_to_period_end: none, on_probation: true}}}"


@pytest.mark.parametrize(
    ("fragment", "given", "required", "due", "placed_by"),
    [
        ("{}", "{year: 2026}", True, "2026-01-15", None),
        ("{}", "{period: 2026}", True, "2026-01-15", None),
        ("{}", "{year: 2026, appointed: 2026-10-01}", True, "2026-01-15", None),  # three months to the end
        ("{}", "{year: 2026, appointed: 2026-10-02}", False, None, None),
        ("{}", "{year: 2026, appointed: 2019-10-02}", True, "2026-01-15", None),
        ("{}", "{year: 2026, set_on: 2026-01-12}", True, "2026-01-15", "2026-01-19"),
        (NEWCOMERS, "{year: 2026, appointed: 2026-03-02}", True, "2026-03-16", None),
        (PROBATION, "{year: 2026, on_probation: true}", False, None, None),
        (PROBATION, "{year: 2026, on_probation: false}", True, "2026-01-15", None),
        (
            "plans: {goals: {placed: none, due: 20 January}}",
            "{year: 2026, set_on: 2026-01-12}",
            True,
            "2026-01-20",
            None,
        ),
        ("plans: {goals: {not_required_when: none}}", "{year: 2026, appointed: 2026-12-31}", True, "2026-01-15", None),
    ],
)
def test_a_plan_is_required_due_and_placed(
    fragment: str, given: str, required: bool, due: str | None, placed_by: str | None
) -> None:
    one = answer(made(PLAN, fragment), "kpi_plan", given)
    assert (one["required"], one["due"], one["placed_by"]) == (required, due, placed_by)


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        ("{year: 2026, set_on: 2026-01-15, indicators: 2}", []),
        ("{year: 2026, set_on: 2026-01-16}", ["set_too_late"]),
        ("{year: 2026, indicators: 1}", ["too_few_indicators"]),
        ("{year: 2026, set_on: 2026-02-01, indicators: 4}", ["set_too_late", "too_many_indicators"]),
        ("{year: 2026, appointed: 2026-12-01, set_on: 2026-12-31, indicators: 9}", []),  # not required at all
        ("{plan: steps, period: 2026-H1, indicators: 0}", []),
    ],
)
def test_what_is_wrong_with_a_plan_is_a_problem(given: str, problems: list[str]) -> None:
    assert answer(made(PLAN), "kpi_plan", given)["problems"] == problems


def test_one_plan_of_several_may_be_asked_about() -> None:
    assert answer(made(PLAN), "kpi_plan", "{plan: steps, period: 2026-H2}")["due"] == "2026-07-08"


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("year",)),
        ("{year: unknown}", ("year",)),
        ("{period: unknown}", ("period",)),
        ("{plan: unknown, year: 2026}", ("plan",)),
        ("{plan: steps, year: 2026}", ("period",)),  # which half of it?
        ("{year: 2026, appointed: unknown}", ("appointed",)),
        ("{year: 2026, set_on: unknown}", ("set_on",)),
        ("{year: 2026, indicators: unknown}", ("indicators",)),
    ],
)
def test_what_is_unknown_of_a_plan_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(PLAN), "kpi_plan", given) == facts


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{period: 2026-Q1}", [("contradictory_facts", "period")]),
        ("{year: 0}", [("bad_date", "year")]),
        ("{plan: golas, year: 2026}", [("unknown_id", "plan")]),
        ("{year: 2026, set_on: 9999-01-01}", [("bad_date", "set_on")]),  # nothing can be counted from it
    ],
)
def test_a_plan_that_cannot_be_is_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(PLAN), "kpi_plan", given) == faults


def test_without_plans_the_question_does_not_apply() -> None:
    assert answer(made("plans: {}"), "kpi_plan", "{year: 2026}") == {"applies": False}
