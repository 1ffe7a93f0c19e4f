"""Whatever is broken in the two policies is found, on its line and in its column, by a code, in three languages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Final

import pytest

from policyengine.cli.shipped import catalogue
from policyengine.document import Place
from policyengine.handbook.faulty import hint, message
from policyengine.loading.load import load
from policyengine.model.fault import Fault
from policyengine.words import LANGUAGES, Words
from tests.door import find, schema
from tests.laws.breaking import Breaking, breakings
from tests.laws.policy_files import PolicyFile
from tests.laws.written import Written

POLICIES: Final = ["nura", "taskala"]
KINDS: Final = [
    "known key misspelt",
    "required key removed",
    "retyped",
    "taken away",
    "emptied",
    "word of a closed list misspelt",
    "phrase misspelt",
    "reference misspelt",
    "id of its block misspelt",
    "address of an option misspelt",
    "declared id misspelt",
    "declared id removed",
    "day that does not exist",
    "place that does not exist",
    "number out of range",
]
# Edits that change one value in one line, and that no other fault hides.
APART: Final = frozenset(KINDS[:1] + KINDS[2:8]) - {"taken away"}
OF_A_KIND: Final = 5
TOGETHER: Final = 40
FILES: Final = 10


@cache
def policy_file(name: str) -> PolicyFile:
    _, data = find(name) or ("", b"")
    return PolicyFile(Written(data.decode()), schema())


@cache
def edits(name: str) -> Mapping[str, Sequence[Breaking]]:
    """All edits of a file by their kind."""
    found: dict[str, list[Breaking]] = defaultdict(list)
    for one in breakings(policy_file(name)):
        found[one.kind].append(one)
    return found


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_offers_edits_of_every_kind_and_at_every_value(name: str) -> None:
    file, found = policy_file(name), edits(name)
    assert set(found) == set(KINDS)
    touched = {one.pointer for kind in ("retyped", "taken away") for one in found[kind]}
    assert {at for at in file.shapes if file.allowed(at)} <= touched


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", POLICIES)
def test_some_edits_of_every_kind_are_found_where_they_stand(name: str, kind: str) -> None:
    some = edits(name)[kind]
    for one in Random(20260101).sample(some, min(OF_A_KIND, len(some))):  # noqa: S311 - the same edits every time
        _refuses(name, [one])


@pytest.mark.parametrize("number", range(FILES))
@pytest.mark.parametrize("name", POLICIES)
def test_many_edits_of_one_file_are_all_found_at_once(name: str, number: int) -> None:
    _refuses(name, _apart(name, Random(number)))  # noqa: S311 - the same edits every time


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", POLICIES)
def test_every_edit_is_found_where_it_stands(name: str, kind: str) -> None:
    for one in edits(name)[kind]:
        _refuses(name, [one])


def _apart(name: str, chance: Random) -> list[Breaking]:
    """Edits of single values, none on the line of another."""
    file, lines, found = policy_file(name), set[int](), list[Breaking]()
    candidates = [one for kind in sorted(APART) for one in edits(name)[kind]]
    while len(found) < TOGETHER:
        one = chance.choice(candidates)
        line = file.written.document.places[one.pointer].key_line
        if line not in lines and not isinstance(file.written.at(one.pointer), dict | list):
            lines.add(line)
            found.append(one)
    return found


def _refuses(name: str, made: Sequence[Breaking]) -> None:
    text = policy_file(name).written.with_changes(*(one.change for one in made))
    faults, places = load(f"{name}.yaml", text.encode(), schema(), find).faults, Written(text).document.places
    for one in made:
        seen = [_is_found(faults, places.get(pointer), one, on_key=on_key) for pointer, on_key in one.found]
        if not (all(seen) if one.each else any(seen)):
            shown = [f"{fault.line}:{fault.column} {fault.code} {fault.at}" for fault in faults[:5]]
            pytest.fail(f"{name}: {one.kind} at {one.pointer}: not found at {one.found}, but {shown}", pytrace=False)
    _can_be_said(faults)


def _is_found(faults: Sequence[Fault], place: Place | None, one: Breaking, *, on_key: bool) -> bool:
    if place is None:
        return False
    line, column = (place.key_line, place.key_column) if on_key else (place.line, place.column)
    return any(
        fault.line == line and column <= fault.column < column + one.width and fault.code in one.codes
        for fault in faults
    )


def _can_be_said(faults: Sequence[Fault]) -> None:
    for language in LANGUAGES:
        words = Words(language=language, catalogue=catalogue(language), names={})
        for fault in faults:
            said = message(fault, words), hint(fault, words)
            assert all(said), f"{fault.code} in {language}: {said}"
            assert said[0] != fault.code
