"""Scalars by the YAML 1.2 core schema, with numbers kept exact: `no` is a word, `4.50` a decimal, a date a text."""

import re
from decimal import Decimal
from typing import Final

LONGEST_NUMBER: Final = 30
LARGEST_EXPONENT: Final = 30

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_FLAGS: Final = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_whole = re.compile(r"[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_decimal = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE](?P<exponent>[-+]?\d+))?", re.ASCII)


def scalar(text: str) -> object:
    """What a plain scalar says: null, a flag, an int, a Decimal, else the text itself."""
    if text in _NULL:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    return number(text) if len(text) <= LONGEST_NUMBER and text[0] in "+-.0123456789" else text


def number(text: str) -> object:
    """An int or a Decimal where the text is a number of sensible size, else the text itself."""
    if _whole.fullmatch(text):
        return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
    found = _decimal.fullmatch(text)
    if not found or abs(int(found["exponent"] or 0)) > LARGEST_EXPONENT:
        return text
    return Decimal(text)
