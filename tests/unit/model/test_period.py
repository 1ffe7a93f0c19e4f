"""Periods as the contract writes them."""

from datetime import date

import pytest

from policyengine.model.period import day, period, periods_in


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "number"),
    [
        ("2026-Q1", "quarter", "2026-01-01", "2026-03-31", 1),
        ("2026-Q4", "quarter", "2026-10-01", "2026-12-31", 4),
        ("2026", "year", "2026-01-01", "2026-12-31", 1),
        ("2026-H2", "half_year", "2026-07-01", "2026-12-31", 2),
        ("2028-02", "month", "2028-02-01", "2028-02-29", 2),
        ("2026-02-01/2026-08-31", "stretch", "2026-02-01", "2026-08-31", 1),
    ],
)
def test_a_period_has_a_kind_its_days_and_its_number_in_the_year(
    text: str, kind: str, start: str, end: str, number: int
) -> None:
    found = period(text)
    assert found is not None
    assert (found.kind, found.start.isoformat(), found.end.isoformat()) == (kind, start, end)
    assert (found.number, found.id) == (number, text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-Q5",
        "2026-H3",
        "2026-13",
        "2026-1",
        "26",
        "0000",
        "9999",
        "2026-02-01/2026-01-31",
        "2026-02-30/2026-03-31",
        "2026-02-01/2026-02-31",
        "9998-01-01/9999-01-01",
        "q1 2026",
    ],
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert period(text) is None


def test_the_periods_of_a_year_follow_one_another() -> None:
    assert [one.id for one in periods_in(2026, "half_year")] == ["2026-H1", "2026-H2"]
    assert [one.id for one in periods_in(2026, "year")] == ["2026"]
    assert len(list(periods_in(2026, "month"))) == 12


@pytest.mark.parametrize("text", ["2026-02-29", "2026-2-1", "20260201", "2026-W01-1", 2026, None])
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_none(text: object) -> None:
    assert day(text) is None


def test_a_day_is_written_year_month_day() -> None:
    assert day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "own", "theirs"),
    [
        ("2025-05-20/2026-05-19", date(2025, 5, 20), True, True),
        ("2025-05-20/2026-05-19", date(2001, 5, 20), True, True),
        ("2025-05-20/2026-05-19", date(2025, 5, 21), True, False),
        ("2025-05-20/2026-05-19", date(2026, 5, 20), True, False),  # not yet begun
        ("2025-05-20/2026-05-20", date(2025, 5, 20), False, True),
        ("2027-02-28/2028-02-27", date(2024, 2, 29), True, True),
        ("2028-02-29/2029-02-27", date(2024, 2, 29), True, True),
        ("2026", date(2020, 1, 1), False, True),
    ],
)
def test_a_year_of_ones_own_begins_on_the_same_day_of_some_year(
    text: str, first: date, own: bool, theirs: bool
) -> None:
    found = period(text)
    assert found is not None
    assert (found.is_own_year, found.is_year_from(first)) == (own, theirs)
