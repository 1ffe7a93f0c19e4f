"""What is marked and how: the items of a method, the answers that a cell takes, the caps on what comes of them."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clauses, edges, sentences
from policyengine.handbook.show.conditions import under_condition, when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import capped, ids, number, rounded, span, text, texts, titles
from policyengine.handbook.show.marks import scale_in_words
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import table
from policyengine.handbook.show.said import Said, child, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node


def words_with_numbers(voice: Voice, node: Node) -> Said:
    """The words that may be answered, each with the number that it counts for."""
    pairs = ((name_of(voice, word, "vocabulary.words"), number(voice, one)) for word, one in entries(node))
    return voice.joined(*(voice.say("answers", "word", word=word, value=said) for word, said in pairs))


def entries_of(voice: Voice, node: Node) -> Said:
    """How many answers a cell holds: any number, so many, or so many for each group."""
    if node.value == "any":
        return Said(text=str(voice.say("items", "any")), nodes=(node,))
    groups = [(name_of(voice, group, "groups"), number(voice, one)) for group, one in entries(node)]
    if not groups:
        return number(voice, node)
    return voice.joined(*(voice.say("items", "for_group", group=group, value=said) for group, said in groups))


MEASURED: Final[Kinds] = {"percent": None, "less_is_better": None, "zero": None, "rounding": rounded}
ANSWERS: Final[Kinds] = {
    "scale": scale_in_words,
    "step": number,
    "values": words_with_numbers,
    "each": number,
    "permitted_by": ids("bands"),
}
ITEM: Final[Kinds] = {
    "only_for": ids("groups"),
    "only_by": ids("roles"),
    "when": when,
    "weight": number,
    "entries": entries_of,
    "listed_by": None,
    "known_from": texts,
}
CAP: Final[Kinds] = {"at_most": number, "at_least": number}


def items(voice: Voice, method: Node) -> Iterator[Part]:
    """The items of a method: of a table of its own, or those of a person's plan."""
    block = child(method, "items")
    plan = child(block, "set_in")
    if plan is not None:
        yield voice.sentence(voice.say("items", "set_in", value=titles("plans")(voice, plan)))
    elif block is not None:
        rows = [_item(voice, item) for _, item in entries(block)]
        yield from table(voice, "items", ("item", "features"), rows)
        yield from (voice.sentence(one) for one in edges(voice, block))


def answers(voice: Voice, block: Node | None) -> Iterator[Said]:
    """What a cell takes."""
    if block is None:
        return
    reach = span(voice, block)
    if reach is not None:
        yield voice.say("answers", "span", value=reach)
    yield from clauses(voice, block, "answers", ANSWERS)
    measured = child(block, "measured")
    if measured is not None:
        yield from clauses(voice, measured, "measured", MEASURED)


def caps(voice: Voice, method: Node) -> Iterator[Part]:
    """Above or below which number a mark may not be, and when."""
    block = child(method, "caps")
    if block is None:
        return
    yield from sentences(voice, block, "caps", {"on": capped})
    for _, row in entries(child(block, "rows")):
        yield voice.sentence(under_condition(voice, row, voice.joined(*clauses(voice, row, "caps", CAP))), on=row)


def _item(voice: Voice, item: Node) -> Row:
    name, names = child(item, "name"), child(item, "name_for")
    for_groups = (
        voice.say("items", "name_for", group=name_of(voice, group, "groups"), value=text(voice, one))
        for group, one in entries(names)
    )
    own = voice.joined(*answers(voice, child(item, "answers")), by=", ")
    features = voice.joined(*for_groups, *clauses(voice, item, "items", ITEM), own)
    return voice.row(None if name is None else text(voice, name), features, on=item)
