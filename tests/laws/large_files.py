"""Files that are large, or small and meant to grow when they are read: each of a kind that could cost much time."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.laws.examples_of_faults import base

Making = Callable[[int], str]
NUMBER: Final = "№"


def _each(pattern: str, many: int, between: str = "") -> str:
    """The pattern so many times, with its number in the place of the sign."""
    return between.join(pattern.replace(NUMBER, str(one)) for one in range(many))


def _before(place: str, pattern: str, many: int) -> str:
    """The sound file with a pattern put in many times before a place."""
    return base().replace(place, _each(pattern, many) + place, 1)


def _instead(place: str, by: str) -> str:
    assert base().count(place) == 1
    return base().replace(place, by)


def _roles(many: int) -> str:
    words = _each("roel№", many // 10, ", ")
    return _before("  chief: {name", "  role№: {name: {en: x}}\n", many).replace("must: [clerk]", f"must: [{words}]")


def _readings(many: int) -> str:
    items = _each("i№: {name: {en: x}, weight: {reading: r№}}, ", many)
    text = _instead("items: {quality: {name: {en: quality}}", f"items: {{{items}quality: {{name: {{en: quality}}}}")
    sets = "{sets: {/methods/sheet/items/i№/weight: 1}}"
    return text + _each(f"  r№: {{about: {{en: x}}, chosen: a, options: {{a: {sets}, b: {sets}}}}}\n", many)


def _paragraphs(many: int) -> str:
    counted = _each('"9№": "999 parts, 999 points", ', many)
    return _instead('paragraphs: {"1"', "paragraphs: {" + counted + '"1"')


LARGE: Final[Mapping[str, Making]] = {
    "roles that nobody declares": lambda n: _instead("must: [clerk]", f"must: [{_each('clerk№', 4 * n, ', ')}]"),
    "keys that nobody knows": lambda n: _each("methodz№: 1\n", 4 * n) + base(),
    "roles, and words that are nearly one": _roles,
    "readings that fill as many holes": lambda n: _readings(n // 10),
    "groups that turn on words": lambda n: _before(
        "  heads: {name: {en: heads}, who", "  g№: {name: {en: x}, who: {category: c№}}\n", n // 3
    ),
    "groups that overlap": lambda n: _before(
        "  heads: {name: {en: heads}, who", "  g№: {name: {en: x}, who: {category: c}}\n", n // 3
    ),
    "exceptions that can hold together": lambda n: _before(
        "      away: {when", "      e№: {when: {dismissed: {given: true}}, due: №1 days after due}\n", n // 5
    ),
    "events that hang on one another": lambda n: _before(
        "  marks:\n    completes", "  e№1: {every: year, by: chief, due: 1 week after e№}\n", n // 5
    ),
    "bands": lambda n: _instead("rows: {high:", f"rows: {{{_each('r№: {from: №, to: №.5, counts_as: 1}, ', n)}high:"),
    "paragraphs of many parts": lambda n: _paragraphs(n // 3),
    "ranges of paragraphs": lambda n: _instead('paragraph: "2/1"', f"paragraph: [{_each('1(№-1№)', n // 2, ', ')}]"),
    "a word of many letters": lambda n: _instead("evaluator: clerk,", f"evaluator: {'c' * 60 * n},"),
    "a number of many digits": lambda n: _instead("more_than: 20", f"more_than: {'9' * 60 * n}"),
    "aliases of aliases": lambda n: (
        f"a0: &a0 [{_each('x', min(n, 1_000), ', ')}]\n"
        + "".join(f"a{one}: &a{one} [*a{one - 1}, *a{one - 1}]\n" for one in range(1, 60))
    ),
}
