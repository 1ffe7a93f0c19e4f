"""Walk a tree along its JSON Schema: placed faults where the shape is broken, visits where it holds.

Of a choice the branch is taken that the value is meant to be, so that a fault never says "none of the given schemas".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.period import day
from policyengine.model.pointer import join

Schema = Mapping[str, Any]
MARKED: Final = frozenset({"hole", "open"})
YES_OR_NO: Final = frozenset({"yes", "no", "on", "off", "Yes", "No", "On", "Off", "YES", "NO", "ON", "OFF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A value whose own shape holds, with the schema that it was taken for.

    Where `key` is set the value is a key of a mapping, and `inner` is what stands under it.
    """

    pointer: str
    value: object
    schema: Schema
    key: bool = False
    inner: object = None


Seen = list["Visit | Fault"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A walk along one schema with its definitions; of a `partial` tree, such as an overlay, nothing is required."""

    definitions: Mapping[str, Schema]
    partial: bool = False
    _known: dict[int, tuple[Schema, tuple[Schema, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def along(self, schema: Schema, value: object, at: str) -> Seen:
        """Everything that is seen at and below a value."""
        seen: Seen = []
        self._see(schema, value, at, seen)
        return seen

    def meant(self, schema: Schema, value: object) -> Schema:
        """The schema without references and choices: the branch that the value is meant to be."""
        branches = self.branches(schema)
        if len(branches) == 1:
            return branches[0]
        if isinstance(value, dict) and _is_meant_as_hole(value) and (hole := _marked(branches, "hole")):
            return hole
        plain = [one for one in branches if "hole" not in one and "open" not in one] if value != "open" else branches
        return plain[0] if len(plain) == 1 else max(plain or branches, key=lambda one: _likeness(one, value))

    def schema_at(self, schema: Schema, keys: Sequence[str]) -> Schema | None:
        """The schema of what stands at a pointer, whatever the branches on the way; None where nothing may."""
        for key in keys:
            branches = self.branches(schema)
            named = [one["properties"][key] for one in branches if key in one.get("properties", {})]
            free = [one.get("additionalProperties") for one in branches]
            other = [one for one in free if isinstance(one, Mapping)]
            if not named and not other:
                return None
            schema = (named or other)[0]
        return schema

    def branches(self, schema: Schema) -> tuple[Schema, ...]:
        """The alternatives of a schema, references followed; a hole and `open` carry their names as marks."""
        kept = self._known.get(id(schema))
        if kept is None:
            kept = self._known[id(schema)] = (schema, tuple(self._followed(schema)))
        return kept[1]

    def _followed(self, schema: Schema) -> Iterator[Schema]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            inner = self.branches(self.definitions[name])
            yield from ({**one, name: True} for one in inner) if name in MARKED else inner
        elif "anyOf" in schema:
            for branch in schema["anyOf"]:
                yield from self.branches(branch)
        else:
            yield schema

    def _see(self, schema: Schema, value: object, at: str, seen: Seen) -> None:
        schema = self.meant(schema, value)
        if not _is_plainly_right(schema, value):
            before = len(seen)
            seen.extend(_own_faults(schema, value, at))
            if len(seen) > before:
                return
        if "x-ref" in schema or "x-phrase" in schema:
            seen.append(Visit(pointer=at, value=value, schema=schema))
        if isinstance(value, dict):
            self._see_keys(schema, value, at, seen)
        elif isinstance(value, list):
            for number, one in enumerate(value):
                self._see(schema.get("items", {}), one, f"{at}/{number}", seen)

    def _see_keys(self, schema: Schema, value: Mapping[str, object], at: str, seen: Seen) -> None:
        known: Schema = schema.get("properties", {})
        other = schema.get("additionalProperties", True)
        for key in () if self.partial else schema.get("required", ()):
            if key not in value:
                seen.append(Fault(code="P002", at=at, says={"key": key}))
        for key, inner in value.items():
            if key in known:
                self._see(known[key], inner, join(at, key), seen)
            elif other is False:
                seen.append(_unknown_key(key, inner, schema, join(at, key)))
            elif other is not True:
                self._see_named(schema, key, inner, join(at, key), seen)

    def _see_named(self, schema: Schema, key: str, inner: object, at: str, seen: Seen) -> None:
        names: Schema = schema.get("propertyNames", {})
        if "pattern" in names and not _pattern(names["pattern"]).search(key):
            seen.append(Fault(code="P006", at=at, says={"word": key, "key": key}))
        elif "x-ref" in names or "x-facts" in schema:
            called = {"x-ref": names.get("x-ref", ["facts"])}
            seen.append(Visit(pointer=at, value=key, schema=called, key=True, inner=inner))
        self._see(schema["additionalProperties"], inner, at, seen)


@lru_cache(maxsize=16)
def walk_of(same: "Same", *, partial: bool = False) -> Walk:
    """The walk along a schema, made once: it remembers the branches that it followed."""
    return Walk(definitions=same.schema["$defs"], partial=partial)


class Same:
    """A schema that is told apart by which one it is: schemas are large, and never changed."""

    def __init__(self, schema: Schema) -> None:
        """Hold the schema."""
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.schema is self.schema


def _is_meant_as_hole(value: Mapping[str, object]) -> bool:
    """Whether a mapping has a reading alone, or what looks like a slip of it, in its only key."""
    if "reading" in value:
        return len(value) == 1
    return len(value) == 1 and all(isinstance(value[key], str) and nearest(key, ("reading",)) for key in value)


def _marked(branches: Sequence[Schema], mark: str) -> Schema | None:
    return next((one for one in branches if mark in one), None)


def _unknown_key(key: str, value: object, schema: Schema, at: str) -> Fault:
    like = nearest(key, schema.get("properties", {}))
    code = "P014" if value is None and not like and "x-text" in schema else "P001"
    return Fault(code=code, at=at, says={"key": key, "keys": sorted(schema.get("properties", {}))}, like=like)


_TYPES: Final[Mapping[str, type | tuple[type, ...]]] = {
    "object": Mapping,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, Decimal),
    "integer": int,
}


def _is(value: object, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _types(schema: Schema) -> Sequence[str]:
    kinds = schema.get("type", ())
    return (kinds,) if isinstance(kinds, str) else kinds


def _likeness(schema: Schema, value: object) -> tuple[int, int]:
    """How well a branch suits a value: right type first, then the right words or keys; plain wins over a hole."""
    kinds = _types(schema)
    suits = 2 * int(not kinds or any(_is(value, kind) for kind in kinds))
    if "enum" in schema or "const" in schema:
        suits = 3 if value in schema.get("enum", (schema.get("const"),)) else int(isinstance(value, str))
    if "pattern" in schema and isinstance(value, str) and _pattern(schema["pattern"]).search(value):
        suits += 1
    if isinstance(value, Mapping):
        known = schema.get("properties", {})
        stranger = -1 if schema.get("additionalProperties") is False else 1
        return suits, sum(2 if key in known else stranger for key in value) - 10 * int("hole" in schema)
    return suits, -10 * int("open" in schema)


def _is_plainly_right(schema: Schema, value: object) -> bool:
    """Whether a value is right at a glance: the most frequent shapes, told cheaply."""
    if isinstance(value, dict):
        return schema.get("type") == "object" and "minProperties" not in schema
    closer = "enum" in schema or schema.get("x-phrase") == "date"
    if not isinstance(value, str) or schema.get("type") != "string" or closer:
        return False
    pattern = schema.get("pattern")
    return bool(value.strip()) if pattern is None else _pattern(pattern).search(value) is not None


def _own_faults(schema: Schema, value: object, at: str) -> Iterator[Fault]:
    kinds = _types(schema)
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield _wrong_type(schema, kinds, value, at)
        return
    words = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if words is not None and value not in words:
        code = "P010" if at == "/language" else "P004"
        yield Fault(code=code, at=at, says={"value": value, "words": words}, like=nearest(str(value), map(str, words)))
        return
    match value:
        case str():
            yield from _text_faults(schema, value, at)
        case int() if value < schema.get("minimum", value):
            yield Fault(code="P005", at=at, says={"value": value, "least": schema["minimum"]})
        case list():
            yield from _list_faults(schema, value, at)
        case Mapping() if len(value) < schema.get("minProperties", 0):
            yield Fault(code="P009", at=at)


def _wrong_type(schema: Schema, kinds: Sequence[str], value: object, at: str) -> Fault:
    if "boolean" in kinds and isinstance(value, str) and value in YES_OR_NO:
        return Fault(code="P011", at=at, says={"value": value})
    if value is None:
        return Fault(code="P009", at=at)
    if "x-phrase" in schema and not isinstance(value, Mapping | list):
        return Fault(code="P012", at=at, says={"value": value, "grammar": schema["x-phrase"]} | _examples(schema))
    return Fault(code="P003", at=at, says={"value": value, "kinds": list(kinds)} | _examples(schema))


def _text_faults(schema: Schema, value: str, at: str) -> Iterator[Fault]:
    if len(value.strip()) < schema.get("minLength", 0):
        yield Fault(code="P009", at=at)
    elif "pattern" in schema and not _pattern(schema["pattern"]).search(value):
        phrase = schema.get("x-phrase")
        code = "P012" if phrase else "P006"
        yield Fault(code=code, at=at, says={"word": value, "value": value, "grammar": phrase} | _examples(schema))
    elif schema.get("x-phrase") == "date" and day(value) is None:
        yield Fault(code="P008", at=at, says={"value": value})


def _list_faults(schema: Schema, value: list[object], at: str) -> Iterator[Fault]:
    if len(value) < schema.get("minItems", 0):
        yield Fault(code="P009", at=at)
    for number, one in enumerate(value):
        if schema.get("uniqueItems") and one in value[:number]:
            yield Fault(code="P007", at=join(at, number), says={"value": one})


def _examples(schema: Schema) -> dict[str, object]:
    return {"examples": schema["examples"]} if "examples" in schema else {}


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
