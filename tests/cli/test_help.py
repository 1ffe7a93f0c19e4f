"""Help in three languages: every verb and option has its sentence, and the examples work."""

import re
import shlex
from pathlib import Path

import click
import pytest

from policyengine.cli.verbs import VERBS, verbs
from tests.cli.running import LANGUAGES, catalogue, run

EXAMPLE = re.compile(r"(?m)^ +policyengine (?P<arguments>(?:ask|show|test|calendar) .+)$")


def options() -> list[tuple[str, str]]:
    context = click.Context(verbs)
    commands = [(name, verbs.get_command(context, name)) for name in VERBS]
    return [
        (name, str(one.name))
        for name, command in commands
        if command is not None
        for one in command.params
        if isinstance(one, click.Option)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_and_every_option_is_explained_in_every_language(language: str) -> None:
    said = catalogue(language)["help"]
    assert [name for name in VERBS if name not in said or f"{name}.short" not in said] == []
    assert [pair for pair in options() if f"{pair[0]}.{pair[1]}" not in said and pair[1] not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", VERBS)
def test_help_is_in_the_wanted_language(verb: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (verb, "--help", "--lang", language)
    monkeypatch.setattr("sys.argv", ["policyengine", *asked])
    made = run(*asked)
    assert made.exit_code == 0
    assert " ".join(catalogue(language)["help"][verb].split("\n")[0].split())[:30] in " ".join(made.stdout.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_help_work(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = (catalogue(language)["help"][verb] for verb in VERBS)
    examples = [found["arguments"] for text in texts for found in EXAMPLE.finditer(text)]
    assert len(examples) >= 5
    assert [one for one in examples if run(*shlex.split(one)).exit_code != 0] == []


def test_the_catalogues_have_the_same_sentences_with_the_same_places() -> None:
    kinds = [
        {
            (section, code): sorted(re.findall(r"{(\w+)}", sentence))
            for section, codes in catalogue(language).items()
            for code, sentence in codes.items()
            if section in {"cli", "help", "agenda", "story"}
        }
        for language in LANGUAGES
    ]
    assert kinds[0] == kinds[1] == kinds[2]
