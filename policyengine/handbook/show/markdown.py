"""The document as Markdown: headings, tables, and links from readings to where they are told."""

import re
from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.document import Document, Ground, Part, Section, Sentence, Table

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#])")
DEEPEST: Final = 6


def markdown(document: Document) -> str:
    """The whole document."""
    lines = [f"# {_escaped(document.title)}", ""]
    lines += [f"> {_escaped(document.notice)}", ""] if document.notice else []
    lines += [f"## {_escaped(document.contents)}", ""]
    lines += [f"- [{one.number}. {_escaped(one.title)}](#{one.id})" for one in document.sections]
    for one in document.sections:
        lines += _section(one, document, 2)
    return "\n".join(lines) + "\n"


def _section(section: Section, document: Document, level: int) -> Iterator[str]:
    yield from ("", f'<a id="{section.id}"></a>', "")
    yield f"{'#' * min(level, DEEPEST)} {section.number}. {_escaped(section.title)}"
    yield ""
    for part in section.parts:
        yield from _part(part, document, level)


def _part(part: Part, document: Document, level: int) -> Iterator[str]:
    match part:
        case Sentence():
            yield f"- {_escaped(part.text)}{_ground(part.ground, document)}"
        case Table():
            yield from _table(part, document)
        case Section():
            yield from _section(part, document, level + 1)


def _table(table: Table, document: Document) -> Iterator[str]:
    heads = table.heads if table.common else (*table.heads, document.grounds)
    common = _ground(table.common, document) if table.common else ""
    yield from ("", f"**{_escaped(table.caption)}**{common}", "")
    yield f"| {' | '.join(map(_escaped, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for row in table.rows:
        own = [] if table.common else [_ground(row.ground, document).strip()]
        yield f"| {' | '.join([*map(_escaped, row.cells), *own])} |"
    yield ""


def _ground(ground: Ground, document: Document) -> str:
    cited = f" ({_escaped(ground.cited)})" if ground.cited else ""
    marks = "; ".join(f"[{_escaped(document.place_of(mark))}](#reading-{mark.id})" for mark in ground.marks)
    return cited + (f" *{_escaped(document.interpretation)} {marks}*" if marks else "")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
