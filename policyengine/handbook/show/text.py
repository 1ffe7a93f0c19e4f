"""The document as plain text: lines of at most 100 columns, the ground of each sentence at its end."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from policyengine.handbook.show.document import SHORT, Document, Ground, Part, Section, Sentence, Table
from policyengine.handbook.table import Table as Grid
from policyengine.handbook.table import lines_of

WIDTH: Final = 100
BULLET: Final = "• "
RULES: Final = ("=", "-", "")  # under a title, by depth
FIRM: Final = "\N{NO-BREAK SPACE}"


def text(document: Document) -> str:
    """The whole document."""
    lines = [*_titled(document.title, "="), "", *_notice(document), *_titled(document.contents, "-")]
    lines += [f"{one.number:>3}. {one.title}" for one in document.sections]
    for one in document.sections:
        lines += ["", *_section(one, document, 0)]
    return "\n".join(lines) + "\n"


def _notice(document: Document) -> Iterator[str]:
    if document.notice:
        yield from wrap(document.notice, WIDTH)
        yield ""


def _titled(title: str, rule: str) -> Iterator[str]:
    lines = wrap(title, WIDTH)
    yield from lines
    if rule:
        yield rule * max(map(len, lines))


def _section(section: Section, document: Document, depth: int) -> Iterator[str]:
    yield from _titled(f"{section.number}. {section.title}", RULES[min(depth, len(RULES) - 1)])
    for part in section.parts:
        yield from _part(part, document, depth)


def _part(part: Part, document: Document, depth: int) -> Iterator[str]:
    match part:
        case Sentence():
            yield from _wrapped(_with_ground(part.text, part.ground, document), BULLET)
        case Table():
            yield from _table(part, document)
        case Section():
            yield ""
            yield from _section(part, document, depth + 1)


def _table(table: Table, document: Document) -> Iterator[str]:
    """The rows of a table, an empty line between them, under its heads and a rule."""
    heads = table.heads if table.common else (*table.heads, document.grounds)
    rows = [row.cells if table.common else (*row.cells, _cell(row.ground, document)) for row in table.rows]
    spaced = [line for row in rows for line in (("",) * len(heads), row)][1:]
    lines = list(lines_of(Grid(title="", head=heads, rows=tuple(spaced)), WIDTH))
    yield from ("", *_wrapped(_with_ground(table.caption, table.common or Ground(), document)), "")
    yield from (line.text for line in lines if line.kind == "head")
    yield "-" * max(len(line.text) for line in lines)
    yield from (line.text for line in lines if line.kind == "row")
    yield ""


def _wrapped(said: str, bullet: str = "") -> Iterator[str]:
    """Words as lines; what was joined by firm spaces stays on one line."""
    lines = wrap(said, WIDTH, initial_indent=bullet, subsequent_indent=" " * len(bullet), break_on_hyphens=False)
    yield from (line.replace(FIRM, " ") for line in lines)


def _with_ground(said: str, ground: Ground, document: Document) -> str:
    """Words with their ground in brackets, the stop after it; a short citation and a mark are not torn apart."""
    cited = f" ({'; '.join(map(firm, ground.pieces))})" if ground.cited else ""
    marks = "; ".join(firm(document.place_of(mark)) for mark in ground.marks)
    marks = f" [{document.interpretation} {marks}]" if marks else ""
    stop = "." if said.endswith(".") and (cited or marks) else ""
    return said.removesuffix(stop) + cited + marks + stop


def _cell(ground: Ground, document: Document) -> str:
    return "; ".join(filter(None, (ground.cited, _marks(ground, document))))


def _marks(ground: Ground, document: Document) -> str:
    places = "; ".join(document.place_of(mark) for mark in ground.marks)
    return f"{document.interpretation} {places}" if places else ""


def firm(piece: str) -> str:
    """A short piece of a citation with spaces at which no line ends."""
    return piece.replace(" ", FIRM) if len(piece) <= SHORT else piece
