"""Help in the language of the reader: the sentences stand in the catalogues, section `help`."""

import sys
from collections.abc import Mapping

import click

from policyengine.cli.shipped import catalogue
from policyengine.cli.speaking import language


class Spoken(click.Command):
    """A command whose help is looked up when it is asked for, in the language of --lang, else of the system."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the reader's language."""
        translate(self, _help_in(_wanted(ctx)))
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, said in the reader's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _help_in(_wanted(ctx)).get("help_option", option.help)
        return option


class Verb(Spoken):
    """A verb."""


def translate(command: click.Command, said: Mapping[str, str]) -> None:
    """Put the sentences of a language into a verb and its options."""
    command.help = said.get(str(command.name), command.help)
    command.short_help = said.get(f"{command.name}.short", command.short_help)
    for one in command.params:
        if isinstance(one, click.Option):
            code = "version_option" if one.name == "version" else str(one.name)
            one.help = said.get(f"{command.name}.{one.name}", said.get(code, one.help))


def help_of(ctx: click.Context) -> Mapping[str, str]:
    """The sentences of help in the language that is asked for."""
    return _help_in(_wanted(ctx))


def _help_in(wanted: str | None) -> Mapping[str, str]:
    return catalogue(language(wanted), "cli").get("help", {})


def _wanted(ctx: click.Context) -> str | None:
    value = ctx.params.get("lang")
    return value if isinstance(value, str) else _wanted_of(sys.argv)


def _wanted_of(words: list[str]) -> str | None:
    for number, word in enumerate(words):
        if word == "--lang" and number + 1 < len(words):
            return words[number + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None
