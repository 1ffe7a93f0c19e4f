"""The second interpreter is tested too: facts checked by hand against the acts, the contract and a wall calendar."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from tests.naive import answer
from tests.naive.cases import QUESTIONS, case
from tests.naive.marks import half_up, shortest


def told(policy: str, question: str, **given: object) -> Any:  # noqa: ANN401 - answers are of any shape
    """The answer itself; fails when there is none."""
    return answer(policy, question, given)["answer"]


@pytest.mark.parametrize(
    ("policy", "fact", "number", "outcome", "delegates"),
    [
        ("taskala", "evaluated", 20, "none", None),
        ("taskala", "evaluated", 21, "required", "corps_b_servant"),
        ("nura", "unit_staff", 50, "none", None),
        ("nura", "unit_staff", 51, "permitted", "any_person"),
    ],
)
def test_exceeds_is_strict(policy: str, fact: str, number: int, outcome: str, delegates: str | None) -> None:
    """Twenty and fifty do not trigger."""
    assert told(policy, "delegation", **{fact: number}) == {"outcome": outcome, "delegates": delegates}


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ({"appointed": "2026-09-01"}, None),
        ({"appointed": "2026-09-02"}, "short_tenure"),
        ({"appointed": "2020-01-01", "worked_days": 15}, None),
        ({"appointed": "2020-01-01", "worked_days": 14}, "few_worked_days"),
        ({"appointed": "2020-01-01", "dismissed": "2026-07-20"}, "short_tenure"),
        ({"appointed": "2020-01-01", "dismissed": "2026-07-31"}, None),
        ({"appointed": "2020-01-01", "seconded": [{"body": "b", "from": "2026-07-01"}]}, "seconded"),
        ({"appointed": "2026-09-20", "seconded": [{"body": "b", "from": "2026-07-01"}]}, "short_tenure"),
        (
            {"appointed": "2026-09-01", "absences": [{"kind": "sick_leave", "from": "2026-09-01", "to": "2026-09-09"}]},
            None,
        ),
        (
            {"appointed": "2026-09-01", "absences": [{"kind": "sick_leave", "from": "2026-09-01", "to": "2026-09-10"}]},
            "few_worked_days",
        ),
        (
            {"appointed": "2026-09-01", "absences": [{"kind": "training", "from": "2026-09-01", "to": "2026-09-30"}]},
            None,
        ),
    ],
)
def test_who_is_evaluated_in_the_third_quarter(person: dict[str, object], reason: str | None) -> None:
    """September 2026 has 22 working days; one month is enough, fifteen days are enough, training counts as worked."""
    found = told("taskala", "participation", period="2026-Q3", person={"group": "staff", **person})["methods"]["sheet"]
    assert (found["evaluated"], found["reason"]) == (reason is None, reason)


def test_the_dismissed_are_evaluated_without_taking_part_up_to_the_due_day() -> None:
    """On the 20th still without, from the 21st with."""
    for day, takes_part in (("2026-10-20", False), ("2026-10-21", True)):
        person = {"group": "staff", "appointed": "2020-01-01", "dismissed": day}
        found = told("taskala", "participation", period="2026-Q3", person=person)["methods"]["sheet"]
        assert (found["takes_part"], found["due"]) == (takes_part, "2026-10-20")


def test_nura_absence_moves_indicators_alone() -> None:
    """Back on 19 October, so the indicators are due on the 27th, as the 26th is a day off; the rest is on time."""
    absences = [
        {"kind": "annual_leave", "from": "2026-10-01", "to": "2026-10-11"},
        {"kind": "training", "from": "2026-10-12", "to": "2026-10-16"},
    ]
    head = {"group": "unit_head", "appointed": "2020-01-01", "absences": absences}
    staff = {**head, "group": "staff"}
    kpi = told("nura", "participation", period="2026-Q3", person=head)["methods"]["kpi"]
    ranking = told("nura", "participation", period="2026-Q3", person=staff)["methods"]["ranking"]
    assert (kpi["due"], kpi["takes_part"]) == ("2026-10-27", True)
    assert (ranking["due"], ranking["takes_part"], ranking["act_by"]) == ("2026-10-10", False, "2026-10-09")


def test_nura_absence_that_still_runs_is_missing_for_indicators_alone() -> None:
    """Staff are ranked on time without the person."""
    absences = [{"kind": "sick_leave", "from": "2026-10-01"}]
    head = {"group": "unit_head", "appointed": "2020-01-01", "absences": absences}
    assert answer("nura", "participation", {"period": "2026-Q3", "person": head}) == {
        "missing": ["person.absences[0].to"]
    }
    assert told("nura", "participation", period="2026-Q3", person={**head, "group": "staff"})


def test_nura_head_appointed_in_the_last_quarter_has_no_plan() -> None:
    """From 1 October to the end of the year are three months, from the 2nd are not."""
    for day, reason in (("2026-10-01", None), ("2026-10-02", "no_kpi_plan"), ("2026-12-02", "short_tenure")):
        person = {"group": "unit_head", "appointed": day}
        found = told("nura", "participation", period="2026-Q4", person=person)["methods"]
        assert (found["kpi"]["reason"], found["ranking"]["reason"]) == (reason, "other_group")


def test_dates_of_the_year_as_the_journeys_print_them() -> None:
    """Taskala's final mark and notices; Nura's plan, precalculation and survey."""
    taskala = told("taskala", "timetable", year=2026)["events"]
    assert [taskala[f"evaluation@2026-Q{n}"]["due"] for n in (1, 2, 3, 4)] == [
        "2026-04-20", "2026-07-20", "2026-10-20", "2027-01-20",
    ]  # fmt: skip
    assert taskala["dismissed_informed@2026-Q3"]["due"] == "2026-10-31"
    assert taskala["dismissed_informed@2026-Q3"]["act_by"] == "2026-10-30"
    assert (taskala["final_mark@2026"]["due"], taskala["final_mark@2026"]["act_by"]) == ("2027-01-30", "2027-01-29")
    nura = told("nura", "timetable", year=2026)["events"]
    assert nura["kpi_plan@2026"]["due"] == "2026-01-19"
    assert nura["evaluation.survey360@2026"]["act_by"] == "2027-01-08"
    assert [nura[f"kpi_precalculation@2026-Q{n}"]["due"] for n in (1, 2, 3, 4)] == [
        "2026-04-03", "2026-07-02", "2026-10-05", "2026-12-30",
    ]  # fmt: skip
    assert nura["kpi_precalculation@2026-Q4"]["warnings"] == ["precalculation_in_quarter"]
    assert told("nura", "timetable", period="2025-Q4")["events"]["kpi_precalculation@2025-Q4"]["due"] == "2025-12-31"


def test_an_appeal_as_the_journeys_date_it() -> None:
    """Acquainted on 20 October 2026, last day the 28th; filed on the 27th, decided by the 30th, held by 10 November."""
    found = told("taskala", "appeal", acquainted="2026-10-20", filed="2026-10-27")
    expected = {"last_day": "2026-10-28", "in_time": True, "decision_due": "2026-10-30", "session_due": "2026-11-10"}
    assert found == expected
    late = told("taskala", "appeal", acquainted="2026-10-20", filed="2026-10-29")
    assert (late["in_time"], late["decision_due"]) == (False, "2026-11-03")
    assert told("taskala", "appeal", acquainted="2027-01-20")["last_day"] == "2027-01-27"
    assert told("taskala", "minutes", signed="2026-11-06")["placed_by"] == "2026-11-11"
    assert told("nura", "acquaintance", completed="2026-10-09")["due"] == "2026-10-13"
    assert told("nura", "kpi_plan", year=2026, set_on="2026-01-19")["placed_by"] == "2026-01-26"


def test_marks_are_rounded_once_and_half_up() -> None:
    """3.995 is 4.00 and effective; a quarter without a mark is left out; a zero counts."""
    marks = {"2026-Q1": "3.99", "2026-Q2": "4,00", "2026-Q3": None}
    found = told("taskala", "final", marks={"sheet": marks})["final"]["sheet"]
    assert found == {"mark": "4.00", "mean": "3.995", "periods": 2, "grade": "effective", "grounds": []}
    thirds = {"2026-Q1": 0, "2026-Q2": 0, "2026-Q3": 5}
    assert told("nura", "final", marks={"ranking": thirds})["final"]["ranking"]["mean"] == "5/3"
    assert told("nura", "final", marks={"kpi": {"2026-Q1": None}})["final"]["kpi"]["mark"] is None
    assert half_up(Fraction("3.985")) == Fraction("3.99")
    assert shortest(Fraction(4)) == "4"


def test_bad_input_of_marks() -> None:
    """The hole in the table, the plan of zero, the mark outside of what is permitted, the second method of a group."""

    def faults(**given: object) -> object:
        return answer("nura", "mark", {"method": "kpi", **given}).get("faults")

    good = {"plan": 100, "fact": 100, "mark": 5}
    assert faults(indicators=[good, good, {**good, "fact": "44.495", "mark": 2}]) == ["percentage_in_gap"]
    assert faults(indicators=[good, good, {**good, "fact": "44.494", "mark": 2}]) is None
    assert faults(indicators=[good, good, {**good, "plan": 0}]) == ["bad_value"]
    assert faults(indicators=[good, good, {**good, "fact": 99}]) == ["mark_outside_permitted_range"]
    assert faults(indicators=[good, good]) == ["too_few_indicators"]
    assert faults(indicators=[good, good, good], group="staff") == ["contradictory_facts"]


def test_bodies() -> None:
    """Taskala sets the composition and counts members, Nura sets none and counts those present."""
    sitting = [{"id": "a", "role": "hr"}, {"id": "b", "role": "session_member"}]
    given = {"members": sitting, "appellant": "x", "evaluator": "b"}
    assert told("taskala", "session", **given)["problems"] == ["evaluator_sits", "even_number", "too_few_members"]
    assert told("nura", "session", members=sitting)["valid"]
    assert not told("taskala", "vote", members=5, votes=[4, "4.00"])["decided"]
    assert told("nura", "vote", members=5, votes=[4, "4.00"]) == {"decided": True, "mark": "4.00", "grade": "effective"}


def test_force_retention_and_access() -> None:
    """Published on 25 August, in force on 5 September; three years to the day; an office alone opens nothing."""
    assert told("taskala", "in_force", date="2025-09-04", published="2025-08-25") == {
        "in_force": False,
        "from": "2025-09-05",
    }
    assert told("nura", "in_force", date="2023-05-02", published="2023-05-02")["in_force"]
    assert not told("taskala", "in_force", date="2025-08-21")["in_force"]
    assert answer("taskala", "in_force", {"date": "2025-08-22"}) == {"missing": ["published"]}
    assert told("taskala", "retention", completed="2026-10-20")["keep_until"] == "2029-10-20"
    assert not told("nura", "access", viewer="appointing_official")["allowed"]
    assert not told("nura", "access", viewer="third_party", ground="service_necessity")["allowed"]
    assert told("taskala", "access", viewer="third_party", ground="service_necessity")["allowed"]
    assert told("taskala", "survey", group="staff") == {"applies": False}


def test_an_unknown_fact_matters_only_where_answers_differ() -> None:
    """Nobody evaluates a person of a week, whoever is absent."""
    week = {"group": "staff", "appointed": "2026-09-24"}
    assert told("taskala", "participation", period="2026-Q3", person=week, evaluator_absent="unknown")
    years = {"group": "staff", "appointed": "2020-09-24"}
    given = {"period": "2026-Q3", "person": years, "evaluator_absent": "unknown"}
    assert answer("taskala", "participation", given) == {"missing": ["evaluator_absent"]}


@pytest.mark.parametrize("policy", ["taskala", "nura"])
def test_the_same_seed_gives_the_same_cases_and_all_questions(policy: str) -> None:
    """And every case has an answer, something missing or faults."""
    first, second = Random(7), Random(7)  # noqa: S311 - the same cases every time
    asked = set()
    for _ in range(400):
        question, given = case(policy, first)
        assert (question, given) == case(policy, second)
        assert answer(policy, question, given).keys() <= {"answer", "missing", "faults"}
        asked.add(question)
    assert asked == set(QUESTIONS)
