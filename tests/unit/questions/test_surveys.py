"""Surveys: who is asked, about what, and which means the answers make."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

SURVEY = """
groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}
methods:
  round:
    name: {en: round}
    every: year
    items:
      tact: {name: {en: tact}}
      order: {name: {en: order}}
      lead: {name: {en: lead}, only_for: [leaders]}
    answers: {from: 1, to: 5, step: 1}
    raters: {immediate_boss: {required: true}, peer: {}, self: {counted: false}}
    how_many: {least: 2, most: 3}
    combine: [mean of raters]
    rounding: half up to 2
    paragraph: "4"
"""
TWO = "respondents: [{id: a, role: immediate_boss}, {id: b, role: peer}]"


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (f"{{group: staff, {TWO}}}", []),
        ("{group: staff, respondents: [{id: a, role: immediate_boss}]}", ["too_few_respondents"]),
        (
            f"{{group: staff, {TWO.replace(']', ', {id: c, role: peer}, {id: d, role: peer}]')}}}",
            ["too_many_respondents"],
        ),
        ("{group: staff, respondents: [{id: a, role: peer}, {id: b, role: peer}]}", ["boss_missing"]),
        (f"{{group: staff, {TWO}, evaluated: b}}", ["self_among_respondents"]),
        (f"{{group: staff, {TWO.replace('peer', 'self')}}}", ["self_among_respondents"]),
        (f"{{group: staff, {TWO.replace('id: b', 'id: a')}}}", ["duplicate_id"]),
    ],
)
def test_every_rule_of_the_respondents_has_its_problem(given: str, problems: list[str]) -> None:
    found_answer = answer(made(SURVEY), "survey", given)
    assert (found_answer["problems"], found_answer["valid"]) == (problems, not problems)


@pytest.mark.parametrize(
    ("limits", "problems"),
    [("least: 1", []), ("least: 2", ["too_few_respondents"]), ("most: 1", []), ("most: 0", ["too_many_respondents"])],
)
def test_of_each_kind_of_respondent_there_may_be_so_many(limits: str, problems: list[str]) -> None:
    of_peers = f"methods: {{round: {{raters: {{peer: {{{limits}}}}}}}}}"
    assert answer(made(SURVEY, of_peers), "survey", f"{{group: staff, {TWO}}}")["problems"] == problems


def test_the_evaluated_person_is_never_asked_though_the_file_names_no_such_rater() -> None:
    without = "methods: {round: {raters: {self: none}}}"
    assert answer(made(SURVEY, without), "survey", f"{{group: staff, {TWO}, evaluated: b}}")["problems"] == [
        "self_among_respondents"
    ]


@pytest.mark.parametrize(("group", "items"), [("staff", ["tact", "order"]), ("leaders", ["tact", "order", "lead"])])
def test_what_is_asked_hangs_on_the_group(group: str, items: list[str]) -> None:
    assert answer(made(SURVEY), "survey", f"{{group: {group}, {TWO}}}")["competencies"] == items


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("group", "respondents")),
        (f"{{group: staff, {TWO}, evaluated: unknown}}", ("evaluated",)),
        ("{group: staff, respondents: [{id: a}, {role: peer}]}", ("respondents[0].role", "respondents[1].id")),
    ],
)
def test_what_is_unknown_of_a_survey_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(SURVEY), "survey", given) == facts


def test_a_respondent_of_a_kind_that_is_not_asked_is_bad_input() -> None:
    assert refused(made(SURVEY), "survey", f"{{group: staff, {TWO.replace('peer', 'pear')}}}") == [
        ("unknown_id", "respondents[1].role")
    ]


def test_where_fewer_exist_all_of_them_will_do() -> None:
    fewer = "methods: {round: {how_many: {where_fewer_exist: all}}}"
    given = "{group: staff, respondents: [{id: a, role: immediate_boss}]}"
    assert answer(made(SURVEY, fewer), "survey", given)["valid"] is True
    assert answer(made(SURVEY, "methods: {round: {how_many: {least: none}}}"), "survey", given)["valid"] is True


@pytest.mark.parametrize(
    ("fragment", "pointer"),
    [
        (
            "methods: {round: {raters: {immediate_boss: {required: open}}}}",
            "/methods/round/raters/immediate_boss/required",
        ),
        ("methods: {round: {how_many: {least: open}}}", "/methods/round/how_many/least"),
    ],
)
def test_a_rule_of_a_survey_that_is_still_open_is_never_guessed(fragment: str, pointer: str) -> None:
    assert missing(made(SURVEY, fragment), "survey", f"{{group: staff, {TWO}}}") == (pointer,)


def means(given: str, *more: str) -> tuple[dict[str, str | None], list[str]]:
    one = answer(made(SURVEY, *more), "survey_result", given)
    return one["competencies"], one["weakest"]


def test_a_mean_is_taken_over_the_answers_that_were_given() -> None:
    given = "{group: staff, answers: {a: {tact: 5, order: 4}, b: {tact: 4}, c: {tact: 5}}}"
    assert means(given) == ({"tact": "4.67", "order": "4.00"}, ["order"])


def test_all_items_with_the_lowest_mean_are_the_weakest() -> None:
    assert means("{group: staff, answers: {a: {tact: 5, order: 3}, b: {tact: 3, order: 5}}}")[1] == ["tact", "order"]


def test_an_item_that_nobody_answered_has_no_mean() -> None:
    assert means("{group: staff, answers: {a: {tact: 5}, b: {}}}") == ({"tact": "5.00", "order": None}, ["tact"])
    assert means("{group: staff, answers: {a: {}, b: ~}}") == ({"tact": None, "order": None}, [])


@pytest.mark.parametrize(
    ("counted", "mean"), [("{counted: false}", "5.00"), ("{counted: true}", "3.67"), ("{}", "3.67")]
)
def test_the_self_assessment_counts_where_the_file_counts_it(counted: str, mean: str) -> None:
    own = "methods: {round: {raters: {self: none}}}\n"
    rater = f"methods: {{round: {{raters: {{self: {counted}}}}}}}"
    given = "{group: staff, answers: {a: {tact: 5}, b: {tact: 5}}, self: {tact: 1}}"
    assert means(given, own, rater)[0]["tact"] == mean


@pytest.mark.parametrize(("reported", "weakest"), [("true", ["order"]), ("false", [])])
def test_the_weakest_items_are_reported_unless_the_file_says_not(reported: str, weakest: list[str]) -> None:
    rule = f"methods: {{round: {{weakest_reported: {reported}}}}}"
    assert means("{group: staff, answers: {a: {tact: 5, order: 1}, b: {}}}", rule)[1] == weakest


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{group: staff, answers: {a: {tact: 5}}}", [("too_few_respondents", "answers")]),
        ("{group: staff, answers: {a: {}, b: {}, c: {}, d: {}}}", [("too_many_respondents", "answers")]),
        (
            "{group: staff, answers: {a: {tact: 6}, b: {tact: 1.5}}}",
            [("mark_out_of_range", "answers.a.tact"), ("mark_off_step", "answers.b.tact")],
        ),
        ("{group: staff, answers: {a: {lead: 5}, b: {}}}", [("unknown_item", "answers.a.lead")]),
        ("{group: staff, answers: {a: {}, b: {}}, self: {tact: 0}}", [("mark_out_of_range", "self.tact")]),
    ],
)
def test_answers_that_cannot_be_are_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(SURVEY), "survey_result", given) == faults


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("answers", "group")),
        ("{group: staff, answers: unknown}", ("answers",)),
        ("{group: staff, answers: {a: {tact: unknown}, b: {}}}", ("answers.a.tact",)),
    ],
)
def test_what_is_unknown_of_the_answers_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(SURVEY), "survey_result", given) == facts


def test_a_survey_that_folds_all_in_one_step_is_a_fault() -> None:
    assert found(SURVEY, "methods: {round: {combine: [mean of everything]}}") == [("P078", "/methods/round/combine")]


ONE_MARK = """
scales: {sums: {from: 0, paragraph: "3"}}
bands: {sums: {of: sums, rows: {poor: {from: 6, below: 8}, good: {from: 8}}, where_none_fits: refuse, paragraph: "3"}}
methods: {round: {combine: [sum of items, mean of raters], starts_at: 1, bands: sums}}
"""


def test_a_survey_may_make_one_mark_and_still_reports_each_item() -> None:
    answers = "a: {tact: 5, order: 2}, b: {tact: 3, order: 1}"
    found_means = answer(made(SURVEY, ONE_MARK), "survey_result", f"{{group: staff, answers: {{{answers}}}}}")
    assert found_means == {"competencies": {"tact": "4.00", "order": "1.50"}, "weakest": ["order"]}
    one = answer(made(SURVEY, ONE_MARK), "mark", f"{{method: round, group: staff, marks: {{{answers}}}}}")
    assert (one["mark"], one["grade"]) == ("6.50", "poor")
