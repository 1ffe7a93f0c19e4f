"""Values made along the schema: words that the file declares, phrases of its grammars, blocks with what they need."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Final, get_args

from policyengine.loading.walk import Schema, Walk
from policyengine.model.term import Axis, FoldKind, MonthOf, Side, Unit
from policyengine.model.vocabulary import FACTS, MOMENTS, ROLES
from policyengine.terms.times import LONGEST

Value = Any  # whatever a file or a fact can hold
DEEPEST: Final = 5
NUMBERS: Final = (0, 0, 1, 1, 2, 3, 5, 4, 20, 0.5, 0.01, 2.99, -1, 100, 1000)
TEXT: Final = "text"
OWN: Final[Mapping[str, Sequence[str]]] = {"roles": sorted(ROLES), "facts": sorted(FACTS)}


def made(schema: Schema, tree: Mapping[str, Any], walk: Walk, chance: Random, depth: int = 0) -> Value:
    """A value that the schema lets stand, with ids of the tree."""
    branches = [one for one in walk.branches(schema) if "hole" not in one]
    branches = [one for one in branches if "open" not in one or chance.randrange(20) == 0] or branches
    flat = [one for one in branches if one.get("type") not in ("object", "array")]
    branch = chance.choice(flat if flat and depth > DEEPEST else branches)
    if "enum" in branch or "const" in branch:
        return chance.choice(branch.get("enum", [branch.get("const")]))
    kinds = branch.get("type", "string")
    return _MADE[kinds if isinstance(kinds, str) else chance.choice(kinds)](branch, tree, walk, chance, depth)


def _text(schema: Schema, tree: Mapping[str, Any], _walk: Walk, chance: Random, _depth: int) -> str:
    if "x-ref" in schema:
        return chance.choice(_declared(tree, chance.choice(schema["x-ref"])))
    if "x-phrase" in schema:
        return phrase(schema["x-phrase"], tree, chance)
    return chance.choice(("one", "two", "overall")) if "pattern" in schema else TEXT


def _whole(_schema: Schema, _tree: Mapping[str, Any], _walk: Walk, chance: Random, _depth: int) -> int:
    return chance.choice((0, 1, 2, 3, 4, 7, 30))


def _number(_schema: Schema, _tree: Mapping[str, Any], _walk: Walk, chance: Random, _depth: int) -> float:
    return chance.choice(NUMBERS)


def _flag(_schema: Schema, _tree: Mapping[str, Any], _walk: Walk, chance: Random, _depth: int) -> bool:
    return chance.random() < 0.5


def _list(schema: Schema, tree: Mapping[str, Any], walk: Walk, chance: Random, depth: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        one = made(schema.get("items", {}), tree, walk, chance, depth + 1)
        if one not in found:
            found.append(one)
    return found


def _block(schema: Schema, tree: Mapping[str, Any], walk: Walk, chance: Random, depth: int) -> dict[str, Any]:
    if "x-facts" in schema:
        return _predicate(schema, tree, walk, chance, depth)
    known, must = schema.get("properties", {}), schema.get("required", ())
    some = [key for key in known if key in must or chance.randrange(2 + depth) == 0]
    found = {key: made(known[key], tree, walk, chance, depth + 1) for key in some}
    each = schema.get("additionalProperties")
    if isinstance(each, Mapping):
        names = schema.get("propertyNames", {}).get("x-ref")
        words = _declared(tree, names[0]) if names else ("one", "two", "three", "overall")
        for key in chance.sample(list(words), min(len(words), chance.randint(1, 2))):
            found[key] = made(each, tree, walk, chance, depth + 1)
    return found or ({"en": TEXT} if "x-text" in schema else found)


def _predicate(schema: Schema, tree: Mapping[str, Any], walk: Walk, chance: Random, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(chance.choice((1, 1, 2))):
        if chance.randrange(6) == 0 and depth <= DEEPEST:
            key = chance.choice(sorted(schema["properties"]))
            found[key] = made(schema["properties"][key], tree, walk, chance, depth + 1)
        else:
            fact = chance.choice(_declared(tree, "facts"))
            found[fact] = _test(fact, tree, chance)
    return found


def _test(fact: str, tree: Mapping[str, Any], chance: Random) -> Value:
    """A test that suits the kind of a fact."""
    declared = tree.get("facts", {}).get(fact, {})
    kind = {"one_of": "word", None: FACTS.get(fact, "word")}.get(declared.get("type"), declared.get("type"))
    word = chance.choice(_values(fact, tree))
    comparison = chance.choice(("less_than", "at_most", "more_than", "at_least"))
    order = chance.choice(("before", "after", "on_or_before", "on_or_after"))
    suiting: dict[str, list[Any]] = {
        "yes_no": [True, False],
        "number": [{comparison: chance.choice((0, 1, 2, 15))}, chance.choice((1, 2, 3)), [1, 2]],
        "date": [{order: chance.choice([*sorted(MOMENTS), "2026-05-05"])}],
        "duration": [{comparison: phrase("duration", tree, chance)}],
    }
    return chance.choice(
        [{"given": chance.random() < 0.5}, *suiting.get(str(kind), [word, [word], {"other_than": [word]}])]
    )


def _values(fact: str, tree: Mapping[str, Any]) -> Sequence[str]:
    sections = {"group": "groups", "grade": "grades", "without_plan": "plans", "sanction": "vocabulary.sanctions"}
    if fact in {"absent_on_due", "returned_from"}:
        return _declared(tree, "vocabulary.absences")
    declared = tree.get("facts", {}).get(fact, {}).get("values")
    return list(declared) if declared else _declared(tree, sections[fact]) if fact in sections else ("A-1", "E-2", "x")


def _declared(tree: Mapping[str, Any], section: str) -> Sequence[str]:
    found: Value = tree
    for key in section.split("."):
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    words = [one for one in found if one != "paragraph"] if isinstance(found, Mapping) else []
    return [*words, *OWN.get(section, ())] or ["nobody"]


def phrase(grammar: str, tree: Mapping[str, Any], chance: Random) -> str:
    """A phrase of a grammar."""
    days, moment, axis = chance.choice((1, 3, 10, 99)), _moment(tree, chance), chance.choice(get_args(Axis))
    event = f"event {chance.choice(_declared(tree, 'timetable'))}"
    phrases: dict[str, Sequence[str]] = {
        "term": _terms(tree, chance),
        "duration": (_length(chance),),
        "rounding": ("exact", "half up to 2", "half even to 0", "down to 1", "up to 9"),
        "fold": (f"{chance.choice(get_args(FoldKind))} of {chance.choice(('', '', 'all '))}{axis}",),
        "yearly": ("mean", "sum", "last", f"sum over {chance.randint(1, 9)}"),
        "force": ("on signing", "on publication", f"after {days} working days from registration"),
        "ratio": ("fact of plan", "plan of fact"),
        "capped": ("whole", "item overall", "item one", "item quality"),
        "fraction": ("1/2", "2/3", "1/3", "3/2", "0/1"),
        "moment": (moment, "2026-03-08"),
        "when": ("always", event, f"before {moment}", f"on {moment}", f"{_length(chance)} after {moment}"),
        "warning": ("inside_period", f"with {event}"),
        "parts": ("whole", "3 parts", "2 points"),
        "place": tuple(tree.get("act", {}).get("paragraphs", {"1": ""})),
        "date": ("2026-01-31", "2024-02-29", "2025-09-05"),
    }
    return chance.choice(phrases[grammar])


def _terms(tree: Mapping[str, Any], chance: Random) -> Sequence[str]:
    """Terms of every kind."""
    moment, month = _moment(tree, chance), chance.choice(get_args(MonthOf))
    return (
        "not stated",
        f"event {chance.choice(_declared(tree, 'timetable'))}",
        f"day {chance.randint(1, 28)} of {month}",
        f"last day of {month}",
        "30 January after",
        "29 February",
        f"{_length(chance)} {chance.choice(get_args(Side))} {moment}",
        f"{_length(chance)} after {chance.choice(('later', 'earlier'))} of {moment} and {_moment(tree, chance)}",
    )


def _length(chance: Random) -> str:
    return f"{chance.choice((1, 2, 3, 5, 10, 31, 99, LONGEST))} {chance.choice(get_args(Unit))}"


def _moment(tree: Mapping[str, Any], chance: Random) -> str:
    return chance.choice([*sorted(MOMENTS), *_declared(tree, "timetable")])


_MADE: Final[Mapping[str, Callable[[Schema, Mapping[str, Any], Walk, Random, int], Any]]] = {
    "string": _text,
    "integer": _whole,
    "number": _number,
    "boolean": _flag,
    "array": _list,
    "object": _block,
}
