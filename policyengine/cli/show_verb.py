"""`show`: the whole methodology in plain words, each sentence with its paragraph."""

from pathlib import Path

import click

from policyengine.cli.arguments import readings
from policyengine.cli.helping import Verb
from policyengine.cli.opening import policy
from policyengine.cli.options import formats, lang
from policyengine.cli.speaking import refusals, words_of
from policyengine.cli.writing import write


@click.command(cls=Verb, name="show")
@click.argument("policy_id", metavar="POLICY")
@click.option("--reading", "chosen", multiple=True, metavar="ID=OPTION", help="")
@click.option("--out", type=click.Path(path_type=Path), help="")
@formats("text", "md", "html")
@lang
def command(policy_id: str, chosen: tuple[str, ...], out: Path | None, form: str, lang: str | None) -> None:
    """Show a methodology in plain words."""
    with refusals(lang, form):
        from policyengine.handbook.show import outline, written

        opened = policy(policy_id, readings(chosen))
        words = words_of(lang, opened, "show")
        write(written(outline(opened, words), form, words), out)
