"""Making known: acquaintance with results, notices, what is done where somebody refuses to sign."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clauses, sentence
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part
from policyengine.handbook.show.kinds import due, ids, texts, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import gaps, parts_of
from policyengine.handbook.show.said import Said, child, elements
from policyengine.handbook.show.voice import DASH, Voice
from policyengine.model.policy import Node


def channels(voice: Voice, node: Node) -> Said:
    """Through what: a bare list, for some acts mean all of these and others any."""
    ones = (Said(text=name_of(voice, str(one.value), "vocabulary.channels"), nodes=(one,)) for one in elements(node))
    return voice.joined(*ones, by=", ")


ACQUAINTANCE: Final[Kinds] = {
    "who": ids("roles"),
    "when": when,
    "by": ids("roles"),
    "due": due,
    "channels": channels,
    "recorded": None,
    "refusal": ids("refusals"),
}
NOTICE: Final[Kinds] = {
    "who": ids("roles"),
    "by": ids("roles"),
    "to": ids("roles", "groups"),
    "about": titles("methods"),
    "due": due,
    "channels": channels,
    "must_say": texts,
}
REFUSAL: Final[Kinds] = {
    "record": None,
    "form": None,
    "signed_by": ids("roles"),
    "then_sent_by": ids("vocabulary.channels"),
    "stops_nothing": None,
}


def acquaintance(voice: Voice) -> Iterator[Part]:
    """Who is told the result, by whom, by when, through what."""
    yield from gaps(voice, "acquaintance")
    for _, one in parts_of(voice, "acquaintance"):
        yield sentence(voice, one, "acquaintance", ACQUAINTANCE)


def notices(voice: Voice) -> Iterator[Part]:
    """Who is told what else."""
    yield from gaps(voice, "notices")
    for name, one in parts_of(voice, "notices"):
        title = None if child(one, "name") is None else Said(text=name_of(voice, name, "notices"))
        said = voice.joined(*clauses(voice, one, "notices", NOTICE))
        yield voice.sentence(voice.joined(title, said, by=DASH), on=one)


def refusals(voice: Voice) -> Iterator[Part]:
    """What is done where somebody refuses to sign."""
    yield from gaps(voice, "refusals")
    for name, one in parts_of(voice, "refusals"):
        said = voice.joined(*clauses(voice, one, "refusals", REFUSAL))
        yield voice.sentence(voice.joined(Said(text=name_of(voice, name, "refusals")), said, by=": "), on=one)
