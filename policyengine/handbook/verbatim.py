"""What somebody wrote, as it was written: on one line, not too long, lists with each word in backticks."""

import json
from collections.abc import Mapping
from decimal import Decimal
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
            known = plain(_without_decimals(value))
            return _short(known if isinstance(known, str) else json.dumps(known, ensure_ascii=False))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + ELLIPSIS


def _without_decimals(value: object) -> object:
    match value:
        case Decimal():
            return str(value)
        case Mapping():
            return {key: _without_decimals(one) for key, one in value.items()}
        case list():
            return [_without_decimals(one) for one in value]
        case _:
            return value
