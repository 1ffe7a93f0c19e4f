"""Is a person evaluated in a period, by which methods and by whom, when, and with or without taking part?"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from policyengine.blocks.case import Case, Day, Fact, Facts
from policyengine.blocks.events import Due, Timetable, held_kinds
from policyengine.blocks.exemptions import counts_worked_days, exemption_of
from policyengine.blocks.facts import facts_of, group_is_leading, moment_of
from policyengine.blocks.person import Person, kinds_of
from policyengine.blocks.plans import is_required
from policyengine.blocks.routes import (
    contradicted_group,
    evaluator_of,
    group_of,
    held_for,
    not_for_group,
    own_year,
    route_of,
)
from policyengine.blocks.schedules import refuse_schedule
from policyengine.model.fault import BeyondCalendar, Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import COUNT, DAY, FLAG, PERIOD, WORD, Input, by_name, fields, listed, word_of, words_of
from policyengine.model.period import Period
from policyengine.model.policy import Node, Policy
from policyengine.model.vocabulary import FACTS

NOT_EVALUATED = {"by": None, "takes_part": None, "due": None, "act_by": None}


def applies(policy: Policy) -> bool:
    """Whether the methodology has methods."""
    return policy.section("methods") is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """The period and the person, days that a schedule set; secondment only where the methodology knows it."""
    stretch = {"from": DAY, "to": DAY}
    person = {
        "group": word_of("groups"),
        "category": WORD,
        "leading": FLAG,
        "on_probation": FLAG,
        "appointed": DAY,
        "dismissed": DAY,
        "worked_days": COUNT,
        "sanction": words_of("vocabulary.sanctions"),
        "absences": listed({"kind": word_of("vocabulary.absences"), **stretch}),
    }
    if policy.section("secondment") is not None:
        person["seconded"] = listed({"body": WORD, **stretch})
    counts = {"unit_staff": COUNT, "evaluated_in_body": COUNT}
    return {"period": PERIOD, "person": fields(person), "scheduled": by_name(DAY), **counts}


def answer(case: Case) -> Finding:
    """`methods`: for each method held for that kind of period `evaluated, reason, by, takes_part, due, act_by`."""
    period, root = case.period(), case.policy.root["methods"]
    if isinstance(period, Missing):
        missing = period.facts | lacking(group_of(case.policy, case.given("person.group"), facts_of(case)).value)
        return root.finding({"methods": Missing(facts=missing)}, "participation")
    held = [(name, method) for name, method in held_kinds(case.policy) if held_for(method, period)]
    asked = _Asked(case, period)
    refuse_schedule(asked.timetable, [period])
    fits = bool(held) and not any(_is_another_year(case, period, method) for _, method in held)
    faults = [*_contradictions(case, period), *asked.contradictions(), *(() if fits else [_fits_no_method(period)])]
    if faults:
        raise Refused(faults)
    steps = {name: asked.of(name) for name, _ in held}
    return root.finding(
        {"methods": {name: step.value for name, step in steps.items()}}, "participation", *steps.values()
    )


class _Asked:
    """One person asked about in one period."""

    def __init__(self, case: Case, period: Period) -> None:
        self.case, self.period = case, period
        self.timetable = Timetable(case=case, moment=lambda name: moment_of(case, name))
        self.person = Person(case=case, period=period, clock=self.timetable.clock(period))
        self.group = group_of(case.policy, case.given("person.group"), facts_of(case))

    def contradictions(self) -> Iterator[Fault]:
        """Facts that must not be given for a person of this group, or by which the person is in another one."""
        yield from contradicted_group(self.case.policy, self.group.value, facts_of(self.case))
        if isinstance(self.group.value, str):
            yield from not_for_group(self.case.policy, self.group.value, self._facts(), self.person.clock.moments)

    def of(self, method: str) -> Finding:
        """What holds for one method."""
        begun = _begun(self.case, self.case.policy.root["methods"][method])
        if isinstance(begun, Missing):
            return self._finding(method, begun, self.group)
        facts = self._facts({"absent_on_due": lambda: self.person.absent_on(self._ordinary(method))})
        route = route_of(self.case.policy, method, _word(self.group), facts, self.person.clock.moments)
        if isinstance(route.value, Missing):
            return self._finding(method, route.value, self.group)
        if route.value is None:
            return self._finding(
                method, {"evaluated": False, "reason": "other_group", **NOT_EVALUATED}, self.group, route
            )
        node = self.case.policy.root["routes"][str(route.value)]
        reason = exemption_of(self.case.policy, method, self.person, facts)
        if isinstance(reason.value, Missing):
            return self._finding(method, reason.value, self.group, route, reason)
        if reason.value is not None:
            return self._finding(
                method, {"evaluated": False, "reason": reason.value, **NOT_EVALUATED}, reason, self.group, route
            )
        by = evaluator_of(self.case.policy, node, str(self.group.value), facts, self.person.clock.moments)
        return self._evaluated(method, by, reason)

    def _evaluated(self, method: str, by: Finding, reason: Finding) -> Finding:
        due = self._due(method)
        value = {
            "evaluated": True,
            "reason": None,
            "by": by.value,
            "takes_part": True if due is None or due.takes_part is None else due.takes_part.value,
            "due": None if due is None else due.due.value,
            "act_by": None if due is None else due.act_by,
        }
        parts = [] if due is None else [due.due, *([due.takes_part] if due.takes_part else [])]
        return self._finding(method, value, self.group, reason, by, *parts)

    def _ordinary(self, method: str) -> Day:
        """The day on which an evaluation is due for everybody, before what turns on an absence on it."""
        found = self.timetable.completing(method, self.period)
        return None if found is None else self.timetable.due(found[1], self.period, lambda _: self._facts()).day

    def _due(self, method: str) -> Due | None:
        found = self.timetable.completing(method, self.period)
        if found is None:
            return None
        event, case, ordinary = found[1], self.case, self._ordinary(method)
        day = ordinary if isinstance(ordinary, date) else None
        kinds = tuple(
            kind
            for name, one in (event.get("except") or event).items()
            if name != "wins" and one.get("when")
            for kind in kinds_of(one["when"])
        )
        on_due: dict[str, Callable[[Day], Fact]] = {
            "absent_on_due": self.person.absent_on,
            "returned_from": self.person.returned_from,
            "time_since_return": self.person.time_since_return,
        }
        returns = {"return_to_work": lambda: self.person.returns(day, kinds)}
        timetable = Timetable(
            case=case, moment=lambda name: returns[name]() if name in returns else moment_of(case, name)
        )
        return timetable.due(
            event, self.period, lambda on: self._facts({name: partial(fact, on) for name, fact in on_due.items()})
        )

    def _facts(self, more: Mapping[str, Callable[[], Fact]] | None = None) -> Facts:
        case, plans = self.case, self.case.policy.section("plans")
        known: dict[str, Callable[[], Fact]] = {
            "group": lambda: self.group.value,
            "leading": self._leading,
            "quarter": lambda: self.period.number if self.period.kind == "quarter" else None,
            "tenure_in_period": self.person.tenure,
            "time_to_period_end": lambda: self.person.until(self.period.end),
            "without_plan": lambda: self._without(plans),
            "returned_from": lambda: self.person.returned_from(self.period.end),
            "time_since_return": lambda: self.person.time_since_return(self.period.end),
        }
        return facts_of(case, {**known, **(more or {})})

    def _leading(self) -> object:
        given = self.case.given("person.leading")
        return group_is_leading(self.case.policy, self.group.value) if given is None else given

    def _without(self, plans: Node | None) -> object:
        appointed = self.person.appointed()
        truths = {
            name: is_required(plan, self.period, appointed, self.person.clock, self.case)
            for name, plan in (plans.items() if plans else ())
            if self.group.value in plan.names("for")
        }
        missing = frozenset().union(*(lacking(truth) for truth in truths.values()))
        return Missing(facts=missing) if missing else tuple(name for name, truth in truths.items() if truth is False)

    def _finding(self, method: str, value: object, *because: Finding) -> Finding:
        node = self.case.policy.root["methods"][method]
        return node.finding(value, "method", *because, name=node["name"].value)


def _word(found: Finding) -> str | Missing:
    return found.value if isinstance(found.value, str | Missing) else ""


def _fits_no_method(period: Period) -> Fault:
    return Fault(code="contradictory_facts", at="period", says={"reason": "period_fits_no_method", "value": period.id})


def _begun(case: Case, method: Node) -> Day:
    """The day from which the person's own years are counted; None where the period is the same for all."""
    first = own_year(method["every"])
    name = "" if first is None else first.text()
    path = f"person.{name}" if name in FACTS else name
    return None if first is None else moment_of(case, name) or unknown(path)


def _is_another_year(case: Case, period: Period, method: Node) -> bool:
    """Whether the person's own years begin on another day than the period."""
    begun = _begun(case, method)
    return isinstance(begun, date) and not period.is_year_from(begun)


def _contradictions(case: Case, period: Period) -> Iterator[Fault]:
    appointed, dismissed = case.day("person.appointed"), case.day("person.dismissed")
    if isinstance(appointed, date) and isinstance(dismissed, date) and appointed > dismissed:
        yield Fault(code="contradictory_facts", at="person.dismissed", says={"reason": "dismissed_before_appointed"})
    for path in ("person.absences", "person.seconded"):
        for number, entry in enumerate(case.entries(path)):
            first, last = entry.get("from"), entry.get("to")
            if isinstance(first, date) and isinstance(last, date) and last < first:
                yield Fault(
                    code="contradictory_facts", at=f"{path}[{number}].to", says={"reason": "ends_before_it_begins"}
                )
    yield from _too_many_days(case, period)


def _too_many_days(case: Case, period: Period) -> Iterator[Fault]:
    worked = case.count("person.worked_days")
    if not isinstance(worked, int) or not counts_worked_days(case.policy):
        return
    try:
        most = Person(
            case=case, period=period, clock=Timetable(case=case, moment=lambda _: None).clock(period)
        ).days_of_period()
    except BeyondCalendar:
        return
    if worked > most:
        yield Fault(
            code="contradictory_facts",
            at="person.worked_days",
            says={"reason": "more_days_than_the_period", "value": worked, "most": most},
        )
