"""Taskala, decision 35-2 of 2025-08-22: every question of the contract, answered from the act.

Where the contract leaves something open, the comment says which reading was taken.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from tests.naive import marks, objections, papers
from tests.naive.asking import Questions, Result, answered, event, timetable
from tests.naive.dates import Period, act_by, every_day, has_full_months, month_after, part_of_year
from tests.naive.days import is_working
from tests.naive.facts import Facts
from tests.naive.people import Person, not_evaluated, read_person, tenure

HEAD: Final = "apparatus_head"
GROUPS: Final = [HEAD, "staff"]
LEAVES: Final = {"annual_leave", "social_leave", "sick_leave"}  # reading `fifteen_days`: the rest counts as worked
GROUNDS: Final = {"service_necessity", "access_to_information_law"}  # 13
ROLES: Final = {
    "evaluated", "evaluator", "immediate_supervisor", "apparatus_head", "first_head", "hr", "appointing_official",
    "session_member", "delegate", "substitute", "third_party",
}  # fmt: skip
DISMISSED_CHANNELS: Final = (
    "registered_letter", "telephonogram", "telegram", "text_message", "email", "other_recorded_means",
)  # fmt: skip

# What the act asks of each role; rights (10, 11, 23/2) and what is only allowed (3/5, 23/3) are not asked.
ASKED: Final = {
    "evaluator": "18/2 18/3 23/1 24",
    "substitute": "3/3",
    "delegate": "18/3",
    "immediate_supervisor": "16",
    "apparatus_head": "17",
    "hr": "8 9/2 12 14 15(1) 15(2) 15(3) 15(4) 18/1 22 23/5",
    "appointing_official": "20/1",
}


def due_of(period: Period) -> date:
    """The 20th of the month after the quarter (4/1), as printed."""
    year, month = month_after(period)
    return date(year, month, 20)


def end_of_month_after(period: Period) -> date:
    """The last day of the month after the quarter (9/2; reading `dismissed_informed`)."""
    year, month = month_after(period)
    return part_of_year(year, "month", month).end


def quarter(facts: Facts) -> Period:
    """The period, which must be a quarter: the act has no other (2(7)); another one fits no method."""
    period = facts.period("period")
    facts.fault_if(period.kind not in {"", "quarter"}, "contradictory_facts")
    return period


def participation(facts: Facts) -> Result:
    """Who is evaluated, by whom, by when (3, 4, 5, 6, 16, 17)."""
    period = quarter(facts)
    person = read_person(facts, head=HEAD, counts_worked_days=True, knows_secondment=True)
    by = _evaluator(facts, person)
    facts.settle()
    if person.worked_days is not None:
        available = sum(is_working(day) for day in every_day(period.start, period.end))
        facts.fault_if(person.worked_days > available, "contradictory_facts")
        facts.settle()
    reason = _reason(person, period)
    return {"methods": {"sheet": not_evaluated(reason) if reason else _evaluated(person, period, by)}}


def _evaluator(facts: Facts, person: Person) -> str:
    assigned = facts.yes("first_head_assigns_apparatus_head")
    facts.fault_if(assigned and person.group == HEAD, "contradictory_facts")  # 3/5: he would evaluate himself
    if facts.yes("evaluator_absent"):
        return "substitute"  # 3/3, also where the first head has decided
    return "immediate_supervisor" if person.group == HEAD else "apparatus_head"


def _evaluated(person: Person, period: Period, by: str) -> Result:
    due = due_of(period)
    takes_part = person.dismissed is None or person.dismissed > due  # reading `dismissed_before_what`
    return {
        "evaluated": True,
        "reason": None,
        "by": by,
        "takes_part": takes_part,
        "due": due.isoformat(),
        "act_by": act_by(due),
    }


def _reason(person: Person, period: Period) -> str | None:
    reason = _too_little(person, period, seconded=True)
    if reason is None:
        return None
    if person.seconded and _too_little(person, period, seconded=False) is None:
        return "seconded"
    return reason


def _too_little(person: Person, period: Period, *, seconded: bool) -> str | None:
    """Too short in office, or too few days worked (5); with the seconded days taken out, or left in."""
    days = [
        day
        for day in every_day(*tenure(person, period))
        if not (seconded and any(away.covers(day) for away in person.seconded))
    ]
    stretch = _longest(days)
    if not stretch or not has_full_months(stretch[0], stretch[-1], 1):
        return "short_tenure"
    worked = person.worked_days
    if worked is None:
        # 5/2 speaks of days worked in the period, so those outside the longest stretch count too.
        worked = sum(is_working(day) and not _on_leave(person, day) for day in days)
    return "few_worked_days" if worked < 15 else None


def _longest(days: list[date]) -> list[date]:
    """The longest unbroken stretch; of those with as many days one that makes a full month, which is what counts."""
    stretches: list[list[date]] = []
    for day in days:
        if stretches and stretches[-1][-1] + timedelta(days=1) == day:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return max(stretches, key=lambda one: (len(one), has_full_months(one[0], one[-1], 1)), default=[])


def _on_leave(person: Person, day: date) -> bool:
    return any(away.kind in LEAVES and away.covers(day) for away in person.absences)


def of_quarter(period: Period, name: str) -> Result:
    """The dates of a quarter (4/1, 9/2)."""
    return {
        f"evaluation@{name}": event(due_of(period), "evaluator", "4/1"),
        f"dismissed_informed@{name}": event(end_of_month_after(period), "hr", "9/2"),
    }


def of_year(period: Period, name: str) -> Result:
    """The year's mark is formed by 30 January (4/3)."""
    return {f"final_mark@{name}": event(date(period.start.year + 1, 1, 30), "information_system", "4/3")}


def mark(facts: Facts) -> Result:
    """One overall mark from each rater (18/2; reading `sheet_form_absent`)."""
    facts.word("method", ["sheet"])
    if facts.has("group"):
        facts.word("group", GROUPS)
    return marks.marked(marks.sheet_mark(facts, ["overall"]), [])


def delegation(facts: Facts) -> Result:
    """More than twenty evaluated persons oblige to name further evaluators (18/3)."""
    evaluated = facts.count("evaluated")
    facts.settle()
    if evaluated > 20:
        return {"outcome": "required", "delegates": "corps_b_servant"}
    return {"outcome": "none", "delegates": None}


def acquaintance(facts: Facts) -> Result:
    """In office: no day is set (9/1). Dismissed: within the month after the quarter (9/2)."""
    if not _was_dismissed(facts):
        facts.settle()
        return {"due": None, "channels": ["information_system", "mobile_app"]}
    period = quarter(facts)
    facts.settle()
    return {"due": end_of_month_after(period).isoformat(), "channels": list(DISMISSED_CHANNELS)}


def _was_dismissed(facts: Facts) -> bool:
    if isinstance(facts.given.get("dismissed", False), bool):
        return facts.yes("dismissed")
    facts.day("dismissed")
    return True


QUESTIONS: Final[Questions] = {
    "participation": ("period person evaluator_absent first_head_assigns_apparatus_head", participation),
    "timetable": ("year period", partial(timetable, of_quarter=of_quarter, of_year=of_year)),
    "mark": ("method group marks indicators sanction", mark),
    "final": ("marks", partial(marks.final, methods=["sheet"], grounds=[])),  # reading `consequences`: no use is named
    "delegation": ("evaluated", delegation),
    "acquaintance": ("completed period dismissed", acquaintance),
    "appeal": ("acquainted received filed made", partial(objections.appeal, knows_receipt=True)),
    "session": (
        "members appellant evaluator present chair",
        partial(objections.session, roles=ROLES, sets_composition=True),
    ),
    "vote": ("members votes chair", partial(objections.vote, of_members=True)),
    "minutes": ("signed", objections.minutes),
    "retention": ("completed", papers.retention),
    "access": ("viewer ground", partial(papers.access, grounds=GROUNDS)),
    "in_force": ("date published", partial(papers.in_force, adopted=date(2025, 8, 22), days_after=11)),  # decision/3
    "duties": ("role", partial(papers.duties, asked=ASKED, roles=ROLES)),
}


def answer(question: str, given: Mapping[str, object]) -> Result:
    """The answer, what is missing, or what is wrong; the act knows no plans and no survey."""
    return answered(QUESTIONS, question, given)
