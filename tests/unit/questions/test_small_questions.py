"""Delegation, access, duties, minutes and retention: one rule each."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

MORE_THAN = """
vocabulary: {outcomes: {anybody: {en: a}}}
delegation: {counts: evaluated, more_than: 20, outcome: required, delegates: anybody, paragraph: "7"}
"""
AT_LEAST = MORE_THAN.replace("more_than", "at_least")


@pytest.mark.parametrize(
    ("rule", "count", "outcome"),
    [(MORE_THAN, 20, "none"), (MORE_THAN, 21, "required"), (AT_LEAST, 19, "none"), (AT_LEAST, 20, "required")],
)
def test_to_exceed_a_number_is_more_than_to_reach_it(rule: str, count: int, outcome: str) -> None:
    delegates = "anybody" if outcome == "required" else None
    assert answer(made(rule), "delegation", f"{{evaluated: {count}}}") == {"outcome": outcome, "delegates": delegates}


def test_the_count_is_asked_for_that_the_chosen_reading_counts() -> None:
    reading = """
readings:
  who:
    about: {en: a}
    chosen: own
    options: {own: {sets: {/delegation/counts: evaluated}}, all: {sets: {/delegation/counts: unit_staff}}}
"""
    rule = MORE_THAN.replace("counts: evaluated", "counts: {reading: who}")
    assert missing(made(rule, reading), "delegation", "{unit_staff: 30}") == ("evaluated",)
    assert answer(made(rule, reading, who="all"), "delegation", "{unit_staff: 30}")["outcome"] == "required"
    assert refused(made(MORE_THAN), "delegation", "{unit_staff: 30}") == [("unknown_fact", "unit_staff")]


def test_a_fact_given_as_nothing_is_not_given() -> None:
    assert missing(made(MORE_THAN), "delegation", "{evaluated: ~}") == ("evaluated",)
    assert refused(made(MORE_THAN), "delegation", "{evaluated: true}") == [("bad_value", "evaluated")]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("delegation: {at_least: 21}", ("P074", "/delegation")),
        ("delegation: {more_than: none}", ("P074", "/delegation")),
        ("delegation: {more_than: -1}", ("P005", "/delegation/more_than")),
    ],
)
def test_exactly_one_threshold_is_needed(more: str, fault: tuple[str, str]) -> None:
    assert found(MORE_THAN, more) == [fault]


CLOSED = """
vocabulary: {grounds: {need: {en: a}, law: {en: b}}}
secrecy: {level: strict, open_to: [head, hr], grounds: [law], paragraph: "8"}
"""


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        ("{viewer: head}", True),
        ("{viewer: deputy}", False),
        ("{viewer: deputy, ground: law}", True),
        ("{viewer: deputy, ground: need}", False),
        ("{viewer: passer_by, ground: law}", True),
        ("{viewer: unknown, ground: law}", True),  # whoever it is
        ("{viewer: head, ground: unknown}", True),
    ],
)
def test_a_result_is_open_to_some_and_on_some_grounds(given: str, allowed: bool) -> None:
    assert answer(made(CLOSED), "access", given) == {"allowed": allowed}


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("viewer",)),
        ("{viewer: unknown}", ("viewer",)),
        ("{viewer: deputy, ground: unknown}", ("ground",)),
    ],
)
def test_an_unknown_viewer_or_ground_is_missing_where_it_decides(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(CLOSED), "access", given) == facts


def test_where_no_ground_opens_an_unknown_ground_does_not_matter() -> None:
    policy = made(CLOSED, "secrecy: {grounds: none}")
    assert answer(policy, "access", "{viewer: deputy, ground: unknown}") == {"allowed": False}


DUTIES = """
notices: {told: {by: hr, to: staff, due: 2 working days after evaluation, paragraph: "9"}}
duties:
  argue: {role: [head, deputy], when: on session_held, does: {en: argue}, paragraph: "10"}
  evaluate: {role: head, when: event evaluation, does: {en: evaluate}, paragraph: "6"}
  help: {role: hr, when: always, does: {en: help}, paragraph: "10"}
methods:
  sheet:
    steps:
      fill: {who: head, does: fills, due: 1 week before evaluation, paragraph: "11"}
      sign: {who: deputy, does: signs, after: fill}
plans:
  goals:
    for: [staff]
    every: year
    items: {}
    due: 15 January
    placed: {due: 20 January, by: hr}
    steps: {set: {who: head, does: sets}}
    paragraph: "12"
acquaintance: {all: {who: evaluator, by: hr, due: not stated, channels: [], paragraph: "13"}}
review:
  session:
    called: on_application
    formed_by: head
    organised_by: hr
    decided: 3 working days after application_received
    held: 5 working days after decision_made
    heard: {head: must_speak, hr: may_speak}
    minutes: {placed: 3 working days after minutes_signed, by: hr}
    feedback: {by: head, due: 1 week after session_held}
    paragraph: "14"
  commission: {called: on_every_evaluation, formed_by: hr, paragraph: "15"}
"""


def duties(role: str, *fragments: str) -> dict[str, str]:
    return {one["id"]: one["when"] for one in answer(made(*fragments), "duties", f"{{role: {role}}}")["duties"]}


def test_what_is_asked_of_a_role_is_gathered_from_the_whole_file() -> None:
    assert duties("head", DUTIES) == {
        "argue": "on session_held",
        "evaluate": "event evaluation",
        # the timetable says no more than the checklist does
        "sheet.fill": "1 week before evaluation",
        "goals.set": "always",
        "session.decided": "3 working days after application_received",
        "session.feedback": "1 week after session_held",
    }
    assert duties("hr", DUTIES) == {
        "help": "always",
        "told": "2 working days after evaluation",
        "goals.placed": "20 January",
        "acquaintance.all": "not stated",
        "session.held": "5 working days after decision_made",
        "session.minutes": "3 working days after minutes_signed",
    }
    assert duties("deputy", DUTIES) == {"argue": "on session_held", "sheet.sign": "always"}


def test_who_must_speak_before_the_body_is_asked_to() -> None:
    speaks = "duties: {argue: none}"
    assert duties("head", DUTIES, speaks)["session.heard.head"] == "on session_held"
    assert "session.heard.hr" not in duties("hr", DUTIES, speaks)


def test_a_duty_names_its_paragraph() -> None:
    first = answer(made(DUTIES), "duties", "{role: deputy}")["duties"]
    assert [(one["id"], one["paragraph"]) for one in first] == [("argue", "10"), ("sheet.sign", "4")]


def test_of_an_unknown_role_nothing_can_be_said() -> None:
    assert missing(made(DUTIES), "duties", "{role: unknown}") == ("role",)
    assert refused(made(DUTIES), "duties", "{role: haed}") == [("unknown_id", "role")]
    assert answer(made(DUTIES), "duties", "{role: third_party}") == {"duties": []}


@pytest.mark.parametrize(
    ("given", "placed_by"),
    [("{signed: 2026-04-29}", "2026-05-05"), ("{body: commission}", None)],
)
def test_minutes_are_placed_some_days_after_they_are_signed(given: str, placed_by: str | None) -> None:
    assert answer(made(DUTIES), "minutes", given) == {"placed_by": placed_by}


@pytest.mark.parametrize(
    ("given", "facts"), [("{}", ("signed",)), ("{signed: unknown}", ("signed",)), ("{body: unknown}", ("body",))]
)
def test_what_is_unknown_of_minutes_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(DUTIES), "minutes", given) == facts


KEPT = "retention: {for: 3 years after evaluation_completed, at: [hr, head], paragraph: '16'}"


@pytest.mark.parametrize(
    ("fragment", "given", "until"),
    [
        ("{}", "{completed: 2026-10-20}", "2029-10-20"),
        ("{}", "{completed: 2028-02-29}", "2031-02-28"),
        ("retention: {for: 5 years after results_approved}", "{results_approved: 2026-10-20}", "2031-10-20"),
        ("retention: {for: 1 year after evaluation}", "{period: 2026-Q1}", "2027-04-20"),
        ("retention: {for: 31 December after}", "{period: 2026}", "2027-12-31"),
        ("retention: {for: event evaluation}", "{period: 2026-Q1}", "2026-04-20"),
        ("retention: {for: not stated}", "{}", None),
    ],
)
def test_documents_are_kept_to_the_last_day(fragment: str, given: str, until: str | None) -> None:
    assert answer(made(KEPT, fragment), "retention", given) == {"keep_until": until}


@pytest.mark.parametrize(
    ("fragment", "given", "facts"),
    [
        ("{}", "{}", ("completed",)),
        ("{}", "{completed: unknown}", ("completed",)),
        ("retention: {for: 1 year after evaluation}", "{completed: 2026-10-20}", ("period",)),
    ],
)
def test_the_day_from_which_documents_are_kept_is_needed(fragment: str, given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(KEPT, fragment), "retention", given) == facts


def test_a_day_from_which_nothing_can_be_counted_is_bad_input() -> None:
    assert refused(made(KEPT), "retention", "{completed: 9998-01-01}") == [("bad_date", "")]
    assert refused(made(KEPT), "retention", "{completed: 0001-01-01}") == [("bad_date", "completed")]
