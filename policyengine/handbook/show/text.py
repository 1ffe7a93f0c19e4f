"""The document as plain text: lines of at most 100 columns, the ground of each sentence at its end."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from policyengine.handbook.show.document import Document, Ground, Part, Section, Sentence, Table
from policyengine.handbook.table import Table as Grid
from policyengine.handbook.table import lines_of

WIDTH: Final = 100
BULLET: Final = "• "
RULES: Final = ("=", "-", "")  # under a title, by depth


def text(document: Document) -> str:
    """The whole document."""
    lines = [*_titled(document.title, "="), *_notice(document), *_titled(document.contents, "-")]
    lines += [f"{one.number:>3}. {one.title}" for one in document.sections]
    for one in document.sections:
        lines += ["", *_section(one, document, 0)]
    return "\n".join(lines) + "\n"


def ground_in_brackets(ground: Ground, see: str) -> str:
    """Where words stand, and that they are an interpretation: « (п. 18, ч. 3) [толкование 4: hr_names, …]»."""
    cited = f" ({ground.cited})" if ground.cited else ""
    marks = f" [{'; '.join(mark.text for mark in ground.marks)}{see}]" if ground.marks else ""
    return cited + marks


def with_ground(sentence: Sentence, see: str) -> str:
    """A sentence with its ground, the stop after it."""
    ground = ground_in_brackets(sentence.ground, see)
    if ground and sentence.text.endswith("."):
        return f"{sentence.text[:-1]}{ground}."
    return sentence.text + ground


def _notice(document: Document) -> Iterator[str]:
    if document.notice:
        yield from wrap(document.notice, WIDTH)
        yield ""


def _titled(title: str, rule: str) -> Iterator[str]:
    lines = wrap(title, WIDTH)
    yield from lines
    yield rule * max(map(len, lines), default=0)


def _section(section: Section, document: Document, depth: int) -> Iterator[str]:
    yield from _titled(f"{section.number}. {section.title}", RULES[min(depth, len(RULES) - 1)])
    for part in section.parts:
        yield from _part(part, document, depth)


def _part(part: Part, document: Document, depth: int) -> Iterator[str]:
    match part:
        case Sentence():
            said = with_ground(part, document.see)
            yield from wrap(said, WIDTH, initial_indent=BULLET, subsequent_indent=" " * len(BULLET))
        case Table():
            yield from _table(part, document)
        case Section():
            yield ""
            yield from _section(part, document, depth + 1)


def _table(table: Table, document: Document) -> Iterator[str]:
    """The rows of a table, an empty line between them, under its heads and a rule."""
    rows = [(*row.cells, ground_in_brackets(row.ground, document.see).strip()) for row in table.rows]
    heads = (*table.heads, document.grounds)
    spaced = [line for row in rows for line in (("",) * len(heads), row)][1:]
    lines = list(lines_of(Grid(title="", head=heads, rows=tuple(spaced)), WIDTH))
    yield from ("", *wrap(table.caption, WIDTH), "")
    yield from (line.text for line in lines if line.kind == "head")
    yield "-" * max(len(line.text) for line in lines)
    yield from (line.text for line in lines if line.kind == "row")
    yield ""
