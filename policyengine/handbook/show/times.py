"""The calendar: how days are counted, and every event that comes again with the period."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, clauses, edges, sentences
from policyengine.handbook.show.conditions import under_condition
from policyengine.handbook.show.document import Part, Row, Section
from policyengine.handbook.show.kinds import due, every, ids, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import block, gaps, parts_of, table, within
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

COUNTING: Final[Kinds] = {"from": None, "before": None, "on_day_off": None, "months": None}
EVENT: Final[Kinds] = {
    "completes": titles("methods"),
    "about": titles("methods"),
    "to": ids("roles", "groups"),
    "with": ids("roles"),
    "not_before": due,
    "set_by": None,
}
EXCEPTION: Final[Kinds] = {"due": due, "takes_part": None}


def counting(voice: Voice) -> Iterator[Part]:
    """How days and months are counted."""
    yield from gaps(voice, "counting")
    yield from sentences(voice, block(voice, "counting"), "counting", COUNTING)


def timetable(voice: Voice) -> Iterator[Part]:
    """All events at a glance, then what else is said of each."""
    yield from gaps(voice, "timetable")
    rows = [_row(voice, name, event) for name, event in parts_of(voice, "timetable")]
    yield from table(voice, "timetable", ("event", "every", "by", "due"), rows)
    for name, event in parts_of(voice, "timetable"):
        told = _event(voice, name, event)
        if told.parts:
            yield told


def _row(voice: Voice, name: str, event: Node) -> Row:
    kinds = {"every": every, "by": ids("roles"), "due": due}
    title = Said(text=name_of(voice, name, "timetable"))
    said = [None if (one := child(event, key)) is None else kind(voice, one) for key, kind in kinds.items()]
    return voice.row(title, *said, on=event)


def _event(voice: Voice, name: str, event: Node) -> Section:
    return within(f"event-{name}", name_of(voice, name, "timetable"), _features(voice, event))


def _features(voice: Voice, event: Node) -> Iterator[Part]:
    said = (clause(voice, event, "events", key, kind) for key, kind in EVENT.items())
    yield from (voice.sentence(one) for one in said if one is not None)
    exceptions = child(event, "except")
    names = [name for name, _ in entries(exceptions) if name != "wins"]
    for n, name in enumerate(names, 1):
        one = exceptions[name] if exceptions is not None else event
        title = voice.say("events", "exception" if len(names) > 1 else "exception alone", n=n)
        then = voice.joined(*clauses(voice, one, "events", EXCEPTION), _same_term(voice, one))
        told = under_condition(voice, one, then)
        yield voice.sentence(voice.joined(title, told, by=": "), on=one)
    order = child(exceptions, "wins")
    if order is not None:
        ones = [Said(text=_exception(voice, names, str(one.value)), nodes=(one,)) for one in elements(order)]
        yield voice.sentence(voice.say("events", "wins", value=voice.joined(*ones, by=", ")))
    yield from (voice.sentence(one, on=event) for one in edges(voice, event))
    if exceptions is not None:
        yield from (voice.sentence(one, on=event) for one in edges(voice, exceptions))


def _same_term(voice: Voice, exception: Node) -> Said | None:
    """That an exception, though it changes something else, leaves the term of its event."""
    same = isinstance(exception.value, Mapping) and "takes_part" in exception.value and "due" not in exception.value
    return voice.say("events", "same_term") if same else None


def _exception(voice: Voice, names: list[str], name: str) -> str:
    return str(voice.say("events", "exception", n=names.index(name) + 1)) if name in names else name
