"""The methodology as a document: sections of sentences and tables, each with the ground on which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from policyengine.words.values import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That words are an interpretation: the id of the reading, and what the document calls it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On what words stand: places of the act (`18/3`) or of another act (`id: place`), the same in words, readings."""

    places: tuple[str, ...] = ()
    cited: str = ""
    marks: tuple[Mark, ...] = ()


NO_GROUND = Ground()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `at` are the addresses of the values that it says, `courtesy` tells a courtesy translation."""

    text: str
    ground: Ground = NO_GROUND
    courtesy: bool = False
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: a cell for each column, and the ground of them all."""

    cells: tuple[str, ...]
    ground: Ground = NO_GROUND
    courtesy: bool = False
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the column of grounds, if there is one, comes after the others."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part; `number` is its place in the whole (`5`, `5.2`), `id` its name in links."""

    id: str
    title: str
    parts: tuple["Part", ...]
    number: str = ""


Part = Sentence | Table | Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole methodology in one language.

    `notice` says that the words are a courtesy translation, empty where they are not; `see` leads to the readings, with
    the dash before it; `contents` and `grounds` are the titles of the table of contents and of the column of grounds.
    """

    policy: str
    language: Language
    title: str
    notice: str
    see: str
    contents: str
    grounds: str
    sections: tuple[Section, ...]


def inside(parts: tuple[Part, ...]) -> Iterator[Sentence | Row]:
    """Every sentence and row of these parts, in their order."""
    for part in parts:
        match part:
            case Sentence():
                yield part
            case Table(rows=rows):
                yield from rows
            case Section(parts=inner):
                yield from inside(inner)
