"""A policy that extends another: what it takes over, replaces, takes out, and what it may not leave."""

import pytest

from policyengine.loading.load import Loaded
from policyengine.loading.resolving import policy_of
from tests.unit.made import SMALL, answer, from_text, over

OVERLAY = "language: 1\npolicy: over\nextends: small\nname: {en: over}\n"
LIMITED = """
vocabulary: {outcomes: {anybody: {en: a}}}
delegation: {counts: evaluated, more_than: 20, outcome: required, delegates: anybody, paragraph: "7"}
limits:
  /delegation/more_than: {at_least: 10, at_most: 30}
  /delegation/outcome: {fixed: true}
  /timetable/evaluation/due: {one_of: [day 20 of the month after, day 25 of the month after]}
"""


def layered(overlay: str, **files: str) -> Loaded:
    return from_text(OVERLAY + overlay, {"small": SMALL, **files})


def codes(overlay: str, **files: str) -> list[tuple[str, str]]:
    return [(fault.code, fault.at) for fault in layered(overlay, **files).faults]


def test_an_overlay_that_says_nothing_is_its_base() -> None:
    file = layered("")
    assert file.faults == ()
    assert file.raw is not None
    assert policy_of(file.raw).id == "over"
    assert (
        answer(policy_of(file.raw), "timetable", "{period: 2026-Q1}")["events"]["evaluation@2026-Q1"]["due"]
        == "2026-04-20"
    )


def test_an_overlay_changes_single_values_under_its_own_citation() -> None:
    file = layered("timetable: {evaluation: {due: day 15 of the month after, paragraph: '6'}}")
    assert file.faults == ()
    assert file.raw is not None
    event = answer(policy_of(file.raw), "timetable", "{period: 2026-Q1}")["events"]["evaluation@2026-Q1"]
    assert (event["due"], event["by"]) == ("2026-04-15", "head")


@pytest.mark.parametrize(
    "overlay",
    [
        "methods: {sheet: {rounding: none}}",  # it must be there
        "scales: none",  # the table stands on it
        "roles: {head: none}",  # somebody speaks of the role
        "groups: {staff: none}",
        "methods: {sheet: none}",
    ],
)
def test_what_an_overlay_takes_out_must_not_be_missed(overlay: str) -> None:
    assert {code for code, _ in codes(overlay)} <= {"P002", "P021"}
    assert codes(overlay)


def test_an_overlay_may_take_out_what_nobody_misses() -> None:
    file = layered("timetable: none\nroles: {deputy: none}\nmethods: {sheet: {bands: none}}\nbands: none\ngrades: none")
    assert file.faults == ()
    assert file.raw is not None
    assert "timetable" not in file.raw


@pytest.mark.parametrize(
    ("overlay", "faults"),
    [
        ("retention: {for: 1 year after evaluation_completed, at: [hr]}", ["/retention/for", "/retention/at"]),
        ("retention: {for: 1 year after evaluation_completed, at: [hr], paragraph: '8'}", []),
        ("retention: {for: 1 year after evaluation_completed, at: [hr], from: {act: law, place: '8'}}", []),
        ("retention: {for: 1 year after evaluation_completed, at: [hr], cited: {for: '8'}}", ["/retention/at"]),
        ("methods: {sheet: {items: {work: {name: {en: labour}}}}}", ["/methods/sheet/items/work/name/en"]),
        ("methods: {sheet: {items: {work: {name: {en: labour}}, paragraph: '8'}}}", []),
        ("roles: {head: {name: {en: chief}}}", []),  # no value of the law
    ],
)
def test_a_citation_of_the_base_never_covers_a_value_of_the_overlay(overlay: str, faults: list[str]) -> None:
    assert codes(overlay) == [("P069", at) for at in faults]


READING = """
methods: {sheet: {rounding: {reading: digits}}}
readings:
  digits:
    about: {en: how many digits}
    chosen: two
    %s
    options:
      two: {sets: {/methods/sheet/rounding: half up to 2}%s}
      none: {sets: {/methods/sheet/rounding: exact}%s}
"""


def test_what_an_option_of_an_overlay_sets_is_cited_too() -> None:
    place = "/readings/digits/options/{}/sets/~1methods~1sheet~1rounding"
    both = [("P069", place.format("two")), ("P069", place.format("none"))]
    assert codes(READING % ("", "", "")) == both
    assert codes(READING % ("paragraph: '8'", "", "")) == []
    assert codes(READING % ("", ", paragraph: '8'", ", from: {act: law}")) == []
    assert codes(READING % ("", "", ", paragraph: '8'")) == both[:1]


def test_an_option_of_an_overlay_that_wants_nothing_cites_nothing() -> None:
    hole = """
methods: {sheet: {bands: {reading: banded}}}
readings: {banded: {about: {en: a}, chosen: none, options: {none: {sets: {/methods/sheet/bands: none}}}}}
"""
    assert codes(hole) == []


def test_an_option_called_none_can_be_chosen_by_an_overlay() -> None:
    base = over(READING % ("paragraph: '4'", "", ""))
    file = layered("readings: {digits: {chosen: none}}", small=base)
    assert file.faults == ()
    assert file.raw is not None
    given = "{method: sheet, marks: {a: {work: 4}, b: {work: 4}, c: {work: 5}}}"
    assert answer(policy_of(file.raw), "mark", given)["mark"] == "13/3"


@pytest.mark.parametrize(
    ("overlay", "faults"),
    [
        ("delegation: {more_than: 10, paragraph: '7'}", []),
        ("delegation: {more_than: 30, paragraph: '7'}", []),
        ("delegation: {more_than: 9, paragraph: '7'}", [("P070", "/delegation/more_than")]),
        ("delegation: {more_than: 31, paragraph: '7'}", [("P070", "/delegation/more_than")]),
        ("delegation: {outcome: permitted, paragraph: '7'}", [("P070", "/delegation/outcome")]),
        ("delegation: {outcome: required, paragraph: '7'}", []),
        ("timetable: {evaluation: {due: day 25 of the month after, paragraph: '6'}}", []),
        (
            "timetable: {evaluation: {due: day 10 of the month after, paragraph: '6'}}",
            [("P070", "/timetable/evaluation/due")],
        ),
        (
            "delegation: none",
            [
                ("P070", "/delegation/more_than"),
                ("P070", "/delegation/outcome"),
                ("P082", "/limits/~1delegation~1more_than"),
                ("P082", "/limits/~1delegation~1outcome"),
            ],
        ),
        (
            "delegation: {more_than: none, at_least: 20, paragraph: '7'}",
            [("P070", "/delegation/more_than"), ("P082", "/limits/~1delegation~1more_than")],
        ),
    ],
)
def test_an_overlay_stays_within_the_limits_of_its_base(overlay: str, faults: list[tuple[str, str]]) -> None:
    assert sorted(codes(overlay, small=over(LIMITED))) == faults


def test_an_upper_limit_alone_wants_a_number_too() -> None:
    most = over(LIMITED, "limits: {/delegation/more_than: {at_least: none}}")
    assert ("P070", "/delegation/more_than") in codes(
        "delegation: {more_than: none, at_least: 20, paragraph: '7'}", small=most
    )


def test_a_limit_holds_what_the_chosen_reading_says() -> None:
    reading = """
delegation: {more_than: {reading: n}}
readings:
  n:
    about: {en: n}
    paragraph: "7"
    chosen: few
    options: {few: {sets: {/delegation/more_than: 20}}, many: {sets: {/delegation/more_than: 40}}}
"""
    base = over(LIMITED, reading)
    assert codes("", small=base) == []
    assert codes("readings: {n: {chosen: many}}", small=base) == [("P070", "/delegation/more_than")]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "P071"),
        ({"base": "policy: ["}, "P073"),
        ({"base": "- a list"}, "P073"),
        ({"base": "{policy: base, extends: base}"}, "P072"),
        ({"base": "{policy: base, extends: other}", "other": "{policy: other, extends: base}"}, "P072"),
        ({"base": "{policy: base, extends: other}"}, "P071"),
    ],
)
def test_a_base_that_cannot_be_had_is_a_fault_where_it_is_named(files: dict[str, str], code: str) -> None:
    file = from_text(OVERLAY.replace("small", "base"), files)
    assert (code, "/extends", 3) in [(fault.code, fault.at, fault.line) for fault in file.faults]


@pytest.mark.parametrize(("deep", "code"), [(3, []), (4, ["P072"])])
def test_layers_may_be_laid_on_layers_but_not_without_end(deep: int, code: list[str]) -> None:
    files = {f"b{number}": f"{{policy: b{number}, extends: b{number + 1}}}" for number in range(deep)}
    files[f"b{deep}"] = SMALL
    faults = from_text(OVERLAY.replace("small", "b0"), files).faults
    assert [fault.code for fault in faults if fault.code == "P072"] == code


def test_what_is_wrong_with_a_base_is_found_where_the_base_is_named() -> None:
    broken = over("timetable: {evaluation: {due: 5 days after evaluation, by: chief}}")
    file = layered("", small=broken)
    assert sorted((fault.code, fault.at, fault.line) for fault in file.faults) == [
        ("P012", "/timetable/evaluation/due", 3),
        ("P021", "/timetable/evaluation/by", 3),
    ]


def test_a_hole_replaces_a_block_and_a_block_a_hole() -> None:
    hole = "retention: {reading: kept}"
    block = "retention: {for: 1 year after evaluation_completed, at: [hr], paragraph: '8'}"
    sets = "{/retention: {for: 2 years after evaluation_completed, at: [hr]}}"
    kept = f"readings: {{kept: {{about: {{en: a}}, chosen: x, paragraph: '8', options: {{x: {{sets: {sets}}}}}}}}}"
    for below, above in ((block, f"{hole}\n{kept}"), (f"{hole}\n{kept}", f"{block}\nreadings: {{kept: none}}")):
        file = layered(above, small=over(below))
        assert file.faults == ()
        assert file.raw is not None
        years = 2028 if above.startswith(hole) else 2027
        assert answer(policy_of(file.raw), "retention", "{completed: 2026-01-31}") == {"keep_until": f"{years}-01-31"}
