"""Phrases of time: what they say, and what is none."""

import pytest

from policyengine.model.term import (
    DayOfMonth,
    DayOfYear,
    Duration,
    Earlier,
    EventDay,
    Later,
    Length,
    Moment,
    NotStated,
    Term,
)
from policyengine.terms.times import anchor, duration, moments, show, term

ACQUAINTED, RECEIVED = Moment(name="acquainted"), Moment(name="received")
FIVE = Duration(n=5, unit="working days")
TERMS: list[tuple[str, Term]] = [
    ("not stated", NotStated()),
    ("event evaluation.kpi", EventDay(event="evaluation.kpi")),
    ("day 20 of the month after", DayOfMonth(day=20, month="the month after")),
    ("day 1 of the second month", DayOfMonth(day=1, month="the second month")),
    ("last day of the last month", DayOfMonth(day=0, month="the last month")),
    ("30 January after", DayOfYear(day=30, month=1, year="after")),
    ("29 February", DayOfYear(day=29, month=2, year="same")),
    ("25 December before", DayOfYear(day=25, month=12, year="before")),
    ("5 working days after acquainted", Length(duration=FIVE, side="after", anchor=ACQUAINTED)),
    (
        "1 calendar day before due",
        Length(duration=Duration(n=1, unit="calendar days"), side="before", anchor=Moment(name="due")),
    ),
    (
        "2 weeks after later of acquainted and received",
        Length(duration=Duration(n=2, unit="weeks"), side="after", anchor=Later(one=ACQUAINTED, other=RECEIVED)),
    ),
    (
        "1 month after earlier of acquainted and received",
        Length(duration=Duration(n=1, unit="months"), side="after", anchor=Earlier(one=ACQUAINTED, other=RECEIVED)),
    ),
    ("3 years after acquainted", Length(duration=Duration(n=3, unit="years"), side="after", anchor=ACQUAINTED)),
]


@pytest.mark.parametrize(("text", "value"), TERMS)
def test_a_phrase_says_a_term_and_the_term_is_shown_by_the_same_phrase(text: str, value: Term) -> None:
    assert term(text) == value
    assert show(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "day 0 of the month after",
        "day 32 of the month after",
        "day 5 of the third month",
        "last day of the year",
        "31 April",
        "0 June",
        "5 days after acquainted",  # working days, or days of the calendar?
        "0 working days after acquainted",
        "10000 years after acquainted",
        "5 working days after Acquainted",
        "5 working days after later of acquainted",
        "Event evaluation",
    ],
)
def test_what_is_no_term_is_none(text: str) -> None:
    assert term(text) is None


@pytest.mark.parametrize(
    ("text", "n", "unit"), [("1 month", 1, "months"), ("15 working days", 15, "working days"), ("2 weeks", 2, "weeks")]
)
def test_a_length_of_time_has_a_number_and_a_unit(text: str, n: int, unit: str) -> None:
    found = duration(text)
    assert found is not None
    assert (found.n, found.unit) == (n, unit)
    assert show(found) == text


@pytest.mark.parametrize("text", ["month", "1 day", "0 months", "1 fortnight"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert duration(text) is None


@pytest.mark.parametrize(
    "text", ["acquainted", "later of acquainted and received", "earlier of acquainted and received"]
)
def test_an_anchor_is_shown_by_its_own_phrase(text: str) -> None:
    found = anchor(text)
    assert found is not None
    assert show(found) == text


def test_no_anchor_is_none() -> None:
    assert anchor("the day before yesterday") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5 working days after later of acquainted and received", ("acquainted", "received")),
        ("1 month before due", ("due",)),
        ("event evaluation", ("evaluation",)),
        ("30 January after", ()),
        ("not stated", ()),
    ],
)
def test_the_moments_of_a_term_are_those_from_which_it_is_counted(text: str, names: tuple[str, ...]) -> None:
    found = term(text)
    assert found is not None
    assert moments(found) == names
