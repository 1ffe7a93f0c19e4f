"""Whatever happens to a file, it is refused with faults or it loads: soon, in little memory, and with no exception."""

import time
import tracemalloc
from random import Random
from typing import Final

import pytest

from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from tests.door import find, schema
from tests.laws.examples_of_faults import loaded
from tests.laws.large_files import LARGE
from tests.laws.mangling import mangled

FILES: Final = 500
FILES_OF_SOAK: Final = 5_000
IN_ONE_TEST: Final = 250
SECONDS: Final = 5.0
SECONDS_OF_THE_LARGEST: Final = 20.0
MEMORY: Final = 300_000_000  # bytes, for files of two million at the most
FEW: Final = 300
MANY: Final = 15_000


@pytest.mark.parametrize("first", range(0, FILES, IN_ONE_TEST))
def test_a_mangled_file_is_refused_or_loads(first: int) -> None:
    for number in range(first, first + IN_ONE_TEST):
        _refused_or_sound(number)


@pytest.mark.soak
@pytest.mark.parametrize("first", range(FILES, FILES_OF_SOAK, IN_ONE_TEST))
def test_any_mangled_file_is_refused_or_loads(first: int) -> None:
    for number in range(first, first + IN_ONE_TEST):
        _refused_or_sound(number)


def _refused_or_sound(number: int) -> None:
    data = mangled(Random(number))  # noqa: S311 - the same files every time
    began = time.process_time()
    found = load("mangled.yaml", data, schema(), find)
    assert time.process_time() - began < SECONDS, f"file {number} takes too long"
    _is_told(found)


def _is_told(found: Loaded) -> None:
    """Faults that stand in the file, or a policy."""
    assert all(fault.code and fault.file and fault.line >= 1 and fault.column >= 1 for fault in found.faults)
    if not found.faults:
        assert found.raw is not None
        assert policy_of(found.raw).digest


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_file_takes_little_time_and_memory(kind: str) -> None:
    text = LARGE[kind](FEW)
    tracemalloc.start()
    try:
        _is_told(loaded(text))
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.soak
@pytest.mark.parametrize("kind", LARGE)
def test_a_very_large_file_ends_in_time(kind: str) -> None:
    text = LARGE[kind](MANY)
    began = time.process_time()
    _is_told(loaded(text))
    assert time.process_time() - began < SECONDS_OF_THE_LARGEST
