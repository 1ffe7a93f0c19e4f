"""Made-up methodologies for single facts: fragments laid over a small file, loaded as files are, and asked."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from policyengine.calendar import Calendar
from policyengine.document import read
from policyengine.engine import Decision
from policyengine.engine import ask as ask_engine
from policyengine.loading.layers import merged
from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from policyengine.model.policy import Policy, Tree
from tests.door import schema

FOLDER = Path(__file__).parent / "policies"
SMALL = (FOLDER / "small.yaml").read_text("utf-8")
FIRST, LAST = date(2025, 1, 1), date(2028, 12, 31)
# Days off: Saturdays, Sundays, Friday the 1st of May and Wednesday the 27th of May 2026; the last one is estimated.
CALENDAR = Calendar(
    id="made",
    first=FIRST,
    last=LAST,
    off=frozenset(
        day for day in (FIRST + timedelta(passed) for passed in range((LAST - FIRST).days + 1)) if day.weekday() > 4
    )
    | {date(2026, 5, 1), date(2026, 5, 27)},
    estimated=frozenset({date(2026, 5, 27)}),
)


def fragment(text: str) -> Tree:
    """A part of a policy file, or facts."""
    document = read(text.encode())
    assert isinstance(document.tree, dict), document.faults
    return document.tree


def over(*fragments: str) -> str:
    """The text of the small methodology with fragments laid over it; `none` removes."""
    tree = fragment(SMALL)
    for one in fragments:
        tree = merged(tree, fragment(one))
    return json.dumps(tree, default=float)


def loaded(*fragments: str, files: Mapping[str, str] | None = None) -> Loaded:
    """The small methodology with fragments laid over it, loaded; `files` are those that may be extended."""
    return from_text(over(*fragments), files)


def from_text(text: str, files: Mapping[str, str] | None = None) -> Loaded:
    """A methodology loaded from its text."""
    known = files or {}
    return load(
        "made.yaml", text.encode(), schema(), lambda name: (name, known[name].encode()) if name in known else None
    )


def found(*fragments: str) -> list[tuple[str, str]]:
    """The codes and addresses of what is wrong with the small methodology with fragments laid over it."""
    return [(fault.code, fault.at) for fault in loaded(*fragments).faults]


@cache
def made(*fragments: str, **readings: str) -> Policy:
    """The methodology of the fragments, in which nothing is wrong, with readings chosen."""
    file = loaded(*fragments)
    assert file.faults == ()
    assert file.raw is not None
    return policy_of(file.raw, readings)


def ask(policy: Policy, question: str, given: str = "{}") -> Decision:
    """The decision on facts written as YAML."""
    return ask_engine(policy, question, fragment(given), lambda: CALENDAR)


def answer(policy: Policy, question: str, given: str = "{}") -> Any:  # noqa: ANN401 (what JSON may hold)
    """The answer to a question to which no fact is missing."""
    decision = ask(policy, question, given)
    assert decision.missing == ()
    return decision.answer


def missing(policy: Policy, question: str, given: str = "{}") -> Sequence[str]:
    """The facts that are missing; there is no answer then."""
    decision = ask(policy, question, given)
    assert decision.answer is None
    return decision.missing


def refused(policy: Policy, question: str, given: str = "{}") -> list[tuple[str, str]]:
    """The codes and places of the faults of bad input."""
    try:
        decision = ask(policy, question, given)
    except Refused as bad:
        return [(fault.code, fault.at) for fault in bad.faults]
    raise AssertionError(f"answered: {decision.answer}, missing: {decision.missing}")
