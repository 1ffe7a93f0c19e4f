"""Nura, decision 16 of 2023-04-27: every question of the contract, answered from the act.

Where the contract leaves something open, the comment says which reading was taken.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final

from tests.naive import indicators, marks, objections, papers, surveys
from tests.naive.asking import Questions, Result, answered, timetable
from tests.naive.dates import has_full_months, working_days_after, written
from tests.naive.facts import Facts
from tests.naive.nura_dates import of_quarter, of_year, participation

HEAD: Final = "unit_head"
GROUPS: Final = [HEAD, "staff"]
PARAMETERS: Final = ["quality", "deadlines", "initiative", "discipline"]  # 32; reading `ranking_parameters`
METHOD_OF: Final = {"kpi": HEAD, "ranking": "staff"}  # 21, 28
GROUNDS: Final = {"access_to_information_law"}  # 15
USES: Final = ["bonus", "incentive", "training", "rotation", "demotion", "dismissal"]  # 8
ROLES: Final = {
    "evaluated", "evaluator", "immediate_supervisor", "higher_supervisor", "unit_head", "first_head", "hr",
    "appointing_official", "session_member", "delegate", "substitute", "respondent", "strategic_planning",
    "third_party",
}  # fmt: skip

# What the act asks of each role. What the information system does or, where there is none, hr (26, 27/1, 30, 31/1,
# 35/1), is asked of hr.
ASKED: Final = {
    "evaluator": "17(1) 17(2) 17(3) 17(4) 22/1 22/5 27/2 27/3 31/2 41/1 42",
    "evaluated": "18(1) 18(2) 18(3)",
    "unit_head": "29",
    "hr": "10 11 14 16 19(1) 19(2) 19(3) 19(4) 19(5) 22/1 22/3 22/6 26 27/1 30 31/1 35/1 36 40 41/4",
    "appointing_official": "10/2 38",
    "strategic_planning": "22/6",
}


def mark(facts: Facts) -> Result:
    """The mean of the indicators (27), or of the four parameters (31, 32)."""
    method = facts.word("method", METHOD_OF)
    if facts.has("group"):
        group = facts.word("group", GROUPS)
        wrong = method in METHOD_OF and group in GROUPS and METHOD_OF[method] != group
        facts.fault_if(wrong, "contradictory_facts")
    if method == "kpi":
        return indicators.kpi_mark(facts)
    if method == "ranking":
        return marks.marked(marks.sheet_mark(facts, PARAMETERS), [])
    facts.settle()
    return {}


def delegation(facts: Facts) -> Result:
    """With more than fifty servants in the unit other persons may evaluate too (31/3)."""
    unit_staff = facts.count("unit_staff")
    facts.settle()
    if unit_staff > 50:
        return {"outcome": "permitted", "delegates": "any_person"}
    return {"outcome": "none", "delegates": None}


def kpi_plan(facts: Facts) -> Result:
    """Ten working days from the start of the year, or from the appointment where it is later (22, 23)."""
    year, appointed = facts.count("year"), facts.maybe_day("appointed")
    set_on, number = facts.maybe_day("set_on"), facts.maybe_count("indicators")
    facts.settle()
    start = max(date(year, 1, 1), appointed or date(year, 1, 1))
    if not has_full_months(start, date(year, 12, 31), 3):
        return {"required": False, "due": None, "placed_by": None, "problems": []}
    due = working_days_after(start, 10)
    found = {
        "too_few_indicators": number is not None and number < 3,
        "too_many_indicators": number is not None and number > 5,
        "set_too_late": set_on is not None and set_on > due,
    }
    return {
        "required": True,
        "due": due.isoformat(),
        "placed_by": written(working_days_after(set_on, 5) if set_on else None),
        "problems": sorted(problem for problem, holds in found.items() if holds),
    }


def acquaintance(facts: Facts) -> Result:
    """Two working days from the end of the evaluation, for the dismissed as for others (11)."""
    completed = facts.day("completed")
    facts.settle()
    channels = ["information_system", "intranet_portal", "document_system"]
    return {"due": working_days_after(completed, 2).isoformat(), "channels": channels}


QUESTIONS: Final[Questions] = {
    "participation": ("period person", participation),
    "timetable": ("year period", partial(timetable, of_quarter=of_quarter, of_year=of_year)),
    "mark": ("method group marks indicators sanction", mark),
    "final": ("marks", partial(marks.final, methods=METHOD_OF, grounds=USES)),
    "delegation": ("unit_staff", delegation),
    "kpi_plan": ("year appointed set_on indicators", kpi_plan),
    "survey": ("group respondents evaluated", surveys.survey),
    "survey_result": ("group answers self", surveys.survey_result),
    "acquaintance": ("completed period dismissed", acquaintance),
    "appeal": ("acquainted filed made", partial(objections.appeal, knows_receipt=False)),
    "session": (
        "members appellant evaluator present chair",
        partial(objections.session, roles=ROLES, sets_composition=False),
    ),
    "vote": ("members votes chair", partial(objections.vote, of_members=False)),
    "minutes": ("signed", objections.minutes),
    "retention": ("completed", papers.retention),
    "access": ("viewer ground", partial(papers.access, grounds=GROUNDS)),
    "in_force": ("date published", partial(papers.in_force, adopted=date(2023, 4, 27), days_after=0)),  # decision/3
    "duties": ("role", partial(papers.duties, asked=ASKED, roles=ROLES)),
}


def answer(question: str, given: Mapping[str, object]) -> Result:
    """The answer, what is missing, or what is wrong."""
    return answered(QUESTIONS, question, given)
