"""What scenarios cover: places of the act and rules; what is only said needs no scenario."""

from policyengine.scenarios.coverage import Covered, covered
from tests.door import schema
from tests.scenarios.files import raw, scenarios
from tests.unit.made import CALENDAR

SCOPE = """
vocabulary: {outcomes: {servant: {en: servant}}}
scope: {who: servant, about: {en: of servants}, paragraph: "8"}
"""
MARK = "- {name: one, ask: mark, given: {method: sheet, marks: {a: {work: 3}}}, expect: {grade: good}}\n"
ORDER = '- {name: two, paragraph: "6", ask: in_force, given: {}, expect_missing: [date, published]}\n'
WRONG = '- {name: wrong, paragraph: "6", ask: mark, given: {}, expect: {grade: good}}\n'


def _covered(text: str, *fragments: str) -> Covered:
    return covered(raw(*fragments), schema(), scenarios(text), lambda: CALENDAR)


def test_places_and_rules_that_nothing_reaches_are_named() -> None:
    found = _covered(MARK)
    assert found.places == 6
    assert found.places_without == ("1", "2", "5", "6")
    assert "/timetable/evaluation/due" in found.rules_without
    assert "/bands/grades/rows/good/from" not in found.rules_without
    assert found.rules > len(found.rules_without)


def test_a_paragraph_that_a_scenario_names_is_covered() -> None:
    assert "6" not in _covered(ORDER).places_without


def test_a_whole_paragraph_that_a_scenario_names_covers_its_parts() -> None:
    parts = 'timetable: {evaluation: {paragraph: ["6/1", "6/2"]}}'
    assert not {"6/1", "6/2"} & set(_covered(ORDER, parts).places_without)
    assert {"6/1", "6/2"} <= set(_covered(MARK, parts).places_without)


def test_a_paragraph_of_values_that_are_only_said_needs_no_scenario() -> None:
    found = _covered(MARK, SCOPE)
    assert found.places == 7
    assert "8" not in found.places_without
    assert not any(rule.startswith("/scope") for rule in found.rules_without)


def test_a_paragraph_that_holds_other_values_as_well_needs_one() -> None:
    assert "6" in _covered(MARK, SCOPE.replace('"8"', '["6", "8"]')).places_without


def test_a_key_that_is_cited_by_itself_is_covered_by_itself() -> None:
    own = 'methods: {sheet: {cited: {rounding: "9"}}}'
    assert "9" not in _covered(MARK, own).places_without
    assert "9" in _covered(ORDER, own).places_without


def test_only_places_that_the_act_has_are_counted() -> None:
    act = 'act: {paragraphs: {"1": whole, "2": whole, "3": whole, "4": whole, "5": whole}}'
    other = 'timetable: {evaluation: {paragraph: ["5", chapter 2]}}'
    assert _covered(MARK, act, other).places == 5


def test_a_scenario_that_fails_reads_nothing() -> None:
    assert _covered(WRONG).rules_without == _covered(ORDER.replace("date, published", "date")).rules_without


def test_the_decision_comes_before_the_paragraphs_and_ten_after_nine() -> None:
    places = 'timetable: {evaluation: {paragraph: ["10", "9", decision/3, "9/2", "9(1)"]}}'
    assert _covered(MARK, places).places_without == ("decision/3", "1", "2", "5", "9", "9(1)", "9/2", "10")
