"""How a year is made of periods: means, sums, weights, parts that are missing, and what the grade is used for."""

from typing import Any

import pytest

from tests.unit.made import answer, ask, found, made, missing, refused

YEAR = """
results:
  sheet:
    every: year
    parts: {quarters: {method: sheet, over: evaluated quarters, fold: mean}}
    rounding: half up to 2
    bands: grades
    paragraph: "10"
"""
WEIGHED = """
scales: {points: {from: 0, to: 10, paragraph: "10"}}
bands:
  as_points:
    of: marks
    rows: {few: {from: 0, below: 3, counts_as: 2}, many: {from: 3, to: 5, counts_as: 10}}
    paragraph: "10"
methods:
  goals:
    name: {en: goals}
    every: year
    items: {goal: {name: {en: goal}}}
    answers: {from: 0, to: 10}
    raters: {evaluator: {}}
    combine: [only of raters, mean of items]
    rounding: exact
    paragraph: "10"
results:
  year:
    every: year
    parts:
      work: {method: sheet, over: evaluated quarters, fold: mean, convert_by: as_points, weight: 0.7}
      goals: {method: goals, over: year, weight: 0.3}
    rounding: exact
    paragraph: "10"
"""
ALL_FOUR = "{sheet: {2026-Q1: 5, 2026-Q2: 4, 2026-Q3: 3, 2026-Q4: 5}}"


def final(fragments: tuple[str, ...], marks: str, more: str = "") -> dict[str, Any]:
    """What `final` answers, by result."""
    found_answer: dict[str, Any] = answer(made(*fragments), "final", f"{{marks: {marks}{more}}}")["final"]
    return found_answer


def test_the_mean_is_exact_and_rounded_once() -> None:
    year = final((YEAR,), "{sheet: {2026-Q1: 5, 2026-Q2: 4, 2026-Q3: 4}}")["sheet"]
    assert (year["mean"], year["mark"], year["periods"], year["grade"]) == ("13/3", "4.33", 3, "good")


def test_a_quarter_without_a_mark_is_left_out_and_a_nought_counts() -> None:
    year = final((YEAR,), "{sheet: {2026-Q1: 0, 2026-Q2: ~, 2026-Q4: 5}}")["sheet"]
    assert (year["mean"], year["periods"], year["grade"]) == ("2.5", 2, "poor")


@pytest.mark.parametrize("marks", ["{sheet: {}}", "{sheet: {2026-Q1: ~}}", "{sheet: ~}"])
def test_without_any_mark_there_is_no_year(marks: str) -> None:
    year = final((YEAR,), marks)["sheet"]
    assert (year["mark"], year["mean"], year["grade"], year["periods"], year["grounds"]) == (None, None, None, 0, [])


@pytest.mark.parametrize(
    ("fold", "mean"),
    [("mean", "4.25"), ("sum", "17"), ("sum over 5", "3.4"), ("last", "5"), ("none", "4.25")],
)
def test_periods_are_folded_as_the_file_says(fold: str, mean: str) -> None:
    more = f"results: {{sheet: {{parts: {{quarters: {{fold: {fold}}}}}, bands: none}}}}"
    assert final((YEAR, more), ALL_FOUR)["sheet"]["mean"] == mean


def test_over_all_quarters_one_without_a_mark_counts_as_nought() -> None:
    more = "results: {sheet: {parts: {quarters: {over: all quarters}}}}"
    assert final((YEAR, more), "{sheet: {2026-Q1: 5, 2026-Q2: 4}}")["sheet"]["mean"] == "2.25"


def test_half_years_are_made_of_their_own_quarters() -> None:
    half = "results: {sheet: {every: half_year}}"
    both = final((YEAR, half), ALL_FOUR)
    assert {name: one["mean"] for name, one in both.items()} == {"sheet@2026-H1": "4.5", "sheet@2026-H2": "4"}
    assert final((YEAR, half), "{sheet: {2026-Q3: 3, 2026-Q4: 5}}").keys() == {"sheet"}


def test_a_result_of_a_single_stretch_or_of_several_kinds_takes_all_marks_together() -> None:
    for every in ("{from: 2026-02-01, to: 2026-12-31}", "[year, half_year]"):
        assert final((YEAR, f"results: {{sheet: {{every: {every}}}}}"), ALL_FOUR)["sheet"]["periods"] == 4


def test_parts_are_weighed_and_a_mean_may_count_as_a_number_first() -> None:
    # 0.7 * 10 + 0.3 * 6
    year = final((WEIGHED,), "{sheet: {2026-Q1: 3, 2026-Q2: 4}, goals: {2026: 6}}")["year"]
    assert (year["mean"], year["mark"], year["periods"]) == ("8.8", "8.80", 3)


@pytest.mark.parametrize(("rule", "mean"), [("zero", "7"), ("reweigh", "10"), ("refuse", None), ("", None)])
def test_a_part_that_is_missing_is_treated_as_the_file_says(rule: str, mean: str | None) -> None:
    more = f"results: {{year: {{where_part_missing: {rule}}}}}" if rule else "{}"
    assert final((WEIGHED, more), "{sheet: {2026-Q1: 3}}")["year"]["mean"] == mean


def test_parts_without_weights_are_added() -> None:
    parts = "{work: {weight: none, convert_by: none}, goals: {weight: none}}"
    more = f"results: {{year: {{parts: {parts}, where_part_missing: reweigh}}}}"
    assert final((WEIGHED, more), "{sheet: {2026-Q1: 3}, goals: {2026: 6}}")["year"]["mean"] == "9"


def test_weights_of_nought_leave_nothing_to_weigh_anew() -> None:
    more = "results: {year: {parts: {work: {weight: 0}}, where_part_missing: reweigh}}"
    assert final((WEIGHED, more), "{sheet: {2026-Q1: 3}}")["year"]["mean"] is None


@pytest.mark.parametrize(
    "more",
    [
        "bands: {as_points: {rows: {few: {below: 2}}, where_none_fits: refuse}}",
        "bands: {grades: {rows: {poor: {below: 2}}, where_none_fits: refuse}}",
    ],
)
def test_a_mean_that_a_table_refuses_is_bad_input(more: str) -> None:
    banded = (
        "results: {year: {bands: grades, parts: {work: {weight: 1}, goals: {weight: 0}}, where_part_missing: zero}}"
    )
    table = "as_points" if "as_points" in more else "grades"
    # a mean of 2.5 lies in a hole; converted it counts as 2, which lies in no row of the grades either
    assert refused(made(WEIGHED, banded, more), "final", "{marks: {sheet: {2026-Q1: 2.5}}}") == [
        ("mark_out_of_range", f"/bands/{table}")
    ]


@pytest.mark.parametrize(
    ("marks", "faults"),
    [
        ("{sheet: {2026: 4}}", [("contradictory_facts", "marks.sheet.2026")]),
        ("{sheet: {spring: 4}}", [("bad_date", "marks.sheet.spring")]),
        ("{sheet: {2026-Q1: 6}}", [("mark_out_of_range", "marks.sheet.2026-Q1")]),
        ("{sheet: {2026-Q1: 4.005}}", [("mark_off_step", "marks.sheet.2026-Q1")]),
        ("{sheet: {2026-Q1: well}}", [("bad_value", "marks.sheet.2026-Q1")]),
        ("{sheet: {2026-Q1: 4, 2025-Q4: 4}}", [("contradictory_facts", "marks")]),
        ("{shete: {2026-Q1: 4}}", [("unknown_id", "marks.shete")]),
    ],
)
def test_what_is_wrong_with_recorded_marks_is_bad_input(marks: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(YEAR), "final", f"{{marks: {marks}}}") == faults


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("marks",)),
        ("{marks: unknown}", ("marks",)),
        ("{marks: {sheet: {2026-Q1: unknown}}}", ("marks.sheet.2026-Q1",)),
    ],
)
def test_an_unknown_mark_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(YEAR), "final", given) == facts


def test_a_method_of_no_result_has_no_final_mark() -> None:
    policy = made(WEIGHED, "results: {year: {parts: {goals: none}}}")
    only = answer(policy, "final", "{marks: {goals: {2026: 6}}}")["final"]["goals"]
    assert (only["mark"], only["periods"], only["grounds"]) == (None, 0, [])
    assert answer(policy, "final", "{marks: {goals: {}}}")["final"]["goals"]["grounds"] == []


USES = """
uses:
  bonus: {of: [sheet], effect: ground, when: {grade: good}, paragraph: "11"}
  training: {of: [sheet], effect: ground, paragraph: "11"}
  dismissal: {of: [sheet], effect: required, when: {grade: poor, years_running: {at_least: 3}}, paragraph: "11"}
  promotion: {of: [sheet], effect: forbidden, when: {grade: poor}, paragraph: "11"}
  rotation: {of: [goals], effect: ground, paragraph: "11"}
"""


@pytest.mark.parametrize(
    ("mark", "more", "grounds", "required", "forbidden"),
    [
        ("5", "", ["bonus", "training"], [], []),
        ("2", "", ["training"], [], ["promotion"]),
        ("2", ", years_running: 3", ["training"], ["dismissal"], ["promotion"]),
        ("2", ", years_running: 2", ["training"], [], ["promotion"]),
    ],
)
def test_a_grade_is_a_ground_requires_or_forbids(
    mark: str, more: str, grounds: list[str], required: list[str], forbidden: list[str]
) -> None:
    year = final((WEIGHED, YEAR, USES), f"{{sheet: {{2026-Q1: {mark}}}}}", more)["sheet"]
    assert (year["grounds"], year["required"], year["forbidden"]) == (grounds, required, forbidden)


def test_a_use_that_hangs_on_an_unknown_fact_is_missing() -> None:
    given = "{marks: {sheet: {2026-Q1: 2}}, years_running: unknown}"
    assert missing(made(WEIGHED, YEAR, USES), "final", given) == ("years_running",)


def test_uses_of_a_method_without_result_hang_on_no_grade() -> None:
    policy = made(WEIGHED, "results: {year: {parts: {goals: none}}}", USES.replace("[sheet]", "[goals]"))
    only = answer(policy, "final", "{marks: {goals: {2026: 6}}}")["final"]["goals"]
    assert only["grounds"] == ["training", "rotation"]


@pytest.mark.parametrize(("group", "mark"), [("", "4.00"), (", group: leaders", "4.00"), (", group: staff", None)])
def test_a_result_may_be_for_some_groups_alone(group: str, mark: str | None) -> None:
    leaders = 'groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}'
    for_leaders = "results: {sheet: {only_for: [leaders]}}"
    assert final((YEAR, leaders, for_leaders), "{sheet: {2026-Q1: 4}}", group)["sheet"]["mark"] == mark
    given = "{marks: {sheet: {2026-Q1: 4}}, group: unknown}"
    assert missing(made(YEAR, leaders, for_leaders), "final", given) == ("group",)


def test_a_result_for_nobody_is_for_nobody() -> None:
    assert final((YEAR, "results: {sheet: {only_for: []}}"), "{sheet: {2026-Q1: 4}}")["sheet"]["mark"] is None


def test_a_recorded_mark_of_a_sum_is_held_against_the_table_that_grades_it() -> None:
    account = "methods: {sheet: {combine: [mean of raters, sum of items]}}"
    assert refused(made(YEAR, account), "final", "{marks: {sheet: {2026-Q1: 5.5}}}") == [
        ("mark_out_of_range", "marks.sheet.2026-Q1")
    ]
    free = "methods: {sheet: {combine: [mean of raters, sum of items], bands: none, rounding: exact}}"
    unbanded = "results: {sheet: {bands: none, rounding: exact}}"
    assert final((YEAR, free, unbanded), "{sheet: {2026-Q1: 17/3}}")["sheet"]["mark"] == "17/3"


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ("results: {sheet: {parts: {quarters: none}}}", [("P009", "/results/sheet/parts")]),
        (
            "results: {sheet: {parts: {quarters: {convert_by: grades}}}}",
            [("P055", "/results/sheet/parts/quarters/convert_by")],
        ),
        ("results: {sheet: {every: {from: 2026-08-31, to: 2026-02-01}}}", [("P052", "/results/sheet/every/to")]),
    ],
)
def test_a_result_that_cannot_be_made_is_a_fault(more: str, faults: list[tuple[str, str]]) -> None:
    assert found(YEAR, more)[: len(faults)] == faults


STEPPED = """
bands:
  grades: {rows: {poor: {from: 0, below: none, to: 2.99}}}
  as_points: {rows: {few: {from: 0, below: none, to: 2.99}}}
results:
  sheet: {every: year, parts: {work: {method: sheet, over: evaluated quarters}}, bands: grades, paragraph: "10"}
"""
STRETCH = "{from: 2026-02-01, to: 2026-08-31}"
IN_GRADES, IN_POINTS = ("P051", "/bands/grades/rows/good"), ("P051", "/bands/as_points/rows/many")


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ("results: {sheet: {rounding: half up to 2}}", [IN_POINTS]),
        ("results: {sheet: {rounding: half up to 3}}", [IN_POINTS, IN_GRADES]),
        ("results: {sheet: {rounding: exact}}", [IN_POINTS, IN_GRADES]),
        ("results: {sheet: {rounding: exact, parts: {work: {fold: last}}}}", [IN_POINTS]),
        ("results: {sheet: {rounding: exact, every: quarter}}", [IN_POINTS]),
        ("results: {sheet: {rounding: exact, every: {from: 2026-02-01, to: 2026-08-31}}}", [IN_POINTS]),
        ("results: {sheet: {rounding: exact}}\nbands: {grades: {rows: {poor: {to: 2.5}}}}", [IN_GRADES, IN_POINTS]),
        ("bands: {grades: {where_none_fits: worse}}\nresults: {sheet: {rounding: exact}}", [IN_POINTS]),
        (
            "results: {sheet: {rounding: half up to 2}, year: {parts: {work: {convert_by: none}}, bands: grades}}",
            [IN_GRADES],
        ),
        ("results: {sheet: {rounding: half up to 2}, year: {parts: {work: {fold: last}}}}", []),
        (f"results: {{sheet: none, year: {{rounding: exact}}}}\nmethods: {{sheet: {{every: {STRETCH}}}}}", []),
    ],
)
def test_what_is_made_of_several_marks_may_fall_between_their_steps(more: str, faults: list[tuple[str, str]]) -> None:
    assert [one for one in found(WEIGHED, STEPPED, more) if one[0] == "P051"] == faults


def test_a_mean_between_the_rows_rests_on_what_is_said_of_holes() -> None:
    between = """
bands: {as_points: {where_none_fits: {reading: between}}}
readings:
  between:
    about: {en: a}
    chosen: low
    options:
      low: {sets: {/bands/as_points/where_none_fits: worse}}
      high: {sets: {/bands/as_points/where_none_fits: better}}
"""
    whole = "bands: {as_points: {rows: {few: {from: 0, below: none, to: 2.99}}}}"
    goals = "goals: {2026: 10}"
    policy = made(WEIGHED, whole, between)
    hole = f"{{marks: {{sheet: {{2026-Q1: 2.99, 2026-Q2: 3}}, {goals}}}}}"
    assert answer(policy, "final", hole)["final"]["year"]["mean"] == "4.4"
    assert ask(policy, "final", hole).readings == ("between",)
    assert ask(policy, "final", f"{{marks: {{sheet: {{2026-Q1: 3}}, {goals}}}}}").readings == ()


def test_parts_are_weighed_all_or_none() -> None:
    assert found(WEIGHED, "results: {year: {parts: {goals: {weight: none}}}}") == [("P079", "/results/year/parts")]
