"""Tables from a number to a grade, and what happens in holes and overlaps."""

import pytest

from tests.unit.made import answer, found, made, refused


def table(rows: str, more: str = "") -> str:
    return f"""
grades: {{good: none, poor: none, low: {{en: low}}, mid: {{en: mid}}, top: {{en: top}}}}
scales: {{marks: {{step: none}}}}
bands: {{grades: {{rows: {rows}, {more}}}}}
methods: {{sheet: {{rounding: exact}}}}
"""


def graded(fragment: str, mark: str) -> object:
    return answer(made(fragment), "mark", f"{{method: sheet, marks: {{a: {{work: {mark}}}}}}}")["grade"]


WITH_EDGES = "{poor: none, good: none, low: {from: 0, below: 2}, mid: {from: 2, to: 4}, top: {above: 4, to: 5}}"
WITH_HOLES = "{poor: none, good: none, low: {from: 0, to: 1}, mid: {from: 2, to: 3}, top: {above: 4, to: 5}}"
WITH_OVERLAPS = "{poor: none, good: none, low: {from: 0, to: 3}, mid: {from: 2, to: 4}, top: {from: 4, to: 5}}"
OPEN_ENDS = "{poor: none, good: none, low: {below: 1/2}, top: {from: 1/2}}"


@pytest.mark.parametrize(
    ("mark", "grade"), [("0", "low"), ("1.999", "low"), ("2", "mid"), ("4", "mid"), ("4.001", "top"), ("5", "top")]
)
def test_each_limit_of_a_row_is_in_it_or_out_of_it(mark: str, grade: str) -> None:
    assert graded(table(WITH_EDGES), mark) == grade


@pytest.mark.parametrize(("mark", "grade"), [("0", "low"), ("0.49", "low"), ("0.5", "top"), ("5", "top")])
def test_a_row_may_be_open_at_one_end_and_a_limit_may_be_a_fraction(mark: str, grade: str) -> None:
    assert graded(table(OPEN_ENDS), mark) == grade


@pytest.mark.parametrize(
    ("rule", "mark", "grade"),
    [
        ("better", "1.5", "mid"),
        ("higher", "1.5", "mid"),
        ("worse", "1.5", "low"),
        ("lower", "1.5", "low"),
        ("better", "4", "top"),  # above four is not four
        ("worse", "4", "mid"),
        ("worse", "2.5", "mid"),  # no hole at all
    ],
)
def test_a_number_in_a_hole_goes_where_the_file_says(rule: str, mark: str, grade: str) -> None:
    assert graded(table(WITH_HOLES, f"where_none_fits: {rule}"), mark) == grade


@pytest.mark.parametrize(("rule", "grade"), [("better", "top"), ("lower", "top")])
def test_above_all_rows_the_highest_is_the_only_neighbour(rule: str, grade: str) -> None:
    rows = "{poor: none, good: none, low: {from: 0, to: 1}, top: {from: 2, to: 3}}"
    assert graded(table(rows, f"where_none_fits: {rule}"), "5") == grade


@pytest.mark.parametrize(
    ("rule", "mark", "grade"),
    [("better", "2.5", "mid"), ("worse", "2.5", "low"), ("better", "4", "top"), ("worse", "1", "low")],
)
def test_a_number_in_two_rows_goes_where_the_file_says(rule: str, mark: str, grade: str) -> None:
    assert graded(table(WITH_OVERLAPS, f"where_two_fit: {rule}"), mark) == grade


@pytest.mark.parametrize(
    ("rows", "more", "mark"),
    [(WITH_HOLES, "where_none_fits: refuse", "1.5"), (WITH_OVERLAPS, "where_two_fit: refuse", "2.5")],
)
def test_a_number_that_the_table_refuses_is_bad_input(rows: str, more: str, mark: str) -> None:
    asked = f"{{method: sheet, marks: {{a: {{work: {mark}}}}}}}"
    assert refused(made(table(rows, more)), "mark", asked) == [("mark_out_of_range", "/bands/grades")]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (WITH_EDGES, []),
        (WITH_HOLES, [("P051", "/bands/grades/rows/mid"), ("P051", "/bands/grades/rows/top")]),
        (WITH_OVERLAPS, [("P050", "/bands/grades/rows/mid"), ("P050", "/bands/grades/rows/top")]),
        (OPEN_ENDS, []),
        ("{poor: none, good: none, low: {from: 0}, top: {from: 4, to: 5}}", [("P050", "/bands/grades/rows/top")]),
        ("{poor: none, good: none, low: {from: 0, to: 4}, top: {to: 5}}", [("P050", "/bands/grades/rows/low")]),
        (
            "{poor: none, good: none, low: {from: 0, below: 2}, top: {above: 2, to: 5}}",
            [("P051", "/bands/grades/rows/top")],
        ),
        (
            "{poor: none, good: none, low: {from: 0, to: 2}, top: {from: 2.01, to: 5}}",
            [("P051", "/bands/grades/rows/top")],
        ),
    ],
)
def test_holes_and_overlaps_that_nobody_answers_for_are_faults(rows: str, faults: list[tuple[str, str]]) -> None:
    assert found(table(rows)) == faults


def test_between_rows_of_a_scale_with_steps_a_step_is_no_hole() -> None:
    rows = "{poor: none, good: none, low: {from: 0, to: 2}, top: {from: 2.01, to: 5}}"
    assert found(table(rows), "scales: {marks: {step: 0.01}}") == []


def test_what_lies_inside_a_wide_row_is_no_hole() -> None:
    rows = "{poor: none, good: none, low: {from: 0, to: 5}, mid: {from: 1, to: 2}, top: {from: 3, to: 5}}"
    assert found(table(rows, "where_two_fit: better")) == []
    assert graded(table(rows, "where_two_fit: better"), "2.5") == "low"
