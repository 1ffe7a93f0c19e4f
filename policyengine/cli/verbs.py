"""The group of verbs: each is one module of this room, imported when it is called."""

import importlib
from typing import Final

import click

from policyengine.cli.helping import Spoken, help_of, translate
from policyengine.words import LANGUAGES

VERBS: Final = ("check", "show", "ask", "test", "calendar", "demo")


class Verbs(Spoken, click.Group):
    """The verbs, each imported only when it is wanted: what is not imported costs no start."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """The names of the verbs, in the order in which they are met."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's own signature)
        """The command of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"policyengine.cli.{cmd_name}_verb").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with what they do in a few words of the reader's language."""
        for name in VERBS:
            command = self.get_command(ctx, name)
            if command is not None:
                translate(command, help_of(ctx))
        super().format_commands(ctx, formatter)


@click.group(cls=Verbs, name="policyengine", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policyengine-kz", prog_name="policyengine")
@click.option("--lang", type=click.Choice(LANGUAGES), default=None, expose_value=False, help="")
def verbs() -> None:
    """Methodologies of evaluating civil servants as policy files: checked, explained and applied."""
