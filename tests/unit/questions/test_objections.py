"""Acquaintance with a result, and the time in which a person may object to it."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

APPEAL = """
remedies:
  complaint: {against: [procedure], due: 1 week after acquainted, paragraph: "11"}
  objection:
    against: [result]
    due: 5 working days after later of acquainted and received
    leads_to: session
    paragraph: "11"
review:
  session:
    called: on_application
    formed_by: head
    decided: 3 working days after application_received
    held: 1 week after application_made
    paragraph: "12"
"""
ALONE = "remedies: {objection: {due: 5 working days after acquainted}}"


NO_DUES = (None, None)
SHORTENED = "{acquainted: 2026-04-20, filed: 2026-04-20, made: 2026-04-20}"


@pytest.mark.parametrize(
    ("fragment", "given", "last_day"),
    [
        ("{}", "{acquainted: 2026-04-20}", "2026-04-27"),
        ("{}", "{acquainted: 2026-04-20, received: 2026-04-24}", "2026-05-04"),
        ("{}", "{acquainted: 2026-04-24, received: 2026-04-20}", "2026-05-04"),
        ("remedies: {objection: {due: 2 weeks after evaluation}}", "{period: 2026-Q1}", "2026-05-04"),
        ("remedies: {objection: {due: event evaluation}}", "{period: 2026-Q1}", "2026-04-20"),
    ],
)
def test_who_has_not_objected_knows_the_last_day_alone(fragment: str, given: str, last_day: str) -> None:
    assert answer(made(APPEAL, fragment), "appeal", given) == {
        "last_day": last_day,
        "in_time": None,
        "decision_due": None,
        "session_due": None,
    }


@pytest.mark.parametrize(
    ("fragment", "given", "in_time", "dues"),
    [
        ("{}", "{acquainted: 2026-04-20, filed: 2026-04-27, made: 2026-04-25}", True, ("2026-04-30", "2026-05-02")),
        ("{}", "{acquainted: 2026-04-20, filed: 2026-04-28, made: 2026-04-28}", False, ("2026-05-04", "2026-05-05")),
        (ALONE, SHORTENED, True, ("2026-04-23", "2026-04-27")),
        (
            "review: {session: {decided: none, held: none}}",
            "{acquainted: 2026-04-20, filed: 2026-04-20}",
            True,
            NO_DUES,
        ),
        ("remedies: {objection: {leads_to: none}}", "{acquainted: 2026-04-20, filed: 2026-04-20}", True, NO_DUES),
        ("remedies: {objection: {due: none}}", SHORTENED, None, ("2026-04-23", "2026-04-27")),
    ],
)
def test_an_objection_is_in_time_or_not_and_is_decided_all_the_same(
    fragment: str, given: str, in_time: bool | None, dues: tuple[str | None, str | None]
) -> None:
    one = answer(made(APPEAL, fragment), "appeal", given)
    assert (one["in_time"], one["decision_due"], one["session_due"]) == (in_time, *dues)
    assert one["last_day"] == (None if in_time is None else "2026-04-27")


@pytest.mark.parametrize(
    ("fragment", "given", "facts"),
    [
        ("{}", "{}", ("acquainted",)),
        ("{}", "{acquainted: unknown}", ("acquainted",)),
        ("{}", "{acquainted: 2026-04-20, received: unknown}", ("received",)),
        ("{}", "{acquainted: unknown, received: unknown}", ("acquainted", "received")),
        ("{}", "{acquainted: 2026-04-20, filed: unknown}", ("filed", "made")),
        ("{}", "{acquainted: 2026-04-20, filed: 2026-04-27}", ("made",)),
        (ALONE, "{filed: 2026-04-27, made: 2026-04-27}", ("acquainted",)),
        ("remedies: {objection: {due: 2 weeks after evaluation}}", "{}", ("period",)),
    ],
)
def test_a_day_from_which_a_term_runs_is_needed(fragment: str, given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(APPEAL, fragment), "appeal", given) == facts


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{acquainted: 2026-04-20, filed: 2026-04-19}", [("filed_before_acquainted", "filed")]),
        ("{acquainted: 2026-04-20, filed: 2026-04-21, made: 2026-04-22}", [("contradictory_facts", "made")]),
        ("{acquainted: 2026-04-31}", [("bad_date", "acquainted")]),
        ("{acquainted: 2026-04-20, complained: 2026-04-21}", [("unknown_fact", "complained")]),
    ],
)
def test_days_that_cannot_be_are_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(APPEAL), "appeal", given) == faults


def test_the_day_of_receipt_is_asked_for_where_any_reading_counts_from_it() -> None:
    assert refused(made(APPEAL, ALONE), "appeal", "{acquainted: 2026-04-20, received: 2026-04-24}") == [
        ("unknown_fact", "received")
    ]
    reading = """
remedies: {objection: {due: {reading: start}}}
readings:
  start:
    about: {en: a}
    chosen: known
    options:
      known: {sets: {/remedies/objection/due: 5 working days after acquainted}}
      got: {sets: {/remedies/objection/due: 5 working days after received}}
"""
    given = "{acquainted: 2026-04-20, received: 2026-04-24}"
    assert answer(made(APPEAL, reading), "appeal", given)["last_day"] == "2026-04-27"
    assert answer(made(APPEAL, reading, start="got"), "appeal", given)["last_day"] == "2026-05-04"
    assert missing(made(APPEAL, reading, start="got"), "appeal", "{acquainted: 2026-04-20}") == ("received",)


def test_where_no_remedy_is_against_a_result_nobody_objects() -> None:
    assert answer(made(APPEAL, "remedies: {objection: none}"), "appeal", "{}") == {"applies": False}


DECIDED = """
remedies:
  objection: none
  complaint:
    against: [commission_decision]
    due: 2 weeks after decision_made
    examined: 5 working days after complaint_received
    paragraph: "11"
review: {session: {called: on_every_evaluation}}
"""


@pytest.mark.parametrize(
    ("filed", "in_time", "examined"),
    [("", None, None), (", filed: 2026-05-04", True, "2026-05-11"), (", filed: 2026-05-05", False, "2026-05-12")],
)
def test_where_a_body_decides_on_every_evaluation_one_objects_to_its_decision(
    filed: str, in_time: bool | None, examined: str | None
) -> None:
    one = answer(made(APPEAL, DECIDED), "appeal", f"{{decision_made: 2026-04-20{filed}}}")
    due = {"last_day": "2026-05-04", "in_time": in_time, "decision_due": examined, "session_due": None}
    assert one == due


def test_a_decision_on_an_objection_alone_is_no_result() -> None:
    on_application = "review: {session: {called: on_application}}"
    assert answer(made(APPEAL, DECIDED, on_application), "appeal", "{}") == {"applies": False}
    assert answer(made(APPEAL, DECIDED, "review: none"), "appeal", "{}") == {"applies": False}


TOLD = """
vocabulary: {channels: {letter: {en: a}, portal: {en: b}}}
acquaintance:
  gone: {who: hr, when: {dismissed: {given: true}}, due: not stated, channels: [letter], paragraph: "13"}
  others:
    who: hr
    when: {dismissed: {given: false}}
    due: 2 working days after evaluation_completed
    channels: [portal, letter]
    paragraph: "13"
"""
BY_DAY = "acquaintance: {gone: {when: {dismissed: {on_or_before: completed}}}}"


@pytest.mark.parametrize(
    ("fragment", "given", "due", "channels"),
    [
        ("{}", "{completed: 2026-04-29}", "2026-05-04", ["portal", "letter"]),
        ("{}", "{completed: 2026-04-29, dismissed: false}", "2026-05-04", ["portal", "letter"]),
        ("{}", "{completed: 2026-04-29, dismissed: true}", None, ["letter"]),
        ("{}", "{dismissed: 2026-04-01}", None, ["letter"]),
        (
            "acquaintance: {gone: {due: day 10 of the month after}}",
            "{period: 2026-Q1, dismissed: true}",
            "2026-04-10",
            ["letter"],
        ),
        (
            "acquaintance: {gone: {due: event evaluation}}",
            "{period: 2026-Q1, dismissed: true}",
            "2026-04-20",
            ["letter"],
        ),
        (
            "acquaintance: {gone: {due: 1 week before evaluation}}",
            "{period: 2026-Q1, dismissed: true}",
            "2026-04-13",
            ["letter"],
        ),
        (
            "acquaintance: {gone: {due: 1 month after period_end}}",
            "{period: 2026-Q1, dismissed: true}",
            "2026-04-30",
            ["letter"],
        ),
        (
            "acquaintance: {gone: {due: 3 calendar days after dismissed}}",
            "{dismissed: 2026-04-01}",
            "2026-04-04",
            ["letter"],
        ),
    ],
)
def test_a_person_is_acquainted_by_a_day_and_through_channels(
    fragment: str, given: str, due: str | None, channels: list[str]
) -> None:
    assert answer(made(TOLD, fragment), "acquaintance", given) == {"due": due, "channels": channels}


def test_where_nothing_is_said_of_a_person_there_is_no_day() -> None:
    policy = made(TOLD, "acquaintance: {others: none}")
    assert answer(policy, "acquaintance", "{completed: 2026-04-29}") == {"due": None, "channels": []}


def test_without_conditions_one_rule_is_for_all() -> None:
    policy = made("acquaintance: {all: {who: hr, due: not stated, channels: [], paragraph: '13'}}")
    assert answer(policy, "acquaintance", "{dismissed: unknown}") == {"due": None, "channels": []}


@pytest.mark.parametrize(
    ("fragment", "given", "facts"),
    [
        ("{}", "{}", ("completed",)),
        ("{}", "{completed: unknown}", ("completed",)),
        ("{}", "{completed: 2026-04-29, dismissed: unknown}", ("dismissed",)),
        ("acquaintance: {gone: {due: day 10 of the month after}}", "{dismissed: true}", ("period",)),
        ("acquaintance: {gone: {due: event evaluation}}", "{dismissed: true, period: unknown}", ("period",)),
        ("acquaintance: {gone: {due: 1 week before evaluation}}", "{dismissed: true}", ("period",)),
        ("acquaintance: {gone: {due: 1 month after period_end}}", "{dismissed: true}", ("period",)),
    ],
)
def test_what_is_unknown_of_an_acquaintance_is_missing(fragment: str, given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(TOLD, fragment), "acquaintance", given) == facts


def test_a_dismissal_of_which_only_the_fact_is_known_passes_no_test_of_days() -> None:
    policy = made(TOLD, "acquaintance: {gone: {when: {dismissed: {given: none, before: 2026-05-01}}}}")
    assert answer(policy, "acquaintance", "{completed: 2026-04-29, dismissed: true}") == {"due": None, "channels": []}
    assert answer(policy, "acquaintance", "{completed: 2026-04-29, dismissed: 2026-04-30}")["channels"] == ["letter"]


def test_a_term_that_nobody_can_count_is_a_fault() -> None:
    assert found(TOLD, "acquaintance: {gone: {due: 2 working days after appraisal}}") == [
        ("P022", "/acquaintance/gone/due")
    ]
