"""A document as text, Markdown and HTML: whole, escaped, and as wide as it may be."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from policyengine.handbook.show import FORMS
from policyengine.handbook.show.document import Part, Section, Sentence, Table
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.door import policy, schema
from tests.show.made_up import methodology
from tests.show.speaking import POLICIES, document, with_value

NASTY = "<script>alert('x')</script> & \"quoted\" | `pipe` *star* [link](http://example.org)"
VOID = frozenset({"meta"})
MADE_UP = "made_up"


def opened(name: str) -> Policy:
    return methodology(schema(), 0)[0] if name == MADE_UP else policy(name)


documents = pytest.mark.parametrize("name", [*POLICIES, MADE_UP])
languages = pytest.mark.parametrize("language", LANGUAGES)


class Page(HTMLParser):
    """A page of HTML; what is wrong with its tags is noted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.heads: list[int] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags[tag] += 1
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.links += [value for key, value in attrs if key in {"href", "src"} and value]
        self.heads += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        self.language = said.get("lang") or self.language
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} at {self.getpos()}")


def tables(parts: tuple[Part, ...]) -> Iterator[Table]:
    for part in parts:
        match part:
            case Table():
                yield part
            case Section():
                yield from tables(part.parts)
            case Sentence():
                continue


@documents
@languages
def test_no_line_of_the_text_is_longer_than_100_columns(name: str, language: Language) -> None:
    text = FORMS["text"](document(opened(name), language))
    assert [line for line in text.splitlines() if len(line) > 100] == []
    assert not re.search(r"[^\S\n ]| \n|\n{4}", text)


@documents
@languages
def test_the_page_is_well_formed_and_needs_nothing_from_elsewhere(name: str, language: Language) -> None:
    page = Page(FORMS["html"](document(opened(name), language)))
    assert (page.faults, page.open) == ([], [])
    assert page.language == language
    assert page.tags.keys().isdisjoint({"script", "link", "img", "iframe"})
    assert all(link.startswith("#") for link in page.links)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert [name for name, times in Counter(page.ids).items() if times > 1] == []


@documents
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    heads = Page(FORMS["html"](document(opened(name), "ru"))).heads
    assert heads[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(heads))


def test_every_cell_of_a_table_says_under_which_head_it_stands() -> None:
    made = document(policy("nura"), "kk")
    text = FORMS["html"](made)
    cells = re.findall(r'<td role="cell" data-head="[^"]+">', text)
    widths = [(len(one.heads) + (one.common is None)) * len(one.rows) for one in tables(made.sections)]
    assert len(cells) == text.count("<td") == sum(widths)


@pytest.mark.parametrize("form", ["html", "md"])
def test_nothing_that_a_file_says_is_taken_for_markup(form: str) -> None:
    told = dict.fromkeys(LANGUAGES, NASTY)
    made = policy("taskala")
    for place in ("/name", "/act/issuer", "/roles/hr/name", "/methods/sheet/name", "/readings/hr_names/about"):
        made = with_value(made, place, told)
    text = FORMS[form](document(made, "ru"))
    assert "<script>" not in text
    assert ("[link](http" in text) is (form == "html")
    assert NASTY not in text


def test_a_row_of_a_markdown_table_has_as_many_cells_as_its_head() -> None:
    lines = FORMS["md"](document(policy("nura"), "ru")).splitlines()
    assert any(line.startswith("|") for line in lines)
    for above, below in pairwise(lines):
        if above.startswith("|") and below.startswith("|"):
            assert cells(above) == cells(below), (above, below)


def cells(line: str) -> int:
    return line.replace("\\|", "").count("|")


@documents
def test_every_link_of_the_markdown_leads_somewhere(name: str) -> None:
    text = FORMS["md"](document(opened(name), "en"))
    targets = set(re.findall(r'<a id="([^"]+)">', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= targets


def test_words_of_a_courtesy_language_say_so_once_at_the_top() -> None:
    made = policy("nura")
    note = made.block("/act/courtesy/about")
    for form, write in FORMS.items():
        russian, kazakh = write(document(made, "ru")), write(document(made, "kk"))
        said = " ".join(russian.replace("\n> ", " ").split())
        assert said.count(str(note["ru"])) == 1, form
        assert said.index(str(note["ru"])) < said.index("Содержание")
        assert " ".join(kazakh.split()).count(str(note["kk"])) == 0
