"""Methodologies side by side: the year's deadlines, values by their places, answers to the same question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from policyengine.engine import ask
from policyengine.handbook.agenda import (
    Agenda,
    Obligation,
    OpenCalendar,
    day_with_weekday,
    footnotes,
    said,
    short_period,
    signs_of,
    undated,
)
from policyengine.handbook.answers import Answer
from policyengine.handbook.citations import cited, in_order
from policyengine.handbook.facts import fact_in_words
from policyengine.handbook.faulty import message
from policyengine.handbook.story import list_of, sound_tree, tree_of
from policyengine.handbook.table import Table, one_piece
from policyengine.handbook.values import Said, named, told
from policyengine.loading.walk import Schema
from policyengine.model.fault import Refused
from policyengine.model.period import period
from policyengine.model.pointer import split
from policyengine.model.policy import Node, Policy, StillOpen, Tree
from policyengine.terms.times import term
from policyengine.words import Words
from policyengine.words.values import NOTHING, shown

READ: Final = "*"  # beside a value that the act does not state: a reading fills it


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One methodology of a comparison, with the words that name its ids."""

    policy: Policy
    words: Words

    @property
    def head(self) -> str:
        """What stands above its column: who adopted it."""
        issuer = self.policy.section("act", "issuer")
        return self.policy.id if issuer is None else shown(issuer.value, self.words.language)


def agendas_side_by_side(sides: Sequence[Side], made: Sequence[Agenda]) -> Table:
    """The deadlines of several methodologies by day, a column each."""
    words = sides[0].words
    days = sorted({one.due for agenda in made for one in agenda.obligations if one.due is not None})
    notes = [
        note
        for side, agenda in zip(sides, made, strict=True)
        for note in (
            *undated(agenda.obligations, side.words, side.policy),
            *footnotes(agenda.obligations, side.words),
        )
    ]
    return Table(
        title="",
        head=(words.say("agenda", "day"), words.say("agenda", "act_by_column"), *(side.head for side in sides)),
        rows=tuple(_of_day(day, sides, made) for day in days),
        notes=tuple(dict.fromkeys(notes)),
    )


def _of_day(day: date, sides: Sequence[Side], made: Sequence[Agenda]) -> tuple[str, ...]:
    due = [[one for one in agenda.obligations if one.due == day] for agenda in made]
    act_by = next((one.act_by for column in due for one in column if one.act_by not in {None, day}), None)
    words = sides[0].words
    cells = (_listed([_obligation(one, side) for one in column]) for side, column in zip(sides, due, strict=True))
    days = ("" if one is None else one_piece(day_with_weekday(one, words)) for one in (day, act_by))
    return (*days, *cells)


def _listed(texts: Sequence[str]) -> str:
    """One text as it is; several with a mark each."""
    return "\n".join(texts if len(texts) < 2 else [f"- {one}" for one in texts])  # noqa: PLR2004 (one, or none)


def _obligation(one: Obligation, side: Side) -> str:
    """What is due, of which part of the year, with its paragraph and signs."""
    name, held = named(one.event, side.words, "event"), period(one.period)
    if held is not None and held.kind != "year":
        name = said(side.words, "in_period", event=name, period=one_piece(short_period(one.period, side.words)))
    return f"{name} [{_places(one.paragraph, side)}]{one_piece(signs_of(one))}"


def _places(places: Iterable[str], side: Side) -> str:
    """Places of an act, none of them broken over lines."""
    return "; ".join(map(one_piece, cited(places, side.words, side.policy).split("; ")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is compared: the policies in their order, and the rows as the file has them."""

    policies: tuple[str, ...]
    rows: tuple[Tree, ...]


def read_comparison(file: str, data: bytes, schema: Schema) -> Compared:
    """What a file says is to be compared; raises Refused with every fault of it."""
    tree = sound_tree(file, data, schema["$defs"]["comparison"], schema)
    rows = tuple(tree_of(one) for one in list_of(tree["rows"]))
    return Compared(policies=tuple(map(str, list_of(tree["policies"]))), rows=rows)


def comparison(compared: Compared, sides: Sequence[Side], open_calendar: OpenCalendar) -> Table:
    """What is asked for of each methodology, each value with its paragraph."""
    words = sides[0].words
    rows = []
    for row in compared.rows:
        cells = (_listed(list(_cell(row, side, open_calendar))) or NOTHING for side in sides)
        rows.append((shown(row["title"], words.language), *cells))
    return Table(
        title="",
        head=(words.say("story", "matter"), *(side.head for side in sides)),
        rows=tuple(rows),
        notes=(words.say("story", "nothing_said"), f"{READ} {words.say('story', 'by_reading')}"),
    )


def _cell(row: Tree, side: Side, open_calendar: OpenCalendar) -> Iterator[str]:
    if "ask" in row:
        yield from _answer(row, side, open_calendar)
        return
    yield from dict.fromkeys(text for pointer in list_of(row["at"]) if (text := _at(str(pointer), side)))


def _at(pointer: str, side: Side) -> str:
    """What stands at a place, with its ground; empty where nothing does."""
    try:
        node = side.policy.section(*split(pointer))
        return "" if node is None else f"{_value(node, side.words)}{_ground(node, side)}"
    except StillOpen as still:
        return side.words.say("ui", "open", at=Said(text=still.pointer))


def _answer(row: Tree, side: Side, open_calendar: OpenCalendar) -> Iterator[str]:
    """The wanted parts of an answer, or for what reason it is refused."""
    try:
        decision = ask(side.policy, str(row["ask"]), tree_of(row["given"]), open_calendar)
    except Refused as refused:
        yield "; ".join(message(fault, side.words) for fault in refused.faults)
        return
    for fact in decision.missing:
        yield said(side.words, "missing", facts=fact_in_words(fact, side.words, str(row["ask"])))
    wanted = {key: one for key, one in (decision.answer or {}).items() if key in list_of(row["show"])}
    lines = list(Answer(words=side.words, policy=side.policy, question=str(row["ask"])).lines(_known(wanted), ""))
    if len(lines) == 1:  # what is asked stands in the title
        lines = [one.partition(": ")[2] for one in lines]
    if lines:
        places = in_order(place for one in decision.why for finding in one for place in finding.paragraph)
        yield "; ".join(lines) + (f" [{_places(places, side)}]" if places else "")


def _known(parts: Tree) -> Tree:
    """The parts of an answer that say something."""
    return {key: one for key, one in parts.items() if one not in (None, [])}


def _value(node: Node, words: Words) -> str:
    """A value of a policy; of a mapping the names of what it declares."""
    key = split(node.pointer)[-1]
    match node.value:
        case Mapping() if parts := [name for name, one in node.items() if isinstance(one.value, Mapping)]:
            return ", ".join(_declared(name, words, key) for name in parts)
        case str() if (phrase := term(node.text())) is not None:
            return words.show(phrase)
        case _:
            return told(node.value, words, key)


def _declared(name: str, words: Words, section: str) -> str:
    """What the part of a section is called: as the vocabulary has it, else as it is named anywhere."""
    word = f"vocabulary.{section}.{name}"
    return words.name(word) if word in words.names else named(name, words, section)


def _ground(node: Node, side: Side) -> str:
    """The paragraph of a value, and the sign that it is a reading's."""
    filled = READ if node.pointer in side.policy.filled else ""
    places = cited(node.paragraph, side.words, side.policy)
    return f" [{places}]{filled}" if places else filled
