"""What somebody wrote, as it was written: on one line, not too long."""

import json
from collections.abc import Sequence
from typing import Final

from policyengine.engine.plain import plain

LONGEST: Final = 80
MOST: Final = 12
ELLIPSIS: Final = "…"


def verbatim(value: object) -> str:
    """A value of a fault as a text: a text as it is, anything else as JSON writes it."""
    known = plain(value)
    return _short(known if isinstance(known, str) else json.dumps(known, ensure_ascii=False))


def listed(values: Sequence[object]) -> str:
    """Several values, each in backticks; of many the first."""
    words = [f"`{verbatim(one)}`" for one in values[:MOST]]
    return ", ".join([*words, ELLIPSIS] if len(values) > MOST else words)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + ELLIPSIS
