"""Nura: who is evaluated by which method and when, and the dates of the year (4, 5, 6, 22, 26, 30)."""

from datetime import date
from typing import Final

from tests.naive.asking import Result, event
from tests.naive.dates import (
    Period,
    act_by,
    has_full_months,
    month_after,
    next_working_day,
    working_days_after,
    working_days_before,
)
from tests.naive.facts import Facts
from tests.naive.people import Away, Person, not_evaluated, read_person, tenure

HEAD: Final = "unit_head"
# Who evaluates by each method (29, 33; reading `unit_head_in_a_body_without_units`).
BY: Final = {"kpi": "immediate_supervisor", "ranking": "unit_head", "survey360": "respondent"}
OF_GROUP: Final = {"kpi": [HEAD], "ranking": ["staff"], "survey360": [HEAD, "staff"]}
METHODS_OF: Final = {"": [], "quarter": ["kpi", "ranking"], "year": ["survey360"]}


def due_of(period: Period) -> date:
    """The 10th of the month after the quarter or the year (4/1), as printed."""
    return day_of_month_after(period, 10)


def day_of_month_after(period: Period, day: int) -> date:
    """A day of the month that follows the period."""
    year, month = month_after(period)
    return date(year, month, day)


def participation(facts: Facts) -> Result:
    """Every method of that kind of period; a period of another kind fits none."""
    period = facts.period("period")
    facts.fault_if(period.kind not in METHODS_OF, "contradictory_facts")
    person = read_person(facts, head=HEAD, counts_worked_days=False, knows_secondment=False)
    facts.settle()
    methods = {method: _method(facts, method, person, period) for method in METHODS_OF[period.kind]}
    facts.settle()
    return {"methods": methods}


def _method(facts: Facts, method: str, person: Person, period: Period) -> Result:
    if person.group not in OF_GROUP[method]:
        return not_evaluated("other_group")
    if not has_full_months(*tenure(person, period), 1):
        return not_evaluated("short_tenure")  # 5
    if method == "kpi" and not _has_plan(person, period):
        return not_evaluated("no_kpi_plan")  # 22/4
    due, takes_part = _when(facts, method, person, due_of(period))
    return {
        "evaluated": True,
        "reason": None,
        "by": BY[method],
        "takes_part": takes_part,
        "due": due.isoformat(),
        "act_by": act_by(due),
    }


def _has_plan(person: Person, period: Period) -> bool:
    """Three months from the appointment, or the start of the year, to the end of the year (reading `kpi_period`)."""
    start = max(person.appointed, date(period.start.year, 1, 1))
    return has_full_months(start, date(period.start.year, 12, 31), 3)


def _when(facts: Facts, method: str, person: Person, due: date) -> tuple[date, bool]:
    """Dismissed by the ordinary due day: then and without the person (6). Absent on it: kpi later, others without."""
    if person.dismissed is not None and person.dismissed <= due:
        return due, False
    if not any(away.covers(due) for away in person.absences):
        return due, True
    if method != "kpi":
        return due, False
    back = _return(facts, person.absences, due)
    return (due if back is None else working_days_after(back, 5)), True


def _return(facts: Facts, absences: list[Away], due: date) -> date | None:
    """The first working day that no absence of the unbroken chain covers; unknown while one of them still runs."""
    day = due
    while running := [away for away in absences if away.covers(day)]:
        open_ended = [away for away in running if away.end is None]
        facts.missing.update(f"{away.name}to" for away in open_ended)
        if open_ended:
            return None
        last = max(away.end for away in running if away.end is not None)
        day = next_working_day(last)
    return day


def of_quarter(period: Period, name: str) -> Result:
    """The dates of a quarter; the precalculation counts back from the printed 10th."""
    due = due_of(period)
    counted = working_days_before(due, 5)
    early = ["precalculation_in_quarter"] if counted <= period.end else []
    return {
        f"evaluation.kpi@{name}": event(due, "evaluator", "4/1"),
        f"evaluation.ranking@{name}": event(due, "evaluator", "4/1"),
        f"notice.unit_head@{name}": event(day_of_month_after(period, 5), "hr", "26"),
        f"notice.staff@{name}": event(day_of_month_after(period, 10), "hr", "30", "staff_notice_on_deadline"),
        f"kpi_precalculation@{name}": event(counted, "hr", "22/6", *early),
        f"schedule_approved@{name}": event(None, "appointing_official", "10/2"),
    }


def of_year(period: Period, name: str) -> Result:
    """The survey (4/1), and the plans ten working days after the year has begun (22/1)."""
    return {
        f"evaluation.survey360@{name}": event(due_of(period), "respondent", "4/1"),
        f"kpi_plan@{name}": event(working_days_after(period.start, 10), "evaluator", "22/1"),
    }
