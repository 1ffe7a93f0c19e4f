"""The walk along the schema finds each fault where it stands; the judge finds nothing that the walk does not."""

import pytest

from policyengine.loading.judge import judged
from policyengine.loading.walk import Same, walk_of
from policyengine.model.pointer import split
from tests.door import loaded as shipped
from tests.door import schema
from tests.unit.made import SMALL, found, from_text, loaded


@pytest.mark.parametrize(
    ("fragment", "fault"),
    [
        ("roels: {}", ("P001", "/roels")),
        ("methods: {sheet: {rounding: none}}", ("P002", "/methods/sheet")),
        ("methods: {sheet: {items: {work: {name: work}}}}", ("P003", "/methods/sheet/items/work/name")),
        ("methods: {sheet: {every: {from: 2026-01-01}}}", ("P002", "/methods/sheet/every")),
        ("methods: {sheet: {every: decade}}", ("P004", "/methods/sheet/every")),
        ("methods: {sheet: {every: [year, decade]}}", ("P004", "/methods/sheet/every/1")),
        ("methods: {sheet: {every: [year, year]}}", ("P007", "/methods/sheet/every/1")),
        ("methods: {sheet: {raters: {evaluator: {least: -1}}}}", ("P005", "/methods/sheet/raters/evaluator/least")),
        ("methods: {sheet: {raters: {evaluator: {least: 1.5}}}}", ("P003", "/methods/sheet/raters/evaluator/least")),
        ("methods: {sheet: {raters: {evaluator: {least: true}}}}", ("P003", "/methods/sheet/raters/evaluator/least")),
        ("methods: {sheet: {anonymous: no}}", ("P011", "/methods/sheet/anonymous")),
        ("methods: {sheet: {anonymous: 1}}", ("P003", "/methods/sheet/anonymous")),
        ("methods: {sheet: {anonymous: ~}}", ("P009", "/methods/sheet/anonymous")),
        ("methods: {sheet: {combine: ~}}", ("P009", "/methods/sheet/combine")),
        ("methods: {sheet: {combine: {a: b}}}", ("P003", "/methods/sheet/combine")),
        ("methods: {sheet: {rounding: [exact]}}", ("P003", "/methods/sheet/rounding")),
        ("methods: {sheet: {rounding: 2}}", ("P012", "/methods/sheet/rounding")),
        ("methods: {sheet: {rounding: ''}}", ("P012", "/methods/sheet/rounding")),
        ("roles: {Head: {name: {en: head}}}", ("P006", "/roles/Head")),
        ("policy: Small", ("P006", "/policy")),
        ("language: 2", ("P010", "/language")),
        ("name: {en: ' '}", ("P009", "/name/en")),
        ("act: {date: 2026-02-30}", ("P008", "/act/date")),
        ("act: {date: tomorrow}", ("P012", "/act/date")),
        ("act: {kind: law}", ("P004", "/act/kind")),
        ("act: {kind: {law: order}}", ("P004", "/act/kind")),
        ("act: {kind: [order]}", ("P004", "/act/kind")),
        ("act: {kind: ~}", ("P009", "/act/kind")),
        ("language: true", ("P010", "/language")),
        ("act: {number: 7}", ("P003", "/act/number")),
        ("roles: {head: {name: {en: heads, of units: ~}}}", ("P014", "/roles/head/name/of units")),
        ("routes: {staff: {'5': ~}}", ("P015", "/routes/staff/5")),
        ("routes: {staff: {'5': 6}}", ("P001", "/routes/staff/5")),
        ("roles: {head: {aliases: {en: [chief, chief]}}}", ("P007", "/roles/head/aliases/en/1")),
        ("groups: {staff: {who: {category: []}}}", ("P009", "/groups/staff/who/category")),
        ("groups: {staff: {who: {quarter: {}}}}", ("P009", "/groups/staff/who/quarter")),
        ("limits: {delegation: {fixed: true}}", ("P006", "/limits/delegation")),
        ("bands: {grades: {rows: {good: {from: three}}}}", ("P012", "/bands/grades/rows/good/from")),
        ("secrecy: {level: strict, open_to: [hr, hr], paragraph: '7'}", ("P007", "/secrecy/open_to/1")),
    ],
)
def test_a_fault_of_shape_is_found_where_it_stands(fragment: str, fault: tuple[str, str]) -> None:
    assert found(fragment) == [fault]


def test_nothing_twice_is_nothing_and_a_repetition() -> None:
    assert sorted(found("act: {basis: [~, ~]}")) == [
        ("P007", "/act/basis/1"),
    ]


def test_a_slip_in_the_key_of_a_hole_is_no_other_fault() -> None:
    assert found("methods: {sheet: {rounding: {readnig: digits}}}") == [
        ("P001", "/methods/sheet/rounding/readnig"),
    ]


def test_a_text_needs_one_language_at_least() -> None:
    faults = from_text(SMALL.replace('name: {en: "methodology"}', "name: {}")).faults
    assert [(fault.code, fault.at) for fault in faults] == [("P009", "/name")]


def test_several_faults_are_named_at_once_each_at_its_line() -> None:
    broken = (
        SMALL.replace("by: head", "by: haed")
        .replace("kind: order", "kind: odrer")
        .replace("every: quarter", "every: qarter", 1)
    )
    lines = broken.splitlines()
    faults = from_text(broken).faults
    assert sorted((fault.code, lines[fault.line - 1].strip()) for fault in faults) == [
        ("P004", "every: qarter"),
        ("P004", "kind: odrer"),
        ("P021", "by: haed"),
    ]


def test_a_fault_of_a_key_is_found_at_the_key_and_one_of_a_value_at_the_value() -> None:
    broken = SMALL.replace("hr: {name", "hr: {nmae").replace('number: "1"', "number: 1")
    places = {fault.code: (fault.line, fault.column) for fault in from_text(broken).faults}
    lines = broken.splitlines()
    unknown, wrong = places["P001"], places["P003"]
    assert lines[unknown[0] - 1][unknown[1] - 1 :].startswith("nmae")
    assert lines[wrong[0] - 1][wrong[1] - 1 :] == "1"


def test_a_fault_without_a_place_is_found_at_the_nearest_one() -> None:
    without = SMALL.replace("    rounding: half up to 2\n", "")
    fault = from_text(without).faults[0]
    assert (fault.code, fault.at) == ("P002", "/methods/sheet")
    assert without.splitlines()[fault.line - 1].strip() == "sheet:"


def test_a_file_without_its_first_keys_lacks_them_at_its_beginning() -> None:
    faults = from_text("language: 1\n").faults
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [("P002", 1, 1)] * 3


@pytest.mark.parametrize("text", ["", "- 1", "a: [", "policy"])
def test_what_is_no_policy_at_all_cannot_be_used(text: str) -> None:
    file = from_text(text)
    assert file.raw is None
    assert file.faults[0].file == "made.yaml"


def test_open_values_are_listed_by_their_addresses() -> None:
    file = loaded(
        "methods: {sheet: {combine: [mean of raters, mean of items], rounding: open}}",
        "review: open",
        "name: {en: open}",
    )
    assert file.open == ("/methods/sheet/rounding", "/review")


@pytest.mark.parametrize("policy", ["taskala", "nura"])
def test_the_judge_finds_nothing_in_a_file_in_which_the_walk_found_nothing(policy: str) -> None:
    raw = shipped(policy).raw
    assert raw is not None
    assert list(judged(raw, schema())) == []


def test_the_judge_names_what_the_schema_refuses_by_its_address() -> None:
    raw = loaded("methods: {sheet: {rounding: 7}}").raw
    assert raw is not None
    assert [(fault.code, fault.at) for fault in judged(raw, schema())] == [("P099", "/methods")]


@pytest.mark.parametrize(
    ("pointer", "required"),
    [
        ("/timetable/evaluation/due", True),
        ("/timetable/evaluation/name", False),
        ("/timetable/evaluation", False),
        ("/methods/sheet/every/from", True),
        ("/policy", True),
        ("/nowhere/at/all", False),
        ("", False),
    ],
)
def test_the_schema_says_what_must_be_there(pointer: str, required: bool) -> None:
    assert walk_of(Same(schema())).requires(schema(), split(pointer)) is required


def test_two_schemas_are_the_same_where_they_are_one() -> None:
    assert Same(schema()) == Same(schema())
    assert Same(schema()) != Same({**schema()})
    assert Same(schema()) != schema()
