"""`check`: schema, references, soundness, lint, languages, citations; every fault of every file at once."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from policyengine import __version__
from policyengine.cli.checking import Checked, check
from policyengine.cli.helping import Verb
from policyengine.cli.opening import file_of
from policyengine.cli.options import formats, lang
from policyengine.cli.shipped import POLICIES
from policyengine.cli.speaking import BAD_INPUT, FAILED, refusals, say_json, say_lines, words_of
from policyengine.handbook.faulty import fault_as_json, faults_as_sarif, faults_as_text
from policyengine.model.fault import Fault
from policyengine.words import Words

NO_FILE: Final = "D011"


@click.command(cls=Verb, name="check")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--body", type=click.IntRange(min=1), default=None, metavar="N", help="")
@formats("text", "json", "sarif")
@lang
def command(files: tuple[str, ...], *, body: int | None, form: str, lang: str | None) -> None:
    """Check policy files."""
    with refusals(lang, form):
        words = words_of(lang, None, "cli")
        results = check(_paths(files), body)
        if form == "json":
            say_json(_as_json(results, words))
        elif form == "sarif":
            warnings = {fault.code for one in results for severity, fault in one.found if severity == "warning"}
            say_json(faults_as_sarif(_faults(results), words, version=__version__, warnings=warnings))
        else:
            say_lines(line for one in results for line in _lines(one, words))
        if any(fault.code == NO_FILE for fault in _faults(results)):
            sys.exit(BAD_INPUT)
        if any(one.count("error") for one in results):
            sys.exit(FAILED)


def _paths(files: Sequence[str]) -> list[Path]:
    """The named files; else those of ./policies, else the packaged ones."""
    if files:
        return [file_of(one) for one in files]
    folder = Path("policies") if Path("policies").is_dir() else POLICIES
    return sorted(folder.glob("*.yaml"))


def _faults(results: Sequence[Checked]) -> Iterator[Fault]:
    return (fault for one in results for _, fault in one.found)


def _as_json(results: Sequence[Checked], words: Words) -> dict[str, object]:
    faults = []
    for one in results:
        for severity, fault in one.found:
            said = fault_as_json(fault, words)
            faults.append({**said, "severity": severity})
    files = [
        {
            "file": one.file,
            "errors": one.count("error"),
            "warnings": one.count("warning"),
            "coverage": one.coverage,
            "missing": one.missing,
            "open": one.open,
        }
        for one in results
    ]
    return {"files": files, "faults": faults}


def _lines(one: Checked, words: Words) -> Iterator[str]:
    for severity, fault in one.found:
        colour = "red" if severity == "error" else "yellow"
        for line in faults_as_text([fault], words):
            yield click.style(line, fg=colour) if sys.stdout.isatty() else line
    if one.coverage:
        counts = words.say("cli", "counts", errors=one.count("error"), warnings=one.count("warning"))
        yield f"{one.file}: {words.say('cli', 'coverage_of_act', **one.coverage)}; {counts}"
        for pointer in one.open:
            yield "    " + words.say("cli", "still_open", at=pointer)
    else:
        yield f"{one.file}: " + words.say("cli", "unusable", errors=one.count("error"))
