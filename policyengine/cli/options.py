"""Options that several verbs share."""

from collections.abc import Callable

import click

from policyengine.words import LANGUAGES

Command = Callable[..., None]

lang = click.option("--lang", type=click.Choice(LANGUAGES), default=None, help="")


def formats(*names: str) -> Callable[[Command], Command]:
    """The option --format with these choices, the first being the default."""
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="")
