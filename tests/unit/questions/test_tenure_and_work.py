"""Who is left out of an evaluation: tenure, worked days, secondment."""

import pytest

from tests.unit.made import made, missing
from tests.unit.people import REASONS, sheet

ALONE = "not_evaluated: {few: none, reason_first: [seconded, short]}"


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
