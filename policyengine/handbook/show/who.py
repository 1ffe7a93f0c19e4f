"""Who is who: notions, participants, groups of staff, the circumstances on which rules turn."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clauses, sentence
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import any_of, text, texts
from policyengine.handbook.show.parts import gaps, parts_of, table
from policyengine.handbook.show.said import Said, child
from policyengine.handbook.show.voice import Voice, small
from policyengine.model.policy import Node

ROLE: Final[Kinds] = {"is": any_of("roles"), "known_by": None}
FACT: Final[Kinds] = {"type": None, "values": texts, "of": None}


def definitions(voice: Voice) -> Iterator[Part]:
    """The notions of the act."""
    yield from gaps(voice, "definitions")
    for _, notion in parts_of(voice, "definitions"):
        means = text(voice, notion["means"])
        inside = Said(text=small(means.text, voice.words.language), nodes=means.nodes)
        yield sentence(
            voice, notion, "who", {}, voice.say("who", "notion", name=text(voice, notion["name"]), means=inside)
        )


def roles(voice: Voice) -> Iterator[Part]:
    """Everybody who has a part in the evaluation, with the other names that the act has for them."""
    rows = [_role(voice, role) for _, role in parts_of(voice, "roles")]
    yield from table(voice, "roles", ("role", "aliases", "who"), rows)


def groups(voice: Voice) -> Iterator[Part]:
    """Into which groups the staff fall."""
    yield from gaps(voice, "groups")
    for _, group in parts_of(voice, "groups"):
        yield sentence(voice, group, "groups", {"leading": None}, _group(voice, group))


def facts(voice: Voice) -> Iterator[Part]:
    """The circumstances that are asked for because rules of this act turn on them."""
    for _, fact in parts_of(voice, "facts"):
        yield sentence(voice, fact, "facts", FACT, voice.say("facts", "about", value=text(voice, fact["about"])))


def _role(voice: Voice, role: Node) -> Row:
    aliases = child(child(role, "aliases"), voice.words.language)
    return voice.row(
        text(voice, role["name"]),
        None if aliases is None else texts(voice, aliases),
        voice.joined(*clauses(voice, role, "role", ROLE)),
    )


def _group(voice: Voice, group: Node) -> Said:
    name, who = text(voice, group["name"]), child(group, "who")
    if who is None:
        return name
    if who.value == "rest":
        return voice.say("groups", "rest", name=name, value=Said(text="", nodes=(who,)))
    return voice.say("groups", "who", name=name, value=when(voice, who))
