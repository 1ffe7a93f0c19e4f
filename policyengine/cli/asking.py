"""How `ask` answers: the work behind the verb, and the short way to it."""

import sys
from typing import Final, NamedTuple

from policyengine.cli.arguments import given, readings
from policyengine.cli.opening import calendar, policy
from policyengine.cli.speaking import FORMS, MISSING, refusals, say_json, say_lines, words_of
from policyengine.engine import ask
from policyengine.words import LANGUAGES

WITH_VALUE: Final = {"--format": FORMS, "--lang": LANGUAGES, "--given": None, "--reading": None}


class Asked(NamedTuple):
    """What the command line asks: a policy, a question, facts as `key=value`, and how to answer."""

    policy: str
    question: str
    pairs: tuple[str, ...]
    file: str | None = None
    chosen: tuple[str, ...] = ()
    explain: bool = False
    form: str = "text"
    lang: str | None = None

    @classmethod
    def read(cls, words: list[str]) -> "Asked | None":
        """A plain `ask`, read from the command line; None for everything else."""
        options: dict[str, list[str]] = {name: [] for name in WITH_VALUE}
        plain, waiting = [], iter(words[1:])
        for word in waiting if words[:1] == ["ask"] else ():
            name, equals, value = word.partition("=")
            if name in WITH_VALUE:
                options[name].append(value if equals else next(waiting, "-"))
            else:
                plain.append(word)
        explain = "--explain" in plain
        plain = [word for word in plain if word != "--explain"]
        return cls._plain(plain, options, explain=explain)

    @classmethod
    def _plain(cls, plain: list[str], options: dict[str, list[str]], *, explain: bool) -> "Asked | None":
        strange = any(
            word.startswith("-") for word in [*plain, *(one for values in options.values() for one in values)]
        )
        closed = all(value in known for name, known in WITH_VALUE.items() if known for value in options[name])
        if len(plain) < 2 or strange or not closed:  # noqa: PLR2004 (a policy and a question)
            return None
        return cls(
            policy=plain[0],
            question=plain[1],
            pairs=tuple(plain[2:]),
            file=next(reversed(options["--given"]), None),
            chosen=tuple(options["--reading"]),
            explain=explain,
            form=next(reversed(options["--format"]), "text"),
            lang=next(reversed(options["--lang"]), None),
        )


def answer(asked: Asked) -> None:
    """Answer on standard output; ends with the status of the contract."""
    with refusals(asked.lang, asked.form):
        opened = policy(asked.policy, readings(asked.chosen))
        decision = ask(opened, asked.question, given(asked.file, asked.pairs), calendar)
        from policyengine.handbook.explain import decision_in_words, explained

        words = words_of(asked.lang, opened)
        if asked.form == "json":
            head = {"policy": decision.policy, "question": decision.question, "digest": decision.digest}
            body = {"answer": decision.answer, "readings": decision.readings, "missing": decision.missing}
            say_json({**head, **body, "why": explained(decision, words, opened)})
        else:
            say_lines(decision_in_words(decision, words, opened, explain=asked.explain))
        if decision.missing:
            sys.exit(MISSING)
