"""What somebody wrote, as it was written: on one line, not too long, lists with each word in backticks."""

import json
from typing import Final

from policyengine.engine.plain import plain

LONGEST: Final = 80
MOST: Final = 12
ELLIPSIS: Final = "…"


def verbatim(value: object) -> str:
    """A value of a fault as a text."""
    match value:
        case str():
            return _short(value)
        case list() | tuple():
            words = [f"`{verbatim(one)}`" for one in value[:MOST]]
            return ", ".join([*words, ELLIPSIS] if len(value) > MOST else words)
        case _:
            known = plain(value)
            return _short(known if isinstance(known, str) else json.dumps(known, ensure_ascii=False))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + ELLIPSIS
