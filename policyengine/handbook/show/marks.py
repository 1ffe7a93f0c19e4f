"""Marks: the names of grades, scales of numbers, tables that turn a number into a grade, a range or another number."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, clauses, edges, sentences
from policyengine.handbook.show.document import Part, Row, Table
from policyengine.handbook.show.kinds import ids, number, span, text, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import block, gaps, parts_of, table
from policyengine.handbook.show.said import Said, child, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

BAND: Final[Kinds] = {"counts_as": number, "as_printed": None}
ELSE: Final[Kinds] = {"where_none_fits": None, "where_two_fit": None}


def grades(voice: Voice) -> Iterator[Part]:
    """The names of the grades, the best first; those that no table brings together are told apart."""
    rows = {name: _grade(voice, grade) for name, grade in parts_of(voice, "grades")}
    for family in _families(voice, list(rows)):
        yield from table(voice, "grades", ("grade", "also"), [rows[name] for name in family])
    named = block(voice, "grades")
    yield from (voice.sentence(one) for one in (edges(voice, named) if named is not None else ()))


def _families(voice: Voice, names: list[str]) -> list[list[str]]:
    """The grades by the tables that share them, in their order; those of no table stand with the first family."""
    families: list[set[str]] = []
    for table_id in voice.policy.block("/bands"):
        yielded = set(voice.policy.block(f"/bands/{table_id}/rows")) & set(names)
        sharing = [one for one in families if one & yielded]
        families = [one for one in families if one not in sharing] + [yielded.union(*sharing)] * bool(yielded)
    families.sort(key=lambda one: min(map(names.index, one)))
    first = set(names).difference(*families[1:])
    return [[name for name in names if name in one] for one in (first, *families[1:]) if one]


def scales(voice: Voice) -> Iterator[Part]:
    """From where to where marks go, and with what step."""
    yield from gaps(voice, "scales")
    rows = [_scale(voice, name, scale) for name, scale in parts_of(voice, "scales")]
    yield from table(voice, "scales", ("scale", "span", "step", "form"), rows)


def bands(voice: Voice) -> Iterator[Part]:
    """What becomes of a number: each table of the act, and what happens beside its rows."""
    yield from gaps(voice, "bands")
    for name, one in parts_of(voice, "bands"):
        yield from _rows(voice, name, one)
        yield from sentences(voice, one, "bands", ELSE)


def scale_in_words(voice: Voice, node: Node) -> Said:
    """A scale by its number, and what it goes from and to."""
    name = name_of(voice, str(node.value), "scales")
    scale = block(voice, "scales", str(node.value))
    reach = span(voice, scale)
    said = voice.say("answers", "scale_name", scale=name, span=reach or "")
    return Said(text=said.text, nodes=(node,))


def _grade(voice: Voice, grade: Node) -> Row:
    also = child(grade, "also")
    name = Said(text=voice.plain(grade.value), nodes=tuple(one for key, one in entries(grade) if key != "also"))
    return voice.row(name, None if also is None else text(voice, also))


def _scale(voice: Voice, name: str, scale: Node) -> Row:
    title = Said(text=name_of(voice, name, "scales"))
    step = clause(voice, scale, "scales", "step", number)
    besides = voice.joined(*clauses(voice, scale, "scales", {"form": titles("forms")}))
    return voice.row(title, span(voice, scale), step, besides, on=scale)


def _rows(voice: Voice, name: str, one: Node) -> Iterator[Table]:
    rows, of = child(one, "rows"), child(one, "of")
    scale = Said(text="") if of is None else ids("scales")(voice, of)
    told = voice.say("bands", "caption", table=name_of(voice, name, "bands"), scale=scale)
    if rows is not None:
        made = [_band(voice, band, row) for band, row in entries(rows)]
        yield from table(voice, "bands", ("value", "becomes"), made, caption=told.text)


def _band(voice: Voice, band: str, row: Node) -> Row:
    grade = voice.policy.block("/grades").get(band)
    name = Said(text=voice.plain(grade)) if isinstance(grade, Mapping) else None
    permits = child(row, "permits")
    reach = None if permits is None else voice.say("bands", "permits", value=span(voice, permits) or "")
    open_ends = () if permits is None else edges(voice, permits)
    becomes = voice.joined(name, reach, *open_ends, *clauses(voice, row, "bands", BAND))
    return voice.row(span(voice, row), becomes, on=row)
