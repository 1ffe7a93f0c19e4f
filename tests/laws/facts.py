"""Facts for any question of any policy: by the shapes of its inputs, some left out, some unknown, some wrong."""

from collections.abc import Mapping
from random import Random
from typing import Any, Final

from policyengine.model.given import PERIODS, Input
from policyengine.model.policy import Policy
from tests.laws.values import Value

UNKNOWN: Final = "unknown"
DAYS: Final = (
    "2026-01-15 2026-03-31 2026-04-20 2026-02-28 2024-02-29 2025-12-31 2023-01-01 2028-12-31 2029-01-01 2026-10-10 "
    "2026-07-06 2026-02-10"
).split()
SPANS: Final = "2026-Q1 2026-Q1 2026-Q2 2026-Q4 2026 2026 2025 2026-H1 2026-03 2026-02-01/2026-08-31 2028-Q4".split()
NUMBERS: Final = (1, 2, 3, 15, 20, 21, 50, 51, "4.5", "3,99")
MARKS: Final = (0, 1, 2, 3, 4, 4, 5, 5, "3.99", "4,5", "2.5", "1")
OF_SHAPE: Final[Mapping[str, tuple[Any, ...]]] = {
    "day": tuple(DAYS),
    "period": (*SPANS, 2026),
    "count": (0, 1, 2, 3, 4, 7, 15, 20, 21, 51),
    "number": NUMBERS,
    "flag": (True, False),
    "happened": (True, False, *DAYS),
    "text": ("person_1", "person_2", "person_3"),
    "cell": MARKS,
}
# Right in type, and hardly ever in meaning.
STRANGE: Final[Mapping[str, tuple[Any, ...]]] = {
    "day": ("0001-01-01", "9999-12-31", "1000-01-01", "2026-02-30"),
    "period": ("0001-Q1", "9998-Q4", "9999", "2026-12-31/2026-01-01", "0002-01-01/9998-12-31"),
    "count": (-1, 0, 10**9, 10**40, "4.5"),
    "number": (0, -1, "0.005", "1/3", "1e5"),
    "text": (1, "", "x" * 1000, "open"),
    "cell": (6, -1, "4.999", "yes", "done", "no", True, None, [4, 5], ["yes", "no"], {"a": 1}, [], [[4]]),
}
JUNK: Final[tuple[Value, ...]] = (None, True, "x", -1, 3.5, [], {}, [[]], {"x": {"y": 1}}, "x" * 99, [UNKNOWN])
WORDS: Final = ("E-2", "A-1", "person_1", "person_2", "evaluator", "x", "quality", "overall", "one")


def facts(inputs: Mapping[str, Input], policy: Policy, chance: Random) -> dict[str, Any]:
    """Values for the inputs; in every other case all of them are right, as far as shapes can tell."""
    wrong = chance.randrange(2) == 0
    given = _fields(inputs, policy, chance, wrong=wrong)
    if {"marks", "method"} <= set(inputs) and chance.randrange(4):
        given |= _of_one_method(policy, chance)
    if "year" in given and not wrong:
        given.pop("period", None)
        given["year"] = chance.choice((2025, 2026, 2027))
    return given | ({"stranger": 1} if wrong and chance.randrange(15) == 0 else {})


def _fields(inputs: Mapping[str, Input], policy: Policy, chance: Random, *, wrong: bool) -> dict[str, Any]:
    some = [name for name in inputs if chance.randrange(6)]
    return {name: _given(inputs[name], policy, chance, wrong=wrong) for name in some}


def _given(wanted: Input, policy: Policy, chance: Random, *, wrong: bool) -> Value:
    number = chance.randrange(30)
    if wrong and number == 0:
        return chance.choice(JUNK)
    return UNKNOWN if number == 1 else value(wanted, policy, chance, wrong=wrong)


def value(wanted: Input, policy: Policy, chance: Random, *, wrong: bool = False) -> Value:
    """A value of a shape; where `wrong`, perhaps one that no case has."""
    match wanted.shape:
        case "fields":
            return _fields(wanted.fields, policy, chance, wrong=wrong)
        case "list":
            each = wanted.each or Input(shape="fields", fields=wanted.fields)
            return [_given(each, policy, chance, wrong=wrong) for _ in range(chance.choice((0, 1, 2, 3, 5)))]
        case "map":
            each, names = wanted.each or Input(shape="text"), _names(wanted.section, policy)
            some = chance.sample(names, min(len(names), chance.choice((0, 1, 2, 4, 9))))
            return {name: _given(each, policy, chance, wrong=wrong) for name in some}
        case "words":
            words = [_word(wanted, policy, chance) for _ in range(chance.choice((1, 1, 2)))]
            return chance.choice((words, words[0]))
        case "word":
            return _word(wanted, policy, chance)
        case shape:
            strange = wrong and chance.randrange(4) == 0
            return chance.choice(STRANGE.get(shape, JUNK) if strange else OF_SHAPE[shape])


def _word(wanted: Input, policy: Policy, chance: Random) -> str:
    return chance.choice(_names(wanted.section, policy))


def _names(section: str, policy: Policy) -> list[str]:
    """The ids of a section; where none closes them, the names of raters, items and persons."""
    if section == PERIODS:
        return sorted(set(SPANS))
    if section:
        return _ids(policy.tree, section) or ["x"]
    methods = [f"methods.{method}" for method in _ids(policy.tree, "methods")]
    parts = [one for method in methods for part in ("items", "raters") for one in _ids(policy.tree, f"{method}.{part}")]
    return sorted({*WORDS, *parts})


def _ids(tree: Mapping[str, Any], section: str) -> list[str]:
    found: Value = tree
    for key in section.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return sorted(found) if isinstance(found, Mapping) else []


def _of_one_method(policy: Policy, chance: Random) -> dict[str, Any]:
    """A method, and a mark by some of its raters for each of its items."""
    name = chance.choice(_ids(policy.tree, "methods") or ["x"])
    raters, items = (_ids(policy.tree, f"methods.{name}.{part}") or ["x"] for part in ("raters", "items"))
    marks = {rater: {item: chance.choice(MARKS) for item in items} for rater in raters if chance.randrange(5)}
    return {"method": name, "marks": marks}
