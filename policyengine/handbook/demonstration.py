"""The main job from end to end: what a demonstration says, chapter by chapter, and the files that it leaves behind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from policyengine.handbook.agenda import Agenda, OpenCalendar
from policyengine.handbook.agenda_ics import agenda_as_ics
from policyengine.handbook.comparing import Side
from policyengine.handbook.living import Lived
from policyengine.handbook.pages import Link, links_as_html, page, paragraph, sections_as_html
from policyengine.handbook.results import as_csv, as_json, results_of
from policyengine.handbook.story import Story
from policyengine.handbook.table import Line, Table, lines_of, plain, prose
from policyengine.handbook.telling import Section, Teller
from policyengine.handbook.values import Said
from policyengine.words import Words
from policyengine.words.values import Language, shown

FILE_WIDTH: Final = 110
INDENT: Final = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """One methodology of the demonstration, its year lived through.

    `spoken` are the words of each of its languages, `methodology` the whole in plain words as HTML in each of them.
    """

    story: Story
    side: Side
    lived: tuple[Lived, ...]
    agenda: Agenda
    spoken: Mapping[Language, Words]
    methodology: Mapping[Language, str]

    @property
    def name(self) -> str:
        """What its methodology is called."""
        return self.side.words.show(self.side.policy.tree.get("name"))

    def sections(self) -> Iterator[Section]:
        """Its people, then every part of the story."""
        about = [shown(one, self.language) for one in (self.story.about, self._courtesy(self.language)) if one]
        yield Section(title=self.say("people"), about=" ".join(about), table=self._people())
        teller = Teller(words=self.side.words, policy=self.side.policy)
        for part in self.lived:
            yield from teller.told(part)

    def _people(self) -> Table:
        rows = ((shown(one.name, self.language), shown(one.post, self.language)) for one in self.story.people)
        return Table(title="", head=(self.say("person"), self.say("post")), rows=tuple(rows))

    def _courtesy(self, language: Language) -> object:
        """The note on the texts in a language in which the act has none of its own; None in all others."""
        note = self.side.policy.block("/act/courtesy")
        languages = note.get("languages")
        return note.get("about") if isinstance(languages, list) and language in languages else None

    def called(self, language: Language) -> str:
        """A language, with a word on it where the act has no official text in it."""
        name = self.say(f"language.{language}")
        return self.say("courtesy", language=name) if self._courtesy(language) else name

    @property
    def language(self) -> Language:
        """The language in which it is told."""
        return self.side.words.language

    def say(self, code: str, **texts: str) -> str:
        """A sentence about a story."""
        return say(self.side.words, code, **texts)


def say(words: Words, code: str, **texts: str) -> str:
    """A sentence about a demonstration with texts that are in words already."""
    return words.say("story", code, **{name: Said(text=text) for name, text in texts.items()})


def section_lines(section: Section, width: int) -> Iterator[Line]:
    """A titled piece as lines."""
    yield Line("plain", "")
    yield from prose("title", section.title, width)
    if section.about:
        yield from prose("plain", section.about, width)
    if section.table is not None:
        yield from lines_of(section.table, width)
    for line in section.lines:
        yield from prose("plain", INDENT + line, width)


def files_of(district: District, open_calendar: OpenCalendar) -> Iterator[tuple[str, bytes]]:
    """The files of one district, by their names in its folder."""
    policy, sections = district.side.policy, list(district.sections())
    for language, words in district.spoken.items():
        yield f"methodology.{language}.html", district.methodology[language].encode()
        yield f"calendar.{language}.ics", agenda_as_ics(district.agenda, words, policy, open_calendar)
    rows = results_of(district.lived)
    yield "results.csv", as_csv(rows).encode()
    yield "results.json", as_json(rows, district.story, policy).encode()
    yield "year.html", page(district.name, sections_as_html(sections), district.language).encode()
    told = (line for one in sections if one.lines for line in section_lines(one, FILE_WIDTH))
    yield "explanations.txt", plain(told).encode()


def links_of(district: District) -> list[Link]:
    """What the index says of the files of one district."""
    folder = f"{district.side.policy.id}/"
    found = [Link(f"{folder}year.html", district.say("page.year"))]
    for kind, end in (("methodology", "html"), ("calendar", "ics")):
        for language in district.spoken:
            text = district.say(f"page.{kind}", language=district.called(language))
            found.append(Link(f"{folder}{kind}.{language}.{end}", text))
    for name in ("results.csv", "results.json", "explanations.txt"):
        code = name.replace(".", "_").removesuffix("_txt")
        found.append(Link(folder + name, district.say(f"page.{code}")))
    return found


def index_of(districts: Sequence[District], tables: Sequence[Section]) -> bytes:
    """The page that leads to everything."""
    words = districts[0].side.words
    body = [paragraph(say(words, "page.made_up"))]
    body += [links_as_html(one.name, links_of(one)) for one in districts]
    body += sections_as_html(tables)
    return page(say(words, "heading"), body, words.language).encode()
