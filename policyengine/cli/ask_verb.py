"""`ask`: a question is answered, with the paragraph, the readings and, if wanted, the whole explanation."""

import click

from policyengine.cli.asking import Asked, answer
from policyengine.cli.helping import Verb
from policyengine.cli.options import formats, lang


@click.command(cls=Verb, name="ask")
@click.argument("policy_id", metavar="POLICY")
@click.argument("question")
@click.argument("pairs", metavar="[KEY=VALUE]...", nargs=-1)
@click.option("--given", "file", type=click.Path(), help="")
@click.option("--reading", "chosen", multiple=True, metavar="ID=OPTION", help="")
@click.option("--explain", is_flag=True, help="")
@formats("text", "json")
@lang
def command(
    policy_id: str,
    question: str,
    pairs: tuple[str, ...],
    *,
    file: str | None,
    chosen: tuple[str, ...],
    explain: bool,
    form: str,
    lang: str | None,
) -> None:
    """Answer a question about a policy."""
    answer(
        Asked(
            policy=policy_id,
            question=question,
            pairs=pairs,
            file=file,
            chosen=chosen,
            explain=explain,
            form=form,
            lang=lang,
        )
    )
