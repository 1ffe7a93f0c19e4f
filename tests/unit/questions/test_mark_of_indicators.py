"""Measured indicators: a percentage, the range of marks that it permits, and the mark within it."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

MEASURED = """
scales: {percents: {from: 0, paragraph: "8"}}
bands:
  permitted:
    of: percents
    rows:
      little: {from: 0, below: 50, permits: {from: 0, to: 2.99}}
      much: {from: 50, to: 100, permits: {from: 3, to: 4.99}}
      more: {above: 100, permits: {from: 5, to: 5}}
    paragraph: "8"
plans:
  goals: {for: [staff], every: year, items: {least: 1, most: 2}, due: 15 January, paragraph: "9"}
methods:
  sheet:
    items: {work: none, set_in: goals}
    answers:
      permitted_by: permitted
      measured: {percent: fact of plan, less_is_better: plan of fact, zero: refuse, rounding: half up to 2}
"""
UNROUNDED = "methods: {sheet: {answers: {measured: {rounding: none, less_is_better: none, zero: zero}}}}"


def asked(*indicators: str) -> str:
    return f"{{method: sheet, indicators: [{', '.join(indicators)}]}}"


@pytest.mark.parametrize(
    ("indicator", "permitted"),
    [
        ("{plan: 10, fact: 4, mark: 2}", ("0.00", "2.99")),
        ("{plan: 10, fact: 5, mark: 3}", ("3.00", "4.99")),
        ("{plan: 10, fact: 11, mark: 5}", ("5.00", "5.00")),
        ("{plan: 20000, fact: 9999, mark: 3}", ("3.00", "4.99")),  # 49.995 is rounded up to 50
        ("{plan: 4, fact: 5, mark: 3, less_is_better: true}", ("3.00", "4.99")),  # 80 per cent
        ("{plan: 0, fact: 5, mark: 0, less_is_better: true}", ("0.00", "2.99")),  # nothing was to be wasted
    ],
)
def test_the_percentage_says_within_which_range_the_evaluator_chooses(
    indicator: str, permitted: tuple[str, str]
) -> None:
    found_answer = answer(made(MEASURED), "mark", asked(indicator))
    assert found_answer["permitted"] == [{"from": permitted[0], "to": permitted[1]}]


def test_the_mark_is_the_mean_of_the_indicators() -> None:
    given = asked("{plan: 10, fact: 4, mark: 2}", "{plan: 10, fact: 10, mark: 4.5}")
    assert answer(made(MEASURED), "mark", given)["mark"] == "3.25"


@pytest.mark.parametrize(
    ("indicator", "fault"),
    [
        ("{plan: 10, fact: 4, mark: 3}", ("mark_outside_permitted_range", "indicators[0].mark")),
        ("{plan: 10, fact: 4, mark: 5.5}", ("mark_out_of_range", "indicators[0].mark")),
        ("{plan: 10, fact: 4, mark: well}", ("bad_value", "indicators[0].mark")),
        ("{plan: 0, fact: 4, mark: 2}", ("bad_value", "indicators[0].plan")),
        ("{plan: 4, fact: 0, mark: 2, less_is_better: true}", ("bad_value", "indicators[0].fact")),
        ("{plan: -1, fact: 4, mark: 2}", ("bad_value", "indicators[0]")),
        ("{plan: 10, fact: 4, mark: 2, less_is_better: maybe}", ("bad_value", "indicators[0].less_is_better")),
    ],
)
def test_an_indicator_that_cannot_be_judged_is_bad_input(indicator: str, fault: tuple[str, str]) -> None:
    assert refused(made(MEASURED), "mark", asked(indicator)) == [fault]


def test_less_is_better_where_the_act_does_not_know_it_is_an_unknown_fact() -> None:
    given = asked("{plan: 10, fact: 4, mark: 2, less_is_better: true}")
    assert refused(made(MEASURED, UNROUNDED), "mark", given) == [("unknown_fact", "indicators[0].less_is_better")]


def test_where_the_act_lets_nothing_be_planned_nothing_was_fulfilled() -> None:
    given = asked("{plan: 0, fact: 4, mark: 2}")
    assert answer(made(MEASURED, UNROUNDED), "mark", given)["permitted"] == [{"from": "0.00", "to": "2.99"}]


def test_an_unrounded_percentage_stays_below_the_threshold() -> None:
    given = asked("{plan: 20000, fact: 9999, mark: 2.99}")
    assert answer(made(MEASURED, UNROUNDED), "mark", given)["permitted"] == [{"from": "0.00", "to": "2.99"}]


@pytest.mark.parametrize(("rule", "permitted"), [("worse", "0.00"), ("better", "3.00")])
def test_a_percentage_in_a_hole_goes_where_the_file_says(rule: str, permitted: str) -> None:
    hole = f"bands: {{permitted: {{rows: {{little: {{below: 44.5}}}}, where_none_fits: {rule}}}}}"
    given = asked("{plan: 100, fact: 45, mark: 2.99}") if rule == "worse" else asked("{plan: 100, fact: 45, mark: 3}")
    assert answer(made(MEASURED, hole), "mark", given)["permitted"][0]["from"] == permitted


@pytest.mark.parametrize("fact", ["45", "200"])
def test_a_percentage_in_no_row_at_all_is_refused_by_its_own_name(fact: str) -> None:
    hole = "bands: {permitted: {rows: {little: {below: 44.5}, more: none}, where_none_fits: refuse}}"
    given = asked(f"{{plan: 100, fact: {fact}, mark: 3}}")
    assert refused(made(MEASURED, hole), "mark", given) == [("percentage_in_gap", "indicators[0]")]


def test_without_a_table_every_mark_of_the_scale_is_permitted() -> None:
    free = "methods: {sheet: {answers: {scale: marks, permitted_by: none}}}"
    assert answer(made(MEASURED, free), "mark", asked("{plan: 10, fact: 4, mark: 5}"))["permitted"] == [None]


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{method: sheet}", ("indicators",)),
        ("{method: sheet, indicators: unknown}", ("indicators",)),
        ("{method: sheet, indicators: [{plan: 10}]}", ("indicators[0].fact", "indicators[0].mark")),
        ("{method: sheet, indicators: [{plan: 10, fact: unknown, mark: 2}]}", ("indicators[0].fact",)),
        ("{method: unknown, indicators: [{plan: 10, fact: 4, mark: 2}]}", ("method",)),
    ],
)
def test_what_is_unknown_of_an_indicator_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(MEASURED), "mark", given) == facts


@pytest.mark.parametrize(("count", "code"), [(0, "too_few_indicators"), (3, "too_many_indicators")])
def test_there_are_as_many_indicators_as_the_plan_allows(count: int, code: str) -> None:
    given = asked(*(["{plan: 10, fact: 4, mark: 2}"] * count))
    assert refused(made(MEASURED), "mark", given) == [(code, "indicators")]


def test_items_that_a_plan_sets_may_also_be_answered_in_words() -> None:
    goals = """
bands: none
plans: {goals: {for: [staff], every: year, items: {least: 2, most: 2}, due: 15 January, paragraph: "9"}}
methods:
  sheet:
    items: {work: none, set_in: goals}
    answers: {scale: none, values: {done: 1, not_done: 0}}
    combine: [only of raters, sum of items]
    bands: none
"""
    assert (
        answer(made(goals), "mark", "{method: sheet, marks: {a: {roads: done, schools: not_done}}}")["mark"] == "1.00"
    )
    assert refused(made(goals), "mark", "{method: sheet, marks: {a: {roads: done}}}") == [
        ("too_few_indicators", "indicators")
    ]
    assert refused(made(goals), "mark", "{method: sheet, marks: {a: {roads: done, schools: ~}}}") == [
        ("missing_item", "marks.a.schools")
    ]


@pytest.mark.parametrize(
    ("fragment", "fault"),
    [
        ("methods: {sheet: {answers: {measured: none}}}", ("P077", "/methods/sheet/answers")),
        (
            "bands: {permitted: {rows: {much: {permits: none, counts_as: 3}}}}",
            ("P055", "/methods/sheet/answers/permitted_by"),
        ),
        ("methods: {sheet: {answers: {scale: none, permitted_by: none}}}", ("P065", "/methods/sheet/answers")),
    ],
)
def test_a_measured_answer_needs_its_table(fragment: str, fault: tuple[str, str]) -> None:
    assert fault in found(MEASURED, fragment)


def test_a_plan_that_asks_for_no_indicators_gives_no_mark() -> None:
    none_needed = "plans: {goals: {items: {least: none}}}"
    found_answer = answer(made(MEASURED, none_needed), "mark", asked())
    assert found_answer == {"mark": None, "grade": None, "permitted": []}
