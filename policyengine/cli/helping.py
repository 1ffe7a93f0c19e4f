"""Help in the language of the reader: the sentences stand in the catalogues, section `help`."""

import sys
from collections.abc import Mapping

import click

from policyengine.cli.shipped import catalogue
from policyengine.cli.speaking import language


class Verb(click.Command):
    """A verb whose help is looked up when it is asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language of --lang, else of the system."""
        translate(self, _help_in(_wanted(ctx)))
        super().format_help(ctx, formatter)


def translate_group(group: click.Group) -> None:
    """Put the sentences of the reader's language into the group and the short help of its verbs."""
    said = _help_in(_wanted_of(sys.argv))
    group.help = said.get("policyengine", group.help)
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if command is not None:
            translate(command, said)


def translate(command: click.Command, said: Mapping[str, str]) -> None:
    """Put the sentences of a language into a verb and its options."""
    command.help = said.get(str(command.name), command.help)
    command.short_help = said.get(f"{command.name}.short", command.short_help)
    for one in command.params:
        if isinstance(one, click.Option):
            one.help = said.get(f"{command.name}.{one.name}", said.get(str(one.name), one.help))


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
