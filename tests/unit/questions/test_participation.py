"""Who is evaluated, by which method and by whom."""

import pytest

from tests.unit.made import answer, found, made, missing, refused
from tests.unit.people import REASONS, sheet


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{period: unknown}", ("period", "person.group")),
        ("{person: {group: staff}}", ("period",)),
        ("{period: 2026-Q1, person: unknown}", ("person",)),
        ("{period: 2026-Q1, person: {group: unknown}}", ("person.group",)),
    ],
)
def test_without_period_and_person_there_is_no_answer(given: str, facts: tuple[str, ...]) -> None:
    two = 'groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}'
    assert missing(made(two), "participation", given) == facts


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{period: 2026, person: {group: staff}}", [("contradictory_facts", "period")]),
        (
            "{period: 2026-Q1, person: {group: staff, appointed: 2026-03-01, dismissed: 2026-02-01}}",
            [("contradictory_facts", "person.dismissed")],
        ),
        ("{period: 2026-Q1, person: {group: staff, worked_days: 65}}", [("contradictory_facts", "person.worked_days")]),
        (
            "{period: 2026-Q1, person: {group: staff, absences: [{kind: leave, from: 2026-03-01, to: 2026-02-01}]}}",
            [("contradictory_facts", "person.absences[0].to")],
        ),
        ("{period: 2026-Q1, person: {group: stuff}}", [("unknown_id", "person.group")]),
        (
            "{period: 2026-Q1, person: {absences: [{kind: nap, from: 2026-03-01}]}}",
            [("unknown_id", "person.absences[0].kind")],
        ),
        ("{period: 2026-Q1, person: {absences: [leave]}}", [("bad_value", "person.absences[0]")]),
        ("{period: 2026-Q1, person: {group: [staff]}}", [("bad_value", "person.group")]),
        ("{period: 2026-Q1, person: {appointed: 2026-02-30}}", [("bad_date", "person.appointed")]),
        ("{period: 2026-Q1, person: {worked_days: -1}}", [("bad_value", "person.worked_days")]),
        ("{period: 2026-Q1, person: staff}", [("bad_value", "person")]),
    ],
)
def test_facts_that_cannot_be_are_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(REASONS), "participation", given) == faults


def test_beyond_the_calendar_a_given_number_of_days_is_taken_as_it_is() -> None:
    assert sheet((REASONS,), "appointed: 2020-01-01, worked_days: 90", "2040-Q1")["evaluated"] is True


def test_where_days_worked_are_of_no_use_any_number_of_them_is_ignored() -> None:
    month = "not_evaluated: {few: none, reason_first: [seconded, short]}"
    for fragments in ((), (REASONS, month)):
        assert sheet(fragments, "appointed: 2020-01-01, worked_days: 65")["evaluated"] is True


def test_without_exemptions_everybody_is_evaluated() -> None:
    assert sheet((), "appointed: 2026-03-31") == {
        "evaluated": True,
        "reason": None,
        "by": "head",
        "takes_part": True,
        "due": "2026-04-20",
        "act_by": "2026-04-20",
    }


def test_a_reason_may_be_for_one_method_alone() -> None:
    other = """
methods:
  talk:
    name: {en: talk}
    every: quarter
    items: {a: {name: {en: a}}}
    answers: {scale: marks}
    raters: {evaluator: {}}
    combine: [only of raters, sum of items]
    rounding: exact
    paragraph: "4"
routes: {talk: {group: staff, method: talk, evaluator: [head, hr], paragraph: "5"}}
not_evaluated: {short: {for: [sheet]}}
"""
    given = "{period: 2026-Q1, person: {group: staff, appointed: 2026-03-10, worked_days: 16}}"
    methods = answer(made(REASONS, other), "participation", given)["methods"]
    assert (methods["sheet"]["reason"], methods["talk"]["reason"]) == ("short", None)
    assert methods["talk"] == {
        "evaluated": True,
        "reason": None,
        "by": ["head", "hr"],
        "takes_part": True,
        "due": None,
        "act_by": None,
    }


INSTEAD = """
groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}
routes:
  leaders: {group: leaders, method: sheet, evaluator: hr, paragraph: "5"}
facts:
  head_away: {type: yes_no, about: {en: "the head is away"}}
  decided: {type: yes_no, about: {en: "it was decided otherwise"}}
instead:
  away: {when: {head_away: true}, evaluator: deputy, wins_over: [otherwise], paragraph: "5/2"}
  otherwise: {when: {decided: true}, evaluator: hr, not_for: [leaders], paragraph: "5/3"}
"""


@pytest.mark.parametrize(
    ("more", "by"),
    [
        ("", "head"),
        (", head_away: true", "deputy"),
        (", decided: true", "hr"),
        (", decided: true, head_away: true", "deputy"),
        (", head_away: false", "head"),
    ],
)
def test_somebody_else_may_evaluate_instead(more: str, by: str) -> None:
    assert sheet((INSTEAD,), "appointed: 2020-01-01", more=more)["by"] == by


def test_a_replacement_that_is_not_for_a_group_is_bad_input_there() -> None:
    given = "{period: 2026-Q1, person: {group: leaders}, decided: true}"
    assert refused(made(INSTEAD), "participation", given) == [("contradictory_facts", "decided")]
    held = answer(made(INSTEAD), "participation", "{period: 2026-Q1, person: {group: leaders}, head_away: true}")
    assert held["methods"]["sheet"]["by"] == "deputy"


def test_an_unknown_replacement_leaves_the_evaluator_unknown() -> None:
    assert missing(made(INSTEAD), "participation", "{period: 2026-Q1, person: {group: staff}, decided: unknown}") == (
        "decided",
    )


PLANNED = """
plans:
  goals:
    for: [staff]
    every: year
    items: {least: 1}
    due: 15 January
    not_required_when: {time_to_period_end: {less_than: 3 months}}
    paragraph: "9"
not_evaluated:
  without: {when: {without_plan: [goals]}, paragraph: "7"}
"""


@pytest.mark.parametrize(
    ("appointed", "expected"), [("2020-01-01", None), ("2026-10-01", None), ("2026-10-02", "without")]
)
def test_who_needs_no_plan_is_not_judged_by_one(appointed: str, expected: str | None) -> None:
    assert sheet((PLANNED,), f"appointed: {appointed}", "2026-Q4")["reason"] == expected


def test_whether_a_plan_is_needed_hangs_on_the_appointment() -> None:
    assert missing(made(PLANNED), "participation", "{period: 2026-Q4, person: {group: staff}}") == ("person.appointed",)


def test_a_plan_of_another_kind_of_period_is_found_around_the_quarter_or_not_at_all() -> None:
    stretch = "plans: {goals: {every: {from: 2026-07-01, to: 2026-12-31}}}"
    assert sheet((PLANNED, stretch), "appointed: 2026-10-02", "2026-Q4")["reason"] == "without"
    assert sheet((PLANNED, stretch), "appointed: 2020-01-01", "2027-Q1")["reason"] == "without"  # no plan at all


@pytest.mark.parametrize(("period", "held"), [("2026-H1", True), ("2026-03", True), ("2026-02-01/2026-08-31", False)])
def test_a_method_is_held_for_its_own_kinds_of_period(period: str, held: bool) -> None:
    policy = made("methods: {sheet: {every: [half_year, month]}}")
    given = f"{{period: {period}, person: {{group: staff}}}}"
    if held:
        assert answer(policy, "participation", given)["methods"].keys() == {"sheet"}
    else:
        assert refused(policy, "participation", given) == [("contradictory_facts", "period")]


def test_a_method_of_a_single_stretch_is_held_for_it_alone() -> None:
    policy = made(
        "methods: {sheet: {every: {from: 2026-02-01, to: 2026-08-31}}}",
        "timetable: {evaluation: {every: {from: 2026-02-01, to: 2026-08-31}, due: 15 September}}",
    )
    one = answer(policy, "participation", "{period: 2026-02-01/2026-08-31, person: {group: staff}}")["methods"]["sheet"]
    assert (one["due"], one["evaluated"]) == ("2026-09-15", True)
    assert refused(policy, "participation", "{period: 2026-02-01/2026-08-30, person: {group: staff}}") == [
        ("contradictory_facts", "period")
    ]


OWN_YEAR = """
facts: {entered: {type: date, of: person, about: {en: entered}}, moved: {type: yes_no, about: {en: moved}}}
methods: {sheet: {every: {year_from: entered}}}
timetable: {evaluation: {every: {year_from: entered}, due: 3 months after period_end}}
"""
YEAR = "period: 2025-05-20/2026-05-19"


@pytest.mark.parametrize(
    "entered", ["person: {group: staff, entered: 2020-05-20}", "person: {group: staff}, entered: 2020-05-20"]
)
def test_a_year_may_be_each_persons_own(entered: str) -> None:
    one = answer(made(OWN_YEAR), "participation", f"{{{YEAR}, {entered}}}")["methods"]["sheet"]
    assert (one["evaluated"], one["due"]) == (True, "2026-08-19")


@pytest.mark.parametrize(
    "given",
    [
        f"{{{YEAR}, person: {{group: staff, entered: 2020-05-21}}}}",
        f"{{{YEAR}, person: {{group: staff, entered: 2026-05-20}}}}",
        "{period: 2025-05-20/2026-05-18, person: {group: staff, entered: 2020-05-20}}",
        "{period: 2026, person: {group: staff, entered: 2020-01-01}}",
    ],
)
def test_another_year_than_the_persons_own_is_bad_input(given: str) -> None:
    assert refused(made(OWN_YEAR), "participation", given) == [("contradictory_facts", "period")]


def test_without_the_day_from_which_it_is_counted_nobody_knows_ones_own_year() -> None:
    assert missing(made(OWN_YEAR), "participation", f"{{{YEAR}, person: {{group: staff}}}}") == ("entered",)
    unknown = f"{{{YEAR}, person: {{group: staff, entered: unknown}}}}"
    assert missing(made(OWN_YEAR), "participation", unknown) == ("person.entered",)
    since = OWN_YEAR.replace("year_from: entered", "year_from: appointed")
    assert missing(made(since), "participation", f"{{{YEAR}, person: {{group: staff}}}}") == ("person.appointed",)


def test_events_of_ones_own_year_stand_in_no_year_of_the_calendar() -> None:
    assert answer(made(OWN_YEAR), "timetable", "{year: 2026}")["events"] == {}
    events = answer(made(OWN_YEAR), "timetable", f"{{{YEAR}}}")["events"]
    assert events["evaluation@2025-05-20/2026-05-19"]["due"] == "2026-08-19"


@pytest.mark.parametrize("fact", ["moved", "quarter"])
def test_years_are_counted_from_a_day(fact: str) -> None:
    wrong = f"methods: {{sheet: {{every: {{year_from: {fact}}}}}}}"
    assert found(OWN_YEAR, wrong) == [("P022", "/methods/sheet/every/year_from")]


@pytest.mark.parametrize(("group", "faults"), [("leaders", []), ("staff", [("contradictory_facts", "person.group")])])
def test_a_given_group_must_be_the_one_of_the_facts_on_which_groups_turn(group: str, faults: list[object]) -> None:
    two = """groups: {leaders: {name: {en: leaders}, who: {category: A}, paragraph: "2"}}"""
    given = f"{{period: 2026-Q1, person: {{group: {group}, category: A, appointed: 2020-01-01}}}}"
    assert (refused(made(two), "participation", given) if faults else []) == faults
