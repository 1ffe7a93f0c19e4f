"""A file of scenarios is read whole, or refused with every fault at its place."""

import pytest

from policyengine.model.fault import Refused
from policyengine.scenarios.reading import read_scenarios
from tests.door import scenario_schema

GOOD = """policy: small
scenarios:
  - {name: one, ask: mark, given: {}, expect: {mark: null}}
  - {name: two, ask: mark, given: {}, with: {a: b, c: d}, expect_faults: []}
"""
BARE = "  - {name: three, ask: mark, expect_missing: [method]}\n"


def _refused(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as refused:
        read_scenarios("made.yaml", text.encode(), scenario_schema())
    assert {fault.file for fault in refused.value.faults} == {"made.yaml"}
    return [(fault.code, fault.line, fault.column) for fault in refused.value.faults]


def test_a_good_file_gives_its_policy_and_its_scenarios() -> None:
    policy, found = read_scenarios("made.yaml", GOOD.encode(), scenario_schema())
    assert policy == "small"
    assert [(one.name, one.readings) for one in found] == [("one", ()), ("two", (("a", "b"), ("c", "d")))]


def test_a_question_may_be_asked_without_any_fact() -> None:
    _, found = read_scenarios("made.yaml", f"{GOOD}{BARE}".encode(), scenario_schema())
    assert (found[2].given, found[2].expect_missing) == ({}, ["method"])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("D003", 1, 1)]),
        ("- a\n- b\n", [("D013", 1, 1)]),
        ("policy: small\nscenarios: [\n", [("D002", 3, 1)]),
        (f"{GOOD}  - {{name: three, ask: mark, given: {{}}}}\n", [("S001", 5, 5)]),
        (f"{GOOD}  - {{name: one, ask: mark, given: {{}}, expect: {{a: 1}}}}\n", [("S002", 5, 12)]),
        (f"{GOOD}  - {{name: [one], ask: mark, given: {{}}, expect: {{a: 1}}}}\n", [("P003", 5, 12)]),
        (f"{GOOD}  - {{name: three, given: {{}}, expect: {{a: 1}}}}\n", [("P002", 5, 5)]),
        (f"{GOOD}  - {{name: three, asks: mark, ask: mark, given: {{}}, expect: {{a: 1}}}}\n", [("P001", 5, 19)]),
        (f"{GOOD}  - three\n", [("P003", 5, 5)]),
        ("policy: small\nscenarios: many\n", [("P003", 2, 12)]),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, faults: list[tuple[str, int, int]]) -> None:
    assert _refused(text) == faults


def test_every_fault_of_a_file_is_named_at_once() -> None:
    twice = "  - {name: one, ask: mark, given: {}}\n"
    assert sorted(code for code, _, _ in _refused(f"{GOOD}{twice}  - {{name: 3}}\n")) == [
        "P002", "P003", "S001", "S001", "S002",
    ]  # fmt: skip
