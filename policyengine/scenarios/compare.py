"""Expectations held against answers, key by key: dates as dates, marks as decimals, some lists as sets."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.number import exact

SETS: Final = frozenset({"problems", "weakest", "grounds", "channels", "missing", "readings", "competencies"})


def differences(expected: object, actual: object, at: str = "") -> Iterator[tuple[str, object, object]]:
    """Every place where an answer is not what is expected: its path, what was expected, what came."""
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        for key, value in expected.items():
            yield from differences(value, actual.get(key), f"{at}.{key}" if at else str(key))
    elif isinstance(expected, list) and isinstance(actual, list):
        yield from _of_lists(expected, actual, at)
    elif not equal(expected, actual):
        yield at, expected, actual


def equal(expected: object, actual: object) -> bool:
    """Whether two single values say the same."""
    if expected is None or actual is None or isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    if expected == actual or str(expected) == str(actual):
        return True
    one, other = exact(expected), exact(actual)
    return one is not None and one == other


def _of_lists(expected: list[object], actual: list[object], at: str) -> Iterator[tuple[str, object, object]]:
    if at.rpartition(".")[2] in SETS:
        if sorted(map(str, expected)) != sorted(map(str, actual)):
            yield at, expected, actual
    elif len(expected) != len(actual):
        yield at, expected, actual
    else:
        for number, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from differences(one, other, f"{at}[{number}]")
