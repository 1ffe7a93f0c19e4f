"""Answers as JSON types: dates as ISO texts, exact numbers as texts, tuples as lists."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from policyengine.model.number import shortest
from policyengine.model.period import Period


def plain(value: object) -> object:
    """A value in JSON types only."""
    match value:
        case Period():
            return value.id
        case date():
            return value.isoformat()
        case Fraction():
            return shortest(value)
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case tuple() | list():
            return [plain(one) for one in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)
