"""What a well-formed file may still say that no question could be answered by."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

GOALS = "for: [staff], due: 15 January, paragraph: '9'"
PLANNED = f"plans: {{goals: {{every: year, items: {{}}, {GOALS}}}}}"
AGAIN = "every: quarter, completes: [sheet], by: hr, due: 15 January, paragraph: '6'"


@pytest.mark.parametrize(
    ("fragment", "fault"),
    [
        ("methods: {sheet: {raters: {evaluator: none}}}", ("P009", "/methods/sheet/raters")),
        ("methods: {sheet: {items: {work: none}}}", ("P009", "/methods/sheet/items")),
        ("methods: {sheet: {answers: none}}", ("P065", "/methods/sheet/items/work")),
        (
            f"methods: {{sheet: {{answers: none, items: {{work: none, set_in: goals}}}}}}\n{PLANNED}",
            ("P065", "/methods/sheet"),
        ),
        ("methods: {sheet: {answers: {values: {yes: 1}}}}", ("P065", "/methods/sheet/answers")),
        ("methods: {sheet: {answers: {each: 1}}}", ("P065", "/methods/sheet/answers")),
        ("methods: {sheet: {answers: {from: 1}}}", ("P065", "/methods/sheet/answers")),
        ("methods: {sheet: {items: {work: {answers: {step: 1}}}}}", ("P065", "/methods/sheet/items/work/answers")),
        (
            "methods: {sheet: {items: {work: {answers: {from: 3, to: 1}}}}}",
            ("P052", "/methods/sheet/items/work/answers/to"),
        ),
        (
            "methods: {sheet: {items: {work: {answers: {above: 3, to: 3}}}}}",
            ("P052", "/methods/sheet/items/work/answers/to"),
        ),
        (
            "methods: {sheet: {items: {work: {answers: {from: 1, to: 3, step: 0}}}}}",
            ("P056", "/methods/sheet/items/work/answers/step"),
        ),
        (
            "methods: {sheet: {items: {work: {answers: {from: 1, to: 3, step: 5}}}}}",
            ("P056", "/methods/sheet/items/work/answers/step"),
        ),
        ("methods: {sheet: {combine: [mean of items]}}", ("P064", "/methods/sheet/combine")),
        ("methods: {sheet: {items: {work: {entries: 3}}}}", ("P064", "/methods/sheet/combine")),
        ("methods: {sheet: {combine: [mean of raters, sum of raters]}}", ("P063", "/methods/sheet/combine/1")),
        ("methods: {sheet: {combine: [mean of everything, sum of items]}}", ("P063", "/methods/sheet/combine/1")),
        (
            "methods: {sheet: {caps: {on: item play, rows: {a: {when: {quarter: 1}, at_most: 1}}}}}",
            ("P021", "/methods/sheet/caps/on"),
        ),
        (
            "methods: {sheet: {caps: {on: whole, rows: {a: {when: {quarter: 1}}}}}}",
            ("P002", "/methods/sheet/caps/rows/a"),
        ),
        (
            "methods: {sheet: {caps: {on: whole, rows: {a: {when: {quarter: 1}, at_most: 6}}}}}",
            ("P053", "/methods/sheet/caps/rows/a/at_most"),
        ),
        (
            "methods: {sheet: {how_many: {least: 3, most: 2}, combine: [mean of raters]}}",
            ("P052", "/methods/sheet/how_many/most"),
        ),
        (
            "methods: {sheet: {raters: {evaluator: {least: 3, most: 2}}}}",
            ("P052", "/methods/sheet/raters/evaluator/most"),
        ),
        ("methods: {sheet: {how_many: {least: 3}, combine: [mean of everything]}}", ("P078", "/methods/sheet/combine")),
        (
            "methods: {sheet: {steps: {sign: {who: hr, does: signs, after: fill}}}}",
            ("P021", "/methods/sheet/steps/sign/after"),
        ),
        ("bands: {grades: {rows: {poor: none, good: none}}}", ("P009", "/bands/grades/rows")),
        ("bands: {grades: {rows: {poor: none, bad: {from: 0, below: 3}}}}", ("P054", "/bands/grades/rows/bad")),
        ("bands: {grades: {rows: {good: {to: 6}}}}", ("P053", "/bands/grades/rows/good/to")),
        (
            "bands: {grades: {rows: {poor: {permits: {from: 2, to: 1}}}}}",
            ("P052", "/bands/grades/rows/poor/permits/to"),
        ),
        ("bands: {grades: {rows: {poor: {counts_as: 1}}}}", ("P055", "/methods/sheet/bands")),
        (
            "plans: {goals: {for: [staff], every: year, items: {least: 3, most: 2}, due: 15 January, paragraph: '9'}}",
            ("P052", "/plans/goals/items/most"),
        ),
        (
            f"plans: {{goals: {{every: {{from: 2026-03-01, to: 2026-02-01}}, items: {{}}, {GOALS}}}}}",
            ("P052", "/plans/goals/every/to"),
        ),
        ("routes: {again: {group: [staff], method: sheet, evaluator: hr, paragraph: '5'}}", ("P062", "/routes/again")),
        (
            "timetable: {again: {every: [year, quarter], completes: [sheet], by: hr, due: 15 January, paragraph: '6'}}",
            ("P068", "/timetable/again/completes"),
        ),
        ("timetable: {evaluation: {due: 1 week after evaluation}}", ("P066", "/timetable/evaluation/due")),
        ("timetable: {evaluation: {cited: {note: '6'}}}", ("P021", "/timetable/evaluation/cited/note")),
    ],
)
def test_what_could_not_be_answered_by_is_a_fault(fragment: str, fault: tuple[str, str]) -> None:
    assert fault in found(fragment)


@pytest.mark.parametrize(
    "fragment",
    [
        "methods: {sheet: {caps: {on: item work, rows: {a: {when: {quarter: 1}, at_most: 1}}}}}",
        # with a start of one, six can be reached
        "methods: {sheet: {starts_at: 1, caps: {on: whole, rows: {a: {when: {quarter: 1}, at_most: 6}}}}}",
        "methods: {sheet: {combine: [mean of everything]}}",
        "bands: {grades: {rows: {poor: {from: none}, good: {to: none}}}}",
        "scales: {marks: {step: none, to: none}}",
        "scales: {single: {from: 3, to: 3, paragraph: '3'}}",
        "plans: {goals: {for: [staff], every: year, items: {least: 3, most: 3}, due: 15 January, paragraph: '9'}}",
        "timetable: {again: {every: year, completes: [sheet], by: hr, due: 15 January, paragraph: '6'}}",
        f"timetable: {{evaluation: {{valid_until: 2026-12-31}}, again: {{valid_from: 2027-01-01, {AGAIN}}}}}",
        "timetable: none",
    ],
)
def test_what_can_be_answered_by_is_sound(fragment: str) -> None:
    assert found(fragment) == []


@pytest.mark.parametrize(
    ("due", "every", "sound"),
    [
        ("day 31 of the month after", "quarter", False),  # April
        ("day 31 of the month after", "year", True),  # always January
        ("day 31 of the last month", "half_year", False),  # June
        ("day 31 of the last month", "year", True),
        ("day 31 of the second month", "quarter", False),  # February
        ("day 28 of the second month", "quarter", True),
        ("day 30 of the first month", "quarter", True),
        ("day 29 of the first month", "month", False),
        ("day 31 of the second month", "year", False),
        ("29 February after", "year", False),
        ("31 January after", "year", True),
        ("day 31 of the month after", "{from: 2026-02-01, to: 2026-08-31}", True),
        ("1 week after period_end", "month", True),
    ],
)
def test_a_deadline_is_a_day_that_every_period_has(due: str, every: str, sound: bool) -> None:
    faults = found(f"timetable: {{evaluation: {{due: {due}, every: {every}}}}}")
    assert faults == ([] if sound else [("P076", "/timetable/evaluation/due")])


def test_days_of_exceptions_and_first_days_exist_too() -> None:
    more = "not_before: day 31 of the month after, except: {one: {when: {quarter: 2}, due: 29 February}}"
    assert found(f"timetable: {{evaluation: {{{more}}}}}") == [
        ("P076", "/timetable/evaluation/except/one/due"),
        ("P076", "/timetable/evaluation/not_before"),
    ]


def chain(length: int, last: str) -> str:
    events = [
        f"e{n}: {{every: quarter, by: hr, due: 1 calendar day after e{n + 1}, paragraph: '6'}}" for n in range(length)
    ]
    return f"timetable: {{{', '.join(events)}, e{length}: {{every: quarter, by: hr, due: {last}, paragraph: '6'}}}}"


def test_terms_that_run_in_a_circle_are_faults_at_every_event_of_it() -> None:
    assert found(chain(2, "event e0")) == [("P066", f"/timetable/e{n}/due") for n in range(3)]


def test_a_circle_may_run_through_an_exception() -> None:
    exception = "timetable: {evaluation: {except: {one: {when: {quarter: 2}, due: event e0}}}}"
    through = "timetable: {e0: {every: quarter, by: hr, due: 1 week after evaluation, paragraph: '6'}}"
    assert found(exception, through) == [("P066", "/timetable/evaluation/due"), ("P066", "/timetable/e0/due")]


@pytest.mark.parametrize(
    "still_open",
    [
        "{due: open}",
        "{except: open}",
        "{except: {one: open}}",
        "{except: {one: {when: {quarter: 1}, due: open}}}",
    ],
)
def test_a_circle_is_found_beside_what_is_still_open(still_open: str) -> None:
    assert [code for code, _ in found(chain(1, "event e0"), f"timetable: {{evaluation: {still_open}}}")] == [
        "P066",
        "P066",
    ]


def test_a_chain_of_terms_has_an_end() -> None:
    assert found(chain(11, "period_end").replace("due: period_end", "due: 31 March")) == []
    assert ("P066", "/timetable/e0/due") in found(chain(12, "31 March"))
    long_chain = made(chain(11, "31 March"))
    assert answer(long_chain, "timetable", "{period: 2026-Q1}")["events"]["e0@2026-Q1"]["due"] == "2026-04-11"


@pytest.mark.parametrize(
    "still_open",
    [
        "methods: {sheet: {combine: open}}",
        "methods: {sheet: {items: open}}",
        "bands: {grades: {rows: {good: {to: open}}}}",
        "scales: {marks: {from: open}}",
        "timetable: {evaluation: {every: open}}",
        "instead: open",
        "results: {year: {every: year, parts: open, rounding: exact, paragraph: '10'}}",
        "plans: {goals: {for: [staff], every: year, items: open, due: open, paragraph: '9'}}",
    ],
)
def test_beside_what_is_still_open_the_rest_is_held_to_be_sound(still_open: str) -> None:
    unsound = """
vocabulary: {outcomes: {anybody: {en: a}}}
delegation: {counts: evaluated, outcome: required, delegates: anybody, paragraph: '7'}
methods:
  talk:
    name: {en: talk}
    every: quarter
    items: {a: {name: {en: a}}}
    raters: {evaluator: {}}
    combine: [only of raters]
    rounding: exact
    paragraph: '4'
results: {sum: {every: year, parts: {}, rounding: exact, paragraph: '10'}}
review: {session: {called: on_application, formed_by: head, quorum: 2/1, paragraph: '12'}}
"""
    faults = found(still_open, unsound)
    assert {
        ("P074", "/delegation"),
        ("P065", "/methods/talk/items/a"),
        ("P009", "/results/sum/parts"),
        ("P081", "/review/session/quorum"),
    } <= set(faults)


def test_a_sound_file_answers_where_an_unsound_one_would_not() -> None:
    assert refused(made(), "mark", "{method: sheet, marks: {a: {}}}") == [("missing_item", "marks.a.work")]
    assert missing(made("methods: {sheet: {combine: open}}"), "mark", "{method: sheet, marks: {a: {work: 4}}}") == (
        "/methods/sheet/combine",
    )
