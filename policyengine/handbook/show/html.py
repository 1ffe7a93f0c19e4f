"""The document as one page of HTML that needs nothing from elsewhere."""

from collections.abc import Iterator
from html import escape
from typing import Final

from policyengine.handbook.show.document import SHORT, Document, Ground, Part, Section, Sentence, Table
from policyengine.handbook.show.style import STYLE

DEEPEST: Final = 6


def html(document: Document) -> str:
    """The whole page."""
    title = escape(document.title)
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>",
            *_notice(document),
            "</header>",
            *_contents(document),
            "<main>",
            *(line for one in document.sections for line in _section(one, document, 2)),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _notice(document: Document) -> Iterator[str]:
    if document.notice:
        yield f'<p class="notice">{escape(document.notice)}</p>'


def _contents(document: Document) -> Iterator[str]:
    yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{escape(document.contents)}</h2>\n<ol>'
    for one in document.sections:
        yield f'<li><a href="#{escape(one.id)}">{_title(one)}</a></li>'
    yield "</ol>\n</nav>"


def _section(section: Section, document: Document, level: int) -> Iterator[str]:
    name, head = escape(section.id), f"h{min(level, DEEPEST)}"
    yield f'<section aria-labelledby="{name}">\n<{head} id="{name}">{_title(section)}</{head}>'
    for part in section.parts:
        yield from _part(part, document, level)
    yield "</section>"


def _title(section: Section) -> str:
    return f'<span class="number">{section.number}.</span>{escape(section.title)}'


def _part(part: Part, document: Document, level: int) -> Iterator[str]:
    match part:
        case Sentence():
            yield f"<p>{escape(part.text)}{_ground(part.ground, document)}</p>"
        case Table():
            yield from _table(part, document)
        case Section():
            yield from _section(part, document, level + 1)


def _table(table: Table, document: Document) -> Iterator[str]:
    """A table whose parts name their roles, because a narrow screen shows it as a list of cards."""
    heads = table.heads if table.common else (*table.heads, document.grounds)
    common = _ground(table.common, document) if table.common else ""
    yield f'<table role="table">\n<caption>{escape(table.caption)}{common}</caption>'
    yield '<thead role="rowgroup">\n<tr role="row">'
    yield "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads)
    yield '</tr>\n</thead>\n<tbody role="rowgroup">'
    for row in table.rows:
        own = () if table.common else (_ground(row.ground, document, brackets="").strip(),)
        yield _row((*map(escape, row.cells), *own), heads)
    yield "</tbody>\n</table>"


def _row(cells: tuple[str, ...], heads: tuple[str, ...]) -> str:
    pairs = zip(heads, cells, strict=True)
    made = (f'<td role="cell" data-head="{escape(head)}">{cell}</td>' for head, cell in pairs)
    return f'<tr role="row">{"".join(made)}</tr>'


def _ground(ground: Ground, document: Document, brackets: str = "()") -> str:
    first, last = brackets[:1], brackets[1:]
    pieces = "; ".join(f"<span>{escape(one)}</span>" if len(one) <= SHORT else escape(one) for one in ground.pieces)
    cited = f' <span class="place">{first}{pieces}{last}</span>' if ground.cited else ""
    links = (f'<a href="#reading-{escape(one.id)}">{escape(document.place_of(one))}</a>' for one in ground.marks)
    marks = "; ".join(links)
    return cited + (f' <span class="mark">{escape(document.interpretation)} {marks}</span>' if marks else "")
