"""In which language and form the answers go out, and with which exit status."""

import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from policyengine.cli.shipped import catalogue
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES, Words
from policyengine.words.values import Language

FAILED: Final = 1
BAD_INPUT: Final = 2
MISSING: Final = 3
ENVIRONMENT: Final = 5
FORMS: Final = ("text", "json")
DEFAULT: Final[Language] = "kk"
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(wanted: str | None) -> Language:
    """The wanted language; else the system's when it is kk or ru, else kk."""
    for one in LANGUAGES:
        if one == wanted:
            return one
    system = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "ru" if system.lower().startswith("ru") else DEFAULT


def words_of(wanted: str | None, policy: Policy | None = None, *parts: str) -> Words:
    """The words of a language, with the names that a policy gives to its ids; `parts` are further catalogues."""
    chosen = language(wanted)
    names: Mapping[str, object] = {}
    if policy is not None:
        from policyengine.handbook.explain import names_of

        names = names_of(policy)
    return Words(language=chosen, catalogue=catalogue(chosen, *parts), names=names)


@contextmanager
def refusals(wanted: str | None, form: str) -> Iterator[None]:
    """Bad input met anywhere inside is said in the user's language, and ends with status 2."""
    try:
        yield
    except Refused as refused:
        _say_where_it_can_be_said(refused.faults, wanted, form)
        sys.exit(BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        fault = Fault(code="environment", at=str(error.filename or ""), says={"problem": error.strerror or ""})
        _say_where_it_can_be_said([fault], wanted, form)
        sys.exit(ENVIRONMENT)


def _say_where_it_can_be_said(faults: Iterable[Fault], wanted: str | None, form: str) -> None:
    """What is wrong may be the very output on which it would be said; standard error is then left."""
    named = tuple(faults)
    for one in (form, "text"):
        try:
            say_faults(named, wanted, one)
        except OSError:
            continue
        return


def say_faults(faults: Iterable[Fault], wanted: str | None, form: str) -> None:
    """Faults as JSON on standard output, or as lines on standard error."""
    from policyengine.handbook.faulty import faults_as_json, faults_as_text

    words = words_of(wanted)
    if form == "json":
        say_json(faults_as_json(faults, words))
    else:
        say_lines(faults_as_text(faults, words), error=True)


def say_json(value: object) -> None:
    """One JSON value, indented, letters as they are."""
    say_lines([json.dumps(value, ensure_ascii=False, indent=2)])


def say_lines(lines: Iterable[str], *, error: bool = False) -> None:
    """Lines on standard output or standard error, in UTF-8 whatever the system thinks."""
    out = sys.stderr if error else sys.stdout
    if out is None:  # closed by whoever started the program
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    text = "".join(f"{line}\n" for line in lines)
    if hasattr(out, "buffer"):
        out.flush()
        out.buffer.write(text.encode())
        out.buffer.flush()
    else:
        out.write(text)
