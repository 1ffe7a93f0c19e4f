"""Pages of HTML for what a demonstration leaves behind: each is whole in itself and needs nothing from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from policyengine.handbook.table import table_as_html
from policyengine.handbook.telling import Section

MADE_BY: Final = '<meta name="generator" content="policyengine demo">'
STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }
thead th { border-bottom: 2px solid #888c; }
pre { white-space: pre-wrap; font: .88rem/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; margin: .4rem 0; }
.note, .about { color: #888; margin: .2rem 0; } .about { color: inherit; }
.wide { overflow-x: auto; }
@media print { body { max-width: none; } a { color: inherit; } }
""".strip()


class Link(NamedTuple):
    """A link to a file that lies beside the page, or below it."""

    to: str
    text: str


def page(title: str, body: Iterable[str], language: str) -> str:
    """A whole page in a language."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{MADE_BY}\n<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{''.join(body)}</body>\n</html>\n"
    )


def sections_as_html(sections: Iterable[Section]) -> Iterator[str]:
    """Titled pieces of a page."""
    for one in sections:
        yield f"<section>\n<h2>{escape(one.title)}</h2>\n"
        if one.about:
            yield paragraph(one.about, "about")
        if one.table is not None:
            yield f'<div class="wide">\n{table_as_html(one.table)}</div>\n'
        if one.lines:
            yield f"<pre>{escape(chr(10).join(one.lines))}</pre>\n"
        yield "</section>\n"


def links_as_html(title: str, links: Sequence[Link]) -> str:
    """A titled list of links."""
    listed = "".join(f'<li><a href="{escape(one.to, quote=True)}">{escape(one.text)}</a></li>\n' for one in links)
    return f"<section>\n<h2>{escape(title)}</h2>\n<ul>\n{listed}</ul>\n</section>\n"


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of text."""
    mark = f' class="{kind}"' if kind else ""
    return f"<p{mark}>{escape(text)}</p>\n"
