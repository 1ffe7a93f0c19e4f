"""How `demo` shows the main job: the work behind the verb."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from typing import Final

from policyengine.cli.checking import Checked, check
from policyengine.cli.opening import calendar, file_of, policy, read_file
from policyengine.cli.printing import say_table, width
from policyengine.cli.replacing import is_demo, made_anew
from policyengine.cli.shipped import POLICIES, schema
from policyengine.cli.speaking import BAD_INPUT, FAILED, say_lines, words_of
from policyengine.handbook.agenda import agenda
from policyengine.handbook.comparing import Compared, Side, agendas_side_by_side, comparison, read_comparison
from policyengine.handbook.demonstration import District, files_of, index_of, say, section_lines
from policyengine.handbook.explain import spoken
from policyengine.handbook.living import lived
from policyengine.handbook.show import outline, written
from policyengine.handbook.story import read_story
from policyengine.handbook.table import Line, lines_of, prose
from policyengine.handbook.telling import Section
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES, Words

COMPARISON: Final = "comparison"
PROGRAM: Final = "policyengine"


def demonstrate(out: Path, wanted: str | None) -> None:
    """Show everything on the screen and leave it in a folder; raises Refused, ends with a status where it cannot."""
    words = words_of(wanted, None, "cli")
    if not is_demo(out):
        say_lines([say(words, "not_a_demo", folder=str(out))], error=True)
        sys.exit(BAD_INPUT)
    with made_anew(out) as made:
        districts = _shown(words, made)
    say_table(_closing(districts, out, words, wanted))


def _shown(words: Words, made: Path) -> list[District]:
    """Check, show and write everything; raises Refused, ends where a methodology has errors."""
    compared = _compared()
    checked = check([file_of(one) for one in compared.policies], None)
    say_table(_opening(words, compared, checked))
    if any(one.count("error") for one in checked):
        sys.exit(FAILED)
    districts = [_district(one, words) for one in compared.policies]
    tables = list(_tables(districts, compared, words))
    say_table(_chapters(districts, tables))
    for name, data in _files(districts, tables):
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(data)
    return districts


def _folder() -> Path:
    own = Path("policies/demo")
    return own if own.is_dir() else POLICIES / "demo"


def _compared() -> Compared:
    path = _folder() / f"{COMPARISON}.yaml"
    return read_comparison(str(path), read_file(path), schema("demo"))


def _district(name: str, words: Words) -> District:
    """A methodology and its story, lived through."""
    path = _folder() / f"{name}.yaml"
    story, opened = read_story(str(path), read_file(path), schema("demo")), policy(name)
    told = {language: spoken(words_of(language, opened, "cli"), opened) for language in LANGUAGES}
    return District(
        story=story,
        side=Side(policy=opened, words=told[words.language]),
        lived=lived(story, opened, calendar),
        agenda=agenda(opened, story.year, calendar),
        spoken=told,
        methodology={language: _methodology(opened, language) for language in LANGUAGES},
    )


def _methodology(opened: Policy, language: str) -> str:
    words = words_of(language, opened, "show")
    return written(outline(opened, words), "html", words)


def _tables(districts: Sequence[District], compared: Compared, words: Words) -> Iterator[Section]:
    """The tables of all methodologies together: the calendar and the comparison."""
    sides = [one.side for one in districts]
    year = districts[0].story.year
    deadlines = agendas_side_by_side(sides, [one.agenda for one in districts])
    yield Section(title=words.say("agenda", "title", year=year), table=deadlines)
    yield Section(title=words.say("story", "comparison"), table=comparison(compared, sides, calendar))


def _files(districts: Sequence[District], tables: Sequence[Section]) -> Iterator[tuple[str, bytes]]:
    yield "index.html", index_of(districts, tables)
    for one in districts:
        for name, data in files_of(one, calendar):
            yield f"{one.side.policy.id}/{name}", data


# --- on the screen ---


def _chapter(number: int, title: str) -> Iterator[Line]:
    lines = list(prose("title", f"{number}. {title}", width()))
    yield Line("plain", "")
    yield from lines
    yield Line("title", "=" * max(len(one.text) for one in lines))


def _opening(words: Words, compared: Compared, checked: Sequence[Checked]) -> Iterator[Line]:
    """What this is, and what `check` says of each methodology."""
    yield from prose("title", words.say("story", "heading"), width())
    yield from prose("plain", words.say("story", "page.made_up"), width())
    yield from _chapter(1, words.say("story", "chapter_check"))
    for name, one in zip(compared.policies, checked, strict=True):
        counts = words.say("cli", "counts", errors=one.count("error"), warnings=one.count("warning"))
        coverage = words.say("cli", "coverage_of_act", **one.coverage) if one.coverage else one.file
        yield from prose("plain", f"{name}: {coverage}; {counts}", width())


def _chapters(districts: Sequence[District], tables: Sequence[Section]) -> Iterator[Line]:
    """The calendar, every district's year, the comparison."""
    deadlines, compared = tables
    yield from _chapter(2, deadlines.title)
    yield from _table(deadlines)
    for number, one in enumerate(districts, 3):
        yield from _chapter(number, one.name)
        for section in one.sections():
            yield from section_lines(section, width())
    yield from _chapter(3 + len(districts), compared.title)
    yield from _table(compared)


def _table(section: Section) -> Iterator[Line]:
    return iter(()) if section.table is None else lines_of(section.table, width())


def _closing(districts: Sequence[District], out: Path, words: Words, wanted: str | None) -> Iterator[Line]:
    """What was left behind, and what to try next, in the language that was asked for."""
    again = f" --lang {wanted}" if wanted else ""
    yield from _chapter(4 + len(districts), words.say("story", "left"))
    yield Line("plain", say(words, "written", folder=str(out)))
    yield Line("plain", say(words, "open_first", file=str(out / "index.html")))
    yield Line("plain", "")
    yield Line("title", words.say("story", "try_next"))
    for one in districts:
        yield from (Line("plain", f"  {as_started(command_line)}{again}") for command_line in one.story.try_next)


def as_started(command_line: str) -> str:
    """A command line with the program named as it was started, where its bare name would not be found."""
    started = sys.argv[0]
    if Path(started).name != PROGRAM or which(PROGRAM) is not None:
        return command_line
    return f"{started}{command_line.removeprefix(PROGRAM)}"
