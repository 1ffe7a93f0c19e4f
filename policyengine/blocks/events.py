"""Events of the timetable: when they are due in a period, and what an exception makes of that for one person."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from policyengine.blocks.case import Case, Day, Facts
from policyengine.blocks.counting import Clock, day_of, last_working, on_day_off
from policyengine.blocks.predicates import holds
from policyengine.blocks.routes import held_for
from policyengine.model.finding import Finding, Missing, Phrase, lacking
from policyengine.model.period import Period, periods_in
from policyengine.model.policy import Node, Policy

FactsOn = Callable[[Day], Facts]
MAX_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When an event is due: as printed, as the reading of days off has it, and the last working day to act."""

    due: Finding
    act_by: date | None
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
        """When an event is due in a period, exceptions applied; `facts_on` gives the facts as of the ordinary day."""
        clock = self.clock(asked)
        printed = day_of(event["due"], clock)
        ordinary = self._settled(printed, clock)
        holding = self._exceptions(event, asked, ordinary.day, facts_on(ordinary.day))
        if isinstance(holding, Missing):
            return Due(due=event.finding(holding, "due"), act_by=None)
        moved = next((one for one in holding if one.get("due") is not None), None)
        absent = next((one["takes_part"] for one in holding if one.get("takes_part") is not None), None)
        part = None if absent is None else absent.finding(absent.value, "takes_part")
        if moved is None:
            return Due(due=ordinary.due, act_by=ordinary.act_by, takes_part=part)
        settled = self._settled(day_of(moved["due"], clock), clock)
        return Due(due=settled.due, act_by=settled.act_by, takes_part=part)

    def clock(self, asked: Period, due: Day = None) -> Clock:
        """What the terms of a period are counted on."""
        return Clock(case=self.case, period=asked, moments=lambda name: self._moment(name, asked, due, 0))

    def printed(self, name: str, asked: Period, depth: int = 0) -> Day:
        """The day of an event as printed, in the period or in that of its own kind around it."""
        event = self.case.policy.section("timetable", name)
        own = None if event is None else next((one for one in around(asked) if held_for(event, one)), None)
        if event is None or own is None or depth > MAX_CHAIN:
            return None
        clock = Clock(case=self.case, period=own, moments=lambda other: self._moment(other, own, None, depth + 1))
        value = day_of(event["due"], clock).value
        return value if isinstance(value, date | Missing) else None

    def _moment(self, name: str, asked: Period, due: Day, depth: int) -> Day:
        match name:
            case "period_start":
                return asked.start
            case "period_end":
                return asked.end
            case "due":
                return due
            case _:
                return self._other_moment(name, asked, depth)

    def _other_moment(self, name: str, asked: Period, depth: int) -> Day:
        """The day of an event of the timetable, or a day of the case."""
        if self.case.policy.section("timetable", name) is not None:
            return self.printed(name, asked, depth)
        return self.moment(name)

    def _settled(self, printed: Finding, clock: Clock) -> Due:
        day = printed.value
        if not isinstance(day, date):
            return Due(due=printed, act_by=None)
        moved = on_day_off(day, clock)
        act_by = last_working(day, clock)
        if moved is None:
            return Due(due=printed, act_by=act_by)
        due = Finding(
            value=moved.value,
            about=Phrase(code="due"),
            at=printed.at,
            paragraph=printed.paragraph,
            because=(printed, moved),
        )
        return Due(due=due, act_by=act_by)

    def _exceptions(self, event: Node, asked: Period, due: Day, facts: Facts) -> list[Node] | Missing:
        section = event.get("except")
        if section is None:
            return []
        clock = self.clock(asked, due)
        parts = {name: one for name, one in section.items() if name != "wins"}
        truths = {name: holds(one["when"], facts, clock.moments) for name, one in parts.items()}
        missing = frozenset().union(*(lacking(truth) for truth in truths.values()))
        if missing:
            return Missing(facts=missing)
        order = section.names("wins")
        holding = sorted(
            (name for name, truth in truths.items() if truth is True),
            key=lambda name: order.index(name) if name in order else len(order),
        )
        return [parts[holding[0]]] if holding and holding[0] in order else [parts[name] for name in holding]


def around(asked: Period) -> Iterator[Period]:
    """A period itself and every period of another kind that contains it, or lies around its end."""
    yield asked
    for kind in ("month", "quarter", "half_year", "year"):
        yield from (one for one in periods_in(asked.end.year, kind) if one.start <= asked.end <= one.end)


def held_kinds(policy: Policy) -> Iterator[tuple[str, Node]]:
    """The methods of a policy."""
    section = policy.section("methods")
    return iter(()) if section is None else section.items()
