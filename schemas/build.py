"""Make the JSON Schemas from their one source: `python schemas/build.py [--check]`.

source/policy.yaml says the shape in a compact notation, source/texts.yaml the titles and descriptions in kk, ru and en;
source/*.yaml besides are plain JSON Schemas whose titles and descriptions stand in three languages. For each there is
one schema with English texts and the three editor schemas `<name>.<language>.schema.json`.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import yaml

HERE = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$"
PLACE = r"^((decision|\d+(-\d+)?)(/\d+)?(\(\d+(-\d+)?\))?|decision/preamble|глава \d\d?|chapter \d\d?|annex( \d\d?)?)$"
DATE = r"^\d{4}-\d{2}-\d{2}$"
FRACTION = r"^-?\d+/\d+$"
Schema = dict[str, Any]

TERM = (
    r"^(not stated|event \S+|day \d+ of the .+|last day of the .+"
    r"|\d+ [A-Z][a-z]+( after| before)?|\d+ .+ (after|before) .+)$"
)
FORCE = (
    r"^(on (publication|signing|registration)"
    r"|after \d+ (calendar|working) days from (publication|registration))$"
)
FOLD = (
    r"^(mean|sum|weighted sum|weighted mean|least|greatest|only)"
    r" of (all )?(entries|raters|items|everything)$"
)
PHRASES: dict[str, Schema] = {
    "term": {
        "pattern": TERM,
        "examples": [
            "day 20 of the month after",
            "5 working days after acquainted",
            "30 January after",
            "event kpi_plan",
            "not stated",
        ],
    },
    "duration": {
        "pattern": r"^\d+ ((working|calendar) days?|weeks?|months?|years?)$",
        "examples": ["1 month", "5 working days"],
    },
    "rounding": {"pattern": r"^(exact|(half up|half even|down|up) to \d)$", "examples": ["half up to 2", "exact"]},
    "fold": {"pattern": FOLD, "examples": ["mean of raters", "sum of items"]},
    "yearly": {"pattern": r"^(mean|sum|last)( over [1-9]\d?)?$", "examples": ["mean", "sum", "sum over 4"]},
    "force": {"pattern": FORCE, "examples": ["on publication", "after 10 calendar days from publication"]},
    "every": {"enum": ["quarter", "half_year", "year", "month"]},
    "ratio": {"pattern": r"^(fact of plan|plan of fact)$", "examples": ["fact of plan"]},
    "capped": {"pattern": r"^(whole|item [a-z][a-z0-9_]*)$", "examples": ["whole", "item sanctions"]},
    "fraction": {"pattern": FRACTION, "examples": ["1/2", "2/3"]},
    "moment": {
        "pattern": r"^(\d{4}-\d{2}-\d{2}|[a-z][a-z0-9_]*(\.[a-z0-9_]+)*)$",
        "examples": ["due", "period_end", "2026-01-01"],
    },
    "when": {
        "pattern": r"^(always|not stated|(on|before|event) \S+|\d+ .+ (after|before) .+)$",
        "examples": ["always", "event evaluation", "before session_held"],
    },
    "warning": {
        "pattern": r"^(inside_period|with event \S+)$",
        "examples": ["inside_period", "with event evaluation.ranking"],
    },
    "parts": {
        "pattern": r"^(whole|\d+ parts?( with preamble)?(, \d+ points?( and \d+-\d+)*)?|\d+ points?( and \d+-\d+)*)$",
        "examples": ["whole", "3 parts", "7 points", "3 parts, 3 points"],
    },
}


def phrase(grammar: str) -> Schema:
    """The schema of a phrase; the grammar itself is checked when the file is read."""
    if grammar == "paragraphs":
        place = {
            "type": ["string", "integer"],
            "pattern": PLACE,
            "x-phrase": "place",
            "examples": ["18/3", "15(4)", "decision/3"],
        }
        return {"anyOf": [place, {"type": "array", "items": place, "minItems": 1, "uniqueItems": True, "x-set": True}]}
    if grammar == "quantity":
        return {"anyOf": [{"type": "number"}, phrase("duration"), phrase("fraction")]}
    shape = {"type": "string", "x-phrase": grammar, **PHRASES[grammar]}
    if "enum" in shape:
        shape.pop("x-phrase")
    return shape


SIMPLE: dict[str, Schema] = {
    "string": {"type": "string", "minLength": 1},
    "id": {"type": "string", "pattern": ID},
    "flag": {"type": "boolean"},
    "number": {"type": "number"},
    "whole": {"type": "integer", "minimum": 0},
    "date": {"type": "string", "pattern": DATE, "x-phrase": "date", "examples": ["2026-01-31"]},
    "any": {},
}


def kind(word: str) -> Schema:
    """The schema of one type of the notation."""
    head, _, rest = word.partition(":")
    name, _, section = head.partition("[")
    if word == "amount":
        return {"anyOf": [{"type": "number"}, phrase("fraction")]}
    if word in SIMPLE:
        return SIMPLE[word]
    return MADE[name](rest, section.rstrip("]")) if rest or section else {"$ref": f"#/$defs/{word}"}


def constant(text: str, _section: str) -> Schema:
    """One word or whole number and no other."""
    return {"const": int(text) if text.isdigit() else text}


def reference(text: str, _section: str) -> Schema:
    """An id that is declared in one of the sections."""
    return {"type": "string", "pattern": ID, "x-ref": text.split("+")}


def listed(text: str, _section: str) -> Schema:
    """A list in its order."""
    return {"type": "array", "items": kind(text)}


def unordered(text: str, _section: str) -> Schema:
    """A list whose order means nothing."""
    return {"type": "array", "items": kind(text), "uniqueItems": True, "x-set": True}


MADE: dict[str, Callable[[str, str], Schema]] = {
    "one": lambda text, _section: {"enum": text.split("|")},
    "const": constant,
    "phrase": lambda text, _section: phrase(text),
    "ref": reference,
    "set": unordered,
    "list": listed,
    "one_or_set": lambda text, section: {"anyOf": [kind(text), unordered(text, section)]},
    "map": lambda text, section: mapping(kind(text), section),
}


def mapping(each: Schema, section: str = "") -> Schema:
    """A mapping from ids to one shape; `section` says where the ids are declared."""
    names: Schema = {"pattern": ID}
    called = names | ({"x-ref": [section]} if section else {})
    return {"type": "object", "propertyNames": called, "additionalProperties": each}


def branches(notation: str) -> list[Schema]:
    """The alternatives that a type of the notation allows."""
    return [one for part in notation.split(" or ") for one in flat(kind(part))]


def flat(schema: Schema) -> list[Schema]:
    """A schema as a list of alternatives."""
    return schema["anyOf"] if set(schema) == {"anyOf"} else [schema]


def value(notation: str, *, readable: bool) -> Schema:
    """The schema of a value; where it may be read in, a hole or `open` may stand in its place."""
    found = branches(notation) + ([{"$ref": "#/$defs/hole"}, {"$ref": "#/$defs/open"}] if readable else [])
    return found[0] if len(found) == 1 else {"anyOf": found}


class Texts:
    """Titles and descriptions by shape and key, in one language."""

    def __init__(self, texts: dict[str, Any], language: str) -> None:
        self.texts, self.language = texts, language

    def on(self, shape: str, key: str) -> Schema:
        """What a key is called and what to write there."""
        entry = {**self.texts.get("common", {}).get(key, {}), **self.texts.get(shape, {}).get(key, {})}
        return {part: entry[part][self.language] for part in ("title", "description") if part in entry}

    def members(self, shape: str, key: str) -> dict[str, str]:
        """What the members of an enumeration mean."""
        entry = self.texts.get(shape, {}).get(key, {}).get("members", {})
        return {member: said[self.language] for member, said in entry.items()}


def with_members(schema: Schema, said: dict[str, str]) -> Schema:
    """Show what each member of an enumeration means, as editors do."""
    if not said:
        return schema
    if "enum" in schema:
        return schema | {"markdownEnumDescriptions": [said.get(str(one), str(one)) for one in schema["enum"]]}
    inner = {key: schema[key] for key in ("items",) if key in schema}
    schema = schema | {key: with_members(one, said) for key, one in inner.items()}
    return schema | {"anyOf": [with_members(one, said) for one in schema["anyOf"]]} if "anyOf" in schema else schema


def shape(name: str, source: Schema, texts: Texts) -> Schema:
    """The schema of a shape: its keys, what else it may carry, what it must."""
    readable = source.get("values", False)
    found: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
    for key, notation in source.get("keys", {}).items():
        bare = key.rstrip("!")
        one = with_members(value(notation, readable=readable), texts.members(name, bare))
        found["properties"][bare] = texts.on(name, bare) | one
    required = [key.rstrip("!") for key in source.get("keys", {}) if key.endswith("!")]
    found |= {"required": required} if required else {}
    if source.get("block"):
        for key, one in citation(own_from=source.get("own_from", False)).items():
            found["properties"][key] = texts.on(name, key) | one
    return found | rest_of(source, readable=readable) | ({"x-block": True} if source.get("block") else {})


def rest_of(source: Schema, *, readable: bool) -> Schema:
    """What may stand under keys that are not named."""
    if "each" in source:
        each = value(source["each"], readable=readable)
        return {"additionalProperties": each, "propertyNames": {"pattern": r"^[a-z0-9][a-z0-9_.-]*$"}}
    if "facts" in source:
        test = {"$ref": f"#/$defs/{source['facts']}"}
        return {"additionalProperties": test, "x-facts": True, "minProperties": 1}
    if "pointers" in source:
        return {"additionalProperties": {"$ref": f"#/$defs/{source['pointers']}"}, "propertyNames": {"pattern": "^/"}}
    return {"additionalProperties": True} if source.get("any") else {}


def citation(*, own_from: bool) -> dict[str, Schema]:
    """The keys of a block that says where it comes from."""
    keys = {
        "paragraph": phrase("paragraphs"),
        "from": {"$ref": "#/$defs/origin"},
        "cited": mapping(phrase("paragraphs")),
        "rests_on": kind("set:ref:readings"),
        "valid_from": kind("date"),
        "valid_until": kind("date"),
    }
    return {key: one for key, one in keys.items() if key != "from" or not own_from}


def fixed(texts: Texts) -> dict[str, Schema]:
    """The shapes that every language of policies needs: a text in three languages, the hole, `open`."""
    said = {"type": "string", "minLength": 1}
    reading = texts.on("hole", "reading") | {"type": "string", "pattern": ID, "x-ref": ["readings"]}
    return {
        "text": {
            "type": "object",
            "properties": {one: texts.on("text", one) | said for one in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
            "x-text": True,
        },
        "hole": {
            "type": "object",
            "properties": {"reading": reading},
            "required": ["reading"],
            "additionalProperties": False,
        },
        "open": texts.on("hole", "open") | {"const": "open"},
    }


def test_shape(found: Schema) -> Schema:
    """A test of a fact: a value, a list (one of), or comparisons."""
    plain = {"type": ["string", "number", "boolean"]}
    listed = {
        "type": "array",
        "items": {"type": ["string", "number"]},
        "uniqueItems": True,
        "minItems": 1,
        "x-set": True,
    }
    compared, read = found | {"minProperties": 1}, [{"$ref": "#/$defs/hole"}, {"$ref": "#/$defs/open"}]
    return {"anyOf": [plain, listed, compared, *read]}


def policy(source: Schema, said: dict[str, Any], language: str) -> Schema:
    """The schema of policy files with its texts in one language."""
    texts, top = Texts(said, language), source["top"]
    found: Schema = {"$schema": DIALECT, "$id": "policy", "type": "object", "properties": {}}
    for key in top["order"]:
        found["properties"][key] = texts.on("top", key) | value(top["keys"][key], readable=key in top["operative"])
    found |= {"required": top["must"], "additionalProperties": False}
    found |= {"x-operative": top["operative"], "x-order": top["order"]}
    shapes = {name: shape(name, one, texts) for name, one in source["shapes"].items()}
    shapes["test"] = test_shape(shapes["test"])
    return found | {"$defs": fixed(texts) | shapes}


def in_language(node: object, language: str) -> object:
    """A plain schema with its titles and descriptions in one language."""
    if isinstance(node, list):
        return [in_language(one, language) for one in node]
    if not isinstance(node, dict):
        return node
    texts = {key: node.get(key) for key in ("title", "description")}
    said = {key: one[language] for key, one in texts.items() if isinstance(one, dict) and set(one) == set(LANGUAGES)}
    return {key: said.get(key) or in_language(one, language) for key, one in node.items()}


def schemas() -> Iterator[tuple[str, Schema]]:
    """All schemas by the name of their file."""
    read = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((HERE / "source").glob("*.yaml"))}
    said, source = read.pop("texts", {}), read.pop("policy")
    for language in LANGUAGES:
        made = {"policy": policy(source, said, language)}
        made |= {name: cast("Schema", in_language(one, language)) for name, one in read.items()}
        for name, schema in made.items():
            yield f"{name}.{language}.schema.json", schema
            if language == "en":
                yield f"{name}.schema.json", schema


def main() -> int:
    """Write the schemas, or with --check say which are not fresh."""
    stale = []
    for name, schema in schemas():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        path = HERE / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"not fresh: {', '.join(stale)} (run `make schemas`)\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
