"""The act and its life: who adopted it, on what ground, from which day it holds, whom it concerns and through what."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, sentence, sentences
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import date, ids, number, phrase, taking_force, text, texts, titles
from policyengine.handbook.show.parts import block, gaps, parts_of, table
from policyengine.handbook.show.said import Said, child, elements
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

ENVELOPE: Final[Kinds] = {"annex": text, "chapter": text, "registered": text, "body": phrase, "also_for": texts}
IN_FORCE: Final[Kinds] = {
    "rule": taking_force,
    "gains_force": taking_force,
    "applies_from": date,
    "valid_until": date,
    "covers": text,
    "pinned": None,
}
SCOPE: Final[Kinds] = {"about": text, "who": ids("vocabulary.outcomes"), "body": phrase}
MEANS: Final[Kinds] = {"instead_of": ids("means"), "for": titles("methods")}
LIMITS: Final[Kinds] = {"at_least": number, "at_most": number, "one_of": texts, "fixed": None}


def envelope(voice: Voice) -> Iterator[Part]:
    """Who adopted which act, in which languages, on what ground, and what it repeals."""
    act = voice.policy.root["act"]
    yield voice.sentence(voice.say("act", "approved", issuer=text(voice, act["issuer"]), act=_called(voice, act)))
    yield from sentences(voice, act, "act", ENVELOPE)
    signed = child(act, "signed_by")
    if signed is not None:
        yield voice.sentence(_signed(voice, signed))
    yield voice.sentence(*_languages(voice, act), on=act)
    basis = child(act, "basis")
    for one in elements(basis) if basis is not None else ():
        yield voice.sentence(voice.say("act", "basis", value=_other_act(voice, str(one.value), one)))
    repeals = child(act, "repeals")
    if repeals is not None:
        yield _of_act(voice, "repeals", repeals)
    amended = child(act, "amended_by")
    for _, one in amended.items() if amended is not None else ():
        yield _of_act(voice, "amended_by", one)


def in_force(voice: Voice) -> Iterator[Part]:
    """From which day, on what occasion and until when the act holds."""
    force = voice.policy.root["act"]["in_force"]
    yield from sentences(voice, force, "in_force", IN_FORCE)
    published = child(force, "published")
    if published is not None and published.value == "unknown":
        yield voice.sentence(Said(text=str(voice.say("in_force", "published unknown")), nodes=(published,)))
    elif published is not None:
        yield voice.sentence(voice.say("in_force", "published", value=date(voice, published)))


def scope(voice: Voice) -> Iterator[Part]:
    """Whom the methodology concerns."""
    yield from gaps(voice, "scope")
    yield from sentences(voice, block(voice, "scope"), "scope", SCOPE)


def means(voice: Voice) -> Iterator[Part]:
    """Through what the evaluation is held."""
    yield from gaps(voice, "means")
    for _, mean in parts_of(voice, "means"):
        yield sentence(voice, mean, "means", MEANS, _mean(voice, mean))


def layers(voice: Voice) -> Iterator[Part]:
    """On which methodology this one is built, and what those built on it may not leave."""
    base = child(voice.policy.root, "extends")
    if base is not None:
        yield voice.sentence(voice.say("layers", "extends", value=text(voice, base)))
    limits = voice.policy.root.get("limits")
    for pointer, limit in limits.items() if limits is not None else ():
        yield sentence(voice, limit, "layers", LIMITS, voice.say("layers", "limit", at=pointer))


def other_acts(voice: Voice) -> Iterator[Part]:
    """The acts that are referred to."""
    rows = [_act_row(voice, name, one) for name, one in parts_of(voice, "other_acts")]
    yield from table(voice, "other_acts", ("act", "act_date", "place"), rows)


def _mean(voice: Voice, mean: Node) -> Said | None:
    used, name = child(mean, "used"), child(mean, "name")
    if used is None or name is None:
        return None
    said = voice.say("means", f"used {used.value}", name=text(voice, name))
    return Said(text=said.text, nodes=(*said.nodes, used))


def _called(voice: Voice, act: Node) -> Said:
    """An act by its kind, date and number: «решение от такого-то дня № такой-то»."""
    parts = {
        "kind": _kind(voice, child(act, "kind")),
        "date": None if (on := child(act, "date")) is None else Said(text=voice.date(str(on.value)).text, nodes=(on,)),
        "number": None if (n := child(act, "number")) is None else voice.say("act", "number", value=text(voice, n)),
    }
    return voice.say("act", "called", **{key: one for key, one in parts.items() if one is not None})


def _kind(voice: Voice, node: Node | None) -> Said | None:
    return None if node is None else Said(text=str(voice.say("act_kind", str(node.value))), nodes=(node,))


def _of_act(voice: Voice, code: str, act: Node) -> Part:
    registered = child(act, "registered")
    number_of_registry = None if registered is None else voice.say("act", "registered", value=text(voice, registered))
    said = voice.joined(voice.say("act", code, act=_called(voice, act)), number_of_registry)
    return sentence(voice, act, "act", {}, said)


def _signed(voice: Voice, signed: Node) -> Said:
    office, name = child(signed, "office"), child(signed, "name")
    parts = {
        "office": None if office is None else ids("vocabulary.offices", "roles")(voice, office),
        "name": None if name is None else text(voice, name),
    }
    return voice.say("act", "signed_by", **{key: one for key, one in parts.items() if one is not None})


def _languages(voice: Voice, act: Node) -> Iterator[Said]:
    courtesy = child(child(act, "courtesy"), "languages")
    yield voice.say("act", "languages", value=_tongues(voice, act["languages"]))
    if courtesy is not None:
        yield voice.say("act", "courtesy", value=_tongues(voice, courtesy))


def _tongues(voice: Voice, node: Node) -> Said:
    return voice.enumerated(
        [Said(text=str(voice.say("tongue", str(one.value))), nodes=(one,)) for one in elements(node)]
    )


def _other_act(voice: Voice, act_id: str, node: Node) -> Said:
    declared = voice.policy.block(f"/other_acts/{act_id}")
    place = voice.plain(declared.get("place", ""))
    name = voice.plain(declared.get("name", act_id))
    return Said(text=", ".join(filter(None, (name, place))), nodes=(node,))


def _act_row(voice: Voice, name: str, act: Node) -> Row:
    place = child(act, "place")
    registered = child(act, "registered")
    called = _called(voice, act) if {"date", "number"} & set(voice.policy.block(f"/other_acts/{name}")) else None
    number_of_registry = None if registered is None else voice.say("act", "registered", value=text(voice, registered))
    return voice.row(
        text(voice, act["name"]),
        voice.joined(called, number_of_registry),
        None if place is None else text(voice, place),
    )
