"""One value against one schema: its type, its words, its pattern, its size; what lies below is looked at elsewhere."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.period import day
from policyengine.model.pointer import join

Schema = Mapping[str, Any]
YES_OR_NO: Final = frozenset({"yes", "no", "on", "off", "Yes", "No", "On", "Off", "YES", "NO", "ON", "OFF"})

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


def types_of(schema: Schema) -> Sequence[str]:
    """The types that a schema allows; none where it does not say."""
    kinds = schema.get("type", ())
    return (kinds,) if isinstance(kinds, str) else kinds


def likeness(schema: Schema, value: object) -> tuple[int, int]:
    """How well a branch suits a value: right type first, then the right words or keys; plain wins over a hole."""
    kinds = types_of(schema)
    suits = 2 * int(not kinds or any(_is(value, kind) for kind in kinds))
    if "enum" in schema or "const" in schema:
        words = schema.get("enum", (schema.get("const"),))
        suits = 3 if not isinstance(value, bool) and value in words else int(isinstance(value, str))
    if "pattern" in schema and isinstance(value, str) and pattern_of(schema["pattern"]).search(value):
        suits += 1
    if isinstance(value, Mapping):
        known = schema.get("properties", {})
        stranger = -1 if schema.get("additionalProperties") is False else 1
        absent = sum(key not in value for key in schema.get("required", ())) + 10 * int("hole" in schema)
        return suits, sum(2 if key in known else stranger for key in value) - absent
    return suits, -10 * int("open" in schema)


def is_plainly_right(schema: Schema, value: object) -> bool:
    """Whether a value is right at a glance: the most frequent shapes, told cheaply."""
    if isinstance(value, dict):
        return schema.get("type") == "object" and "minProperties" not in schema
    if not isinstance(value, str):
        return False
    if "enum" in schema:
        return value in schema["enum"]
    if schema.get("type") != "string" or schema.get("x-phrase") == "date":
        return False
    pattern = schema.get("pattern")
    return bool(value.strip()) if pattern is None else pattern_of(pattern).search(value) is not None


def own_faults(schema: Schema, value: object, at: str) -> Iterator[Fault]:
    """What is wrong with a value itself, at its address."""
    kinds = types_of(schema)
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield _wrong_type(schema, kinds, value, at)
        return
    words = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if words is not None and value is None:
        yield Fault(code="P009", at=at)
        return
    if words is not None and not any(_alike(value) == _alike(word) for word in words):
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
    elif "pattern" in schema and not pattern_of(schema["pattern"]).search(value):
        phrase = schema.get("x-phrase")
        code = "P012" if phrase else "P006"
        yield Fault(code=code, at=at, says={"word": value, "value": value, "grammar": phrase} | _examples(schema))
    elif schema.get("x-phrase") == "date" and day(value) is None:
        yield Fault(code="P008", at=at, says={"value": value})


def _list_faults(schema: Schema, value: list[object], at: str) -> Iterator[Fault]:
    if len(value) < schema.get("minItems", 0):
        yield Fault(code="P009", at=at)
    seen: set[Hashable] = set()
    for number, one in enumerate(value if schema.get("uniqueItems") else ()):
        if _alike(one) in seen:
            yield Fault(code="P007", at=join(at, number), says={"value": one})
        seen.add(_alike(one))


def _alike(value: object) -> Hashable:
    """The same for values that say the same: a flag is no number, and the order of keys means nothing."""
    match value:
        case Mapping():
            return frozenset((key, _alike(one)) for key, one in value.items())
        case list():
            return tuple(_alike(one) for one in value)
        case bool():
            return ("flag", value)
        case str() | int() | Decimal():
            return value
        case _:
            return (repr(value),)


def _examples(schema: Schema) -> dict[str, object]:
    return {"examples": schema["examples"]} if "examples" in schema else {}


@lru_cache(maxsize=256)
def pattern_of(text: str) -> re.Pattern[str]:
    """The compiled pattern of a schema."""
    return re.compile(text)
