"""A sheet: which cells there are for a person and a rater, how each becomes a number, and what is wrong with one."""

import pytest

from tests.unit.made import answer, made, missing, refused

SHARES = """
methods:
  sheet:
    items: {work: none, tact: {name: {en: tact}, entries: 4}, order: {name: {en: order}, entries: {staff: 2}}}
    answers: {scale: none, values: {shown: 1, not_shown: 0}}
    combine: [only of raters, mean of entries]
    bands: none
"""
ACCOUNT = """
scales: {account: {from: 0}}
methods:
  sheet:
    starts_at: 40
    items:
      work: none
      merit: {name: {en: merit}, entries: any, answers: {from: 1, to: 3, step: 1}}
      fault: {name: {en: fault}, answers: {each: -4}}
    answers: none
    combine: [only of raters, sum of entries, sum of items]
    bands: none
"""
PARTED = """
groups: {leaders: {name: {en: leaders}, who: {category: A}, leading: true, paragraph: "2"}}
facts: {abroad: {type: yes_no, about: {en: "works abroad"}}}
routes: {staff: {group: [staff, leaders]}}
methods:
  sheet:
    items:
      lead: {name: {en: lead}, only_for: [leaders]}
      speech: {name: {en: speech}, only_by: [boss]}
      trips: {name: {en: trips}, when: {abroad: true}}
      plan: {name: {en: plan}, when: {leading: true}}
"""


def test_a_share_is_the_mean_of_ones_and_noughts_item_by_item() -> None:
    given = (
        "{method: sheet, group: staff, marks: {a: {tact: [shown, shown, shown, not_shown], order: [shown, not_shown]}}}"
    )
    items = answer(made(SHARES), "mark", given)["items"]
    assert items == {"tact": {"mark": "0.75", "grade": None}, "order": {"mark": "0.50", "grade": None}}


@pytest.mark.parametrize("tact", ["shown", "[shown, shown, shown]", "[shown, shown, shown, shown, shown]"])
def test_a_cell_holds_as_many_answers_as_the_file_says(tact: str) -> None:
    given = f"{{method: sheet, group: staff, marks: {{a: {{tact: {tact}, order: [shown, shown]}}}}}}"
    assert refused(made(SHARES), "mark", given) == [("bad_value", "marks.a.tact")]


def test_the_number_of_answers_may_hang_on_the_group() -> None:
    given = "{method: sheet, marks: {a: {tact: [shown, shown, shown, shown], order: [shown, shown]}}}"
    assert missing(made(SHARES), "mark", given) == ("group",)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("done", "unknown_id"), ("true", "unknown_id"), ("{shown: 1}", "unknown_id"), ("1", "unknown_id")],
)
def test_an_answer_in_words_is_one_of_the_words(cell: str, code: str) -> None:
    given = (
        f"{{method: sheet, group: staff, marks: {{a: {{tact: [{cell}, shown, shown, shown], order: [shown, shown]}}}}}}"
    )
    assert refused(made(SHARES), "mark", given) == [(code, "marks.a.tact")]


def test_an_account_starts_with_a_base_and_counts_merits_and_faults() -> None:
    # 40 + 3 + 1 - 2 * 4
    given = "{method: sheet, marks: {a: {merit: [3, 1], fault: 2}}}"
    assert answer(made(ACCOUNT), "mark", given)["mark"] == "36.00"


@pytest.mark.parametrize("marks", ["{}", "{a: {}}", "{a: ~}", "{a: {merit: []}}", "{a: {fault: 0}}"])
def test_an_account_without_entries_is_its_base(marks: str) -> None:
    assert answer(made(ACCOUNT), "mark", f"{{method: sheet, marks: {marks}}}")["mark"] == "40.00"


@pytest.mark.parametrize("fault", ["-1", "0.5", "often", "true"])
def test_facts_are_counted_in_whole_numbers(fault: str) -> None:
    given = f"{{method: sheet, marks: {{a: {{fault: {fault}}}}}}}"
    assert refused(made(ACCOUNT), "mark", given) == [("bad_value", "marks.a.fault")]


def test_an_item_answered_in_its_own_way_is_not_bound_by_the_others() -> None:
    given = "{method: sheet, marks: {a: {merit: [3, 4, 1.5], fault: 9}}}"
    assert refused(made(ACCOUNT), "mark", given) == [
        ("mark_out_of_range", "marks.a.merit"),
        ("mark_off_step", "marks.a.merit"),
    ]


def test_an_unknown_entry_is_missing_by_its_place() -> None:
    assert missing(made(ACCOUNT), "mark", "{method: sheet, marks: {a: {merit: [3, unknown]}}}") == ("marks.a.merit[1]",)


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{method: unknown}", ("marks", "method")),
        ("{method: sheet}", ("marks",)),
        ("{method: sheet, marks: unknown}", ("marks",)),
        ("{method: sheet, marks: {a: unknown}}", ("marks.a",)),
        ("{method: sheet, marks: {a: {work: unknown}}}", ("marks.a.work",)),
        ("{method: sheet, marks: {a: {work: 4}}, group: unknown}", ("group",)),
    ],
)
def test_what_is_unknown_of_a_sheet_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(), "mark", given) == facts


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        ("{}", [("missing_item", "marks.a.work")]),
        ("{work: ~}", [("missing_item", "marks.a.work")]),
        ("{work: 4, wrok: 4}", [("unknown_item", "marks.a.wrok")]),
        ("{work: 5.01}", [("mark_out_of_range", "marks.a.work")]),
        ("{work: -1}", [("mark_out_of_range", "marks.a.work")]),
        ("{work: 4.005}", [("mark_off_step", "marks.a.work")]),
        ("{work: well}", [("bad_value", "marks.a.work")]),
        ("{work: [4, 5]}", [("bad_value", "marks.a.work")]),
    ],
)
def test_what_is_wrong_with_a_sheet_is_named_cell_by_cell(cells: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(), "mark", f"{{method: sheet, marks: {{a: {cells}}}}}") == faults


def test_a_sheet_on_which_nobody_wrote_lacks_its_items() -> None:
    assert refused(made(), "mark", "{method: sheet, marks: {}}") == [("missing_item", "marks")]


@pytest.mark.parametrize(
    ("scale", "cell", "code"),
    [
        ("{from: none, to: none, step: none, above: 0, below: 5}", "0", "mark_out_of_range"),
        ("{from: none, to: none, step: none, above: 0, below: 5}", "5", "mark_out_of_range"),
        ("{from: none, to: none, step: none, above: 0, below: 5}", "4.999", None),
        ("{from: none, to: 5, step: none}", "-100", None),  # open below
        ("{from: 1, to: none, step: 0.5}", "1000.5", None),  # open above, and the step counts from one
        ("{from: 1, to: none, step: 0.4}", "1.5", "mark_off_step"),
    ],
)
def test_a_range_has_limits_of_its_own_each_in_or_out(scale: str, cell: str, code: str | None) -> None:
    policy = made(f"{{scales: {{marks: {scale}}}, methods: {{sheet: {{bands: none}}}}, bands: none}}")
    given = f"{{method: sheet, marks: {{a: {{work: {cell}}}}}}}"
    if code is None:
        assert answer(policy, "mark", given)["grade"] is None
    else:
        assert refused(policy, "mark", given) == [(code, "marks.a.work")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("group: staff, marks: {a: {work: 4}}", []),
        ("group: staff, marks: {a: {work: 4, lead: 4}}", [("unknown_item", "marks.a.lead")]),
        ("group: leaders, marks: {a: {work: 4, plan: 4}}", [("missing_item", "marks.a.lead")]),
        ("group: leaders, marks: {a: {work: 4, lead: 4, plan: 4}}", []),
        ("group: staff, leading: true, marks: {a: {work: 4}}", [("missing_item", "marks.a.plan")]),
        ("group: staff, marks: {boss: {work: 4}}", [("missing_item", "marks.boss.speech")]),
        ("group: staff, marks: {a: {work: 4, speech: 4}}", [("unknown_item", "marks.a.speech")]),
        ("group: staff, abroad: true, marks: {a: {work: 4}}", [("missing_item", "marks.a.trips")]),
        ("group: staff, marks: {a: {work: 4, trips: 4}}", [("unknown_item", "marks.a.trips")]),
    ],
)
def test_the_items_hang_on_the_group_the_rater_and_the_facts(given: str, faults: list[tuple[str, str]]) -> None:
    asked = f"{{method: sheet, {given}}}"
    if faults:
        assert refused(made(PARTED), "mark", asked) == faults
    else:
        assert answer(made(PARTED), "mark", asked)["mark"] == "4.00"


def test_an_unknown_fact_on_which_an_item_turns_is_missing() -> None:
    given = "{method: sheet, group: staff, abroad: unknown, marks: {a: {work: 4}}}"
    assert missing(made(PARTED), "mark", given) == ("abroad",)


def test_the_group_is_needed_where_items_hang_on_it() -> None:
    for group in ("", "group: unknown, "):
        given = f"{{method: sheet, {group}marks: {{a: {{work: 4, lead: 4}}}}}}"  # `lead` is an item of one group alone
        assert missing(made(PARTED), "mark", given) == ("group",)


def test_marks_of_a_method_that_is_not_for_the_group_are_bad_input_beside_all_else() -> None:
    other = """
groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}
"""
    assert refused(made(other), "mark", "{method: sheet, group: leaders, marks: {a: {work: 4}}}") == [
        ("contradictory_facts", "group")
    ]
    assert refused(made(other), "mark", "{method: sheet, group: leaders, marks: {a: {work: 6}}}") == [
        ("contradictory_facts", "group"),
        ("mark_out_of_range", "marks.a.work"),
    ]


def test_where_no_route_is_given_every_group_is_judged_by_every_method() -> None:
    assert (
        answer(made("routes: none"), "mark", "{method: sheet, group: staff, marks: {a: {work: 4}}}")["mark"] == "4.00"
    )
