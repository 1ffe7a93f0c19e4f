"""Deciding bodies: when they are called, who sits, how they hear, vote and correct, what becomes of their minutes."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, edges, sentence, sentences, titled
from policyengine.handbook.show.document import Part
from policyengine.handbook.show.kinds import due, ids, number, phrase, text, texts, than, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import gaps, parts_of, within
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice, small
from policyengine.model.policy import Node

CALLED: Final[Kinds] = {"purpose": phrase, "called": None}
BODY: Final[Kinds] = {
    "approved_by": ids("roles"),
    "working_body": ids("roles"),
    "organised_by": ids("roles"),
    "may_be_refused": None,
    "decided": due,
    "held": due,
    "quorum": number,
}
MEMBERS: Final[Kinds] = {
    "least": number,
    "most": number,
    "number": None,
    "must": ids("roles", "vocabulary.offices"),
    "must_where_they_exist": ids("vocabulary.offices", "roles"),
    "must_not": ids("roles", "vocabulary.offices"),
    "may": None,
    "replaced_by": ids("roles"),
    "without_vote": ids("roles"),
    "counts": None,
}
VOTE: Final[Kinds] = {"majority_of": None, "for": None, "more_than": than, "tie": None, "open": None}
MINUTES: Final[Kinds] = {
    "form": titles("forms"),
    "kept_by": ids("roles"),
    "placed": due,
    "by": ids("roles"),
    "in": ids("means", "roles"),
    "where_possible": None,
}
FEEDBACK: Final[Kinds] = {"by": ids("roles"), "to": ids("roles"), "due": due, "topics": texts, "manner": phrase}
LATER: Final[Kinds] = {"papers": ids("vocabulary.papers"), "decides": texts}


def review(voice: Voice) -> Iterator[Part]:
    """Each body of the act."""
    yield from gaps(voice, "review")
    for name, body in parts_of(voice, "review"):
        yield within(f"body-{name}", name_of(voice, name, "review"), _body(voice, body))


def _body(voice: Voice, body: Node) -> Iterator[Part]:
    yield from _clauses(voice, body, CALLED)
    yield from _formed(voice, body)
    yield from _clauses(voice, body, BODY)
    yield from sentences(voice, child(body, "members"), "members", MEMBERS)
    for role, how in entries(child(body, "heard")):
        name = name_of(voice, role, "roles", "vocabulary.offices")
        said = voice.say("heard", str(how.value), role=name)
        yield voice.sentence(Said(text=said.text, nodes=(how,)))
    yield from _clauses(voice, body, LATER)
    yield from _correction(voice, child(body, "correction"))
    yield from titled(voice, child(body, "vote"), "vote", VOTE)
    yield from titled(voice, child(body, "minutes"), "minutes", MINUTES)
    yield from titled(voice, child(body, "feedback"), "feedback", FEEDBACK)
    yield from (voice.sentence(one, on=body) for one in edges(voice, body))


def _formed(voice: Voice, body: Node) -> Iterator[Part]:
    """Who forms the body; of one that is called on application alone the same person decides on holding it."""
    by, called = child(body, "formed_by"), child(body, "called")
    code = "formed_by" if called is None else f"formed_by {called.value}"
    if by is not None:
        known = code if voice.has("review", code) else "formed_by"
        yield voice.sentence(voice.say("review", known, value=ids("roles")(voice, by)))


def _clauses(voice: Voice, body: Node, kinds: Kinds) -> Iterator[Part]:
    said = (clause(voice, body, "review", key, kind) for key, kind in kinds.items())
    yield from (voice.sentence(one) for one in said if one is not None)


def _correction(voice: Voice, correction: Node | None) -> Iterator[Part]:
    """In which directions a mark may be corrected, and on which grounds alone."""
    if correction is None:
        return
    directions = child(correction, "directions")
    if directions is not None:
        grounds = child(correction, "only_when")
        yield voice.sentence(voice.say("correction", "directions", value=_directions(voice, directions, grounds)))
    for _, ground in entries(child(correction, "only_when")):
        yield sentence(voice, ground, "correction", {"about": text, "proof": _proof})
    yield from (voice.sentence(one, on=correction) for one in edges(voice, correction))


def _proof(voice: Voice, proof: Node) -> Said:
    """By what a ground is proved: a text, or a paper by its name."""
    return ids("vocabulary.papers")(voice, proof) if isinstance(proof.value, str) else text(voice, proof)


def _directions(voice: Voice, directions: Node, grounds: Node | None) -> Said:
    if not isinstance(directions.value, Mapping):
        return voice.enumerated([_direction(voice, one) for one in elements(directions)], "or")
    said = [
        voice.say("correction", "on_ground", ground=_ground(voice, grounds, ground), value=_direction(voice, one))
        for ground, one in entries(directions)
    ]
    return voice.joined(*said)


def _ground(voice: Voice, grounds: Node | None, ground: str) -> str:
    """A ground by what it is about, else by the word of the vocabulary."""
    own = None if grounds is None else child(grounds, ground)
    about = None if own is None else child(own, "about")
    if about is None:
        return name_of(voice, ground, "vocabulary.words")
    return small(text(voice, about).text, voice.words.language)


def _direction(voice: Voice, one: Node) -> Said:
    return Said(text=str(voice.say("direction", str(one.value))), nodes=(one,))
