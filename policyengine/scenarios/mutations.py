"""Changes of one step: every operative value of a policy a little different, as a slip of the pen would have it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from policyengine.loading.references import References
from policyengine.loading.walk import Same, Schema, Walk, walk_of
from policyengine.model.pointer import join, split
from policyengine.model.policy import META, Tree
from policyengine.model.tree import with_value

_number = re.compile(r"\d+", re.ASCII)
_swapped: Final[Mapping[str, str]] = {
    "less_than": "at_most",
    "at_most": "less_than",
    "more_than": "at_least",
    "at_least": "more_than",
    "before": "on_or_before",
    "on_or_before": "before",
    "after": "on_or_after",
    "on_or_after": "after",
    "above": "from",
    "below": "to",
}
_phrases: Final[Mapping[str, tuple[str, ...]]] = {
    "fold": ("mean of", "sum of", "greatest of", "least of"),
    "rounding": ("half up to 2", "down to 2", "exact"),
    "yearly": ("mean", "sum over 4", "last"),
    "ratio": ("fact of plan", "plan of fact"),
    "fraction": ("1/2", "2/3"),
    "when": ("always", "on session_held"),
    "force": ("on publication", "on signing"),
    "moment": ("period_end", "due"),
}
_counted: Final = frozenset({"when", "force"})  # phrases in which a number, where there is one, takes the step
_otherwise: Final = "3 working days after evaluation_completed"
_stated: Final = "last day of the month after"
_envelope: Final = ("act", "in_force")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One value changed: where it stands in the file, which address it decides, what was and what is there."""

    place: str
    pointer: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaf:
    """A value that may be changed, with its schema; `place` is where it stands, `pointer` what it decides."""

    place: str
    pointer: str
    value: object
    schema: Schema


def mutations(raw: Tree, schema: Schema) -> Iterator[Mutation]:
    """Every change of one step to the operative values of a file, those in options of readings included."""
    walk, references = walk_of(Same(schema)), References(raw=raw)
    for place, pointer, value in (*_as_stated(raw, schema), *_set_by_options(raw)):
        found = walk.schema_at(schema, split(pointer))
        if found is not None:
            yield from _inside(walk, references, _Leaf(place=place, pointer=pointer, value=value, schema=found))


def operative(tree: Tree, schema: Schema) -> Iterator[tuple[str, object]]:
    """The operative blocks of a file by address: its operative sections, and when the act takes force."""
    for keys in (_envelope, *((section,) for section in schema["x-operative"])):
        value: object = tree
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        if value is not None:
            yield join("", *keys), value


def readings_of(raw: Tree, mutation: Mutation) -> Mapping[str, str]:
    """The options of readings under which a changed value holds; none where it stands in the file itself."""
    keys, readings = split(mutation.place), raw.get("readings")
    if keys[0] != "readings" or not isinstance(readings, Mapping):
        return {}
    return {**readings[keys[1]].get("only_with", {}), keys[1]: keys[3]}


def changed(raw: Tree, mutation: Mutation) -> Tree:
    """The file with one value changed; a new value of None takes the old one out."""
    return with_value(raw, split(mutation.place), mutation.new)


def _as_stated(raw: Tree, schema: Schema) -> Iterator[tuple[str, str, object]]:
    yield from ((at, at, value) for at, value in operative(raw, schema))


def _set_by_options(raw: Tree) -> Iterator[tuple[str, str, object]]:
    """What options of readings set: where it stands, which address it decides, and the value."""
    readings = raw.get("readings")
    for name, reading in readings.items() if isinstance(readings, Mapping) else ():
        for option, one in reading["options"].items():
            for pointer, value in one.get("sets", {}).items():
                yield join(f"/readings/{name}/options/{option}/sets", pointer), pointer, value


def _inside(walk: Walk, references: References, leaf: _Leaf) -> Iterator[Mutation]:
    schema = walk.meant(leaf.schema, leaf.value)
    if "x-text" in schema or "hole" in schema:
        return
    if isinstance(leaf.value, Mapping):
        yield from _of_mapping(walk, references, leaf, schema)
    elif isinstance(leaf.value, list):
        yield from _of_list(walk, references, leaf, schema)
    else:
        for new in _steps(leaf.value, schema, references):
            yield Mutation(place=leaf.place, pointer=leaf.pointer, old=leaf.value, new=new)


def _of_mapping(walk: Walk, references: References, leaf: _Leaf, schema: Schema) -> Iterator[Mutation]:
    value: Tree = leaf.value if isinstance(leaf.value, Mapping) else {}
    for key, inner in value.items():
        known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        if not isinstance(known, Mapping) or (key in META and not isinstance(inner, int | Decimal)):
            continue
        place, pointer = join(leaf.place, key), join(leaf.pointer, key)
        yield from _inside(walk, references, _Leaf(place=place, pointer=pointer, value=inner, schema=known))
        if _swapped.get(key) in schema.get("properties", {}):
            new = {(_swapped[key] if name == key else name): one for name, one in value.items()}
            yield Mutation(place=leaf.place, pointer=pointer, old={key: inner}, new=new)


def _of_list(walk: Walk, references: References, leaf: _Leaf, schema: Schema) -> Iterator[Mutation]:
    value = leaf.value if isinstance(leaf.value, list) else []
    items = schema.get("items", {})
    for number, one in enumerate(value):
        if isinstance(one, Mapping):
            inner = _Leaf(place=join(leaf.place, number), pointer=leaf.pointer, value=one, schema=items)
            yield from _inside(walk, references, inner)
        elif items.get("x-phrase") == "fold":
            for new in _steps(one, items, references):
                yield Mutation(place=join(leaf.place, number), pointer=leaf.pointer, old=one, new=new)
        elif len(value) > 1:
            yield Mutation(
                place=leaf.place, pointer=leaf.pointer, old=value, new=[*value[:number], *value[number + 1 :]]
            )
        else:
            yield Mutation(place=leaf.place, pointer=leaf.pointer, old=value, new=None)


def _steps(value: object, schema: Schema, references: References) -> Iterator[object]:
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1)
        case Decimal():
            step = Decimal(1).scaleb(int(value.as_tuple().exponent))
            yield from (value + step, value - step)
        case _:
            yield from _words(str(value), schema, references)


def _words(value: str, schema: Schema, references: References) -> Iterator[object]:
    grammar = schema.get("x-phrase", "")
    found = _number.search(value)
    if "enum" in schema:
        yield next(one for one in [*schema["enum"], None] if one != value)
    elif "x-ref" in schema:
        declared = (references.declared(one) or frozenset() for one in schema["x-ref"])
        yield from sorted(frozenset().union(*declared) - {value})[:1]
    elif grammar == "date":
        yield (date.fromisoformat(value) + timedelta(days=1)).isoformat()
    elif grammar in _phrases and (found is None or grammar not in _counted):
        yield from list(_other_phrases(value, grammar))[:1]
    elif found:
        numbers = (int(found[0]) + 1, int(found[0]) - 1)
        yield from (value[: found.start()] + str(one) + value[found.end() :] for one in numbers if one > 0)
    elif grammar == "term":
        yield _stated if value == "not stated" else _otherwise


def _other_phrases(value: str, grammar: str) -> Iterator[str]:
    for one in _phrases[grammar]:
        if grammar == "fold":
            kind, _, axis = value.partition(" of ")
            if one != f"{kind} of":
                yield f"{one} {axis}"
        elif one != value:
            yield one
