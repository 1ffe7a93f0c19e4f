"""The timetable: days that exist, terms that do not run in a circle, one deadline for an evaluation."""

from calendar import monthrange
from collections.abc import Iterator

from policyengine.model.fault import Fault
from policyengine.model.period import MONTHS_OF, Kind
from policyengine.model.policy import Node, Policy
from policyengine.model.term import DayOfMonth, DayOfYear, Term
from policyengine.terms.times import moments, show, term

COMMON_YEAR = 2026
FIRST_MONTHS = {"the month after": 0, "the first month": 1, "the second month": 2, "the last month": -1}


def timetable(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the timetable of a policy."""
    section = policy.section("timetable")
    if section is None:
        return
    events = dict(section.items())
    for event in events.values():
        yield from _days(event)
    for name in events:
        if _runs_in_a_circle(events, name):
            yield Fault(code="P066", at=f"/timetable/{name}/due", says={"word": name})
    yield from _two_deadlines(events)


def _days(event: Node) -> Iterator[Fault]:
    """A day that some month of the event's periods does not have cannot be a deadline."""
    terms = [event["due"], event.get("not_before"), *(one.get("due") for _, one in _exceptions(event))]
    for node in terms:
        found = None if node is None else term(node.text())
        if node is not None and found is not None and not _exists(found, _kinds(event["every"])):
            yield Fault(code="P076", at=node.pointer, says={"value": show(found)})


def _exceptions(event: Node) -> Iterator[tuple[str, Node]]:
    section = event.get("except")
    for name, one in section.items() if section is not None else ():
        if name != "wins":
            yield name, one


def _kinds(every: Node) -> list[Kind]:
    known: dict[str, Kind] = {kind: kind for kind in MONTHS_OF}
    return [known[one] for one in every.ids() if one in known] if not isinstance(every.value, dict) else []


def _exists(found: Term, kinds: list[Kind]) -> bool:
    match found:
        case DayOfYear(day=day, month=month):
            return day <= monthrange(COMMON_YEAR, month)[1]
        case DayOfMonth(day=day, month=month):
            return all(day <= _shortest(kind, FIRST_MONTHS[month]) for kind in kinds)
        case _:
            return True


def _shortest(kind: Kind, which: int) -> int:
    """The length of the shortest month that a term of a kind of period can mean, in a common year."""
    months, length = range(MONTHS_OF[kind], 13, MONTHS_OF[kind]), MONTHS_OF[kind]
    numbers = [
        (last % 12 + 1) if which == 0 else last if which < 0 else min(last - length + which, last) for last in months
    ]
    return min(monthrange(COMMON_YEAR, number)[1] for number in numbers)


def _runs_in_a_circle(events: dict[str, Node], name: str) -> bool:
    waiting, seen = [name], set[str]()
    while waiting:
        found = term(events[waiting.pop()]["due"].text())
        for other in () if found is None else moments(found):
            if other == name:
                return True
            if other in events and other not in seen:
                seen.add(other)
                waiting.append(other)
    return False


def _two_deadlines(events: dict[str, Node]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], str] = {}
    for name, event in events.items():
        for method in event.names("completes"):
            for kind in _kinds(event["every"]):
                other = seen.setdefault((method, kind), name)
                if other != name:
                    yield Fault(code="P068", at=f"/timetable/{name}/completes", says={"word": method, "other": other})
