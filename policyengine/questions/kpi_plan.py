"""Is an individual plan required, by when, when is it placed, and what is wrong with it?"""

from collections.abc import Iterator, Mapping
from datetime import date

from policyengine.blocks.case import Case
from policyengine.blocks.counting import day_of
from policyengine.blocks.counting_items import count_problems
from policyengine.blocks.events import Timetable
from policyengine.blocks.facts import facts_of, moment_of
from policyengine.blocks.plans import is_required, rests_on, set_too_late
from policyengine.blocks.resting import resting
from policyengine.blocks.routes import held_for
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import COUNT, DAY, FLAG, PERIOD, WORD, Input, word_of
from policyengine.model.period import Period, period
from policyengine.model.policy import Node, Policy
from policyengine.model.term import EventDay
from policyengine.terms.times import term


def applies(policy: Policy) -> bool:
    """Whether the methodology knows plans."""
    plans = policy.section("plans")
    return plans is not None and any(plans.values())


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The year (or the period of the plan), the appointment, the day it was set, the number of indicators."""
    person = {"group": word_of("groups"), "category": WORD, "on_probation": FLAG}
    return {
        "plan": word_of("plans"),
        "year": COUNT,
        "period": PERIOD,
        "appointed": DAY,
        "set_on": DAY,
        "indicators": COUNT,
        **person,
    }


def answer(case: Case) -> Finding:
    """`required, due, placed_by, problems`."""
    plans = dict(case.policy.root["plans"].items())
    name = case.word("plan")
    if isinstance(name, Missing):
        return _unknown(case.policy.root["plans"], name)
    plan = plans[name] if isinstance(name, str) else next(iter(plans.values()))
    asked = _period(case, plan)
    if isinstance(asked, Missing):
        return _unknown(plan, asked)
    timetable = Timetable(case=case, moment=lambda name: _moment(case, name))
    required = is_required(plan, asked, case.day("appointed"), timetable.clock(asked), case)
    if isinstance(required, Missing):
        return _unknown(plan, required)
    when = plan.get("not_required_when") or plan
    rests = rests_on(plan, counted=case.given("appointed") is not None)
    ground = resting(when.finding(required, "plan_required", period=asked.id), rests)
    if not required:
        return plan.finding({"required": False, "due": None, "placed_by": None, "problems": []}, "plan", ground)
    return _required(case, plan, asked, timetable, ground)


def _required(case: Case, plan: Node, asked: Period, timetable: Timetable, ground: Finding) -> Finding:
    due = _due(plan, asked, timetable)
    placed = plan.get("placed")
    placed_by = plan.finding(None, "placed") if placed is None else day_of(placed["due"], timetable.clock(asked))
    problems = [*_late(case, due), *_count(case, plan)]
    values = [one.value for one in problems]
    facts = lacking([due.value, placed_by.value, values])
    value = {
        "required": True,
        "due": due.value,
        "placed_by": placed_by.value,
        "problems": Missing(facts=facts) if facts else values,
    }
    return plan.finding(value, "plan", ground, due, placed_by, *problems)


def _due(plan: Node, asked: Period, timetable: Timetable) -> Finding:
    found = term(plan["due"].text())
    event = timetable.case.policy.section("timetable", found.event) if isinstance(found, EventDay) else None
    if event is None:
        return day_of(plan["due"], timetable.clock(asked))
    return timetable.due(event, asked, lambda _: facts_of(timetable.case)).due


def _period(case: Case, plan: Node) -> Period | Missing:
    given, year = case.given("period"), case.count("year")
    asked = given
    if given is None and isinstance(year, int):
        asked = period(f"{year:04}")
        if asked is None:
            raise Refused([Fault(code="bad_date", at="year", says={"value": year})])
    if isinstance(asked, Missing | None):
        return asked or year if isinstance(year, Missing) else asked or unknown("year")
    if isinstance(asked, Period) and held_for(plan, asked):
        return asked
    if given is None:
        return unknown("period")
    raise Refused(
        [Fault(code="contradictory_facts", at="period", says={"reason": "period_fits_no_method", "value": str(given)})]
    )


def _moment(case: Case, name: str) -> date | Missing | None:
    return case.day("set_on") if name == "plan_set" else moment_of(case, name)


def _late(case: Case, due: Finding) -> Iterator[Finding]:
    set_on, day = case.day("set_on"), due.value
    if isinstance(set_on, Missing):
        yield Finding(value=set_on, about=due.about)
    elif isinstance(day, date) and set_too_late(set_on, day):
        yield Finding(value="set_too_late", about=due.about, at=due.at, paragraph=due.paragraph, readings=due.readings)


def _count(case: Case, plan: Node) -> Iterator[Finding]:
    count, limits = case.count("indicators"), plan["items"]
    if isinstance(count, Missing):
        yield limits.finding(count, "problem")
    elif count is not None:
        for problem in count_problems(limits, count, "indicators"):
            yield limits.finding(problem, "problem", count=count)


def _unknown(plan: Node, missing: Missing) -> Finding:
    return plan.finding({"required": missing, "due": missing, "placed_by": missing, "problems": missing}, "plan")
