"""Who is evaluated, by which method, by whom, when, and with or without taking part."""

from typing import Any

import pytest

from tests.unit.made import answer, made, missing, refused

# 64 working days from January to March 2026, of them 22, 20 and 22 by months.
REASONS = """
vocabulary: {absences: {leave: {en: leave}, illness: {en: illness}, trip: {en: trip}}}
secondment: {evaluated_by: receiving_body, for: time_of_secondment, paragraph: "8"}
not_evaluated:
  short: {when: {tenure_in_period: {less_than: 1 month}}, paragraph: "7/1"}
  few: {when: {worked_days_in_period: {less_than: 15}}, worked: {all_but: [leave, illness]}, paragraph: "7/2"}
  reason_first: [seconded, short, few]
"""
ALONE = "not_evaluated: {few: none, reason_first: [seconded, short]}"


def sheet(fragments: tuple[str, ...], person: str, period: str = "2026-Q1", more: str = "") -> dict[str, Any]:
    """What holds for the method `sheet`."""
    given = f"{{period: {period}, person: {{group: staff, {person}}}{more}}}"
    found: dict[str, Any] = answer(made(*fragments), "participation", given)["methods"]["sheet"]
    return found


def reason(person: str, *more: str, period: str = "2026-Q1") -> str | None:
    found: str | None = sheet((REASONS, *more), person, period)["reason"]
    return found


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("appointed: 2020-01-01", None),
        ("appointed: 2026-03-01", None),  # exactly one month, and 22 days worked
        ("appointed: 2026-03-02", "short"),
        ("appointed: 2020-01-01, dismissed: 2026-01-31", None),
        ("appointed: 2020-01-01, dismissed: 2026-01-30", "short"),
        ("appointed: 2026-02-28", None),  # to the 31st of March
        ("appointed: 2020-01-01, dismissed: 2025-06-01", "short"),  # gone long before
        ("appointed: 2020-01-01, worked_days: 15", None),
        ("appointed: 2020-01-01, worked_days: 14", "few"),
        ("appointed: 2026-03-15, worked_days: 3", "short"),  # both hold, and the first is named
    ],
)
def test_a_month_of_tenure_and_fifteen_days_of_work_are_needed(person: str, expected: str | None) -> None:
    assert reason(person) == expected


@pytest.mark.parametrize(
    ("absences", "expected"),
    [
        ("[{kind: leave, from: 2026-01-01, to: 2026-03-09}]", None),  # 64 less 48 are 16
        ("[{kind: leave, from: 2026-01-01, to: 2026-03-10}]", None),  # 15
        ("[{kind: leave, from: 2026-01-01, to: 2026-03-11}]", "few"),
        ("[{kind: trip, from: 2026-01-01, to: 2026-03-31}]", None),  # a trip is work
        ("[{kind: leave, from: 2026-01-01, to: 2026-02-28}, {kind: illness, from: 2026-03-02}]", "few"),
        ("[{kind: illness, from: 2026-02-01}]", None),  # the 22 days of January
    ],
)
def test_leave_is_taken_from_the_working_days(absences: str, expected: str | None) -> None:
    assert reason(f"appointed: 2020-01-01, absences: {absences}") == expected


@pytest.mark.parametrize(
    ("seconded", "expected"),
    [
        ("[{body: other, from: 2026-02-01, to: 2026-03-31}]", None),  # the whole of January is left
        ("[{body: other, from: 2026-01-31, to: 2026-03-31}]", "seconded"),
        ("[{body: other, from: 2026-01-15, to: 2026-02-20}]", None),  # 21 February to 31 March is left
        ("[{body: other, from: 2026-01-20, to: 2026-01-25}, {body: other, from: 2026-02-15}]", "seconded"),
        ("[]", None),
    ],
)
def test_of_a_secondment_the_longest_unbroken_stretch_is_left(seconded: str, expected: str | None) -> None:
    assert reason(f"appointed: 2020-01-01, seconded: {seconded}") == expected


def test_who_would_not_be_evaluated_anyway_is_not_left_out_for_the_secondment() -> None:
    assert reason("appointed: 2026-03-10, seconded: [{body: other, from: 2026-03-15}]") == "short"


def test_where_the_sending_body_evaluates_secondment_takes_nothing_away() -> None:
    sending = "secondment: {evaluated_by: sending_body}"
    assert reason("appointed: 2020-01-01, seconded: [{body: other, from: 2026-01-01}]", sending) is None


@pytest.mark.parametrize(
    ("counting", "appointed", "expected"),
    [
        ("both_days", "2026-03-01", None),
        ("day_after", "2026-03-01", "short"),  # from the 1st to the 1st
        ("day_after", "2026-02-28", None),
    ],
)
def test_a_month_is_counted_with_both_days_or_from_a_day_to_the_same_day(
    counting: str, appointed: str, expected: str | None
) -> None:
    rule = f'counting: {{from: day_after, on_day_off: as_printed, months: {counting}, paragraph: "9"}}'
    assert reason(f"appointed: {appointed}", rule) == expected


@pytest.mark.parametrize(
    ("length", "appointed", "expected"),
    [
        ("2 weeks", "2026-03-18", None),  # fourteen days to the 31st
        ("2 weeks", "2026-03-19", "short"),
        ("10 calendar days", "2026-03-22", None),
        ("10 calendar days", "2026-03-23", "short"),
        ("5 working days", "2026-03-25", None),  # Wednesday to Tuesday
        ("5 working days", "2026-03-26", "short"),
        ("1 year", "2026-01-01", "short"),
    ],
)
def test_tenure_is_measured_in_any_unit(length: str, appointed: str, expected: str | None) -> None:
    rule = f"not_evaluated: {{short: {{when: {{tenure_in_period: {{less_than: {length}}}}}}}}}"
    assert reason(f"appointed: {appointed}", ALONE, rule) == expected


def test_weeks_are_days_however_months_are_counted() -> None:
    rule = 'counting: {from: day_after, on_day_off: as_printed, months: day_after, paragraph: "9"}'
    weeks = "not_evaluated: {short: {when: {tenure_in_period: {less_than: 2 weeks}}}}"
    assert reason("appointed: 2026-03-18", rule, ALONE, weeks) is None


def test_tenure_may_be_counted_from_the_appointment_before_the_period() -> None:
    since = "not_evaluated: {few: none, short: {tenure: since_appointment}, reason_first: [seconded, short]}"
    inside = "not_evaluated: {few: none, short: {tenure: inside_period}, reason_first: [seconded, short]}"
    person = "appointed: 2025-12-15, dismissed: 2026-01-20"
    assert (reason(person, since), reason(person, inside)) == (None, "short")


@pytest.mark.parametrize(
    ("person", "facts"),
    [
        ("", ("person.appointed",)),
        ("appointed: unknown", ("person.appointed",)),
        ("appointed: 2020-01-01, dismissed: unknown", ("person.dismissed",)),
        ("appointed: 2020-01-01, worked_days: unknown", ("person.worked_days",)),
        ("appointed: 2020-01-01, absences: unknown", ("person.absences",)),
        ("appointed: 2020-01-01, absences: [{kind: unknown, from: 2026-01-01}]", ("person.absences[0].kind",)),
        ("appointed: 2020-01-01, absences: [{kind: leave}]", ("person.absences[0].from",)),
        ("appointed: 2020-01-01, seconded: unknown", ("person.seconded",)),
        ("appointed: 2020-01-01, seconded: [{body: other}]", ("person.seconded[0].from",)),
    ],
)
def test_what_is_unknown_of_a_person_is_missing(person: str, facts: tuple[str, ...]) -> None:
    given = f"{{period: 2026-Q1, person: {{group: staff, {person}}}}}"
    assert missing(made(REASONS), "participation", given) == facts


def test_an_unknown_reason_matters_only_where_no_other_holds_first() -> None:
    # too short for certain, however many days were worked
    assert reason("appointed: 2026-03-10, worked_days: unknown") == "short"
    given = "{period: 2026-Q1, person: {group: staff, appointed: unknown, worked_days: 3}}"
    assert missing(made(REASONS), "participation", given) == ("person.appointed",)


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


ABSENCE = """
vocabulary: {absences: {leave: {en: leave}, illness: {en: illness}, trip: {en: trip}}}
timetable:
  evaluation:
    except:
      away: {when: {absent_on_due: [leave, illness]}, due: 5 working days after return_to_work, paragraph: "6/2"}
      gone: {when: {dismissed: {on_or_before: due}}, takes_part: false, paragraph: "6/3"}
      wins: [gone, away]
"""


@pytest.mark.parametrize(
    ("absences", "due"),
    [
        (
            "[{kind: leave, from: 2026-04-10, to: 2026-04-24}]",
            "2026-05-05",
        ),  # back on Monday the 27th; the 1st of May is off
        ("[{kind: leave, from: 2026-04-10, to: 2026-04-19}]", "2026-04-20"),  # back on the very day
        ("[{kind: leave, from: 2026-04-20, to: 2026-04-20}]", "2026-04-28"),
        (
            "[{kind: leave, from: 2026-04-10, to: 2026-04-24}, {kind: illness, from: 2026-04-25, to: 2026-04-29}]",
            "2026-05-08",
        ),
        ("[{kind: trip, from: 2026-04-10, to: 2026-04-24}]", "2026-04-20"),  # no such absence
    ],
)
def test_who_is_absent_on_the_due_day_is_evaluated_after_the_return(absences: str, due: str) -> None:
    assert sheet((ABSENCE,), f"appointed: 2020-01-01, absences: {absences}")["due"] == due


def test_an_absence_that_still_runs_leaves_the_day_unknown() -> None:
    given = "{period: 2026-Q1, person: {group: staff, absences: [{kind: leave, from: 2026-04-10}]}}"
    assert missing(made(ABSENCE), "participation", given) == ("person.absences[0].to",)


@pytest.mark.parametrize(
    ("dismissed", "takes_part"), [("2026-04-20", False), ("2026-04-21", True), ("2026-03-01", False)]
)
def test_who_is_dismissed_by_the_due_day_does_not_take_part(dismissed: str, takes_part: bool) -> None:
    one = sheet((ABSENCE,), f"appointed: 2020-01-01, dismissed: {dismissed}")
    assert (one["takes_part"], one["due"]) == (takes_part, "2026-04-20")


@pytest.mark.parametrize(
    ("person", "facts"),
    [
        ("dismissed: unknown", ("person.dismissed",)),
        ("absences: unknown", ("person.absences",)),
        ("absences: [{kind: leave, from: unknown, to: 2026-04-24}]", ("person.absences[0].from",)),
    ],
)
def test_an_unknown_absence_or_dismissal_leaves_the_day_unknown(person: str, facts: tuple[str, ...]) -> None:
    assert missing(made(ABSENCE), "participation", f"{{period: 2026-Q1, person: {{group: staff, {person}}}}}") == facts


BACK = """
vocabulary: {absences: {leave: {en: leave}, trip: {en: trip}}}
not_evaluated:
  just_back: {when: {returned_from: [leave], time_since_return: {less_than: 2 weeks}}, paragraph: "7"}
"""


@pytest.mark.parametrize(
    ("absences", "expected"),
    [
        ("[]", None),
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-17}]", None),  # back on the 18th: fourteen days
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-18}]", "just_back"),
        ("[{kind: trip, from: 2026-02-01, to: 2026-03-18}]", None),
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-18}, {kind: trip, from: 2026-03-20, to: 2026-03-24}]", None),
        ("[{kind: leave, from: 2026-03-18}]", None),  # not back at all
    ],
)
def test_who_has_just_come_back_may_be_left_out(absences: str, expected: str | None) -> None:
    assert sheet((BACK,), f"absences: {absences}")["reason"] == expected


def test_an_unknown_absence_leaves_the_return_unknown() -> None:
    given = "{period: 2026-Q1, person: {group: staff, absences: unknown}}"
    assert missing(made(BACK), "participation", given) == ("person.absences",)


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


LEAVING = """
vocabulary: {absences: {leave: {en: leave}}}
not_evaluated: {leaving: {when: {time_to_period_end: {less_than: 2 weeks}}, paragraph: "7"}}
"""


@pytest.mark.parametrize(
    ("appointed", "expected"), [("2026-03-18", None), ("2026-03-19", "leaving"), ("2019-03-19", None)]
)
def test_who_came_shortly_before_the_end_may_be_left_out(appointed: str, expected: str | None) -> None:
    assert sheet((LEAVING,), f"appointed: {appointed}")["reason"] == expected
    assert missing(made(LEAVING), "participation", "{period: 2026-Q1, person: {group: staff}}") == ("person.appointed",)


UNDATED = """
facts: {abroad: {type: yes_no, about: {en: abroad}}, sworn: {type: date, about: {en: "the oath"}}}
timetable:
  evaluation:
    due: not stated
    except:
      away: {when: {absent_on_due: [leave]}, due: 1 week after return_to_work, paragraph: "6/2"}
      far: {when: {any: [{abroad: true}, {sworn: {after: due}}]}, due: 2 weeks after return_to_work, paragraph: "6/3"}
      wins: [far, away]
"""


def test_where_no_day_is_stated_nobody_is_absent_on_it() -> None:
    away = "absences: [{kind: leave, from: 2026-01-01, to: 2026-12-31}]"
    assert sheet((LEAVING, UNDATED), f"appointed: 2019-03-19, {away}")["due"] is None
    assert sheet((LEAVING, UNDATED), f"appointed: 2019-03-19, abroad: true, {away}")["due"] is None


def test_of_unknown_absences_nobody_knows_the_return() -> None:
    given = "{period: 2026-Q1, person: {group: staff, appointed: 2019-03-19, abroad: true, absences: unknown}}"
    dated = "timetable: {evaluation: {due: 20 April, except: {away: none, wins: [far]}}}"
    assert missing(made(LEAVING, UNDATED, dated), "participation", given) == ("person.absences",)


def test_a_day_that_is_itself_unknown_leaves_the_absence_unknown() -> None:
    sworn = "timetable: {evaluation: {due: 1 week after sworn}}"
    given = "{period: 2026-Q1, person: {group: staff, appointed: 2019-03-19, sworn: unknown}}"
    assert missing(made(LEAVING, UNDATED, sworn), "participation", given) == ("person.sworn",)
