"""All single edits that break a policy file, each with the place where its fault has to be found.

What must be refused is read off the schema: a key that is asked for and gone; a known key, an id that something refers
to, a word of a closed list or a phrase misspelt; a value of a type that no branch takes; a text left empty; a day or a
number beyond what it is held against. An edit that leaves the file valid in meaning is none of these: an id renamed
that nothing names, an optional key gone, another prose, another number within its limits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from policyengine.loading.walk import Schema
from policyengine.model.pointer import join, split
from tests.laws.policy_files import PolicyFile, Reference
from tests.laws.written import Change

OTHERS: Final[Mapping[str, object]] = {"qq": "qq", "7": 7, "true": True, "[qq]": ["qq"], "{qq: 1}": {"qq": 1}}
SECTIONS: Final = (
    "other_acts roles facts groups grades scales bands methods results plans timetable refusals review forms means "
    "readings vocabulary.channels vocabulary.absences vocabulary.sanctions vocabulary.grounds vocabulary.uses "
    "vocabulary.outcomes vocabulary.offices vocabulary.papers"
).split()
# Ids of the block around them, which no section declares.
OF_THEIR_BLOCK: Final = frozenset({"chosen", "after", "reason_first", "wins", "wins_over", "only_with"})
LIMITS: Final = frozenset({"from", "above", "to", "below"})
SHAPE: Final = frozenset({"P001", "P002", "P003", "P004", "P006", "P008", "P009", "P010", "P011", "P012", "P013"})
FAR: Final = 1_000_000
WHOLE_LINE: Final = 1_000
_word = re.compile(r"[A-Za-z_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """An edit of the text.

    `found` are the addresses, each with whether its key is meant, at which a fault with one of the `codes` must be
    found, or within `width` letters from there: at all of them, or at one where not `each` must have one.
    """

    kind: str
    pointer: str
    change: Change
    codes: frozenset[str]
    found: tuple[tuple[str, bool], ...]
    width: int = 1
    each: bool = True


def breakings(file: PolicyFile) -> Iterator[Breaking]:
    """Every edit that breaks a file."""
    for pointer, (value, schema) in file.shapes.items():
        yield from _of_keys(file, pointer, value, schema)
        yield from _of_value(file, pointer, value, schema)
        yield from _of_number(file, pointer, value)
    for section in SECTIONS:
        for word in sorted(file.declares(section)):
            yield from _of_declaration(file, section, word)
    for at, pointer, _ in file.sets():
        yield _key(file, "address of an option misspelt", at, misspelt(pointer), frozenset({"P032"}))


def misspelt(word: str, known: frozenset[str] = frozenset()) -> str:
    """A word with two letters swapped, or one changed; never one of those that are known."""
    swaps = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    changes = [word[:at] + "q" + word[at + 1 :] for at in range(len(word))]
    middle = len(word) // 2
    return next(
        one for one in (*swaps[middle:], *swaps[:middle], *changes) if one not in {word, *known} and one[0] == word[0]
    )


def _of_keys(file: PolicyFile, pointer: str, value: object, schema: Schema) -> Iterator[Breaking]:
    """A known key misspelt, a required key removed."""
    known = schema.get("properties", {})
    for key in value if isinstance(value, Mapping) else ():
        at = join(pointer, key)
        if key in known and schema.get("additionalProperties") is False:
            yield _key(file, "known key misspelt", at, misspelt(key, frozenset(known)), frozenset({"P001"}))
        if key in schema.get("required", ()) and not file.allows(pointer, {}):
            yield _required(file, pointer, at, hole="hole" in schema)


def _required(file: PolicyFile, owner: str, at: str, *, hole: bool) -> Breaking:
    """Without its only key a block is empty, and nobody can tell a hole by its shape any more."""
    alone = hole or file.written.is_alone(at)
    return Breaking(
        kind="required key removed",
        pointer=at,
        change=file.written.without(at),
        codes=SHAPE if alone else frozenset({"P002"}),
        found=((owner, True),),
        width=WHOLE_LINE if alone else 1,
    )


def _of_value(file: PolicyFile, pointer: str, value: object, schema: Schema) -> Iterator[Breaking]:
    """A value retyped, emptied, misspelt."""
    if pointer == "":
        return
    others = [text for text, other in OTHERS.items() if not file.allows(pointer, other)]
    chosen = len(pointer) % len(others) if others else 0
    for text in others[chosen : chosen + 1]:
        yield _value(file, "retyped", pointer, text, SHAPE)
    if not file.allows(pointer, None):
        yield _value(file, "taken away", pointer, "~", SHAPE)
    if "minLength" in schema:
        yield _value(file, "emptied", pointer, '""', {"P009"})
    if isinstance(value, str):
        yield from _of_word(file, pointer, value, schema)


def _of_word(file: PolicyFile, pointer: str, word: str, schema: Schema) -> Iterator[Breaking]:
    known = frozenset(str(one) for one in schema.get("enum", ()))
    reference = file.referring_values.get(pointer)
    if known or "const" in schema:
        yield _value(file, "word of a closed list misspelt", pointer, misspelt(word, known), {"P004", "P012"})
    elif "x-phrase" in schema:
        yield from _of_phrase(file, pointer, word, schema["x-phrase"])
    elif reference is not None and _is_closed(file, reference):
        others = frozenset().union(*(file.declares(section) for section in reference.sections))
        yield _value(file, "reference misspelt", pointer, misspelt(word, others), {"P021"})
    elif OF_THEIR_BLOCK & set(split(pointer)[-2:]):
        yield _value(file, "id of its block misspelt", pointer, misspelt(word), {"P021", "P033"})


def _of_phrase(file: PolicyFile, pointer: str, phrase: str, grammar: str) -> Iterator[Breaking]:
    codes = {"P008", "P012", "P021", "P022"}
    parts = frozenset(part for event in file.declares("timetable") for part in _word.findall(event))
    for found in _word.finditer(phrase):
        wrong = phrase[: found.start()] + misspelt(found[0], parts) + phrase[found.end() :]
        yield _value(file, "phrase misspelt", pointer, f'"{wrong}"', codes)
    for day in re.finditer(r"\d{4}-\d\d-\d\d", phrase):
        yield _value(file, "day that does not exist", pointer, f"{day[0][:4]}-02-30", codes)
    for day in re.finditer(r"(?<=day )\d+(?= of)|\d+(?= [A-Z])", phrase):
        wrong = phrase[: day.start()] + "32" + phrase[day.end() :]
        yield _value(file, "day that does not exist", pointer, wrong, codes)
    if grammar == "place" and phrase[-1].isdigit():
        yield _value(file, "place that does not exist", pointer, f'"{phrase}99"', {"P012", "P041"})


def _of_number(file: PolicyFile, pointer: str, value: object) -> Iterator[Breaking]:
    """A number that is beyond what it is held against: nought, its other limit, its scale, the marks there are."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return
    before, _, key = pointer.replace("~1", "/").rpartition("/")
    place, far = pointer.removesuffix(key), FAR if key in {"to", "below", "at_most"} else -FAR
    limits = [one for limit in LIMITS for one in _limit(file, f"{place}{limit}")]
    if key == "step":
        yield _value(file, "number out of range", pointer, "0", {"P056"})
    if key in {"least", "most", "more_than"} or file.fact_of(pointer):
        yield _value(file, "number out of range", pointer, "-1", {"P005"})
    if key in LIMITS and len(limits) > 1:
        upside_down = _value(file, "number out of range", pointer, str(-far), {"P052"})
        yield replace(upside_down, found=tuple((limit, False) for limit in limits), each=False)
    if key in {"at_most", "at_least"} or (key in LIMITS and "/bands/" in before and _scale_ends(file, before, key)):
        yield _value(file, "number out of range", pointer, str(far), {"P053"})


def _limit(file: PolicyFile, at: str) -> list[str]:
    """Where a limit stands, and where options of a reading say it; nowhere where there is none."""
    found = file.written.at(at)
    if not isinstance(found, Mapping):
        return [at] if found is not None else []
    return [at, *(option for option, pointer, _ in file.sets() if pointer == at)]


def _scale_ends(file: PolicyFile, row: str, limit: str) -> bool:
    """Whether the scale of a table has a limit on that side; what a row permits is held against the marks."""
    if row.endswith("/permits"):
        return True
    scale = file.written.at(f"{row.partition('/rows/')[0]}/of")
    return file.written.at(join("/scales", str(scale), limit)) is not None


def _is_closed(file: PolicyFile, reference: Reference) -> bool:
    return all(file.declares(section) or not section.startswith("vocabulary.") for section in reference.sections)


def _of_declaration(file: PolicyFile, section: str, word: str) -> Iterator[Breaking]:
    """An id to which something refers is misspelt where it is declared, or removed."""
    at, known = join("", *section.split("."), word), file.declares(section)
    referring = [one for one in file.referring(section, word) if not one.pointer.startswith(f"{at}/")]
    if not referring:
        return
    renamed = _key(file, "declared id misspelt", at, misspelt(word, known), frozenset({"P021", "P022"}))
    renamed = replace(renamed, found=tuple((one.pointer, one.on_key) for one in referring))
    yield renamed
    if len(known) > 1:
        yield replace(renamed, kind="declared id removed", change=file.written.without(at))


def _key(file: PolicyFile, kind: str, at: str, key: str, codes: frozenset[str]) -> Breaking:
    return Breaking(
        kind=kind,
        pointer=at,
        change=file.written.with_key(at, key),
        codes=codes,
        found=((join(at.rpartition("/")[0], key), True),),
    )


def _value(file: PolicyFile, kind: str, at: str, text: str, codes: Iterable[str]) -> Breaking:
    return Breaking(
        kind=kind,
        pointer=at,
        change=file.written.with_value(at, text),
        codes=frozenset(codes),
        found=((at, False),),
        width=len(text),
    )
