"""`demo`: the main job from end to end, on the screen and as a folder for a look."""

from pathlib import Path

import click

from policyengine.cli.helping import Verb
from policyengine.cli.options import lang
from policyengine.cli.speaking import refusals


@click.command(cls=Verb, name="demo")
@click.option("--out", type=click.Path(path_type=Path), default=Path("demo"), show_default=True, help="")
@lang
def command(out: Path, lang: str | None) -> None:
    """Show the main job from end to end."""
    with refusals(lang, "text"):
        from policyengine.cli.showing import demonstrate

        demonstrate(out, lang)
