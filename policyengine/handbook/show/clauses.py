"""Blocks in sentences: for each key a clause of the catalogue, in the order that a table of kinds gives."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.show.document import Sentence
from policyengine.handbook.show.kinds import Kind, date
from policyengine.handbook.show.said import Said, child, is_open
from policyengine.handbook.show.voice import DASH, Voice
from policyengine.model.pointer import split
from policyengine.model.policy import OPEN, Node

Kinds = Mapping[str, Kind | None]  # None: a word of a closed list, each with a sentence of its own
LIFE: Final = ("valid_from", "valid_until")


def clause(voice: Voice, block: Node, section: str, key: str, kind: Kind | None) -> Said | None:
    """What a block says under a key; None where nothing stands there, or where it is still open."""
    node = child(block, key)
    if node is None:
        return None
    if kind is not None:
        return voice.say(section, key, value=kind(voice, node))
    return Said(text=str(voice.say(section, f"{key} {word(node.value)}")), nodes=(node,))


def clauses(voice: Voice, block: Node, section: str, kinds: Kinds) -> Iterator[Said]:
    """What a block says under each of these keys, and what stands on its edges."""
    said = (clause(voice, block, section, key, kind) for key, kind in kinds.items())
    yield from (one for one in said if one is not None)
    yield from edges(voice, block)


def sentence(voice: Voice, block: Node, section: str, kinds: Kinds, first: Said | None = None) -> Sentence:
    """A block as one sentence, `first` being said before its clauses."""
    return voice.sentence(first, *clauses(voice, block, section, kinds), on=block)


def titled(voice: Voice, block: Node | None, section: str, kinds: Kinds) -> Iterator[Sentence]:
    """A block as one sentence that begins with what it is about: the `lead` of its section, and a dash."""
    if block is not None:
        said = voice.joined(*clauses(voice, block, section, kinds))
        yield voice.sentence(voice.joined(voice.say(section, "lead"), said, by=DASH), on=block)


def sentences(voice: Voice, block: Node | None, section: str, kinds: Kinds) -> Iterator[Sentence]:
    """A block as a sentence for each of its clauses."""
    if block is not None:
        yield from (voice.sentence(one, on=block) for one in clauses(voice, block, section, kinds))


def edges(voice: Voice, block: Node) -> Iterator[Said]:
    """What stands on the edges of a block: values still open or left out on purpose, and its own time of validity."""
    if is_open(block):
        yield still_open(voice, block)
    values = block.value if isinstance(block.value, Mapping) else {}
    yield from (still_open(voice, block[key]) for key, value in values.items() if value == OPEN)
    yield from (nothing(voice, block.place(key)) for key in _left_out(block))
    for key in LIFE:
        node = child(block, key)
        if node is not None:
            yield voice.say("life", key, value=date(voice, node))
    origin = child(block, "from")
    if origin is not None and isinstance(origin.value, Mapping) and "paragraph" in values:
        yield from_another_act(voice, origin)


def from_another_act(voice: Voice, origin: Node) -> Said:
    """Where a block comes from that stands on a paragraph of the act itself besides."""
    said = [voice.words.name(str(one.value)) if key == "act" else voice.plain(one.value) for key, one in origin.items()]
    return Said(text=str(voice.say("life", "from", value=", ".join(said))), nodes=(origin,))


def nothing(voice: Voice, node: Node) -> Said:
    """That there is no value, by the file itself or by the chosen option of a reading."""
    key = split(node.pointer)[-1]
    if voice.has("nothing", key):
        return Said(text=str(voice.say("nothing", key)), nodes=(node,))
    return Said(text=str(voice.say("nothing", "value", label=voice.say("label", key))), nodes=(node,))


def still_open(voice: Voice, node: Node) -> Said:
    """That a value is still to be read from the act."""
    label = voice.say("label", split(node.pointer)[-1])
    return Said(text=str(voice.say("open", "block", label=label)), nodes=(node,))


def word(value: object) -> str:
    """A word of a closed list as the codes of the catalogue have it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _left_out(block: Node) -> Iterator[str]:
    """The keys of a block for which nothing is the answer: written as `none`, or filled so by a reading."""
    raw: object = block.policy.raw
    for key in split(block.pointer):
        raw = raw.get(key) if isinstance(raw, Mapping) else None
    written = raw if isinstance(raw, Mapping) else {}
    filled = (pointer for pointer in block.policy.filled if pointer.rpartition("/")[0] == block.pointer)
    keys = [*(key for key, value in written.items() if value == "none"), *(split(pointer)[-1] for pointer in filled)]
    present = block.value if isinstance(block.value, Mapping) else {}
    yield from (key for key in dict.fromkeys(keys) if key not in present)
