"""Tables as values: rows of texts, made into aligned lines of a given width, or into HTML."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final, Literal, NamedTuple

GAP: Final = "  "
RULE: Final = "─"
NARROWEST: Final = 6
HEAD: Final = 16  # a head may widen its column so far; a longer one goes on below itself
BOUND: Final = "\N{NO-BREAK SPACE}"

_before_number = re.compile(r"(?<=\w\.) (?=\d)|(?<= \N{EN DASH}) (?=\d)")
_mark = re.compile(r"\s*(?:[-*$] )?")

Kind = Literal["title", "head", "rule", "row", "note", "plain"]


class Line(NamedTuple):
    """One line of a text and its kind, by which whoever prints it gives it colour and weight, or leaves it out."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title, the heads of the columns, the rows below them, and notes at the foot.

    Every cell is a text; a cell of several lines holds line breaks.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def lines_of(table: Table, width: int) -> Iterator[Line]:
    """A table as lines of at most `width` characters; cells that are too long go on below themselves.

    Where there is no row, the title and the notes are all there is.
    """
    yield from prose("title", table.title, width)
    if table.rows:
        widths = _widths([table.head, *table.rows], width)
        yield from (Line("head", one) for one in _row(table.head, widths))
        yield Line("rule", RULE * (sum(widths) + len(GAP) * (len(widths) - 1)))
        for row in table.rows:
            yield from (Line("row", one) for one in _row(row, widths))
    for note in table.notes:
        yield from prose("note", note, width)


def without_empty(
    head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The head and the rows of a table without the columns in which nothing stands."""
    if not rows:
        return tuple(head), ()
    kept = [one for one in zip(head, *rows, strict=True) if any(one[1:])]
    heads, *cells = zip(*kept, strict=True)
    return heads, tuple(cells)


def one_piece(text: str) -> str:
    """A text that is not broken over lines."""
    return text.replace(" ", BOUND)


def prose(kind: Kind, text: str, width: int) -> Iterator[Line]:
    """A text as lines of at most `width` characters."""
    yield from (Line(kind, one) for one in _wrapped(text, width))


def plain(lines: Iterable[Line]) -> str:
    """Lines as a text for files and pipes: without rules."""
    return "".join(f"{one.text}\n" for one in lines if one.kind != "rule")


def table_as_html(table: Table) -> str:
    """A table with its title and notes as a piece of HTML."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.head)
    rows = "".join(f"<tr>{''.join(map(_cell, row, table.head))}</tr>\n" for row in table.rows)
    notes = "".join(f'<p class="note">{escape(one)}</p>\n' for one in table.notes)
    title = f"<caption>{escape(table.title)}</caption>\n" if table.title else ""
    return f"<table>\n{title}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{notes}"


def _cell(text: str, head: str) -> str:
    """A cell that knows its head, because a narrow screen shows a row as a card."""
    return f'<td data-head="{escape(head)}">{escape(text).replace(chr(10), "<br>")}</td>'


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row."""
    columns = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts = (column[number] if number < len(column) else "" for column in columns)
        yield GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """A text in lines; what follows a list's mark stays behind it, and no abbreviation is parted from its number."""
    return [one.replace(BOUND, " ") for line in text.split("\n") for one in _wrapped_line(line, width)]


def _wrapped_line(line: str, width: int) -> list[str]:
    mark = _mark.match(line)
    start = "" if mark is None else mark[0]
    bound = _before_number.sub(BOUND, line[len(start) :])
    below = " " * len(start)
    lines = wrap(bound, width, initial_indent=start, subsequent_indent=below, break_on_hyphens=False)
    return lines or [""]


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: as its longest line; where that is too much, so that the rows take few lines."""
    least = [_longest_word(column) for column in zip(*rows, strict=True)]
    widths = [
        max(word, min(len(column[0]), HEAD), *(len(line) for cell in column[1:] for line in cell.split("\n")))
        for column, word in zip(zip(*rows, strict=True), least, strict=True)
    ]
    room = width - len(GAP) * (len(widths) - 1)
    even = _narrowed(widths, least, room, lambda _: 0)
    sparing = _narrowed(widths, least, room, lambda tried: _lines(rows, tried))
    return min(even, sparing, key=lambda found: _lines(rows, found))


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int, cost: Callable[[list[int]], int]) -> list[int]:
    """The widths made to fit, step by step where it costs least, else at the widest; words are broken only in need."""
    found = list(widths)
    for narrowest in (least, [min(one, NARROWEST) for one in least]):
        while sum(found) > room and (spare := [at for at, one in enumerate(found) if one > narrowest[at]]):
            tried = {at: [one - (number == at) for number, one in enumerate(found)] for at in spare}
            found = tried[min(spare, key=lambda at: (cost(tried[at]), -found[at]))]
    return found


def _lines(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """About how many lines the rows take."""
    return sum(
        max(
            sum(-(-len(line) // width) or 1 for line in cell.split("\n"))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )


def _longest_word(column: Sequence[str]) -> int:
    bound = (_before_number.sub(BOUND, cell) for cell in column)
    return max(1, *(len(word) for cell in bound for word in re.split("[ \n]", cell)))
