"""A policy file as its author sees it: where each key and value is written, and how to change one of them alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

import yaml

from policyengine.document import Document, Place, read
from policyengine.model.pointer import split

Span = tuple[int, int]
_comma = re.compile(r", *")
_comma_before = re.compile(r", *\Z")


class Mark(Protocol):
    """A place in a text, as the parser says it."""

    line: int
    column: int


class Change(NamedTuple):
    """Other words in the place of a stretch of text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Written:
    """The text of a file; every change gives the text of another one, in which all else stands as it stood."""

    text: str

    @cached_property
    def document(self) -> Document:
        """The file as the loader reads it."""
        return read(self.text.encode())

    def key(self, pointer: str) -> Span:
        """From where to where the key of a value is written."""
        place = self.document.places[pointer]
        return self._scalars[place.key_line, place.key_column]

    def value(self, pointer: str) -> Span:
        """From where to where a value is written, a block up to the last letter in it."""
        place = self.document.places[pointer]
        blocks = self._blocks if isinstance(self.at(pointer), dict | list) else self._scalars
        return blocks[place.line, place.column]

    def at(self, pointer: str) -> object:
        """The value itself."""
        found: object = self.document.tree
        for key in split(pointer):
            found = found[int(key)] if isinstance(found, list) else found.get(key) if isinstance(found, dict) else None
        return found

    def is_alone(self, pointer: str) -> bool:
        """Whether nothing else stands in the block of a key, and no braces would be left."""
        owner = pointer.rpartition("/")[0]
        block = self.at(owner)
        return isinstance(block, dict) and len(block) == 1 and not self.document.places[owner].flow

    def with_changes(self, *changes: Change) -> str:
        """The text with changes made that do not touch one another."""
        text = self.text
        for change in sorted(changes, reverse=True):
            text = text[: change.start] + change.words + text[change.end :]
        return text

    def with_key(self, pointer: str, key: str) -> Change:
        """Another key in its place."""
        return Change(*self.key(pointer), key)

    def with_value(self, pointer: str, value: str) -> Change:
        """Another value in the place of one; a block becomes a value in one line."""
        return Change(*self.value(pointer), value)

    def without(self, pointer: str) -> Change:
        """A key and its value taken out: whole lines, or in braces with the comma behind or before it."""
        start, end = self.key(pointer)[0], self.value(pointer)[1]
        line = self.text.rfind("\n", 0, start) + 1
        if not self._in_braces(pointer):
            return Change(line, self.text.find("\n", end) + 1, "")
        behind, before = _comma.match(self.text, end), _comma_before.search(self.text, line, start)
        if behind:
            return Change(start, behind.end(), "")
        return Change(before.start() if before else start, end, "")

    def _in_braces(self, pointer: str) -> bool:
        owner: Place = self.document.places[pointer.rpartition("/")[0]]
        return owner.flow

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(number for number, letter in enumerate(self.text, 1) if letter == "\n")]

    @cached_property
    def _scalars(self) -> dict[Span, Span]:
        return {begin: span for begin, span, scalar in self._spans() if scalar}

    @cached_property
    def _blocks(self) -> dict[Span, Span]:
        return {begin: span for begin, span, scalar in self._spans() if not scalar}

    def _spans(self) -> Iterator[tuple[Span, Span, bool]]:
        """The line and column of every scalar and block, from where to where it is written, whether it is a scalar."""
        begun: list[Span] = []
        end = 0
        for event in yaml.parse(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.ScalarEvent):
                end = self._offset(_place(event.end_mark))
                yield _place(event.start_mark), (self._offset(_place(event.start_mark)), end), True
            elif isinstance(event, yaml.CollectionStartEvent):
                begun.append(_place(event.start_mark))
            elif isinstance(event, yaml.CollectionEndEvent):
                begin, closing = begun.pop(), self._offset(_place(event.end_mark))
                end = closing if self.text[closing - 1 : closing] in {"}", "]"} and closing > end else end
                yield begin, (self._offset(begin), end), False

    def _offset(self, place: Span) -> int:
        return self._lines[place[0] - 1] + place[1] - 1


def _place(mark: Mark | None) -> Span:
    """The line and the column of a mark, from 1."""
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
