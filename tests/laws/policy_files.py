"""What a policy file says at each place, read off its schema: what may stand there, and what refers to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

from jsonschema import Draft202012Validator

from policyengine.loading.walk import Visit, Walk
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
    schema: Mapping[str, Any]

    @cached_property
    def tree(self) -> Any:
        """The whole of it."""
        return self.written.document.tree

    @cached_property
    def seen(self) -> tuple[Visit, ...]:
        """What the schema takes every value for, the values that options set included; some visits are of keys."""
        walk = Walk(definitions=self.schema["$defs"])
        found = [*walk.along(self.schema, self.tree, ""), *self._set_by_options(walk)]
        return tuple(one for one in found if isinstance(one, Visit))

    @cached_property
    def visits(self) -> Mapping[str, Visit]:
        """The visits of values, by address."""
        return {one.pointer: one for one in self.seen if not one.key}

    def allowed(self, pointer: str) -> Mapping[str, Any] | None:
        """The schema, with all its branches, of what may stand at an address; None where nothing says."""
        above, _, key = pointer.rpartition("/")
        owner = self.visits.get(above)
        if owner is None or pointer == "":
            return None
        if isinstance(owner.value, list):
            return owner.schema.get("items")
        named = owner.schema.get("properties", {})
        other = owner.schema.get("additionalProperties")
        return named.get(split("/" + key)[0], other if isinstance(other, Mapping) else None)

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
        return tuple(one for visit in self.seen for one in self._of(visit))

    def _of(self, visit: Visit) -> Iterator[Reference]:
        if isinstance(visit.value, str) and "x-ref" in visit.schema:
            yield Reference(visit.pointer, visit.value, tuple(visit.schema["x-ref"]), visit.key)
        elif not visit.key and isinstance(visit.value, str):
            for name in _named_in(visit.value, visit.schema.get("x-phrase", "")):
                yield Reference(visit.pointer, name, EVENT_OR_MOMENT)
            fact = self.fact_of(visit.pointer)
            if fact in FACT_VALUES:
                yield Reference(visit.pointer, visit.value, (FACT_VALUES[fact],))

    def fact_of(self, pointer: str) -> str:
        """The fact that a value tests; the empty text where it stands in no test."""
        steps = split(pointer)
        for number, key in enumerate(steps):
            owner = self.visits.get(join("", *steps[:number]))
            if owner is not None and "x-facts" in owner.schema and key not in owner.schema["properties"]:
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
        return tuple((split(pointer), value) for _, pointer, value in self._sets())

    def _sets(self) -> Iterator[tuple[str, str, object]]:
        for name, reading in self.tree.get("readings", {}).items():
            for option, one in reading["options"].items():
                for pointer, value in one.get("sets", {}).items():
                    yield join("/readings", name, "options", option, "sets", pointer), pointer, value

    def _set_by_options(self, walk: Walk) -> Iterator[object]:
        for at, pointer, value in self._sets():
            found = walk.schema_at(self.schema, split(pointer))
            if found is not None and value != "none":
                yield from walk.along(found, value, at)


def _named_in(text: str, grammar: str) -> tuple[str, ...]:
    """The moments and events that a phrase names."""
    if grammar == "warning":
        return (text.removeprefix("with event "),) if text.startswith("with") else ()
    if grammar == "when" and text.split(" ")[0] in {"event", "before", "on"}:
        return (text.split(" ")[1],)
    if grammar == "moment":
        return () if text[0].isdigit() else (text,)
    found = term(text) if grammar in {"term", "when"} else None
    return () if found is None else moments(found)
