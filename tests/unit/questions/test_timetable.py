"""What is due when: terms on a calendar, periods of every kind, days off, exceptions, schedules, warnings."""

from typing import Any

import pytest

from tests.unit.made import answer, ask, found, made, missing, refused


def event(due: str, every: str = "quarter", more: str = "") -> str:
    return f"timetable: {{evaluation: {{every: {every}, due: {due}}}}}\n{more}"


def days(fragments: tuple[str, ...], period: str, more: str = "") -> dict[str, Any]:
    """The events of a period."""
    events: dict[str, Any] = answer(made(*fragments), "timetable", f"{{period: {period}{more}}}")["events"]
    return events


def day(fragments: tuple[str, ...], period: str, more: str = "") -> object:
    """The day on which the evaluation of a period is due."""
    return days(fragments, period, more)[f"evaluation@{period}"]["due"]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("day 20 of the month after", "2026-04-20"),
        ("last day of the month after", "2026-04-30"),
        ("day 30 of the first month", "2026-01-30"),
        ("day 1 of the second month", "2026-02-01"),
        ("last day of the last month", "2026-03-31"),
        ("15 June", "2026-06-15"),
        ("30 January after", "2027-01-30"),
        ("25 December before", "2025-12-25"),
        ("10 calendar days after period_end", "2026-04-10"),
        ("10 calendar days before period_end", "2026-03-21"),
        ("5 working days after period_end", "2026-04-07"),
        ("5 working days before period_end", "2026-03-24"),
        ("2 weeks after period_end", "2026-04-14"),
        ("2 weeks before period_end", "2026-03-17"),
        ("1 month after period_end", "2026-04-30"),  # the 31st of April does not exist
        ("3 months before period_end", "2025-12-31"),
        ("1 year after period_start", "2027-01-01"),
        ("2 years before period_start", "2024-01-01"),
        ("5 working days after later of period_start and period_end", "2026-04-07"),
        ("1 week after earlier of period_start and period_end", "2026-01-08"),
        ("1 week after later of appointed and period_end", "2026-04-07"),  # nobody was appointed
        ("1 week after earlier of period_end and appointed", "2026-04-07"),
        ("not stated", None),
        ("1 week after dismissed", None),
    ],
)
def test_a_term_of_the_first_quarter_means_one_day(due: str, expected: str | None) -> None:
    assert day((event(due),), "2026-Q1") == expected


@pytest.mark.parametrize(
    ("rule", "due", "expected"),
    [
        ("from: same_day", "5 working days after period_end", "2026-04-06"),
        ("from: same_day", "10 calendar days after period_end", "2026-04-09"),
        ("from: same_day", "2 weeks after period_end", "2026-04-14"),
        ("from: day_after, before: clear_days", "5 working days before period_end", "2026-03-23"),
        ("from: day_after, before: clear_days", "10 calendar days before period_end", "2026-03-20"),
        ("from: day_after, before: nth_day", "5 working days before period_end", "2026-03-24"),
    ],
)
def test_days_are_counted_by_the_rules_of_the_file(rule: str, due: str, expected: str) -> None:
    counting = f'counting: {{{rule}, on_day_off: as_printed, paragraph: "7"}}'
    assert day((event(due), counting), "2026-Q1") == expected


@pytest.mark.parametrize(
    ("period", "every", "due", "expected"),
    [
        ("2026-H1", "half_year", "day 15 of the month after", "2026-07-15"),
        ("2026-H2", "half_year", "last day of the second month", "2026-08-31"),
        ("2026-02", "month", "last day of the month after", "2026-03-31"),
        ("2026-01", "month", "last day of the month after", "2026-02-28"),
        ("2026", "year", "day 15 of the month after", "2027-01-15"),
        ("2026", "year", "29 February", "2026-02-28"),
        ("2026-02-10/2026-08-31", "{from: 2026-02-10, to: 2026-08-31}", "day 10 of the month after", "2026-09-10"),
        ("2026-02-10/2026-08-31", "{from: 2026-02-10, to: 2026-08-31}", "day 5 of the first month", "2026-02-05"),
        ("2026-Q3", "[quarter, year]", "day 20 of the month after", "2026-10-20"),
    ],
)
def test_a_term_is_counted_from_a_period_of_any_kind(period: str, every: str, due: str, expected: str) -> None:
    undated = "29 February" in due  # refused as a deadline, since most years have no such day
    policy = (event(due, every),)
    if undated:
        assert found(*policy) == [("P076", "/timetable/evaluation/due")]
    else:
        assert day(policy, period) == expected


@pytest.mark.parametrize(
    ("rule", "due"),
    [("as_printed", "2026-05-01"), ("next_working_day", "2026-05-04"), ("previous_working_day", "2026-04-30")],
)
def test_a_due_day_that_is_a_day_off_moves_by_the_rule_of_the_file(rule: str, due: str) -> None:
    counting = f'counting: {{from: day_after, on_day_off: {rule}, paragraph: "7"}}'
    may_day = days((event("day 1 of the month after", "month"), counting), "2026-04")["evaluation@2026-04"]
    assert (may_day["due"], may_day["act_by"]) == (due, "2026-04-30")  # printed on the 1st of May, a holiday
    june = days((event("day 1 of the month after", "month"), counting), "2026-05")["evaluation@2026-05"]
    assert (june["due"], june["act_by"]) == ("2026-06-01", "2026-06-01")


def test_beyond_the_calendar_a_printed_day_needs_none() -> None:
    far = days((event("day 20 of the month after"),), "2040-Q1")["evaluation@2040-Q1"]
    assert (far["due"], far["act_by"]) == ("2040-04-20", None)


def test_a_term_over_an_estimated_day_off_says_so() -> None:
    decision = ask(
        made(event("5 working days after period_start", "{from: 2026-05-25, to: 2026-08-31}")),
        "timetable",
        "{year: 2026}",
    )
    assert "estimated_day" in {step.about.code for why in decision.why for step in why}
    calm = ask(made(event("2 working days after period_start")), "timetable", "{period: 2026-Q1}")
    assert "estimated_day" not in {step.about.code for why in calm.why for step in why}


CHAIN = """
timetable:
  evaluation: {due: 5 working days before review}
  review: {every: year, by: head, due: event meeting, paragraph: "6"}
  meeting: {every: year, by: head, due: 1 February after, paragraph: "6"}
  spring: {every: {from: 2026-02-01, to: 2026-08-31}, by: head, due: 15 September, paragraph: "6"}
  report: {every: half_year, by: head, due: 1 week after spring, paragraph: "6"}
"""


def test_a_term_may_count_from_an_event_of_the_period_around() -> None:
    # 1 February 2027 is a Monday; five working days before it is Monday the 25th of January
    assert day((CHAIN,), "2026-Q4") == "2027-01-25"


def test_a_single_stretch_lies_around_the_periods_that_end_in_it() -> None:
    assert days((CHAIN,), "2026-H1")["report@2026-H1"]["due"] == "2026-09-22"
    assert days((CHAIN,), "2026-H2")["report@2026-H2"]["due"] is None  # no such stretch lies around it


def test_the_timetable_of_a_year_has_all_its_periods_and_the_stretches_that_end_in_it() -> None:
    events = answer(made(CHAIN), "timetable", "{year: 2026}")["events"]
    quarters = {f"evaluation@2026-Q{number}" for number in range(1, 5)}
    assert events.keys() == quarters | {
        "review@2026",
        "meeting@2026",
        "report@2026-H1",
        "report@2026-H2",
        "spring@2026-02-01/2026-08-31",
    }
    assert "spring@2026-02-01/2026-08-31" not in answer(made(CHAIN), "timetable", "{year: 2027}")["events"]


def test_two_events_of_one_stretch_stand_side_by_side() -> None:
    stretch = "every: {from: 2026-02-01, to: 2026-08-31}"
    both = f"timetable: {{autumn: {{{stretch}, by: [head, hr], due: 20 September, paragraph: '6'}}}}"
    events = days((CHAIN, both), "2026-02-01/2026-08-31")
    assert {name: one["by"] for name, one in events.items()} == {
        "spring@2026-02-01/2026-08-31": "head",
        "autumn@2026-02-01/2026-08-31": ["head", "hr"],
    }
    assert len(answer(made(CHAIN, both), "timetable", "{year: 2026}")["events"]) == 10


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
    ("given", "facts"), [("{}", ("year",)), ("{year: unknown}", ("year",)), ("{period: unknown}", ("period",))]
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
