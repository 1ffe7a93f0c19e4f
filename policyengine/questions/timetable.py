"""What is due when in a year or a period, by whom, and what is odd about it?"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import last_working
from policyengine.blocks.events import Timetable
from policyengine.blocks.facts import facts_of, moment_of
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.routes import no_day, only_or_all, stretch
from policyengine.blocks.schedules import refuse_schedule
from policyengine.blocks.set_days import scheduled
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, unknown
from policyengine.model.given import COUNT, DAY, PERIOD, Input, by_name
from policyengine.model.period import MONTHS_OF, Period, period, periods_in
from policyengine.model.policy import Node, Policy, shown_places


def applies(policy: Policy) -> bool:
    """Whether the methodology has a timetable."""
    return policy.section("timetable") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The year, or one period; days that a schedule set, by event or `event@period`."""
    return {"year": COUNT, "period": PERIOD, "scheduled": by_name(DAY), "appointed": DAY}


def answer(case: Case) -> Finding:
    """`events`: by `event@period` the day it is due, the day to act by, who acts, the paragraph, and warnings."""
    section = case.policy.root["timetable"]
    asked = _periods(case)
    if isinstance(asked, Missing):
        return section.finding({"events": asked}, "timetable")
    timetable = Timetable(case=case, moment=lambda name: moment_of(case, name))
    refuse_schedule(timetable, asked)
    found = {
        f"{name}@{one.id}": _event(timetable, name, event, one)
        for one in asked
        for name, event in timetable.events(one)
    }
    values = {name: step.value for name, step in found.items()}
    warned = sorted(
        {warning for value in values.values() if isinstance(value, Mapping) for warning in value["warnings"]}
    )
    step = section.finding({"events": values, "warnings": warned}, "timetable", *found.values())
    return resting(step, frozenset().union(*(readings_in(event["every"]) for event in section.values())))


def _periods(case: Case) -> list[Period] | Missing:
    year, one = case.count("year"), case.given("period")
    if isinstance(one, Period):
        if isinstance(year, int) and year != one.end.year:
            raise Refused(
                [
                    Fault(
                        code="contradictory_facts",
                        at="period",
                        says={"reason": "period_of_another_year", "value": one.id},
                    )
                ]
            )
        return [one]
    if isinstance(one, Missing):
        return one
    if not isinstance(year, int):
        return unknown("year")
    if period(f"{year:04}") is None:
        raise Refused([Fault(code="bad_date", at="year", says={"value": year})])
    return [one for kind in MONTHS_OF for one in periods_in(year, kind)] + list(_stretches(case.policy, year))


def _stretches(policy: Policy, year: int) -> Iterator[Period]:
    """The single stretches of events that end in a year."""
    seen = set()
    for event in policy.root["timetable"].values():
        found = stretch(event["every"])
        if found is not None and found.end.year == year and found not in seen:
            seen.add(found)
            yield found


def _event(timetable: Timetable, name: str, event: Node, asked: Period) -> Finding:
    case = timetable.case
    quarter = asked.number if asked.kind == "quarter" else None
    known: dict[str, Callable[[], object]] = {"quarter": lambda: quarter}
    due = timetable.due(event, asked, lambda _: facts_of(case, known))
    set_by = event.get("set_by")
    value: dict[str, object] = {
        "due": due.due.value,
        "act_by": due.act_by,
        "by": only_or_all(event["by"]),
        "paragraph": shown_places(due.source.paragraph),
        "warnings": sorted(_warnings(timetable, event, due.day, asked)),
    }
    if set_by is not None:
        day = scheduled(case, name, asked)
        clock = timetable.clock(asked)
        value |= {"set_by": set_by.text(), "due": day}
        value["act_by"] = last_working(day, clock) if isinstance(day, date) else None
    return event.finding(value, "event", due.due, event=name, name=_name(event, name), period=asked.id)


def _name(event: Node, name: str) -> object:
    said = event.get("name")
    return name if said is None else said.value


def _warnings(timetable: Timetable, event: Node, due: Day, asked: Period) -> Iterator[str]:
    readings = timetable.case.policy.section("readings")
    for name in event.readings if readings else ():
        warns = timetable.case.policy.section("readings", name, "warns")
        if warns is not None and isinstance(due, date) and _warns(timetable, warns.text(), due, asked):
            yield name


def _warns(timetable: Timetable, rule: str, due: date, asked: Period) -> bool:
    if rule == "inside_period":
        return asked.start <= due <= asked.end
    other = timetable.case.policy.section("timetable", rule.removeprefix("with event "))
    return other is not None and due == timetable.due(other, asked, lambda _: no_day).day
