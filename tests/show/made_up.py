"""Methodologies that nobody adopted: every key of the language at once, each variant with other words and phrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from policyengine.loading.walk import Schema
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from tests.show.phrases import FACTS, IDS, PHRASES, PREDICATES, TEXTS

VARIANTS: Final = range(10)  # as many as the longest row of words or phrases
CITATION: Final = frozenset({"paragraph", "from", "cited", "rests_on", "valid_from", "valid_until"})
NO_VALUE: Final = frozenset({"hole", "open"})


@dataclass(kw_only=True)
class Maker:
    """Makes values along the schema; `others` has another value for each leaf, `readable` is what may be open."""

    definitions: Mapping[str, Schema]
    variant: int
    others: dict[str, object] = field(default_factory=dict)
    readable: set[str] = field(default_factory=set)
    count: int = 0

    def value(self, schema: Schema, at: str) -> object:
        """A value of a schema."""
        if "$ref" in schema:
            return self._named(schema["$ref"].rpartition("/")[2], at)
        return self._one_of(schema["anyOf"], at) if "anyOf" in schema else self._plain(schema, at)

    def _named(self, name: str, at: str) -> object:
        match name:
            case "text":
                return self._text(at)
            case "predicate":
                return PREDICATES[(self._next() + self.variant * 7) % len(PREDICATES)]
            case _:
                return self.value(self.definitions[name], at)

    def _one_of(self, branches: Sequence[Schema], at: str) -> object:
        names = {id(one): one.get("$ref", "").rpartition("/")[2] for one in branches}
        if "open" in names.values():
            self.readable.add(at)
        real = [one for one in branches if names[id(one)] not in NO_VALUE and one.get("const") != "none"]
        return self.value(real[(self.variant + self._next()) % len(real)], at)

    def _plain(self, schema: Schema, at: str) -> object:
        words = self._words(schema)
        if words:
            return self._word(words, at)
        kinds = schema.get("type", "object")
        match kinds if isinstance(kinds, str) else kinds[0]:
            case "object":
                return self._mapping(schema, at)
            case "array":
                return [self.value(schema["items"], join(at, 0))]
            case "boolean":
                return self._word((True, False), at)
            case _:
                return self._word((self._next(), self.count + 100), at)

    def _words(self, schema: Schema) -> Sequence[object]:
        """The words among which to choose; none where a value is no word."""
        if "enum" in schema or "const" in schema:
            words: Sequence[object] = schema.get("enum", (schema.get("const"),))
            return words
        if "x-phrase" in schema:
            return PHRASES[schema["x-phrase"]]
        if not schema or "x-ref" in schema or ("pattern" in schema and schema.get("type") == "string"):
            return IDS
        return (f"word {self._next()}", f"word {self._next()}") if schema.get("type") == "string" else ()

    def _word(self, words: Sequence[object], at: str) -> object:
        if len(words) > 1:
            self.others[at] = words[(self.variant + 1) % len(words)]
        return words[self.variant % len(words)]

    def _text(self, at: str) -> dict[str, str]:
        number = self._next()
        for language in TEXTS:
            self.others[join(at, language)] = f"Changed {language} {number}"
        return {language: f"{text} {number}" for language, text in TEXTS.items()}

    def _mapping(self, schema: Schema, at: str) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, one in schema.get("properties", {}).items():
            own = key in CITATION and "x-block" in schema and (key != "from" or "$ref" in one)
            found |= self._citation(key, at) if own else {key: self.value(one, join(at, key))}
        each = schema.get("additionalProperties")
        if isinstance(each, Mapping) and "x-facts" not in schema:
            found |= {key: self.value(each, join(at, key)) for key in IDS}
        return found

    def _citation(self, key: str, at: str) -> dict[str, object]:
        """What a block says of itself: always a paragraph, in turn another act, readings, days of validity."""
        match key, (self._next() + self.variant) % 4:
            case "paragraph", _:
                return {key: [self._word(PHRASES["place"], join(at, key, 0))]}
            case (("valid_from" | "valid_until"), 0 | 1):
                return {key: self._word(PHRASES["date"], join(at, key))}
            case "from", 0 | 2:
                return {key: {"act": IDS[0], "place": self._text(join(at, key, "place"))}}
            case "rests_on", 1 | 3:
                return {key: [self._word(IDS, join(at, key, 0))]}
            case _:
                return {}

    def _next(self) -> int:
        self.count += 1
        return self.count


def methodology(schema: Schema, variant: int) -> tuple[Policy, Maker]:
    """A methodology that has all sections of the language, and what else may stand in each place of it."""
    maker = Maker(definitions=schema["$defs"], variant=variant)
    known = {name: one for name, one in schema["properties"].items() if name not in {"facts", "text"}}
    tree: dict[str, Any] = {name: maker.value(one, f"/{name}") for name, one in known.items()}
    tree["facts"] = FACTS
    tree["act"]["courtesy"]["languages"] = ["en"]
    return Policy(id="made_up", tree=tree, raw=tree, chosen=dict.fromkeys(IDS, IDS[0])), maker
