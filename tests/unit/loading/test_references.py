"""What a word of a policy refers to, and whether a test suits the fact that it tests."""

import pytest

from tests.unit.made import found, made

FACTS = """
vocabulary: {sanctions: {remark: {en: a}}, absences: {leave: {en: b}}}
facts:
  abroad: {type: yes_no, about: {en: abroad}}
  years: {type: number, about: {en: years}}
  sworn: {type: date, about: {en: "the oath"}}
  place: {type: one_of, values: {north: {en: n}, south: {en: s}}, about: {en: place}}
"""
AT = "/not_evaluated/out/when"
GOALS = "for: [staff], every: year, items: {}, paragraph: '9'"


def when(predicate: str) -> tuple[str, str]:
    return FACTS, f"not_evaluated: {{out: {{when: {predicate}, paragraph: '7'}}}}"


@pytest.mark.parametrize(
    ("predicate", "fault"),
    [
        ("{abraod: true}", ("P021", "/abraod")),
        ("{any: [{abraod: true}]}", ("P021", "/any/0/abraod")),
        ("{not: {abraod: true}}", ("P021", "/not/abraod")),
        ("{not_in: [chiefs]}", ("P021", "/not_in/0")),
        ("{group: chiefs}", ("P021", "/group")),
        ("{place: [north, west]}", ("P021", "/place/1")),
        ("{place: {other_than: [west]}}", ("P021", "/place/other_than/0")),
        ("{sanction: [reprimand]}", ("P021", "/sanction/0")),
        ("{absent_on_due: illness}", ("P021", "/absent_on_due")),
        ("{without_plan: [goals]}", ("P021", "/without_plan/0")),
        ("{abroad: north}", ("P013", "/abroad")),
        ("{place: 3}", ("P013", "/place")),
        ("{place: true}", ("P013", "/place")),
        ("{years: many}", ("P013", "/years")),
        ("{years: [1, many]}", ("P013", "/years")),
        ("{sworn: 2026-01-01}", ("P013", "/sworn")),
        ("{tenure_in_period: 1 month}", ("P013", "/tenure_in_period")),
        ("{place: {less_than: 3}}", ("P013", "/place/less_than")),
        ("{years: {before: 2026-01-01}}", ("P013", "/years/before")),
        ("{years: {less_than: 1 month}}", ("P013", "/years/less_than")),
        ("{tenure_in_period: {less_than: 3}}", ("P013", "/tenure_in_period/less_than")),
        ("{sworn: {before: oath}}", ("P022", "/sworn/before")),
        ("{sworn: {before: 2026-02-30}}", ("P022", "/sworn/before")),
        ("{quarter: 0}", ("P005", "/quarter")),
        ("{quarter: [1, 5]}", ("P013", "/quarter/1")),
        ("{evaluated: {less_than: -1}}", ("P005", "/evaluated/less_than")),
    ],
)
def test_a_test_that_does_not_suit_its_fact_is_a_fault(predicate: str, fault: tuple[str, str]) -> None:
    assert found(*when(predicate)) == [(fault[0], AT + fault[1])]


@pytest.mark.parametrize(
    "predicate",
    [
        "{place: north, abroad: false, years: 3.5, sworn: {given: true}}",
        "{years: [1, 2/3], quarter: [1, 4]}",
        "{years: {less_than: -1}}",  # a number of the file's own may be anything
        "{category: whatever}",  # nobody closes it
        "{sworn: {on_or_after: 2026-01-01, on_or_before: sworn}}",
        "{sworn: {before: evaluation}}",
        "{tenure_in_period: {less_than: 1 month}, time_since_return: {more_than: 5 working days}}",
        "{sanction: remark, absent_on_due: [leave]}",
        "{abroad: open, place: {other_than: open}, years: {at_least: open}, sworn: {after: open}}",
    ],
)
def test_a_test_that_suits_its_fact_is_sound(predicate: str) -> None:
    assert found(*when(predicate)) == []


def test_a_test_may_be_read_in_by_a_reading() -> None:
    sets = f"{{{AT}/place: north, {AT}/years/at_least: 3, {AT}/sworn: {{given: true}}}}"
    readings = f"readings: {{r: {{about: {{en: a}}, chosen: x, options: {{x: {{sets: {sets}}}}}}}}}"
    assert found(*when("{place: {reading: r}, years: {at_least: {reading: r}}, sworn: {reading: r}}"), readings) == []


def test_where_the_act_lists_no_sanctions_any_word_is_one() -> None:
    assert found("not_evaluated: {out: {when: {sanction: [rebuke]}, paragraph: '7'}}") == []


@pytest.mark.parametrize(
    ("fragment", "faults"),
    [
        ("timetable: {evaluation: {by: haed}}", [("P021", "/timetable/evaluation/by")]),
        ("timetable: {evaluation: {by: [head, haed]}}", [("P021", "/timetable/evaluation/by/1")]),
        ("timetable: {evaluation: {by: information_system}}", []),  # the language knows it
        ("timetable: {evaluation: {to: [staff, hr, chiefs]}}", [("P021", "/timetable/evaluation/to/2")]),
        ("timetable: {evaluation: {due: event meeting}}", [("P021", "/timetable/evaluation/due")]),
        ("timetable: {evaluation: {due: 1 week after meeting}}", [("P022", "/timetable/evaluation/due")]),
        (
            "timetable: {evaluation: {due: 1 week after later of appointed and meeting}}",
            [("P022", "/timetable/evaluation/due")],
        ),
        ("timetable: {evaluation: {due: day 40 of the month after}}", [("P012", "/timetable/evaluation/due")]),
        ("methods: {sheet: {combine: [mean of raters, mean of voters]}}", [("P012", "/methods/sheet/combine/1")]),
        (
            "methods: {sheet: {items: {work: {name_for: {chiefs: {en: a}}}}}}",
            [("P021", "/methods/sheet/items/work/name_for/chiefs")],
        ),
        ("methods: {sheet: {items: {work: {only_for: [chiefs]}}}}", [("P021", "/methods/sheet/items/work/only_for/0")]),
        ("act: {basis: [code]}", [("P021", "/act/basis/0")]),
        ("duties: {a: {role: head, when: event meeting, does: {en: a}, paragraph: '7'}}", [("P022", "/duties/a/when")]),
        ("duties: {a: {role: head, when: before evaluation, does: {en: a}, paragraph: '7'}}", []),
        (
            "duties: {a: {role: head, when: 1 week before meeting, does: {en: a}, paragraph: '7'}}",
            [("P022", "/duties/a/when")],
        ),
        (
            "duties: {a: {role: head, when: 5 days before evaluation, does: {en: a}, paragraph: '7'}}",
            [("P012", "/duties/a/when")],
        ),
        ("duties: {a: {role: head, when: always, does: {en: a}, paragraph: '7'}}", []),
        (
            "readings: {r: {about: {en: a}, chosen: x, warns: with event meeting, options: {x: {}}}}",
            [("P021", "/readings/r/warns")],
        ),
        ("readings: {r: {about: {en: a}, chosen: x, warns: with event evaluation, options: {x: {}}}}", []),
        ("readings: {r: {about: {en: a}, chosen: x, warns: inside_period, options: {x: {}}}}", []),
        (
            f"timetable: open\nplans: {{goals: {{due: event meeting, {GOALS}}}}}",
            [],
        ),
        (
            f"timetable: open\nplans: {{goals: {{due: 1 week after meeting, {GOALS}}}}}",
            [],
        ),
    ],
)
def test_every_word_refers_to_something_that_is_declared(fragment: str, faults: list[tuple[str, str]]) -> None:
    assert found(fragment) == faults


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("'3'", True),
        ("3", True),
        ("'3/2'", True),
        ("'3/0'", True),  # the preamble
        ("'3/3'", False),
        ("'4(7)'", True),
        ("'4(8)'", False),
        ("'4(1-7)'", True),
        ("'4(6-9)'", False),
        ("'3-5'", True),
        ("'3-6'", False),
        ("chapter 2", True),
        ("decision/1", True),
        ("['3', '6']", False),
    ],
)
def test_only_places_that_the_act_has_can_be_cited(place: str, known: bool) -> None:
    parts = "'3': 2 parts with preamble, '4': 7 points, '5': '1 part, 2 points', decision: 2 parts"
    structure = f"act: {{paragraphs: {{'1': whole, '2': whole, {parts}}}}}"
    rest = "routes: none\ntimetable: none\nmethods: none\nbands: none\nscales: none\ngrades: none"
    cited = f"retention: {{for: not stated, at: [hr], paragraph: {place}}}"
    assert (found(structure, rest, cited) == []) is known


def test_where_the_act_is_not_counted_every_place_can_be_cited() -> None:
    assert made("retention: {for: not stated, at: [hr], paragraph: '99/9'}").section("retention") is not None


def test_what_cannot_be_counted_is_no_structure_of_an_act() -> None:
    assert ("P012", "/act/paragraphs/1") in found("act: {paragraphs: {'1': 2000 parts}}")


@pytest.mark.parametrize(
    ("fold", "faults"),
    [("sum over 4", []), ("mean over 4", [("P012", "/results/year/parts/all/fold")])],
)
def test_a_phrase_that_only_looks_like_one_is_a_fault(fold: str, faults: list[tuple[str, str]]) -> None:
    parts = f"{{all: {{method: sheet, over: evaluated quarters, fold: {fold}}}}}"
    assert found(f"results: {{year: {{every: year, parts: {parts}, rounding: exact, paragraph: '9'}}}}") == faults
