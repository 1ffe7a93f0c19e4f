"""Walk a tree along its JSON Schema: placed faults where the shape is broken, visits where it holds.

Of a choice the branch is taken that the value is meant to be, so that a fault never says "none of the given schemas".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from policyengine.loading.shapes import Schema, is_plainly_right, likeness, own_faults, pattern_of, types_of
from policyengine.model.fault import Fault
from policyengine.model.near import is_slip, nearest
from policyengine.model.pointer import join
from policyengine.model.policy import OPEN
from policyengine.model.vocabulary import FACTS

__all__ = ["Same", "Schema", "Seen", "Visit", "Walk", "walk_of"]

HOLE: Final = "reading"
MARKED: Final = frozenset({"hole", "open"})


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


class Choice(NamedTuple):
    """The alternatives of a schema: the plain ones (all, where there are no others), the hole, `open`.

    `closed` are those that know one key alone, the hole among them, by that key.
    """

    all: tuple[Schema, ...]
    plain: tuple[Schema, ...]
    hole: Schema | None = None
    still_open: Schema | None = None
    closed: Mapping[str, Schema] = MappingProxyType({})

    @classmethod
    def of(cls, branches: tuple[Schema, ...]) -> "Choice":
        """The alternatives sorted; one alone is no choice."""
        if len(branches) == 1:
            return cls(all=branches, plain=branches)
        plain = tuple(one for one in branches if not MARKED & one.keys())
        return cls(
            all=branches,
            plain=plain or branches,
            hole=next((one for one in branches if "hole" in one), None),
            still_open=next((one for one in branches if "open" in one), None),
            closed={next(iter(one["properties"])): one for one in branches if len(one.get("properties", ())) == 1},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A walk along one schema with its definitions; of a `partial` tree, such as an overlay, nothing is required."""

    definitions: Mapping[str, Schema]
    partial: bool = False
    _known: dict[int, tuple[Schema, Choice]] = field(default_factory=dict, repr=False, compare=False)

    def along(self, schema: Schema, value: object, at: str) -> Seen:
        """Everything that is seen at and below a value."""
        seen: Seen = []
        self._see(schema, value, at, seen)
        return seen

    def meant(self, schema: Schema, value: object) -> Schema:
        """The schema without references and choices: the branch that the value is meant to be."""
        choice = self._choice(schema)
        if isinstance(value, dict) and len(value) == 1 and len(choice.all) > 1:
            key, inner = next(iter(value.items()))
            branch = choice.closed.get(self._slip_of(key, choice) if isinstance(inner, str) else key)
            if branch is not None:
                return branch
        if choice.still_open is not None and value == OPEN:
            return choice.still_open
        plain = choice.plain
        return plain[0] if len(plain) == 1 else max(plain, key=lambda one: likeness(one, value))

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

    def requires(self, schema: Schema, keys: Sequence[str]) -> bool:
        """Whether what stands at a pointer must be there in every branch that knows it."""
        owner, key = self.schema_at(schema, keys[:-1]) or {}, "".join(keys[-1:])
        known = [one for one in self.branches(owner) if key in one.get("properties", {})]
        return bool(known) and all(key in one.get("required", ()) for one in known)

    def branches(self, schema: Schema) -> tuple[Schema, ...]:
        """The alternatives of a schema, references followed; a hole and `open` carry their names as marks."""
        return self._choice(schema).all

    def _choice(self, schema: Schema) -> Choice:
        kept = self._known.get(id(schema))
        if kept is None:
            kept = self._known[id(schema)] = (schema, Choice.of(tuple(self._followed(schema))))
        return kept[1]

    def _slip_of(self, key: str, choice: Choice) -> str:
        """The one key of a branch that a key over a word is meant to be: itself, or what it looks like.

        Where words may stand under any key, such as tests of facts, only the slightest slip of a hole is taken for one.
        """
        if key in FACTS or any(key in one.get("properties", {}) for one in choice.all):
            return key
        below = [one.get("additionalProperties") or {} for one in choice.all]
        words = any("string" in types_of(one) for other in below if other for one in self.branches(other))
        if words:
            return HOLE if choice.hole is not None and is_slip(key, HOLE) else key
        return nearest(key, choice.closed)

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
        if self.partial and value == "none":  # what an overlay takes out of its base
            return
        schema = self.meant(schema, value)
        if not is_plainly_right(schema, value):
            before = len(seen)
            seen.extend(own_faults(schema, value, at))
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
        misspelt = set[str]()
        for key, inner in value.items():
            if key in known:
                self._see(known[key], inner, join(at, key), seen)
            elif other is False:
                seen.append(unknown := _unknown_key(key, inner, schema, join(at, key)))
                misspelt.add(unknown.like)
            elif other is not True:
                self._see_named(schema, key, inner, join(at, key), seen)
        for key in () if self.partial else schema.get("required", ()):
            if key not in value and key not in misspelt:
                seen.append(Fault(code="P002", at=at, says={"key": key}))

    def _see_named(self, schema: Schema, key: str, inner: object, at: str, seen: Seen) -> None:
        names: Schema = schema.get("propertyNames", {})
        if "pattern" in names and not pattern_of(names["pattern"]).search(key):
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


def _unknown_key(key: str, value: object, schema: Schema, at: str) -> Fault:
    like = nearest(key, schema.get("properties", {}))
    broken = value is None and not like
    code = "P015" if broken and key.isdecimal() else "P014" if broken and "x-text" in schema else "P001"
    return Fault(code=code, at=at, says={"key": key, "keys": sorted(schema.get("properties", {}))}, like=like)
