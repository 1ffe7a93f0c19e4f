"""From many numbers to one: folds in their order, caps, rounding."""

import pytest

from tests.unit.made import answer, made, missing, refused

TWO = "{method: sheet, marks: {a: {x: 1, y: 3}, b: {x: 2, y: 5}}}"


def folding(combine: str, more: str = "") -> str:
    return f"""
bands: none
methods:
  sheet:
    items: {{work: none, x: {{name: {{en: x}}, weight: 0.25}}, y: {{name: {{en: y}}, weight: 1/2}}}}
    combine: {combine}
    rounding: exact
    bands: none
    {more}
"""


@pytest.mark.parametrize(
    ("combine", "mark"),
    [
        ("[mean of raters, mean of items]", "2.75"),  # (1.5 + 4) / 2
        ("[greatest of raters, least of items]", "2.00"),  # least of 2 and 5
        ("[least of raters, greatest of items]", "3.00"),  # greatest of 1 and 3
        ("[mean of raters, sum of items]", "5.50"),
        ("[mean of raters, weighted sum of items]", "2.375"),  # 1.5 / 4 + 4 / 2
        ("[mean of raters, weighted mean of items]", "19/6"),  # 2.375 / 0.75
        ("[sum of items, mean of raters]", "5.50"),  # (4 + 7) / 2
        ("[mean of everything]", "2.75"),  # 11 / 4
        ("[sum of everything]", "11.00"),
        ("[weighted mean of everything]", "19/6"),  # (3 / 4 + 8 / 2) / 1.5
    ],
)
def test_the_axes_are_folded_one_after_another(combine: str, mark: str) -> None:
    assert answer(made(folding(combine)), "mark", TWO)["mark"] == mark


@pytest.mark.parametrize("combine", ["[only of raters, mean of items]", "[only of everything]"])
def test_where_one_answer_is_meant_several_are_bad_input(combine: str) -> None:
    axis = combine.split(" of ")[1].split(",", maxsplit=1)[0].rstrip("]")
    assert refused(made(folding(combine)), "mark", TWO) == [("contradictory_facts", axis)]


def test_several_raters_are_several_even_where_each_judges_another_item() -> None:
    policy = made(
        folding("[only of raters, mean of items]"), "methods: {sheet: {items: {x: {only_by: [a]}, y: {only_by: [b]}}}}"
    )
    assert refused(policy, "mark", "{method: sheet, marks: {a: {x: 1}, b: {y: 3}}}") == [
        ("contradictory_facts", "raters")
    ]


def test_weights_that_make_nothing_make_nought() -> None:
    policy = made(
        folding("[mean of raters, weighted mean of items]"),
        "methods: {sheet: {items: {x: {weight: 0}, y: {weight: 0}}}}",
    )
    assert answer(policy, "mark", TWO)["mark"] == "0.00"


@pytest.mark.parametrize(
    ("combine", "mark"),
    [
        ("[only of raters, sum of entries, mean of items]", "5.00"),  # y alone was answered
        ("[only of raters, sum of entries, mean of all items]", "2.50"),  # an empty cell counts as nought
        ("[mean of all everything]", "1.00"),  # five entries are more than two cells
        ("[only of raters, mean of all entries, sum of items]", "1.00"),  # of entries there are as many as given
    ],
)
def test_all_counts_cells_that_stayed_empty(combine: str, mark: str) -> None:
    any_number = "methods: {sheet: {items: {x: {entries: any, weight: none}, y: {entries: any, weight: none}}}}"
    given = "{method: sheet, marks: {a: {y: [1, 1, 1, 1, 1]}}}"
    assert answer(made(folding(combine), any_number), "mark", given)["mark"] == mark


def test_all_raters_are_those_who_wrote_anything() -> None:
    any_number = "methods: {sheet: {items: {x: {entries: any, weight: none}, y: {entries: any, weight: none}}}}"
    policy = made(folding("[sum of entries, mean of all raters, sum of items]"), any_number)
    # x: 3 / 2, since b wrote about y; y: 4 / 2
    assert answer(policy, "mark", "{method: sheet, marks: {a: {x: [1, 2]}, b: {y: [4]}}}")["mark"] == "3.50"


LOW, HIGH = "{when: {sanction: [reprimand]}, at_most: 2.5}", "{when: {merit: true}, at_least: 4}"
CAPPED = f"caps: {{on: whole, rows: {{low: {LOW}, high: {HIGH}}}}}"
FACTS = """
vocabulary: {sanctions: {remark: {en: a}, reprimand: {en: b}}}
facts: {merit: {type: yes_no, about: {en: merit}}}
"""


@pytest.mark.parametrize(
    ("more", "mark"),
    [
        ("", "3.50"),
        (", sanction: [reprimand]", "2.50"),
        (", sanction: reprimand", "2.50"),
        (", sanction: [remark]", "3.50"),
        (", merit: true", "4.00"),
        (", sanction: [reprimand], merit: true", "4.00"),  # one after the other, as they stand
    ],
)
def test_a_cap_holds_the_whole_mark_down_or_up(more: str, mark: str) -> None:
    policy = made(folding("[mean of raters, mean of items]", CAPPED), FACTS)
    assert answer(policy, "mark", f"{{method: sheet, marks: {{a: {{x: 2, y: 5}}}}{more}}}")["mark"] == mark


def test_a_cap_that_hangs_on_an_unknown_fact_leaves_the_mark_unknown() -> None:
    policy = made(folding("[mean of raters, mean of items]", CAPPED), FACTS)
    assert missing(policy, "mark", "{method: sheet, marks: {a: {x: 2, y: 5}}, sanction: unknown}") == ("sanction",)


def test_a_cap_that_would_change_nothing_needs_no_fact() -> None:
    policy = made(folding("[mean of raters, mean of items]", CAPPED), FACTS)
    assert answer(policy, "mark", "{method: sheet, marks: {a: {x: 2, y: 2}}, sanction: unknown}")["mark"] == "2.00"


@pytest.mark.parametrize(
    ("combine", "mark"),
    [
        ("[mean of raters, sum of items]", "4.50"),  # x: 2.5 instead of 3, and 2
        ("[sum of items, mean of raters]", "4.50"),
    ],
)
def test_a_cap_on_an_item_holds_that_item_alone(combine: str, mark: str) -> None:
    caps = CAPPED.replace("whole", "item x")
    policy = made(folding(combine, caps), FACTS)
    given = "{method: sheet, marks: {a: {x: 3, y: 2}}, sanction: reprimand}"
    assert answer(policy, "mark", given)["mark"] == mark


def test_a_cap_on_an_item_holds_where_items_are_reported_one_by_one() -> None:
    policy = made(folding("[mean of raters]", CAPPED.replace("whole", "item x")), FACTS)
    items = answer(policy, "mark", "{method: sheet, marks: {a: {x: 3, y: 3}}, sanction: reprimand}")["items"]
    assert {name: one["mark"] for name, one in items.items()} == {"x": "2.50", "y": "3.00"}


@pytest.mark.parametrize(
    ("group", "period", "mark"),
    [("staff", "2026-Q4", "1.00"), ("staff", "2026-Q3", "3.50"), ("staff", "2026", "3.50")],
)
def test_a_cap_may_turn_on_the_quarter(group: str, period: str, mark: str) -> None:
    caps = "caps: {on: whole, rows: {winter: {when: {quarter: 4}, at_most: 1}}}"
    policy = made(folding("[mean of raters, mean of items]", caps))
    given = f"{{method: sheet, group: {group}, period: {period}, marks: {{a: {{x: 2, y: 5}}}}}}"
    assert answer(policy, "mark", given)["mark"] == mark


@pytest.mark.parametrize(
    ("rounding", "mark"), [("exact", "5/3"), ("half up to 2", "1.67"), ("down to 1", "1.60"), ("up to 0", "2.00")]
)
def test_a_mark_is_rounded_as_the_file_says(rounding: str, mark: str) -> None:
    policy = made("bands: none", f"methods: {{sheet: {{rounding: {rounding}, bands: none}}}}")
    given = "{method: sheet, marks: {a: {work: 1}, b: {work: 2}, c: {work: 2}}}"
    assert answer(policy, "mark", given)["mark"] == mark


def test_where_the_act_lists_no_sanctions_every_word_is_one() -> None:
    caps = "caps: {on: whole, rows: {low: {when: {sanction: [rebuke]}, at_most: 1}}}"
    given = "{method: sheet, marks: {a: {x: 2, y: 5}}, sanction: [rebuke]}"
    assert answer(made(folding("[mean of raters, mean of items]", caps)), "mark", given)["mark"] == "1.00"
    listed = "vocabulary: {sanctions: {rebuke: {en: a}}}"
    asked = given.replace("[rebuke]", "[reproach]")
    assert refused(made(folding("[mean of raters, mean of items]", caps), listed), "mark", asked) == [
        ("unknown_id", "sanction")
    ]


def test_a_file_may_say_that_there_are_no_caps() -> None:
    policy = made(folding("[mean of raters, mean of items]", "caps: none"))
    assert answer(policy, "mark", TWO)["mark"] == "2.75"
