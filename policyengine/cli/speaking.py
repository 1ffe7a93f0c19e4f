"""In which language and form the answers go out, and with which exit status."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, NoReturn

import click

from policyengine.cli.shipped import catalogue
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES, Words
from policyengine.words.values import Language

FAILED: Final = 1
BAD_INPUT: Final = 2
MISSING: Final = 3
ENVIRONMENT: Final = 5
DEFAULT: Final[Language] = "kk"
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

lang = click.option("--lang", type=click.Choice(LANGUAGES), default=None, help="")
Command = Callable[..., None]


def formats(*names: str) -> Callable[[Command], Command]:
    """The option --format with these choices, the first being the default."""
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="")


def language(wanted: str | None) -> Language:
    """The wanted language; else the system's when it is kk or ru, else kk."""
    for one in LANGUAGES:
        if one == wanted:
            return one
    system = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "ru" if system.lower().startswith("ru") else DEFAULT


def words_of(wanted: str | None, policy: Policy | None = None) -> Words:
    """The words of a language, with the names that a policy gives to its ids."""
    chosen = language(wanted)
    names: Mapping[str, object] = {}
    if policy is not None:
        from policyengine.handbook.explain import names_of

        names = names_of(policy)
    return Words(language=chosen, catalogue=catalogue(chosen), names=names)


@contextmanager
def refusals(wanted: str | None, form: str) -> Iterator[None]:
    """Bad input met anywhere inside is said in the user's language, and ends with status 2."""
    try:
        yield
    except Refused as refused:
        say_faults(refused.faults, wanted, form)
        sys.exit(BAD_INPUT)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        fault = Fault(
            code="environment", at=str(error.filename or ""), says={"problem": error.strerror or type(error).__name__}
        )
        say_faults([fault], wanted, form)
        sys.exit(ENVIRONMENT)


def say_faults(faults: Iterable[Fault], wanted: str | None, form: str) -> None:
    """Faults as JSON on standard output, or as lines on standard error."""
    from policyengine.handbook.faulty import faults_as_json, faults_as_text

    words = words_of(wanted)
    if form == "json":
        say_json(faults_as_json(faults, words))
    else:
        for line in faults_as_text(faults, words):
            click.echo(line, err=True)


def say_json(value: object) -> None:
    """One JSON value, indented, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def stop(status: int) -> NoReturn:
    """End with a status."""
    sys.exit(status)
