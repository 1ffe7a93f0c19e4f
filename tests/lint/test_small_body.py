"""What a body of so many servants cannot meet."""

import pytest

from policyengine.lint import body_cannot_meet
from policyengine.model.fault import Fault
from tests.door import policy
from tests.lint.examples import fragment, loaded

SESSION = """
review:
  session:
    called: on_application
    formed_by: head
    members: %s
    paragraph: "2"
"""
SURVEY = """
methods:
  sheet:
    how_many: %s
    combine: [mean of raters]
"""


def found(text: str, servants: int) -> list[Fault]:
    return list(body_cannot_meet(loaded(fragment(text))[1], servants))


def left_and_needed(text: str, servants: int) -> list[tuple[object, object]]:
    return [(fault.says["left"], fault.says["needed"]) for fault in found(text, servants)]


def test_appellant_and_evaluator_are_missing_in_the_hardest_case() -> None:
    text = SESSION % "{least: 3, number: odd, must_not: [appellant, evaluator, substitute]}"
    assert left_and_needed(text, 4) == [(2, 3)]
    assert left_and_needed(text, 5) == []
    assert left_and_needed(text, 0) == [(0, 3)]


def test_whoever_gave_the_mark_counts_once() -> None:
    assert left_and_needed(SESSION % "{least: 3, must_not: [substitute]}", 3) == [(2, 3)]
    assert left_and_needed(SESSION % "{least: 3, must_not: []}", 3) == []


def test_an_odd_number_takes_one_more_where_the_least_is_even() -> None:
    assert left_and_needed(SESSION % "{least: 4, number: odd}", 4) == [(4, 5)]
    assert left_and_needed(SESSION % "{least: 4}", 4) == []


def test_a_seat_by_office_takes_a_person() -> None:
    assert left_and_needed(SESSION % "{must: [head], must_not: [appellant]}", 1) == [(0, 1)]
    assert left_and_needed(SESSION % "{must: [head]}", 1) == []


def test_a_closed_list_offers_only_those_it_names() -> None:
    closed = "{least: 3, must: [head], must_where_they_exist: [other_evaluators], may: nobody_else}"
    assert left_and_needed(SESSION % closed, 100) == [(1, 3)]
    assert left_and_needed(SESSION % "{least: 1, may: nobody_else}", 100) == [(0, 1)]


def test_the_hardest_case_is_said_with_its_paragraph_and_readings() -> None:
    text = SESSION % "{least: 3, must_not: [appellant, evaluator], rests_on: [tiny], paragraph: ['3/1']}"
    reading = 'readings: {tiny: {about: {kk: "а", ru: "а", en: "a"}, chosen: yes_it_is, options: {yes_it_is: {}}}}'
    [fault] = found(text + reading, 3)
    assert (fault.code, fault.at) == ("L022", "/review/session/members/least")
    assert fault.says == {
        "body": "session",
        "servants": 3,
        "words": ["appellant", "evaluator"],
        "left": 1,
        "needed": 3,
        "paragraph": ("3/1",),
        "readings": ["tiny"],
    }


@pytest.mark.parametrize("members", ["none", "open"])
def test_where_no_rule_is_known_nothing_is_unmet(members: str) -> None:
    text = SESSION % members
    assert found(text if members == "open" else text.replace("    members: none\n", ""), 1) == []


def test_nobody_answers_about_oneself() -> None:
    text = SURVEY % "{least: 3, where_fewer_exist: refuse}"
    [fault] = found(text, 3)
    assert (fault.code, fault.at, fault.says["left"]) == ("L023", "/methods/sheet/how_many/least", 2)
    assert found(text, 4) == []


def test_a_survey_of_all_there_are_is_held_in_any_body() -> None:
    assert found(SURVEY % "{least: 3, where_fewer_exist: all}", 1) == []


@pytest.mark.parametrize("how_many", ["{most: 7}", "{least: open}"])
def test_without_a_least_number_any_body_is_large_enough(how_many: str) -> None:
    assert found(SURVEY % how_many, 1) == []


def test_four_servants_cannot_compose_a_session_of_three_without_appellant_and_evaluator() -> None:
    assert [fault.code for fault in body_cannot_meet(policy("taskala"), 4)] == ["L022"]
    assert list(body_cannot_meet(policy("taskala"), 5)) == []


def test_three_servants_are_too_few_for_a_survey_of_three_respondents() -> None:
    assert [fault.code for fault in body_cannot_meet(policy("nura"), 3)] == ["L023"]
    assert list(body_cannot_meet(policy("nura"), 4)) == []
