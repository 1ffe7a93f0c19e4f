"""Terms on a calendar: what is due when in periods of every kind, and where days off move it."""

import pytest

from tests.unit.made import answer, ask, found, made
from tests.unit.timetables import day, days, event


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
