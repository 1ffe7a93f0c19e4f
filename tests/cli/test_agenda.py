"""The year's obligations: in their order, with the last working day, signs and notes; as events of a calendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from policyengine.calendar import Calendar as WorkingDays
from policyengine.handbook.agenda import Agenda, Obligation, agenda, agenda_as_json, agenda_lines, short_period
from policyengine.handbook.agenda_ics import agenda_as_ics
from policyengine.handbook.table import plain
from policyengine.model.policy import Policy
from tests.cli.running import read_ics, words, words_of
from tests.door import calendar, policy


def obligations(policy_id: str, year: int = 2026) -> dict[str, Obligation]:
    return {f"{one.event}@{one.period}": one for one in agenda(policy(policy_id), year, calendar).obligations}


def text(policy_id: str, year: int = 2026) -> str:
    made = agenda(policy(policy_id), year, calendar)
    return plain(agenda_lines(made, words(policy_id), policy(policy_id), 110))


def small(*, due: str = "day 20 of the month after", **event: object) -> Policy:
    """A methodology of one event."""
    body = {"every": "quarter", "by": "hr", "due": due, **event}
    return Policy(id="small", tree={"roles": {"hr": {}}, "timetable": {"review": body}})


def lines(made: Agenda, opened: Policy) -> str:
    return plain(agenda_lines(made, words_of(opened), opened, 110))


# --- values ---


def test_obligations_come_by_day_and_those_without_a_day_last() -> None:
    days = [one.due or date.max for one in agenda(policy("nura"), 2026, calendar).obligations]
    assert days == sorted(days)
    assert days[-1] == date.max


def test_the_last_working_day_is_told_where_the_day_is_a_day_off() -> None:
    one = obligations("taskala")["dismissed_informed@2026-Q3"]
    assert (one.due, one.act_by) == (date(2026, 10, 31), date(2026, 10, 30))


def test_an_obligation_knows_who_acts_and_on_which_paragraphs() -> None:
    one = obligations("nura")["evaluation.kpi@2026-Q1"]
    assert (one.by, one.paragraph) == (("evaluator",), ("4/1", "22/5"))


def test_an_obligation_may_stand_on_no_paragraph() -> None:
    (first, *_) = agenda(small(), 2026, calendar).obligations
    assert (first.by, first.paragraph) == (("hr",), ())


def test_a_reading_that_warns_is_named() -> None:
    assert obligations("nura")["notice.staff@2026-Q3"].warnings == ("staff_notice_on_deadline",)


def test_a_year_in_which_no_event_has_a_day_is_told_by_its_notes() -> None:
    opened = small(set_by="schedule", due="not stated")
    assert "review" in lines(agenda(opened, 2026, calendar), opened)


def test_a_day_that_the_act_does_not_state_is_none() -> None:
    one = obligations("nura")["schedule_approved@2026-Q2"]
    assert (one.due, one.act_by, one.set_by) == (None, None, "")


def test_beyond_the_calendar_a_plain_day_is_known_and_the_working_day_is_not() -> None:
    one = obligations("taskala", 2028)["evaluation@2028-Q4"]
    assert (one.due, one.act_by) == (date(2029, 1, 20), None)


def test_a_methodology_without_a_timetable_has_no_obligations() -> None:
    empty = Policy(id="empty", tree={})
    assert agenda(empty, 2026, calendar) == Agenda(policy="empty", year=2026, obligations=())


def estimated(*days: date) -> WorkingDays:
    off = frozenset({*days, date(2026, 4, 18), date(2026, 4, 19)})
    return WorkingDays(id="x", first=date(2025, 1, 1), last=date(2028, 1, 1), off=off, estimated=frozenset(days))


def test_a_day_is_estimated_where_an_estimated_day_off_was_counted() -> None:
    opened = small(due="5 working days after period_end")
    (first, *_) = agenda(opened, 2026, lambda: estimated(date(2026, 4, 3))).obligations
    assert first.estimated


def test_a_day_is_estimated_where_an_estimated_day_off_lies_between_it_and_the_day_to_act() -> None:
    opened = small()
    (first, second, *_) = agenda(opened, 2026, lambda: estimated(date(2026, 4, 20))).obligations
    assert (first.due, first.act_by, first.estimated) == (date(2026, 4, 20), date(2026, 4, 17), True)
    assert not second.estimated


# --- text and JSON ---


def test_signs_are_explained_at_the_foot() -> None:
    opened = small()
    told = lines(agenda(opened, 2026, lambda: estimated(date(2026, 4, 20))), opened)
    assert "2026-04-20, Mon ≈" in told
    assert "≈ the day hangs on a day off" in told
    assert "? the calendar of working days does not reach this day" in text("taskala", 2028)
    assert "! The last day for the servant's notice" in text("nura")


def test_the_column_of_working_days_stands_only_where_it_says_something() -> None:
    assert "Last working" in text("taskala")
    assert "Last working" not in text("karasu")


def test_what_has_no_day_is_told_once_with_its_periods() -> None:
    assert "The act sets no day: Approval of the evaluation schedule (Q1, Q2, Q3, Q4)." in text("nura")
    assert "A schedule sets the day:" in text("saryarka")


def test_what_is_missing_for_the_agenda_is_named() -> None:
    opened = small(due="open")
    made = agenda(opened, 2026, calendar)
    assert made.missing == ("/timetable/review/due",)
    assert "Missing: /timetable/review/due" in lines(made, opened)


def test_a_methodology_without_a_timetable_says_so() -> None:
    empty = Policy(id="empty", tree={})
    assert "The methodology sets no timetable." in lines(agenda(empty, 2026, calendar), empty)


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2026-Q3", "Q3"),
        ("2026-H1", "H1"),
        ("2026-05", "M5"),
        ("2026", "year"),
        ("2026-02-01/2026-08-31", "2026-02-01 \N{EN DASH} 2026-08-31"),
        ("once", "once"),
    ],
)
def test_a_period_is_told_in_short(period: str, told: str) -> None:
    assert short_period(period, words("taskala")) == told


def test_json_has_the_days_as_they_are_and_the_names_in_the_language() -> None:
    made = agenda_as_json(agenda(policy("nura"), 2026, calendar), words("nura", "ru"))
    schedule = next(one for one in made if one["event"] == "schedule_approved")
    assert schedule["name"] == "Утверждение графика оценки"
    assert (schedule["due"], schedule["act_by"], schedule["set_by"]) == (None, None, None)
    notice = next(one for one in made if one["event"] == "notice.staff" and one["period"] == "2026-Q3")
    assert (notice["due"], notice["act_by"]) == ("2026-10-10", "2026-10-09")


# --- iCalendar ---


def events(policy_id: str, year: int = 2026) -> list[Any]:
    made = agenda(policy(policy_id), year, calendar)
    data = agenda_as_ics(made, words(policy_id), policy(policy_id), calendar)
    return list(read_ics(data).walk("VEVENT"))


@pytest.mark.parametrize("policy_id", ["taskala", "nura", "karasu", "karasu_base", "alatau", "saryarka"])
def test_every_obligation_with_a_day_is_an_event_of_that_whole_day(policy_id: str) -> None:
    made = events(policy_id)
    due = [one.due for one in agenda(policy(policy_id), 2026, calendar).obligations if one.due is not None]
    assert [one["dtstart"].dt for one in made] == due
    assert all(one["dtend"].dt - one["dtstart"].dt == timedelta(days=1) for one in made)


def test_the_file_is_as_the_standard_has_it() -> None:
    opened = policy("nura")
    data = agenda_as_ics(agenda(opened, 2026, calendar), words("nura", "kk"), opened, calendar)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_event_says_what_by_whom_on_which_paragraph_and_the_last_working_day() -> None:
    one = next(one for one in events("nura") if str(one["uid"]).startswith("nura-evaluation.kpi-2026-Q3"))
    assert str(one["summary"]) == "Evaluation by indicators: quarter 3 of 2026"
    told = str(one["description"]).splitlines()
    assert told[:2] == ["By whom: evaluator", "Paragraph: para. 4, part 1; para. 22, part 5"]
    assert told[2] == "The day is a day off; the last working day before it: 2026-10-09, Fri"


def test_remarks_stand_in_the_description() -> None:
    notice = next(one for one in events("nura") if str(one["uid"]).startswith("nura-notice.staff-2026-Q1"))
    assert "the servant's notice is the very last day" in str(notice["description"])
    late = events("taskala", 2028)[-1]
    assert "does not reach this day" in str(late["description"])


def test_an_estimated_day_says_so() -> None:
    opened = small()
    made = agenda(opened, 2026, lambda: estimated(date(2026, 4, 20)))
    data = agenda_as_ics(made, words_of(opened), opened, lambda: estimated(date(2026, 4, 20)))
    (first, *_) = read_ics(data).walk("VEVENT")
    assert "only estimated so far" in str(first["description"])


def test_reminders_come_five_working_days_and_one_before_the_day() -> None:
    one = next(one for one in events("nura") if str(one["uid"]).startswith("nura-evaluation.kpi-2026-Q3"))
    midnight = datetime(2026, 10, 10)  # noqa: DTZ001 (a whole day has no zone)
    at = [midnight + alarm["trigger"].dt for alarm in one.walk("VALARM")]
    assert [one.isoformat() for one in at] == ["2026-10-05T09:00:00", "2026-10-09T09:00:00"]


def test_no_reminder_is_counted_beyond_the_calendar() -> None:
    assert [len(one.walk("VALARM")) for one in events("taskala", 2028)][-1] == 0


def test_the_stamp_is_the_day_of_the_act_and_never_now() -> None:
    assert {one["dtstamp"].dt for one in events("taskala")} == {datetime(2025, 8, 22, tzinfo=UTC)}
    opened = small()
    data = agenda_as_ics(agenda(opened, 2026, calendar), words_of(opened), opened, calendar)
    assert {one["dtstamp"].dt.year for one in read_ics(data).walk("VEVENT")} == {1970}


def test_no_two_events_share_an_id() -> None:
    for policy_id in ("taskala", "nura", "saryarka"):
        ids = [str(one["uid"]) for one in events(policy_id)]
        assert len(set(ids)) == len(ids)


def test_the_same_agenda_gives_the_same_bytes_in_every_language_and_the_same_ids() -> None:
    opened = policy("saryarka")
    made = agenda(opened, 2026, calendar)
    files = [agenda_as_ics(made, words("saryarka", "kk"), opened, calendar) for _ in range(2)]
    assert files[0] == files[1]
    russian = agenda_as_ics(made, words("saryarka", "ru"), opened, calendar)
    ids = [[str(one["uid"]) for one in read_ics(data).walk("VEVENT")] for data in (files[0], russian)]
    assert ids[0] == ids[1]


def test_what_has_no_day_is_named_in_the_description_of_the_calendar() -> None:
    opened = policy("nura")
    data = agenda_as_ics(agenda(opened, 2026, calendar), words("nura"), opened, calendar)
    assert "Approval of the evaluation schedule" in str(read_ics(data)["x-wr-caldesc"])
