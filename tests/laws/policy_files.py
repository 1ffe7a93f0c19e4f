"""What a policy file says at each place, read off its schema: what may stand there, and what refers to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

from jsonschema import Draft202012Validator

from policyengine.loading.walk import Schema, Walk
from policyengine.model.pointer import join, split
from policyengine.model.vocabulary import FACT_VALUES, FACTS, MOMENTS, ROLES
from policyengine.terms.times import moments, term
from tests.laws.written import Written

EVENT_OR_MOMENT: Final = ("timetable", "(moments)")
KNOWN_TO_THE_LANGUAGE: Final = {"roles": ROLES, "facts": frozenset(FACTS), "(moments)": MOMENTS}


class Reference(NamedTuple):
    """A word that must be declared in one of the sections; `on_key` where it is a key."""

    pointer: str
    word: str
    sections: tuple[str, ...]
    on_key: bool = False


@dataclass(frozen=True)
class PolicyFile:
    """A policy file with its schema."""

    written: Written
    schema: Schema

    @cached_property
    def tree(self) -> dict[str, Any]:
        """The whole of it."""
        tree = self.written.document.tree
        assert isinstance(tree, dict)
        return tree

    @cached_property
    def shapes(self) -> Mapping[str, tuple[object, Schema]]:
        """Every value, by its address, with the schema that it is taken for; what options set is included."""
        walk = Walk(definitions=self.schema["$defs"])
        found = dict(_shapes(walk, self.schema, self.tree, ""))
        for at, pointer, value in self.sets():
            schema = walk.schema_at(self.schema, split(pointer))
            if schema is not None and value != "none":
                found |= dict(_shapes(walk, schema, value, at))
        return found

    def allowed(self, pointer: str) -> Schema | None:
        """The schema, with all its branches, of what may stand at an address; None where nothing says."""
        above, _, key = pointer.rpartition("/")
        if pointer == "" or above not in self.shapes:
            return None
        owner, schema = self.shapes[above]
        if isinstance(owner, list):
            return _schema(schema.get("items"))
        other = schema.get("additionalProperties")
        return _schema(schema.get("properties", {}).get(split("/" + key)[0], other))

    def allows(self, pointer: str, value: object) -> bool:
        """Whether the schema lets a value stand at an address."""
        found = self.allowed(pointer)
        return found is None or Draft202012Validator({"$defs": self.schema["$defs"], **found}).is_valid(value)

    def declares(self, section: str) -> frozenset[str]:
        """The ids of a section, without those that only an option of a reading would put there."""
        found: Any = self.tree
        for key in section.split("."):
            found = found.get(key, {}) if isinstance(found, Mapping) else {}
        return frozenset(found) - {"paragraph"} if isinstance(found, Mapping) else frozenset()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All words that refer to something declared."""
        found = (self._of(at, value, schema) for at, (value, schema) in self.shapes.items())
        return tuple(one for some in found for one in some)

    @cached_property
    def referring_values(self) -> Mapping[str, Reference]:
        """The references that are values, by their address; of a phrase that names two, the second."""
        return {one.pointer: one for one in self.references if not one.on_key}

    def _of(self, at: str, value: object, schema: Schema) -> Iterator[Reference]:
        if isinstance(value, str):
            yield from self._of_text(at, value, schema)
        elif isinstance(value, Mapping):
            names = schema.get("propertyNames", {}).get("x-ref") or (["facts"] if "x-facts" in schema else [])
            for key in value if names else ():
                if key not in schema.get("properties", {}):
                    yield Reference(join(at, key), key, tuple(names), on_key=True)

    def _of_text(self, at: str, text: str, schema: Schema) -> Iterator[Reference]:
        if "x-ref" in schema:
            yield Reference(at, text, tuple(schema["x-ref"]))
        for name in _named_in(text, schema.get("x-phrase", "")):
            yield Reference(at, name, EVENT_OR_MOMENT)
        if (fact := self.fact_of(at)) in FACT_VALUES and "x-phrase" not in schema:
            yield Reference(at, text, (FACT_VALUES[fact],))

    def fact_of(self, pointer: str) -> str:
        """The fact that a value tests; the empty text where it stands in no test."""
        steps = split(pointer)
        for number, key in enumerate(steps):
            _, schema = self.shapes.get(join("", *steps[:number]), (None, {}))
            if "x-facts" in schema and key not in schema["properties"]:
                return key
        return ""

    def referring(self, section: str, word: str) -> tuple[Reference, ...]:
        """Everything that refers to an id of a section, and to nothing else of that name."""
        return tuple(
            one
            for one in self.references
            if one.word == word
            and section in one.sections
            and not any(word in self._elsewhere(other, section) for other in one.sections)
        )

    def _elsewhere(self, section: str, but: str) -> frozenset[str]:
        own = frozenset() if section == but else self.declares(section)
        if section == "(moments)":
            own = frozenset(name for name, one in self.tree.get("facts", {}).items() if one.get("type") == "date")
        return own | KNOWN_TO_THE_LANGUAGE.get(section, frozenset()) | self._set_in(section)

    def _set_in(self, section: str) -> frozenset[str]:
        """The ids that options of readings put into a section."""
        keys = tuple(section.split("."))
        found: set[str] = set()
        for path, value in self.settings:
            if path == keys and isinstance(value, Mapping):
                found |= set(value)
            elif path[:-1] == keys:
                found.add(path[-1])
        return frozenset(found)

    @cached_property
    def settings(self) -> tuple[tuple[tuple[str, ...], object], ...]:
        """What the options of all readings set."""
        return tuple((split(pointer), value) for _, pointer, value in self.sets())

    def sets(self) -> Iterator[tuple[str, str, object]]:
        """Everything that an option sets: its own address, the address that it sets, the value."""
        for name, reading in self.tree.get("readings", {}).items():
            for option, one in reading["options"].items():
                for pointer, value in one.get("sets", {}).items():
                    yield join("/readings", name, "options", option, "sets", pointer), pointer, value


def _shapes(walk: Walk, schema: Schema, value: object, at: str) -> Iterator[tuple[str, tuple[object, Schema]]]:
    """A value and all below it, each with the branch of its schema that it is meant to be."""
    schema = walk.meant(schema, value)
    yield at, (value, schema)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            below = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(below, Mapping):
                yield from _shapes(walk, below, inner, join(at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _shapes(walk, schema.get("items", {}), inner, join(at, number))


def _schema(found: object) -> Schema | None:
    return found if isinstance(found, Mapping) else None


def _named_in(text: str, grammar: str) -> tuple[str, ...]:
    """The moments and events that a phrase names."""
    if grammar == "warning":
        return (text.removeprefix("with event "),) if text.startswith("with") else ()
    start, _, name = text.partition(" ")
    if grammar == "when" and start in {"event", "before", "on"}:
        return (name,)
    if grammar == "moment":
        return () if text[0].isdigit() else (text,)
    found = term(text) if grammar in {"term", "when"} else None
    return () if found is None else moments(found)
