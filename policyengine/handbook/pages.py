"""Pages of HTML for what a demonstration leaves behind: each is whole in itself and needs nothing from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from policyengine.handbook.show.style import STYLE
from policyengine.handbook.table import table_as_html
from policyengine.handbook.telling import Section

MADE_BY: Final = '<meta name="generator" content="policyengine demo">'
MORE: Final = """
.note { color: var(--soft); font-size: .94em; margin: .2rem 0; }
.step { margin: .25rem 0 .25rem calc(var(--depth) * .7rem); }
.reading { color: var(--soft); font-size: .94em; }
details { margin: .6rem 0; padding: .4rem .9rem; border-left: 4px solid var(--line); }
summary { cursor: pointer; font-weight: 600; }
code { overflow-wrap: anywhere; background: var(--head); padding: .1rem .3rem; }
""".strip()
MARKS: Final = {"- ": "step", "* ": "step reading"}
COMMAND: Final = "$ "


class Link(NamedTuple):
    """A link to a file that lies beside the page, or below it."""

    to: str
    text: str


def page(title: str, body: Iterable[str], language: str) -> str:
    """A whole page in a language."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{MADE_BY}\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n{MORE}\n</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n<main>\n{''.join(body)}</main>\n</body>\n</html>\n"
    )


def sections_as_html(sections: Iterable[Section]) -> Iterator[str]:
    """Titled pieces of a page; those that only explain are folded."""
    for one in sections:
        title, body = escape(one.title), "".join(_body(one))
        if one.folded:
            yield f"<details>\n<summary>{title}</summary>\n{body}</details>\n"
        else:
            yield f"<section>\n<h2>{title}</h2>\n{body}</section>\n"


def links_as_html(title: str, links: Sequence[Link]) -> str:
    """A titled list of links."""
    listed = "".join(f'<li><a href="{escape(one.to)}">{escape(one.text)}</a></li>\n' for one in links)
    return f"<section>\n<h2>{escape(title)}</h2>\n<ul>\n{listed}</ul>\n</section>\n"


def paragraph(text: str) -> str:
    """A paragraph of text."""
    return f"<p>{escape(text)}</p>\n"


def _body(section: Section) -> Iterator[str]:
    if section.about:
        yield paragraph(section.about)
    if section.table is not None:
        yield table_as_html(section.table)
    yield from map(_line, section.lines)


def _line(line: str) -> str:
    """A line by its indentation and mark: a step of an explanation, a reading on which it rests, a command."""
    text = line.lstrip()
    if text.startswith(COMMAND):
        return f"<p><code>{escape(text.removeprefix(COMMAND))}</code></p>\n"
    kind = next((one for mark, one in MARKS.items() if text.startswith(mark)), "step")
    shown = text.removeprefix("* ").removeprefix("- ")
    return f'<p class="{kind}" style="--depth: {len(line) - len(text)}">{escape(shown)}</p>\n'
