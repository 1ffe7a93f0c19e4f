"""Events of the timetable: when they are due in a period, and what an exception makes of that for one person."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from policyengine.blocks.case import Case, Day, Facts
from policyengine.blocks.counting import Clock, day_of, last_working, on_day_off
from policyengine.blocks.mentions import words_in
from policyengine.blocks.predicates import holds, is_there, named_facts
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.routes import held_for, stretch
from policyengine.blocks.set_days import scheduled
from policyengine.model.finding import Finding, Missing, Phrase, lacking
from policyengine.model.period import Kind, Period, periods_in
from policyengine.model.policy import Node, Policy

FactsOn = Callable[[Day], Facts]
ON_DUE: Final = frozenset({"absent_on_due", "returned_from", "time_since_return"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When an event is due: as printed, as the reading of days off has it, and the last working day to act.

    `source` is the event, or its exception that gives the day.
    """

    due: Finding
    act_by: date | None
    source: Node
    takes_part: Finding | None = None

    @property
    def day(self) -> Day:
        """The day on which it is due."""
        return self.due.value if isinstance(self.due.value, date | Missing) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The timetable of a policy for one case; `moment` knows the days of the case that are no events."""

    case: Case
    moment: Callable[[str], Day]

    def events(self, asked: Period) -> Iterator[tuple[str, Node]]:
        """The events that are held for a period."""
        section = self.case.policy.section("timetable")
        for name, event in section.items() if section else ():
            if held_for(event, asked):
                yield name, event

    def completing(self, method: str, asked: Period) -> tuple[str, Node] | None:
        """The event that is the deadline of a method's evaluation in a period."""
        return next(((name, one) for name, one in self.events(asked) if method in one.names("completes")), None)

    def due(self, event: Node, asked: Period, facts_on: FactsOn) -> Due:
        """When an event is due in a period, exceptions applied; `facts_on` gives the facts as of the ordinary day.

        The ordinary day is that of the period: an exception for a single quarter moves it for everybody, and absence
        and dismissal are held against the day so moved.
        """
        ordinary = self._ordinary(event, asked, facts_on(None))
        if isinstance(ordinary, Missing):
            return Due(due=event.finding(ordinary, "due"), act_by=None, source=event)
        facts = facts_on(ordinary.day)
        holding = self._holding(event, _exceptions(event), self.clock(asked, ordinary.day), facts)
        if isinstance(holding, Missing):
            return Due(due=event.finding(holding, "due"), act_by=None, source=event)
        moved = next((one for one in holding if one.get("due") is not None), None)
        part = _takes_part(event, holding, facts)
        if moved is None or moved.pointer == ordinary.source.pointer:
            return replace(ordinary, takes_part=part)
        clock = self.clock(asked, ordinary.day)
        settled = self._settled(day_of(moved["due"], clock), clock, moved)
        rests = [reading for step in ordinary.due for reading in step.readings]
        return replace(settled, due=resting(settled.due, rests), takes_part=part)

    def _ordinary(self, event: Node, asked: Period, facts: Facts) -> Due | Missing:
        """The day of an event in a period, before anything that turns on that very day."""
        clock, given = self.clock(asked), self._scheduled(event, asked)
        if given is not None:
            return self._settled(event["set_by"].finding(given, "due"), clock, event)
        parts = {name: one for name, one in _exceptions(event).items() if not _turns_on_due(one)}
        holding = self._holding(event, parts, clock, facts)
        if isinstance(holding, Missing):
            return holding
        source = next((one for one in holding if one.get("due") is not None), event)
        return self._settled(day_of(source["due"], clock), clock, source)

    def clock(self, asked: Period | None, due: Day = None) -> Clock:
        """What the terms of a period are counted on."""
        return Clock(case=self.case, period=asked, moments=cache(lambda name: self._moment(name, asked, due)))

    def _printed(self, event: Node, asked: Period) -> Day:
        """The day of an event as printed, in the period or in that of its own kind around it."""
        own = own_period(event, asked)
        if own is None:
            return None
        if (given := self._scheduled(event, own)) is not None:
            return given
        clock = self.clock(own)
        parts = {name: one for name, one in _exceptions(event).items() if not _turns_on_due(one)}
        holding = self._holding(event, parts, clock, lambda fact: own.number if fact == own.kind else None)
        moved = [] if isinstance(holding, Missing) else [one for one in holding if one.get("due") is not None]
        value = day_of((moved[0] if moved else event)["due"], clock).value
        return value if isinstance(value, date | Missing) else None

    def _scheduled(self, event: Node, asked: Period) -> Day:
        """The day that was given for an event which a schedule sets."""
        name = event.pointer.rpartition("/")[2]
        return scheduled(self.case, name, asked) if event.get("set_by") is not None else None

    def _moment(self, name: str, asked: Period | None, due: Day) -> Day:
        match name:
            case "period_start":
                return None if asked is None else asked.start
            case "period_end":
                return None if asked is None else asked.end
            case "due":
                return due
            case _:
                return self._other_moment(name, asked)

    def _other_moment(self, name: str, asked: Period | None) -> Day:
        """The day of an event of the timetable, or a day of the case."""
        event = self.case.policy.section("timetable", name)
        return self.moment(name) if asked is None or event is None else self._printed(event, asked)

    def _settled(self, printed: Finding, clock: Clock, source: Node) -> Due:
        day = printed.value
        if not isinstance(day, date):
            return Due(due=printed, act_by=None, source=source)
        moved = on_day_off(day, clock)
        act_by = last_working(day, clock)
        if moved is None:
            return Due(due=printed, act_by=act_by, source=source)
        due = Finding(
            value=moved.value,
            about=Phrase(code="due"),
            at=printed.at,
            paragraph=printed.paragraph,
            because=(printed, moved),
        )
        return Due(due=due, act_by=act_by, source=source)

    def _holding(self, event: Node, parts: Mapping[str, Node], clock: Clock, facts: Facts) -> list[Node] | Missing:
        """The exceptions that hold: the first of the order that wins, else all; missing where a fact decides."""
        truths = {name: holds(one["when"], facts, clock.moments) for name, one in parts.items()}
        missing = frozenset().union(*(lacking(truth) for truth in truths.values()))
        if missing:
            return Missing(facts=missing)
        section = event.get("except")
        order = () if section is None else section.names("wins")
        holding = sorted(
            (name for name, truth in truths.items() if truth is True),
            key=lambda name: order.index(name) if name in order else len(order),
        )
        return [parts[holding[0]]] if holding and holding[0] in order else [parts[name] for name in holding]


def _exceptions(event: Node) -> Mapping[str, Node]:
    section = event.get("except")
    return {} if section is None else {name: one for name, one in section.items() if name != "wins"}


def _takes_part(event: Node, holding: Iterable[Node], facts: Facts) -> Finding | None:
    """Whether the person takes part: as an exception says that holds, else not as one says that does not.

    None where no exception says anything of it, or none that was held against a given fact rests on a reading.
    """
    for one in holding:
        if one.get("takes_part") is not None:
            said = one["takes_part"]
            return resting(said.finding(said.flag(), "takes_part"), readings_in(one["when"]))
    for one in _exceptions(event).values():
        rests = readings_in(one["when"])
        if rests and one.get("takes_part") is not None and any(map(is_there, map(facts, named_facts(one["when"])))):
            said = one["takes_part"]
            return resting(said.finding(not said.flag(), "takes_part"), rests)
    return None


def _turns_on_due(exception: Node) -> bool:
    """Whether an exception turns on the very day on which the event is due, or counts from it."""
    when = exception["when"]
    return bool(named_facts(when) & ON_DUE) or "due" in {*words_in(when.value), *exception.says("due").split()}


def own_period(block: Node, asked: Period) -> Period | None:
    """The period of an event or plan that is the asked one, or holds its end; None where it has none."""
    kinds: tuple[Kind, ...] = ("month", "quarter", "half_year", "year")
    single = stretch(block["every"])
    wide = [*(one for kind in kinds for one in periods_in(asked.end.year, kind)), *([single] if single else [])]
    holding = (one for one in (asked, *wide) if one.start <= asked.end <= one.end)
    return next((one for one in holding if held_for(block, one)), None)


def held_kinds(policy: Policy) -> Iterator[tuple[str, Node]]:
    """The methods of a policy."""
    section = policy.section("methods")
    return iter(()) if section is None else section.items()
