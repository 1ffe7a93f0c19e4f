"""What a timetable says of a year or a period: exceptions, schedules, warnings, and periods that cannot be."""

import pytest

from tests.unit.made import answer, ask, made, missing, refused
from tests.unit.timetables import day, days, event


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{period: 2026-Q1, year: 2025}", [("contradictory_facts", "period")]),
        ("{year: 0}", [("bad_date", "year")]),
        ("{year: 10000}", [("bad_date", "year")]),
        ("{year: 2026.5}", [("bad_value", "year")]),
        ("{period: spring}", [("bad_date", "period")]),
        ("{period: true}", [("bad_date", "period")]),
    ],
)
def test_a_period_that_cannot_be_is_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(), "timetable", given) == faults


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("year",)),
        ("{year: unknown}", ("year",)),
        ("{period: unknown}", ("period",)),
        ("{year: 2026, period: unknown}", ("period",)),
    ],
)
def test_some_period_is_needed(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(), "timetable", given) == facts


def test_a_year_may_be_given_as_a_period() -> None:
    assert days((event("day 20 of the month after", "year"),), "2026").keys() == {"evaluation@2026"}


def test_a_date_far_beyond_all_calendars_is_bad_input() -> None:
    for due in ("9999 years after period_end", "9999 years before period_end"):
        assert refused(made(event(due)), "timetable", "{period: 2026-Q1}") == [("bad_date", "")]
    weeks = made(event("9999 weeks after period_end"))
    assert refused(weeks, "timetable", "{period: 9998-Q1}") == [("bad_date", "")]


EXCEPT = """
facts:
  snow: {type: yes_no, about: {en: "it snowed"}}
  rain: {type: yes_no, about: {en: "it rained"}}
timetable:
  evaluation:
    except:
      second: {when: {quarter: 2}, due: 3 July, paragraph: "6/2"}
      snowed: {when: {snow: true}, due: 2 weeks after due, paragraph: "6/3"}
      rained: {when: {rain: true}, due: 1 week after period_end, paragraph: "6/4"}
      wins: [snowed, rained, second]
"""


@pytest.mark.parametrize(
    ("period", "more", "due", "paragraph"),
    [
        ("2026-Q1", "", "2026-04-20", "6"),
        ("2026-Q2", "", "2026-07-03", "6/2"),
        ("2026-Q1", ", rain: true", "2026-04-07", "6/4"),
        ("2026-Q2", ", rain: true", "2026-07-07", "6/4"),
    ],
)
def test_an_exception_that_holds_gives_the_day_and_its_paragraph(
    period: str, more: str, due: str, paragraph: str
) -> None:
    one = days((EXCEPT,), period, more)[f"evaluation@{period}"]
    assert (one["due"], one["paragraph"]) == (due, paragraph)


def test_of_exceptions_that_hold_together_the_first_in_order_wins() -> None:
    assert day((EXCEPT,), "2026-Q2", ", rain: true") == "2026-07-07"


def test_an_exception_may_count_from_the_ordinary_day() -> None:
    assert day((EXCEPT,), "2026-Q1", ", snow: true") == "2026-05-04"
    assert day((EXCEPT,), "2026-Q2", ", snow: true") == "2026-07-17"  # two weeks after the 3rd of July


def test_an_unknown_fact_on_which_an_exception_turns_is_missing() -> None:
    assert missing(made(EXCEPT), "timetable", "{period: 2026-Q1, rain: unknown}") == ("rain",)


SCHEDULED = (
    "timetable: {evaluation: {set_by: schedule, due: not stated, not_before: 10 calendar days after period_end}}"
)


@pytest.mark.parametrize(
    ("more", "due", "act_by"),
    [
        ("", None, None),
        (", scheduled: {evaluation: 2026-04-18}", "2026-04-18", "2026-04-17"),
        (", scheduled: {evaluation@2026-Q1: 2026-04-15}", "2026-04-15", "2026-04-15"),
    ],
)
def test_a_day_that_a_schedule_sets_is_null_until_it_is_given(more: str, due: str | None, act_by: str | None) -> None:
    one = days((SCHEDULED,), "2026-Q1", more)["evaluation@2026-Q1"]
    assert (one["set_by"], one["due"], one["act_by"]) == ("schedule", due, act_by)


FROM_SCHEDULED = """
timetable: {report: {every: quarter, by: hr, due: 5 working days before evaluation, paragraph: "7"}}
acquaintance: {all: {who: hr, due: 1 week after evaluation, channels: [letter], paragraph: "8"}}
vocabulary: {channels: {letter: {en: letter}}}
"""


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ("", None),
        (", scheduled: {evaluation: 2026-04-20}", "2026-04-13"),
        (", scheduled: {evaluation@2026-Q2: 2026-07-20}", None),
    ],
)
def test_what_counts_from_a_day_that_a_schedule_sets_is_due_once_it_is_given(more: str, due: str | None) -> None:
    assert days((SCHEDULED, FROM_SCHEDULED), "2026-Q1", more)["report@2026-Q1"]["due"] == due


def test_a_person_is_evaluated_on_the_day_that_a_schedule_sets() -> None:
    given = "period: 2026-Q1, person: {group: staff, appointed: 2025-01-01}"
    one = made(SCHEDULED, "timetable: {evaluation: {completes: [sheet]}}")
    later = answer(one, "participation", f"{{{given}, scheduled: {{evaluation: 2026-04-18}}}}")["methods"]["sheet"]
    assert (later["due"], later["act_by"]) == ("2026-04-18", "2026-04-17")
    assert answer(one, "participation", f"{{{given}}}")["methods"]["sheet"]["due"] is None
    early = f"{{{given}, scheduled: {{evaluation: 2026-04-05}}}}"
    assert refused(one, "participation", early) == [("contradictory_facts", "scheduled.evaluation")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{evaluation: 2026-04-05}", [("contradictory_facts", "scheduled.evaluation")]),
        ("{evalution: 2026-04-15}", [("unknown_id", "scheduled.evalution")]),
        ("{evaluation: soon}", [("bad_date", "scheduled.evaluation")]),
    ],
)
def test_a_scheduled_day_that_cannot_be_is_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(SCHEDULED), "timetable", f"{{period: 2026-Q1, scheduled: {given}}}") == faults


@pytest.mark.parametrize("given", ["unknown", "{evaluation: unknown}"])
def test_an_unknown_scheduled_day_is_missing(given: str) -> None:
    facts = "scheduled" if given == "unknown" else "scheduled.evaluation"
    assert missing(made(SCHEDULED), "timetable", f"{{period: 2026-Q1, scheduled: {given}}}") == (facts,)


def warning(rule: str) -> str:
    return f"""
readings:
  odd: {{about: {{en: a}}, chosen: x, warns: {rule}, options: {{x: {{}}}}}}
  even: {{about: {{en: a}}, chosen: x, options: {{x: {{}}}}}}
timetable:
  evaluation: {{rests_on: [odd, even]}}
  other: {{every: quarter, by: hr, due: 20 April, paragraph: "6"}}
"""


@pytest.mark.parametrize(
    ("rule", "period", "warnings"),
    [
        ("inside_period", "2026-Q1", []),
        ("with event other", "2026-Q1", ["odd"]),
        ("with event other", "2026-Q2", []),
    ],
)
def test_a_reading_warns_where_days_meet_oddly(rule: str, period: str, warnings: list[str]) -> None:
    asked = answer(made(warning(rule)), "timetable", f"{{period: {period}}}")
    assert asked["events"][f"evaluation@{period}"]["warnings"] == warnings
    assert asked["warnings"] == warnings


def test_a_reading_warns_where_a_day_lies_inside_its_own_period() -> None:
    inside = (warning("inside_period"), event("15 March", "quarter", ""))
    assert days(inside, "2026-Q1")["evaluation@2026-Q1"]["warnings"] == ["odd"]
    assert days(inside, "2026-Q2")["evaluation@2026-Q2"]["warnings"] == []


def test_an_event_keeps_its_name() -> None:
    named = ask(made("timetable: {evaluation: {name: {en: the evaluation}}}"), "timetable", "{period: 2026-Q1}")
    assert named.why[0].because[0].about.values["name"] == {"en": "the evaluation"}
