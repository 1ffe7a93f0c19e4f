"""A policy file as its author sees it: where each key and value is written, and how to change one of them alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from policyengine.document import Document, Place, read
from policyengine.model.pointer import split

Span = tuple[int, int]


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

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a letter, from 1."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def with_key(self, pointer: str, key: str) -> str:
        """The text with another key in its place."""
        return self._with(self.key(pointer), key)

    def with_value(self, pointer: str, value: str) -> str:
        """The text with another value in the place of one; a block becomes a value in one line."""
        return self._with(self.value(pointer), value)

    def without(self, pointer: str) -> str:
        """The text without a key and its value."""
        start, end = self.key(pointer)[0], self.value(pointer)[1]
        before, after = self.text[:start], self.text[end:]
        line = before.rpartition("\n")[2]
        if line.strip() == "" and not self._in_braces(pointer):
            return before[: len(before) - len(line)] + after.partition("\n")[2]
        if after.startswith(","):
            return before + after[1:].lstrip(" ")
        return before.rstrip(" ").removesuffix(",") + after

    def _with(self, span: Span, words: str) -> str:
        return self.text[: span[0]] + words + self.text[span[1] :]

    def _in_braces(self, pointer: str) -> bool:
        owner: Place = self.document.places[pointer.rpartition("/")[0]]
        return owner.flow

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(number for number, letter in enumerate(self.text, 1) if letter == "\n")]

    @cached_property
    def _scalars(self) -> dict[tuple[int, int], Span]:
        return {(mark.line + 1, mark.column + 1): span for mark, span, scalar in self._spans() if scalar}

    @cached_property
    def _blocks(self) -> dict[tuple[int, int], Span]:
        return {(mark.line + 1, mark.column + 1): span for mark, span, scalar in self._spans() if not scalar}

    def _spans(self) -> Iterator[tuple[yaml.Mark, Span, bool]]:
        """The beginning of every scalar and block, its span, and whether it is a scalar."""
        begun: list[yaml.Mark] = []
        end = 0
        for event in yaml.parse(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.ScalarEvent):
                start, end = self._offset(event.start_mark), self._offset(event.end_mark)
                yield event.start_mark, (start, end), True
            elif isinstance(event, yaml.CollectionStartEvent):
                begun.append(event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                begin = begun.pop()
                closing = self._offset(event.end_mark)
                end = closing if self.text[closing - 1 : closing] in {"}", "]"} and closing > end else end
                yield begin, (self._offset(begin), end), False

    def _offset(self, mark: yaml.Mark) -> int:
        return self._lines[mark.line] + mark.column
