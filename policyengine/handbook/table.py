"""Tables as values: rows of texts, made into aligned lines of a given width, or into HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final, Literal, NamedTuple

GAP: Final = "  "
NARROWEST: Final = 6

Kind = Literal["title", "head", "row", "note", "blank"]


class Line(NamedTuple):
    """One line of a text, and what it is: whoever prints it may show the kinds in different ways."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title, the heads of the columns, the rows below them, and notes at the foot; every cell is a text."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def lines_of(table: Table, width: int) -> Iterator[Line]:
    """A table as lines of at most `width` characters; cells that are too long go on below themselves."""
    yield from prose("title", table.title, width)
    widths = _widths([table.head, *table.rows], width)
    yield from (Line("head", one) for one in _row(table.head, widths))
    for row in table.rows:
        yield from (Line("row", one) for one in _row(row, widths))
    for note in table.notes:
        yield from prose("note", note, width)


def prose(kind: Kind, text: str, width: int) -> Iterator[Line]:
    """A text as lines of at most `width` characters."""
    yield from (Line(kind, one) for one in wrap(text, width, break_on_hyphens=False))


def table_as_html(table: Table) -> str:
    """A table with its title and notes as a piece of HTML."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.head)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>\n" for row in table.rows)
    notes = "".join(f'<p class="note">{escape(one)}</p>\n' for one in table.notes)
    title = f"<caption>{escape(table.title)}</caption>\n" if table.title else ""
    return f"<table>\n{title}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{notes}"


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row."""
    columns = [wrap(cell, width, break_on_hyphens=False) or [""] for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts = (column[number] if number < len(column) else "" for column in columns)
        yield GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: as its longest cell, the widest made narrower until all fit."""
    columns = list(zip(*rows, strict=True))
    widths = [max(NARROWEST, *map(len, column)) for column in columns]
    least = [max(NARROWEST, *(len(word) for cell in column for word in cell.split() or [""])) for column in columns]
    room = width - len(GAP) * (len(columns) - 1)
    while sum(widths) > room:
        spare = [one - narrowest for one, narrowest in zip(widths, least, strict=True)]
        if max(spare) <= 0:
            least = [NARROWEST] * len(columns)
            if max(widths) <= NARROWEST:
                break
            continue
        widths[_widest(widths, spare)] -= 1
    return widths


def _widest(widths: Sequence[int], spare: Sequence[int]) -> int:
    """Which column gives way: the widest of those that can."""
    return max((number for number, one in enumerate(spare) if one > 0), key=lambda number: widths[number])
