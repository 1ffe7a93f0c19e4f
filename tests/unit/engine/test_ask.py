"""The door of the engine: every question has an answer, names what is missing, or refuses with faults."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.engine import questions
from policyengine.engine.plain import plain
from policyengine.model.fault import Refused
from policyengine.model.period import period
from tests.unit.made import answer, ask, made, missing, refused

DECLARED = """
facts:
  travels: {type: yes_no, about: {en: "is travelling"}}
  since: {type: date, of: person, about: {en: "travels since"}}
not_evaluated: {travelling: {when: {travels: true}, paragraph: "7"}}
"""


def test_there_are_seventeen_questions() -> None:
    assert len(questions()) == 17
    assert {"participation", "timetable", "mark", "final", "in_force", "duties"} <= set(questions())


def test_an_unknown_question_is_bad_input_and_the_nearest_one_is_offered() -> None:
    with pytest.raises(Refused) as found:
        ask(made(), "marks")
    assert [(fault.code, fault.like) for fault in found.value.faults] == [("unknown_question", "mark")]


@pytest.mark.parametrize("question", ["", ".", "..", "__init__", "mark.answer", "mark/", "os", "Mark"])
def test_what_is_no_question_is_bad_input_whatever_it_looks_like(question: str) -> None:
    assert refused(made(), question) == [("unknown_question", question)]


@pytest.mark.parametrize(
    "question", sorted(set(questions()) - {"participation", "timetable", "mark", "in_force", "duties"})
)
def test_a_question_of_which_the_act_says_nothing_does_not_apply(question: str) -> None:
    assert answer(made(), question) == {"applies": False}


@pytest.mark.parametrize(
    ("fragment", "question", "given", "pointer"),
    [
        (
            "methods: {sheet: {rounding: open}}",
            "mark",
            "{method: sheet, marks: {a: {work: 4}}}",
            "/methods/sheet/rounding",
        ),
        ("review: open", "session", "{}", "/review"),  # whether the question applies hangs on it
        ("delegation: open", "delegation", "{evaluated: 3}", "/delegation"),
        ("groups: open", "participation", "{period: 2026-Q1, person: {group: staff}}", "/groups"),  # so do the ids
    ],
)
def test_an_open_value_on_the_way_to_an_answer_is_missing(
    fragment: str, question: str, given: str, pointer: str
) -> None:
    assert missing(made(fragment), question, given) == (pointer,)


def test_an_open_value_beside_the_way_changes_nothing() -> None:
    policy = made("methods: {sheet: {rounding: open}}")
    assert answer(policy, "timetable", "{period: 2026-Q1}")["events"].keys() == {"evaluation@2026-Q1"}


def test_counting_beyond_the_calendar_is_bad_input() -> None:
    policy = made("timetable: {evaluation: {due: 5 working days after period_end}}")
    assert refused(policy, "timetable", "{period: 2040-Q1}") == [("calendar_end", "timetable")]


def test_declared_facts_may_be_given_of_the_person_or_at_the_top() -> None:
    policy = made(DECLARED)
    for given in (
        "{period: 2026-Q1, travels: true, person: {group: staff}}",
        "{period: 2026-Q1, person: {group: staff, travels: true}}",
    ):
        assert answer(policy, "participation", given)["methods"]["sheet"]["reason"] == "travelling"


def test_a_fact_that_nobody_declared_is_bad_input() -> None:
    assert refused(made(DECLARED), "participation", "{travel: true, person: {sinse: 2026-01-01}}") == [
        ("unknown_fact", "travel"),
        ("unknown_fact", "person.sinse"),
    ]


def test_the_readings_of_all_steps_are_the_readings_of_the_answer() -> None:
    policy = made(
        *(f"readings: {{{name}: {{about: {{en: a}}, chosen: x, options: {{x: {{}}}}}}}}" for name in ("r", "s")),
        "methods: {sheet: {rests_on: [r]}}",
        "bands: {grades: {rests_on: [s]}}",
    )
    assert ask(policy, "mark", "{method: sheet, marks: {a: {work: 4}}}").readings == ("r", "s")


def test_what_is_missing_is_explained_as_far_as_it_was_understood() -> None:
    decision = ask(
        made("delegation: {counts: evaluated, more_than: 3, outcome: required, delegates: any_person, paragraph: '7'}"),
        "delegation",
    )
    assert (decision.answer, decision.missing) == (None, ("evaluated",))
    assert decision.why[0].paragraph == ("7",)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2026, 1, 31), "2026-01-31"),
        (period("2026-Q1"), "2026-Q1"),
        (Fraction(7, 8), "0.875"),
        (Fraction(5, 3), "5/3"),
        (Decimal("4.50"), "4.50"),
        ({"a": (1, None, True)}, {"a": [1, None, True]}),
    ],
)
def test_an_answer_has_the_types_of_json_alone(value: object, said: object) -> None:
    assert plain(value) == said


def test_a_fact_that_is_given_twice_has_to_be_the_same() -> None:
    twice = "{{period: 2026-Q1, travels: {}, person: {{group: staff, travels: {}}}}}"
    assert refused(made(DECLARED), "participation", twice.format("true", "false")) == [
        ("contradictory_facts", "person.travels")
    ]
    assert (
        answer(made(DECLARED), "participation", twice.format("true", "true"))["methods"]["sheet"]["evaluated"] is False
    )
    assert missing(made(DECLARED), "participation", twice.format("true", "unknown")) == ("person.travels",)


@pytest.mark.parametrize(
    ("question", "given", "faults"),
    [
        (
            "participation",
            "{day: 1, period: 2026-Q1, person: {group: stuff, appointed: 2026-03-01, dismissed: 2026-02-01}}",
            [("contradictory_facts", "person.dismissed"), ("unknown_fact", "day"), ("unknown_id", "person.group")],
        ),
        (
            "mark",
            "{method: sheet, marks: {a: {work: 9}, b: 4}}",
            [("bad_value", "marks.b"), ("mark_out_of_range", "marks.a.work")],
        ),
        ("timetable", "{day: 1, period: 2040-Q1}", [("calendar_end", "timetable"), ("unknown_fact", "day")]),
        ("timetable", "{day: 1, period: 2026-Q1}", [("unknown_fact", "day")]),
        ("timetable", "{day: 1}", [("unknown_fact", "day")]),
    ],
)
def test_every_fault_of_the_facts_is_named_at_once(question: str, given: str, faults: list[tuple[str, str]]) -> None:
    counted = "timetable: {evaluation: {due: 5 working days after period_end}}"
    assert sorted(refused(made(counted), question, given)) == faults


def test_a_name_that_cannot_be_does_not_hide_what_is_wrong_beside_it() -> None:
    results = """
results:
  sheet:
    every: year
    parts: {all: {method: sheet, over: evaluated quarters, fold: mean}}
    rounding: exact
    paragraph: "4"
"""
    assert sorted(
        refused(made(results), "final", "{marks: {sheet: {2026-Q1: 9, 2026-Q7: 4}, shoot: {2026-Q1: 4}}}")
    ) == [
        ("bad_date", "marks.sheet.2026-Q7"),
        ("mark_out_of_range", "marks.sheet.2026-Q1"),
        ("unknown_id", "marks.shoot"),
    ]
