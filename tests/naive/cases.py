"""Random cases for the two methodologies: mostly good, a tenth of them spoilt, some with a fact left out.

`case(policy, rng)` gives a question and its facts in plain JSON types; the same seed gives the same cases.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from tests.naive import answer, cases_bodies, cases_days, cases_marks
from tests.naive.cases_people import participation
from tests.naive.chance import Given, one_in

MAKERS: Final[Mapping[str, Callable[[str, Random], Given]]] = {
    "participation": participation,
    "timetable": cases_days.timetable,
    "mark": cases_marks.mark,
    "final": cases_marks.final,
    "delegation": cases_bodies.delegation,
    "kpi_plan": cases_days.kpi_plan,
    "survey": cases_bodies.survey,
    "survey_result": cases_marks.survey_result,
    "acquaintance": cases_days.acquaintance,
    "appeal": cases_days.appeal,
    "session": cases_bodies.session,
    "vote": cases_marks.vote,
    "minutes": cases_days.minutes,
    "retention": cases_days.retention,
    "access": cases_bodies.access,
    "in_force": cases_days.in_force,
    "duties": cases_bodies.duties,
}
OFTEN: Final = {"participation": 8, "mark": 3, "final": 2, "appeal": 3, "session": 2, "kpi_plan": 2}
QUESTIONS: Final = [question for question in MAKERS for _ in range(OFTEN.get(question, 1))]

DAYS: Final = set("set_on completed acquainted received filed made signed date published".split())
SPOILABLE: Final = DAYS | set(
    "period group method role evaluated unit_staff indicators members year person marks respondents answers".split()
)
NOT_USED: Final = {
    ("taskala", "acquaintance", "completed"),
    ("taskala", "acquaintance", "period"),  # by those in office
    ("nura", "acquaintance", "period"),
}
NOT_A_DAY: Final = ["2026-02-30", "2025-02-29", "yesterday", "2026-13-01", "20.10.2026", "2026-1-5", ""]
NOT_A_PERIOD: Final = ["2026-Q5", "2026-Q0", "2026-13", "2026-H3", "Q1-2026", "2026-2027", "2026-02-01/2026-02-30"]
NOT_A_COUNT: Final = [-1, True, "20.5", "many", [3], {"n": 3}]
OF_THE_OTHER: Final[dict[tuple[str, str], Given]] = {
    ("nura", "participation"): {"evaluator_absent": True},
    ("nura", "appeal"): {"received": "2026-10-20"},
    ("nura", "delegation"): {"evaluated": 21},
    ("taskala", "delegation"): {"unit_staff": 51},
}


def case(policy: str, rng: Random) -> tuple[str, Given]:
    """A question and what is given to it."""
    question = rng.choice(QUESTIONS)
    given = MAKERS[question](policy, rng)
    if one_in(rng, 6) and _has_plain_answer(policy, question, given):
        given = rng.choice([_spoilt, _spoilt, _left_out])(policy, question, given, rng)
    return question, given


def _has_plain_answer(policy: str, question: str, given: Given) -> bool:
    """Spoiling starts from a case that is good, so that one thing is wrong at a time."""
    found = answer(policy, question, given).get("answer")
    if not isinstance(found, dict) or found == {"applies": False} or "unknown" in str(given):
        return False
    methods = found.get("methods", {})
    return not methods or any(method["evaluated"] for method in methods.values())


def _left_out(_: str, question: str, given: Given, rng: Random) -> Given:
    """One input less, or for a person one fact less; of a person who is evaluated, so that the fact is needed."""
    if question == "participation":
        return _person_left_out(given, rng)
    if question == "access" and "ground" in given:
        return given
    return _without(given, rng.choice(sorted(given)))


def _person_left_out(given: Given, rng: Random) -> Given:
    person, period = given["person"], given["period"]
    if not isinstance(person, dict) or "dismissed" in person or "Q" not in str(period) or one_in(rng, 4):
        return _without(given, "period")
    if one_in(rng, 2):
        return {**given, "person": _without(person, "appointed")}
    return {**given, "person": _without(_without(person, "group"), "category")}


def _without(given: Given, name: str) -> Given:
    return {key: value for key, value in given.items() if key != name}


def _spoilt(policy: str, question: str, given: Given, rng: Random) -> Given:
    """One input that is wrong: by name, by type, by value. What a policy does not use is left alone."""
    names = [name for name in sorted(given) if name in SPOILABLE and (policy, question, name) not in NOT_USED]
    if not names or one_in(rng, 4):
        return {**given, **OF_THE_OTHER.get((policy, question), {"colour": "red"})}
    name = rng.choice(names)
    return {**given, name: _wrong(policy, name, given[name], rng)}


def _wrong(policy: str, name: str, value: object, rng: Random) -> object:
    if name == "person" and isinstance(value, dict):
        return {**value, **_wrong_person(policy, rng)}
    if name in DAYS:
        return rng.choice(NOT_A_DAY)
    if name == "period":
        return rng.choice(NOT_A_PERIOD)
    if isinstance(value, int) and not isinstance(value, bool):
        return rng.choice(NOT_A_COUNT)
    if isinstance(value, str):
        return "gardener"
    return rng.choice(["many", 3, True])


def _wrong_person(policy: str, rng: Random) -> Given:
    if policy == "taskala" and one_in(rng, 6):
        return {"worked_days": rng.choice(NOT_A_COUNT)}
    day = {"from": "2026-10-05", "to": "2026-10-09"}
    return rng.choice([
        {"appointed": rng.choice(NOT_A_DAY)},
        {"dismissed": rng.choice(NOT_A_DAY)},
        {"group": "gardener"},
        {"colour": "red"},
        {"absences": [{"kind": "strike", **day}]},
        {"absences": [{"kind": "training", "from": "2026-10-09", "to": "2026-10-05"}]},
        {"absences": [{"kind": "training", **day, "to": "2026-02-30"}]},
        {"absences": "none"},
        {"seconded": [{"body": "akimat", "from": "2026-10-09", "to": "2026-10-05"}]},
    ])  # fmt: skip
