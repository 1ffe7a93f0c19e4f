"""The methodology as a document: sections of sentences and tables, each with the ground on which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from policyengine.words.values import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That words are an interpretation: the id of the reading on which they rest, and its place among the readings."""

    id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On what words stand: places of the act (`18/3`) or of another act (`id: place`), the same in words, readings."""

    places: tuple[str, ...] = ()
    cited: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def pieces(self) -> list[str]:
        """The citation in its parts; a `SHORT` one is not torn apart by the end of a line."""
        return self.cited.split("; ")


SHORT: Final = 32
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
    """A table; `common` is the ground of all its rows, where they share one."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    common: Ground | None = None


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

    `notice` says that the words are a courtesy translation, empty where they are not; `interpretation` what a mark says
    before it names its readings, `readings` the number of their section; `contents` and `grounds` are the titles of the
    table of contents and of the column of grounds.
    """

    policy: str
    language: Language
    title: str
    notice: str
    interpretation: str
    readings: str
    contents: str
    grounds: str
    sections: tuple[Section, ...]

    def place_of(self, mark: Mark) -> str:
        """Where a reading is told: `18.5`."""
        return f"{self.readings}.{mark.number}"


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
