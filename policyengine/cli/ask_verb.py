"""`ask`: a question is answered, with the paragraph, the readings and, if wanted, the whole explanation."""

import click

from policyengine.cli.arguments import given, readings
from policyengine.cli.helping import Verb
from policyengine.cli.opening import calendar, policy
from policyengine.cli.speaking import MISSING, formats, lang, refusals, say_json, stop, words_of
from policyengine.engine import ask


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
    with refusals(lang, form):
        opened = policy(policy_id, readings(chosen))
        decision = ask(opened, question, given(file, pairs), calendar)
        from policyengine.handbook.explain import decision_in_words, explained

        words = words_of(lang, opened)
        if form == "json":
            head = {"policy": decision.policy, "question": decision.question, "digest": decision.digest}
            body = {"answer": decision.answer, "readings": decision.readings, "missing": decision.missing}
            say_json({**head, **body, "why": explained(decision, words, opened)})
        else:
            for line in decision_in_words(decision, words, opened, explain=explain):
                click.echo(line)
        if decision.missing:
            stop(MISSING)
