"""Methodologies that nobody adopted: every key of the language at once, each variant with other words and phrases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from policyengine.loading.walk import Schema
from policyengine.model.pointer import join
from policyengine.model.policy import Policy

VARIANTS: Final = range(8)
IDS: Final = ("one", "two")
META: Final = {"paragraph", "from", "cited", "rests_on", "valid_from", "valid_until"}
PHRASES: Final[Mapping[str, tuple[str, ...]]] = {
    "term": (
        "day 20 of the month after",
        "5 working days after acquainted",
        "30 January after",
        "not stated",
        "event one",
        "last day of the first month",
        "2 months before later of acquainted and received",
        "1 calendar day after two",
        "3 weeks after earlier of one and day",
        "1 March before",
    ),
    "duration": ("1 month", "11 working days", "2 weeks", "21 calendar days", "1 year", "5 years"),
    "rounding": ("half up to 2", "exact", "down to 1", "up to 3", "half even to 0"),
    "fold": (
        "mean of raters",
        "sum of all items",
        "weighted sum of entries",
        "weighted mean of items",
        "least of everything",
        "greatest of all raters",
        "only of raters",
        "mean of all entries",
        "sum of all everything",
    ),
    "yearly": ("mean", "sum", "last", "sum over 4"),
    "force": (
        "on publication",
        "on signing",
        "on registration",
        "after 10 calendar days from publication",
        "after 1 working days from registration",
        "after 7 working days from publication",
        "after 3 calendar days from registration",
    ),
    "ratio": ("fact of plan", "plan of fact"),
    "capped": ("whole", "item one", "item two"),
    "fraction": ("1/2", "2/3"),
    "moment": ("due", "2026-01-01", "one", "day", "period_end"),
    "when": ("always", "event one", "before session_held", "on minutes_signed", "3 working days after decision_made"),
    "warning": ("inside_period", "with event one", "with event two"),
    "parts": ("whole", "3 parts with preamble"),
    "date": ("2026-01-31", "2027-11-05"),
    "place": ("18/3", "15(4)", "decision/3", "7", "decision/0", "18/3(2)", "chapter 2", "annex 1", "20-1"),
}
FACTS: Final[dict[str, object]] = {
    "flag": {"type": "yes_no", "about": {"kk": "Шарт бар", "ru": "Условие есть", "en": "The condition is there"}},
    "count": {"type": "number", "of": "body", "about": {"kk": "Саны", "ru": "Количество", "en": "Number"}},
    "day": {
        "type": "date",
        "of": "person",
        "about": {"kk": "Ерекше күн", "ru": "Особый день", "en": "The special day"},
    },
    "kind": {
        "type": "one_of",
        "of": "evaluation",
        "values": {
            "first": {"kk": "бірінші", "ru": "первый", "en": "first"},
            "second": {"kk": "екінші", "ru": "второй", "en": "second"},
        },
        "about": {"kk": "Түрі", "ru": "Вид", "en": "Kind"},
    },
}
PREDICATES: Final[tuple[object, ...]] = (
    {"group": "one"},
    {"category": "E-2"},
    {"leading": True},
    {"leading": False},
    {"tenure_in_period": {"less_than": "1 month"}},
    {"time_to_period_end": {"at_most": "21 working days", "more_than": "2 weeks"}},
    {"time_since_return": {"at_least": "11 years"}},
    {"worked_days_in_period": {"less_than": 15}},
    {"without_plan": ["one"]},
    {"on_probation": True},
    {"absent_on_due": ["one", "two"]},
    {"returned_from": ["one"]},
    {"sanction": ["one"]},
    {"sanction": {"other_than": ["one"]}},
    {"sanction": {"given": True}},
    {"dismissed": {"on_or_before": "due"}},
    {"dismissed": {"given": False}},
    {"appointed": {"after": "period_start", "before": "2026-01-01"}},
    {"appointed": {"on_or_after": "one"}},
    {"quarter": 2},
    {"grade": "one", "years_running": {"at_least": 3}},
    {"evaluated": {"more_than": 20}},
    {"evaluated_in_body": {"at_most": "3/2"}},
    {"unit_staff": {"at_least": 50}},
    {"any": [{"flag": True}, {"count": 5}]},
    {"not": {"kind": ["first"]}},
    {"not_in": ["one"]},
    {"kind": {"other_than": ["first"]}},
    {"kind": "second", "flag": False},
    {"day": {"given": True}},
    {"count": {"given": False}},
    {"flag": "open"},
    {"count": {"less_than": "open"}},
    {"unheard_of": "something"},
    {"leading": {"other_than": ["one"]}},
)


@dataclass(kw_only=True)
class Maker:
    """Makes values along the schema; `others` says for each leaf what else may stand there, `readable` what may be open."""

    definitions: Mapping[str, Schema]
    variant: int
    others: dict[str, object] = field(default_factory=dict)
    readable: set[str] = field(default_factory=set)
    count: int = 0

    def value(self, schema: Schema, at: str) -> Any:
        """A value of a schema."""
        if "$ref" in schema:
            return self._named(schema["$ref"].rpartition("/")[2], at)
        if "anyOf" in schema:
            return self._one_of(schema["anyOf"], at)
        return self._plain(schema, at)

    def _named(self, name: str, at: str) -> Any:
        match name:
            case "text":
                return self._text(at)
            case "predicate":
                self.count += 1
                return PREDICATES[(self.count + self.variant * 7) % len(PREDICATES)]
            case "facts":
                return FACTS
        return self.value(self.definitions[name], at)

    def _one_of(self, branches: list[Schema], at: str) -> Any:
        names = [branch.get("$ref", "").rpartition("/")[2] for branch in branches]
        if "open" in names:
            self.readable.add(at)
        real = [
            branch
            for branch, name in zip(branches, names, strict=True)
            if name not in {"hole", "open"} and branch.get("const") != "none"
        ]
        self.count += 1
        return self.value(real[(self.variant + self.count) % len(real)], at)

    def _plain(self, schema: Schema, at: str) -> Any:
        if not schema:
            return self._word(IDS, at)
        if "enum" in schema or "const" in schema:
            return self._word(schema.get("enum", [schema.get("const")]), at)
        if "x-phrase" in schema:
            return self._word(PHRASES[schema["x-phrase"]], at)
        kinds = schema.get("type", "object")
        match kinds if isinstance(kinds, str) else kinds[0]:
            case "object":
                return self._mapping(schema, at)
            case "array":
                return [self.value(schema["items"], join(at, 0))]
            case "boolean":
                self.others[at] = self.variant % 2 == 1
                return self.variant % 2 == 0
            case "integer" | "number":
                self.count += 1
                self.others[at] = Decimal(self.count) + Decimal("0.5") if "minimum" not in schema else self.count + 100
                return self.count
        if "x-ref" in schema or "pattern" in schema:
            return self._word(IDS, at)
        return self._word((f"word {self._next()}", f"word {self._next()}"), at)

    def _word(self, words: Any, at: str) -> Any:
        chosen = words[self.variant % len(words)]
        if len(words) > 1:
            self.others[at] = words[(self.variant + 1) % len(words)]
        return chosen

    def _text(self, at: str) -> dict[str, str]:
        number = self._next()
        for language in ("kk", "ru", "en"):
            self.others[join(at, language)] = f"Changed {language} {number}"
        return {"kk": f"Мәтін {number}", "ru": f"Текст {number}", "en": f"Text {number}"}

    def _mapping(self, schema: Schema, at: str) -> dict[str, Any]:
        found = {}
        for key, one in schema.get("properties", {}).items():
            if key in META and "x-block" in schema and (key != "from" or "$ref" in one):
                found |= self._citation(key, schema, at)
            else:
                found[key] = self.value(one, join(at, key))
        each = schema.get("additionalProperties")
        if isinstance(each, Mapping) and "x-facts" not in schema:
            found |= {key: self.value(each, join(at, key)) for key in IDS}
        return found

    def _citation(self, key: str, schema: Schema, at: str) -> dict[str, Any]:
        """What a block says of itself; in turn a paragraph, one by key, another act, days of validity."""
        match key, (self._next() + self.variant) % 4:
            case "paragraph", _:
                return {key: [self._word(PHRASES["place"], join(at, key, 0))]}
            case (("valid_from" | "valid_until"), 0 | 1):
                return {key: self._word(PHRASES["date"], join(at, key))}
            case "from", 0 | 2:
                return {key: {"act": "one", "place": self._text(join(at, key, "place"))}}
            case "rests_on", 1 | 3:
                return {key: [self._word(IDS, join(at, key, 0))]}
        return {}

    def _next(self) -> int:
        self.count += 1
        return self.count


def methodology(schema: Schema, variant: int) -> tuple[Policy, Maker]:
    """A methodology that has all sections of the language, and what else may stand in each place of it."""
    maker = Maker(definitions=schema["$defs"], variant=variant)
    tree = {
        name: maker.value(one, f"/{name}")
        for name, one in schema["properties"].items()
        if name not in {"facts", "text"}
    }
    tree["facts"] = FACTS
    tree["act"]["courtesy"]["languages"] = ["en"]
    options = dict.fromkeys(IDS, IDS[0])
    return Policy(id="made_up", tree=tree, raw=tree, chosen=options), maker
