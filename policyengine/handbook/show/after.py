"""What comes after: ways to object, uses of a result, who may know it, how long papers are kept."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clauses, sentences, titled
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import any_of, due, ids, text, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import block, gaps, parts_of, table, within
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node


def against(voice: Voice, node: Node) -> Said:
    """Against what an objection goes."""
    ones = [Said(text=str(voice.say("against", str(one.value))), nodes=(one,)) for one in elements(node)]
    return voice.enumerated(ones)


def outcomes(voice: Voice, node: Node) -> Said:
    """In what an objection may end, and when that is reported."""
    ones = [_outcome(voice, name, one) for name, one in entries(node)]
    return voice.joined(*ones)


def _outcome(voice: Voice, name: str, one: Node) -> Said:
    reported = child(one, "reported")
    told = Said(text="") if reported is None else voice.say("remedies", "reported", value=due(voice, reported))
    return voice.joined(Said(text=name_of(voice, name, "vocabulary.words")), told, by=", ")


REMEDY: Final[Kinds] = {
    "against": against,
    "what": None,
    "who": ids("roles"),
    "to": ids("roles", "vocabulary.offices"),
    "form": None,
    "due": due,
    "leads_to": titles("review"),
    "under": ids("other_acts"),
    "examined": due,
    "with": text,
    "may_end_in": outcomes,
}
USE: Final[Kinds] = {"effect": None, "when": when, "due": due}
SECRECY: Final[Kinds] = {
    "level": None,
    "open_to": ids("roles"),
    "grounds": any_of("vocabulary.grounds"),
    "under": ids("other_acts"),
}
RETENTION: Final[Kinds] = {"for": due, "at": ids("roles", "means"), "where_possible": ids("roles", "means")}


def remedies(voice: Voice) -> Iterator[Part]:
    """Each way to object."""
    yield from gaps(voice, "remedies")
    for name, one in parts_of(voice, "remedies"):
        yield within(f"remedy-{name}", name_of(voice, name, "remedies"), sentences(voice, one, "remedies", REMEDY))


def uses(voice: Voice) -> Iterator[Part]:
    """What a result may, must or must not be used for."""
    yield from gaps(voice, "uses")
    rows = [_use(voice, name, one) for name, one in parts_of(voice, "uses")]
    yield from table(voice, "uses", ("use", "of", "effect"), rows)


def secrecy(voice: Voice) -> Iterator[Part]:
    """Who may know a result."""
    yield from gaps(voice, "secrecy")
    yield from sentences(voice, block(voice, "secrecy"), "secrecy", SECRECY)


def retention(voice: Voice) -> Iterator[Part]:
    """How long the papers are kept, and where."""
    yield from gaps(voice, "retention")
    yield from titled(voice, block(voice, "retention"), "retention", RETENTION)


def _use(voice: Voice, name: str, use: Node) -> Row:
    own, of = child(use, "name"), child(use, "of")
    title = Said(text=name_of(voice, name, "vocabulary.uses")) if own is None else text(voice, own)
    results = None if of is None else ids("methods", "results")(voice, of)
    return voice.row(title, results, voice.joined(*clauses(voice, use, "uses", USE)), on=use)
