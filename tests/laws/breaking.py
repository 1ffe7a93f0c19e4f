"""All single edits that break a policy file, each with the place where its fault has to be found.

What must be refused is read off the schema: a key that is asked for and gone; a known key, an id that something refers
to, a word of a closed list or a phrase misspelt; a value of a type that no branch takes; a text left empty; a number or
day beyond what it is held against. An edit that leaves the file valid in meaning is none of these.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.model.pointer import join, split
from policyengine.loading.walk import Schema
from tests.laws.policy_files import PolicyFile, Reference

OTHERS: Final[Mapping[str, object]] = {"qq": "qq", "7": 7, "true": True, "[qq]": ["qq"], "{qq: 1}": {"qq": 1}}
DECLARING: Final = (
    "other_acts roles facts groups grades scales bands methods results plans timetable refusals review forms means readings "
    "vocabulary.channels vocabulary.absences vocabulary.sanctions vocabulary.grounds vocabulary.uses vocabulary.outcomes "
    "vocabulary.offices vocabulary.papers"
).split()
# Ids of the block around them, which no section declares.
HELD_AGAINST_THEIR_BLOCK: Final = frozenset({"chosen", "after", "reason_first", "wins", "wins_over", "only_with"})
OF_PHRASES: Final = frozenset({"P012", "P021", "P022", "P041"})
OF_SHAPE: Final = frozenset({"P001", "P002", "P003", "P004", "P006", "P008", "P009", "P010", "P011", "P012", "P013"})
_word = re.compile(r"[A-Za-z_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """An edit of the text: `found` are the addresses, each with whether it is the key, at which faults must be found."""

    kind: str
    pointer: str
    edit: Callable[[], str]
    codes: frozenset[str]
    found: tuple[tuple[str, bool], ...]
    width: int = 1


def breakings(file: PolicyFile) -> Iterator[Breaking]:
    """Every edit that breaks a file."""
    for pointer, (value, schema) in file.shapes.items():
        yield from _of_keys(file, pointer, value, schema)
        yield from _of_value(file, pointer, value, schema)
    for section in DECLARING:
        for word in sorted(file.declares(section)):
            yield from _of_declaration(file, section, word)


def misspelt(word: str, known: frozenset[str] = frozenset()) -> str:
    """A word with two letters swapped, or one changed; never one of those that are known."""
    swaps = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    changes = [word[:at] + "q" + word[at + 1 :] for at in range(len(word))]
    middle = len(word) // 2
    ordered = [*swaps[middle:], *swaps[:middle], *changes]
    return next(one for one in ordered if one != word and one not in known and one[0].isalpha())


def _of_keys(file: PolicyFile, pointer: str, value: object, schema: Schema) -> Iterator[Breaking]:
    """A known key misspelt, a required key removed."""
    if not isinstance(value, Mapping):
        return
    known = schema.get("properties", {})
    for key in value:
        at = join(pointer, key)
        if key in known and schema.get("additionalProperties") is False:
            yield _key(file, "known key misspelt", at, misspelt(key, frozenset(known)), {"P001"}, [(at, True)])
        if key in schema.get("required", ()):
            yield _removed(file, pointer, key, value)


def _removed(file: PolicyFile, owner: str, key: str, siblings: Mapping[str, object]) -> Breaking:
    at, alone = join(owner, key), len(siblings) == 1 and not file.written.document.places[owner].flow
    return Breaking(
        kind="required key removed",
        pointer=at,
        edit=lambda: file.written.without(at),
        codes=frozenset({"P003", "P009"} if alone else {"P002"}),
        found=((owner, not alone),),
    )


def _of_value(file: PolicyFile, pointer: str, value: object, schema: Schema) -> Iterator[Breaking]:
    """A value retyped, emptied, misspelt."""
    if pointer == "":
        return
    for text, other in OTHERS.items():
        if not file.allows(pointer, other):
            yield _value(file, "retyped", pointer, text, OF_SHAPE)
    if not file.allows(pointer, None):
        yield _value(file, "taken away", pointer, "~", OF_SHAPE)
    if "minLength" in schema:
        yield _value(file, "emptied", pointer, '""', {"P009"})
    if isinstance(value, str):
        yield from _of_word(file, pointer, value, schema)


def _of_word(file: PolicyFile, pointer: str, word: str, schema: Schema) -> Iterator[Breaking]:
    known = frozenset(str(one) for one in schema.get("enum", ()))
    closed = [one for one in file.references if one.pointer == pointer and not one.on_key and _is_closed(file, one)]
    if known or "const" in schema:
        yield _value(file, "word of a closed list misspelt", pointer, misspelt(word, known), {"P004"})
    elif "x-phrase" in schema:
        for found in _word.finditer(word):
            wrong = word[: found.start()] + misspelt(found[0], frozenset(_moments(file))) + word[found.end() :]
            yield _value(file, "phrase misspelt", pointer, f'"{wrong}"', OF_PHRASES)
    elif closed:
        others = frozenset().union(*(file.declares(section) for section in closed[0].sections))
        yield _value(file, "reference misspelt", pointer, misspelt(word, others), {"P021", "P030"})
    elif HELD_AGAINST_THEIR_BLOCK & set(split(pointer)[-2:]):
        yield _value(file, "id of its block misspelt", pointer, misspelt(word), {"P021", "P033"})


def _is_closed(file: PolicyFile, reference: Reference) -> bool:
    return all(file.declares(section) or not section.startswith("vocabulary.") for section in reference.sections)


def _moments(file: PolicyFile) -> Iterator[str]:
    for word in file.declares("timetable"):
        yield from _word.findall(word)


def _of_declaration(file: PolicyFile, section: str, word: str) -> Iterator[Breaking]:
    """An id to which something refers is misspelt where it is declared, or removed."""
    at = join("", *section.split("."), word)
    referring = [one for one in file.referring(section, word) if not one.pointer.startswith(f"{at}/")]
    if not referring:
        return
    found = [(one.pointer, one.on_key) for one in referring]
    codes = {"P021", "P022", "P030"}
    yield _key(file, "declared id misspelt", at, misspelt(word, file.declares(section)), codes, found)
    if len(file.declares(section)) > 1:
        yield Breaking(
            kind="declared id removed",
            pointer=at,
            edit=lambda: file.written.without(at),
            codes=frozenset(codes),
            found=tuple(found),
        )


def _key(
    file: PolicyFile, kind: str, at: str, key: str, codes: set[str], found: list[tuple[str, bool]]
) -> Breaking:
    renamed = join(at.rpartition("/")[0], key)
    return Breaking(
        kind=kind,
        pointer=at,
        edit=lambda: file.written.with_key(at, key),
        codes=frozenset(codes),
        found=tuple((renamed if pointer == at else pointer, on_key) for pointer, on_key in found),
    )


def _value(file: PolicyFile, kind: str, at: str, text: str, codes: frozenset[str] | set[str]) -> Breaking:
    return Breaking(
        kind=kind,
        pointer=at,
        edit=lambda: file.written.with_value(at, text),
        codes=frozenset(codes),
        found=((at, False),),
        width=len(text),
    )
