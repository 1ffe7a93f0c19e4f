"""Nura: the survey of the people around (33 to 36)."""

from fractions import Fraction
from typing import Final

from tests.naive.facts import Facts
from tests.naive.marks import half_up, mark_of, mean, two_decimals

FOR_HEADS: Final = [
    "managing", "communication", "ethics", "change", "results", "decisions", "team", "leadership", "cooperation",
    "promptness", "development", "initiative",
]  # fmt: skip
FOR_STAFF: Final = [
    "communication", "ethics", "change", "results", "decisions", "cooperation", "promptness", "development",
]  # fmt: skip
COMPETENCIES: Final = {"unit_head": FOR_HEADS, "staff": FOR_STAFF}
OWN_ROLES: Final = {"self", "evaluated"}
ROLES: Final = {"immediate_supervisor", "subordinate", "peer", *OWN_ROLES}
FEWEST, MOST = 3, 7  # 35/1


def survey(facts: Facts) -> dict[str, object]:
    """Whether these may be asked (35); each problem stands on its own, respondents are counted as listed."""
    group = facts.word("group", COMPETENCIES)
    facts.need("respondents")
    respondents = facts.blocks("respondents", ["id", "role"])
    ids = [one.text("id") for one in respondents]
    roles = [one.word("role", ROLES) for one in respondents]
    evaluated = facts.text("evaluated") if facts.has("evaluated") else None
    facts.settle()
    found = {
        "too_few_respondents": len(ids) < FEWEST,
        "too_many_respondents": len(ids) > MOST,
        "supervisor_missing": "immediate_supervisor" not in roles,
        "self_among_respondents": evaluated in ids or any(role in OWN_ROLES for role in roles),
        "duplicate_id": len(set(ids)) < len(ids),
    }
    problems = sorted(problem for problem, holds in found.items() if holds)
    return {"valid": not problems, "problems": problems, "competencies": COMPETENCIES[group]}


def survey_result(facts: Facts) -> dict[str, object]:
    """The mean of each competency over the answers given to it (36); the self-assessment is not counted (35/2)."""
    group = facts.word("group", COMPETENCIES)
    asked = COMPETENCIES.get(group, [])
    facts.need("answers")
    answers = facts.block("answers")
    facts.fault_if(isinstance(facts.given.get("answers"), dict) and len(answers.given) < FEWEST, "too_few_respondents")
    facts.fault_if(len(answers.given) > MOST, "too_many_respondents")
    heard: dict[str, list[Fraction]] = {competency: [] for competency in asked}
    for respondent in answers.given:
        for competency, value in answers.block(respondent).given.items():
            facts.fault_if(group in COMPETENCIES and competency not in asked, "unknown_item")
            heard.setdefault(competency, []).append(mark_of(value, facts, least=1, decimals=0))
    facts.settle()
    means = {competency: half_up(mean(given)) if given else None for competency, given in heard.items()}
    lowest = min((found for found in means.values() if found is not None), default=None)
    return {
        "competencies": {name: None if found is None else two_decimals(found) for name, found in means.items()},
        "weakest": [name for name, found in means.items() if found is not None and found == lowest],
    }
