"""The timetable: days that exist, terms that do not run in a circle, one deadline for an evaluation."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.blocks.facts import declared_facts
from policyengine.blocks.routes import own_year, stretch
from policyengine.loading.sound.apart import live_apart
from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.period import MONTHS_OF, Kind
from policyengine.model.policy import OPEN, Node, Policy
from policyengine.model.term import DayOfMonth, DayOfYear, NotStated, Term
from policyengine.model.vocabulary import DECLARED, FACTS
from policyengine.terms.times import moments, show, term

COMMON_YEAR = 2026
LONGEST_CHAIN: Final = 12  # events that are counted from one another
FIRST_MONTHS = {"the month after": 0, "the first month": 1, "the second month": 2, "the last month": -1}


def timetable(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the timetable of a policy."""
    section = policy.section("timetable")
    if section is None:
        return
    events = dict(section.items())
    for event in events.values():
        yield from passing_open(_days(event))
    for name in events:
        if _runs_in_a_circle(events, name):
            yield Fault(code="P066", at=f"/timetable/{name}/due", says={"word": name})
    yield from passing_open(_two_deadlines(events))


def stretches(policy: Policy) -> Iterator[Fault]:
    """Single stretches that end before they begin."""
    for owner in ("methods", "results", "plans", "timetable"):
        section = policy.section(owner)
        for block in section.values() if section is not None else ():
            yield from passing_open(_stretch(block["every"]))


def _stretch(every: Node) -> Iterator[Fault]:
    first = own_year(every)
    if first is not None:
        fact = first.text()
        if DECLARED.get(declared_facts(every.policy).get(fact, ""), FACTS.get(fact)) != "date":
            yield Fault(code="P022", at=first.pointer, says={"word": fact})
    elif isinstance(every.value, Mapping) and stretch(every) is None:
        yield Fault(code="P052", at=f"{every.pointer}/to", says={"from": every["from"].value, "to": every["to"].value})


def _days(event: Node) -> Iterator[Fault]:
    """A day that some month of the event's periods does not have cannot be a deadline."""
    before = event.get("not_before")
    for node in (*_dues(event), *([] if before is None else [before])):
        found = term(node.text()) or NotStated()
        if not _exists(found, _kinds(event["every"])):
            yield Fault(code="P076", at=node.pointer, says={"value": show(found)})


def _dues(event: Node) -> Iterator[Node]:
    """The terms of an event and of its exceptions; those that are still open are passed over."""
    section = _known(event, "except")
    exceptions = [] if section is None else [one for name, one in section.items() if name != "wins"]
    for one in (event, *exceptions):
        due = _known(one, "due")
        if due is not None:
            yield due


def _known(block: Node, key: str) -> Node | None:
    """What stands under a key; None where nothing does, or it is still open."""
    found = None if block.value == OPEN else block.get(key)
    return None if found is None or found.value == OPEN else found


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
    """Whether the term of an event, or of one of its exceptions, comes back to it, or needs a great many others."""
    reached = {name}
    for _ in range(LONGEST_CHAIN):
        terms = (term(due.text()) or NotStated() for one in reached for due in _dues(events[one]))
        reached = {other for found in terms for other in moments(found)} & events.keys()
        if name in reached or not reached:
            return name in reached
    return True


def _two_deadlines(events: dict[str, Node]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], list[str]] = {}
    for name, event in events.items():
        for method in event.names("completes"):
            for kind in _kinds(event["every"]):
                others = seen.setdefault((method, kind), [])
                other = next((one for one in others if not live_apart(events[one], event)), None)
                if other is not None:
                    yield Fault(code="P068", at=f"/timetable/{name}/completes", says={"word": method, "other": other})
                others.append(name)
