"""`calendar`: the deadlines of an evaluation year as text, as JSON, or as a file that calendar programs open."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policyengine.cli.helping import Verb
from policyengine.cli.opening import calendar, policy
from policyengine.cli.options import formats, lang
from policyengine.cli.printing import say_table, width
from policyengine.cli.speaking import MISSING, refusals, words_of
from policyengine.cli.writing import write

if TYPE_CHECKING:  # slow to import, and the help needs none of it
    from policyengine.handbook.agenda import Agenda
    from policyengine.model.policy import Policy
    from policyengine.words import Words

LAST_YEAR = 9998


@click.command(cls=Verb, name="calendar")
@click.argument("policy_id", metavar="POLICY")
@click.option("--year", type=click.IntRange(1, LAST_YEAR), default=None, help="")
@click.option("--out", type=click.Path(path_type=Path), help="")
@formats("text", "ics", "json")
@lang
def command(policy_id: str, *, year: int | None, out: Path | None, form: str, lang: str | None) -> None:
    """Show the deadlines of an evaluation year."""
    with refusals(lang, form):
        from policyengine.handbook.agenda import agenda
        from policyengine.handbook.explain import spoken

        opened = policy(policy_id)
        made = agenda(opened, year or this_year(), calendar)
        words = spoken(words_of(lang, opened, "cli"), opened)
        if form == "text":
            _say(made, out, words, opened)
        else:
            write(as_json(made, words, opened) if form == "json" else as_ics(made, words, opened), out)
        if made.missing:
            sys.exit(MISSING)


def this_year() -> int:
    """The year of today, where the user is."""
    return datetime.now(UTC).astimezone().year


def as_json(made: "Agenda", words: "Words", opened: "Policy") -> str:
    """The agenda as one JSON value."""
    from policyengine.handbook.agenda import agenda_as_json

    head = {"policy": opened.id, "year": made.year, "digest": opened.digest}
    value = {**head, "events": agenda_as_json(made, words), "missing": list(made.missing)}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_ics(made: "Agenda", words: "Words", opened: "Policy") -> bytes:
    """The agenda as an iCalendar file."""
    from policyengine.handbook.agenda_ics import agenda_as_ics

    return agenda_as_ics(made, words, opened, calendar)


def _say(made: "Agenda", out: Path | None, words: "Words", opened: "Policy") -> None:
    from policyengine.handbook.agenda import agenda_lines
    from policyengine.handbook.table import plain

    lines = list(agenda_lines(made, words, opened, width()))
    if out is None:
        say_table(lines)
    else:
        write(plain(lines), out)
