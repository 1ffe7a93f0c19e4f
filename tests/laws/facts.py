"""Facts for any question of any policy: by the shapes of its inputs, some left out, some unknown, some wrong."""

from collections.abc import Mapping
from random import Random
from typing import Any, Final

from policyengine.model.given import PERIODS, Input
from policyengine.model.policy import Policy

DAYS: Final = (
    "2026-01-15 2026-03-31 2026-04-20 2026-02-28 2024-02-29 2025-12-31 2023-01-01 2028-12-31 2029-01-01 0001-01-01 9999-12-31 "
    "2026-10-10 2026-07-06"
).split()
SPANS: Final = (
    "2026-Q1 2026-Q2 2026-Q4 2026 2025 2026-H1 2026-03 2026-02-01/2026-08-31 0001-Q1 9998-Q4 2028-Q4 2028".split()
)
NUMBERS: Final = (0, 1, 2, 3, 15, 20, 21, 50, 51, "4.5", "3,99")
CELLS: Final = (0, 1, 2, 4, 4, 5, 5, "3.99", "4,5", "yes", [4, 5], "unknown")
STRANGE: Final[Mapping[str, tuple[Any, ...]]] = {
    "cell": (6, -1, "4.999", "no", True, None, {"a": 1}, [], [[4]], "done"),
    "count": (-1, 10**9, 10**40, "4.5"),
    "number": (-1, "0.005", "1/3", "1e5"),
    "text": (1, "", "x" * 1000),
}
JUNK: Final = (
    None,
    True,
    "x",
    -1,
    3.5,
    [],
    {},
    [[]],
    {"x": {"y": "z"}},
    "2026-02-30",
    "unknown",
    ["unknown"],
    "9" * 50,
)
WORDS: Final = ("E-2", "A-1", "person_1", "person_2", "evaluator", "x", "quality", "overall", "one")


def facts(inputs: Mapping[str, Input], policy: Policy, chance: Random) -> dict[str, Any]:
    """Values for the inputs; in every other case all of them are right, as far as shapes can tell."""
    wrong = chance.randrange(2) == 0
    given = _fields(inputs, policy, chance, wrong=wrong)
    if "marks" in inputs and "method" in inputs and chance.randrange(4):
        given |= _of_one_method(policy, chance)
    return given | ({"stranger": 1} if wrong and chance.randrange(15) == 0 else {})


def _fields(inputs: Mapping[str, Input], policy: Policy, chance: Random, *, wrong: bool) -> dict[str, Any]:
    some = (name for name in inputs if chance.randrange(6))
    return {name: _given(inputs[name], policy, chance, wrong=wrong) for name in some}


def _given(wanted: Input, policy: Policy, chance: Random, *, wrong: bool) -> Any:
    number = chance.randrange(30)
    if wrong and number == 0:
        return chance.choice(JUNK)
    return "unknown" if number in {1, 2} else value(wanted, policy, chance, wrong=wrong)


def _of_one_method(policy: Policy, chance: Random) -> dict[str, Any]:
    """A method, and a mark by some of its raters for some of its items."""
    methods = policy.tree.get("methods")
    name = chance.choice(sorted(methods)) if isinstance(methods, Mapping) and methods else "x"
    method = methods.get(name) if isinstance(methods, Mapping) else None
    parts = [method.get(part) if isinstance(method, Mapping) else None for part in ("raters", "items")]
    raters, items = (sorted(part) if isinstance(part, Mapping) else ["x"] for part in parts)
    marks = {rater: {item: chance.choice(CELLS) for item in items} for rater in raters if chance.randrange(5)}
    return {"method": name, "marks": marks}


def value(wanted: Input, policy: Policy, chance: Random, *, wrong: bool = False) -> Any:
    """A value of a shape."""
    match wanted.shape:
        case "fields":
            return _fields(wanted.fields, policy, chance, wrong=wrong)
        case "list":
            each = wanted.each or Input(shape="fields", fields=wanted.fields)
            return [_given(each, policy, chance, wrong=wrong) for _ in range(chance.choice((0, 1, 2, 3, 7)))]
        case "map":
            names = _names(wanted.section, policy)
            some = chance.sample(names, min(len(names), chance.choice((0, 1, 2, 4, 9))))
            each = wanted.each or Input(shape="text")
            return {name: _given(each, policy, chance, wrong=wrong) for name in some}
        case "words":
            words = [_word(wanted, policy, chance) for _ in range(chance.choice((1, 1, 2)))]
            return chance.choice((words, words[0]))
        case "word":
            return _word(wanted, policy, chance)
        case shape:
            return chance.choice(_OF_SHAPE[shape] + (STRANGE.get(shape, ()) if wrong else ()))


def _word(wanted: Input, policy: Policy, chance: Random) -> str:
    return chance.choice(_names(wanted.section, policy))


def _names(section: str, policy: Policy) -> list[str]:
    """The ids of a section; where none closes them, the names of raters, items and persons."""
    if section == PERIODS:
        return list(SPANS)
    if section:
        node = policy.section(*section.split(".")) if policy.tree.get(section.partition(".")[0]) != "open" else None
        return [name for name, _ in node.items()] or ["x"] if node is not None and node.value != "open" else ["x"]
    return sorted({*WORDS, *_of_methods(policy)})


def _of_methods(policy: Policy) -> set[str]:
    methods = policy.tree.get("methods")
    found: set[str] = set()
    for method in methods.values() if isinstance(methods, Mapping) else ():
        for part in ("items", "raters"):
            block = method.get(part) if isinstance(method, Mapping) else None
            found |= set(block) if isinstance(block, Mapping) else set()
    return found


_OF_SHAPE: Final[Mapping[str, tuple[Any, ...]]] = {
    "day": tuple(DAYS),
    "period": (*SPANS, 2026),
    "count": NUMBERS[:-2] + (4, 7),
    "number": NUMBERS,
    "flag": (True, False),
    "happened": (True, False, *DAYS),
    "text": WORDS,
    "cell": CELLS,
}
