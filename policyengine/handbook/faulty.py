"""Faults for people and for programs: what is wrong and what to do about it, as lines of text, as JSON, as SARIF."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from string import ascii_letters, digits
from typing import Final

from policyengine.handbook.citations import cited
from policyengine.handbook.values import Said, limits_in_words
from policyengine.handbook.verbatim import listed, verbatim
from policyengine.model.fault import Fault
from policyengine.words import Words

__all__ = ["fault_as_json", "faults_as_json", "faults_as_sarif", "faults_as_text", "hint", "message"]

# What a fault says under these names decides which sentence of its code suits it.
ASPECTS: Final = ("reason", "shape", "grammar", "section", "sections", "payload", "kind", "kinds", "axis")
# What is told as a list, each of its words in backticks.
LISTS: Final = frozenset({"keys", "languages", "pointers", "sections", "words"})
TYPES: Final = frozenset({"kind", "kinds"})
# The neighbouring rows of a table, told by their limits.
ROWS: Final = frozenset({"below", "above"})
PLAIN: Final = frozenset(ascii_letters + digits + "-._~/")
SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def message(fault: Fault, words: Words) -> str:
    """What is wrong: one line, with names as they were written."""
    return words.say("faults", _suiting(fault, words, "faults"), **_values(fault, words))


def hint(fault: Fault, words: Words) -> str:
    """What to do: the word that may have been meant, else the advice of the code; empty where there is none."""
    if fault.like:
        return words.say("hints", "like", like=Said(text=fault.like))
    code = _suiting(fault, words, "hints")
    return words.say("hints", code, **_values(fault, words)) if words.has("hints", code) else ""


def faults_as_text(faults: Iterable[Fault], words: Words) -> Iterator[str]:
    """One line each: `file:line:column: CODE message (hint)`, for facts `CODE name: message (hint)`."""
    for fault in faults:
        advice = hint(fault, words)
        yield _start(fault) + message(fault, words) + (f" ({advice})" if advice else "")


def faults_as_json(faults: Iterable[Fault], words: Words) -> dict[str, object]:
    """The faults of the contract; a line and column are null for facts."""
    return {"faults": [fault_as_json(fault, words) for fault in faults]}


def faults_as_sarif(
    faults: Iterable[Fault], words: Words, *, version: str, warnings: Collection[str] = ()
) -> dict[str, object]:
    """A log in SARIF 2.1.0, its rules in the language of the words; the codes of `warnings` are warnings."""
    listed = list(faults)
    rules = sorted({fault.code for fault in listed})
    levels = {code: "warning" if code in warnings else "error" for code in rules}
    driver = {"name": "policyengine", "version": version, "rules": [_rule(code, levels[code], words) for code in rules]}
    results = [_result(fault, rules.index(fault.code), levels[fault.code], words) for fault in listed]
    run = {
        "tool": {"driver": driver},
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _start(fault: Fault) -> str:
    """Where and which: of a file the place before the code, of facts the name behind it."""
    if not fault.file:
        return f"{fault.code} {fault.at}".rstrip() + ": "
    place = f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
    return f"{place}: {fault.code} "


def fault_as_json(fault: Fault, words: Words) -> dict[str, object]:
    """One fault of the contract."""
    return {
        "code": fault.code,
        "at": fault.at,
        **({"file": fault.file} if fault.file else {}),
        "line": fault.line or None,
        "column": fault.column or None,
        "message": message(fault, words),
        "hint": hint(fault, words),
    }


def _suiting(fault: Fault, words: Words, section: str) -> str:
    """The code of the sentence that suits a fault best; the code itself where none does."""
    return next((one for one in _codes(fault) if words.has(section, one)), fault.code)


def _codes(fault: Fault) -> Iterator[str]:
    for name in ASPECTS:
        value = fault.says.get(name)
        only = value[0] if isinstance(value, list) and len(value) == 1 else value
        if isinstance(only, str):
            yield f"{fault.code}.{only.rpartition('.')[2]}"
    ends = "".join(end for end in ("from", "to") if fault.says.get(end))
    yield f"{fault.code}.{ends}"
    yield from (f"{fault.code}.{name}" for name in ("words", "case", "pointer") if fault.says.get(name))
    yield fault.code


def _values(fault: Fault, words: Words) -> Mapping[str, Said]:
    found = {name: Said(text=_written(name, value, words)) for name, value in fault.says.items()}
    for name in TYPES & fault.says.keys():
        value = fault.says[name]
        types = value if isinstance(value, list) else [value]
        found[name] = Said(text=", ".join(words.say("names", f"type.{one}") for one in types))
    for name in ROWS & fault.says.keys():
        row = fault.says[name]
        found[name] = Said(text=limits_in_words(row, words) if isinstance(row, Mapping) else words.show(row))
    places = fault.says.get("paragraph")
    if isinstance(places, tuple):
        found["paragraph"] = Said(text=f" ({cited(places, words)})" if places else "")
    return found


def _written(name: str, value: object, words: Words) -> str:
    if isinstance(value, Fraction):
        return words.show(value)
    return listed(value) if name in LISTS and isinstance(value, list | tuple) else verbatim(value)


def _rule(code: str, level: str, words: Words) -> dict[str, object]:
    """A rule with its texts, in which an ellipsis stands for what each fault names."""
    texts = {name: _in_general(name, code, words) for name in ("faults", "hints")}
    return {
        "id": code,
        "shortDescription": {"text": texts["faults"]},
        **({"help": {"text": texts["hints"]}} if words.has("hints", code) else {}),
        "defaultConfiguration": {"level": level},
    }


def _in_general(section: str, code: str, words: Words) -> str:
    return words.catalogue.get(section, {}).get(code, code).format_map(_Ellipses())


class _Ellipses(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "" if key == "paragraph" else "…"


def _result(fault: Fault, number: int, level: str, words: Words) -> dict[str, object]:
    advice = hint(fault, words)
    text = message(fault, words) + (f" ({advice})" if advice else "")
    place: dict[str, object] = {"logicalLocations": [{"fullyQualifiedName": fault.at}]} if fault.at else {}
    if fault.file:
        region = {"region": {"startLine": fault.line, "startColumn": fault.column}} if fault.line else {}
        place["physicalLocation"] = {"artifactLocation": {"uri": _uri(fault.file)}, **region}
    return {
        "ruleId": fault.code,
        "ruleIndex": number,
        "level": level,
        "message": {"text": text},
        "locations": [place] if place else [],
    }


def _uri(file: str) -> str:
    """A path as a reference of an address: slashes alone, every other sign escaped that may not stand there."""
    return "".join(chr(one) if chr(one) in PLAIN else f"%{one:02X}" for one in file.replace("\\", "/").encode())
