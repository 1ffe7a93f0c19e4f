"""A scenario passes where all that it expects is so, and tells what is not."""

import pytest

from tests.scenarios.files import outcome, scenario

DELEGATION = """
delegation:
  counts: evaluated
  more_than: {reading: limit}
  outcome: required
  delegates: any_person
  paragraph: "7"
vocabulary: {outcomes: {any_person: {en: anybody}}}
readings:
  limit:
    about: {en: how many}
    chosen: ten
    options:
      ten: {sets: {/delegation/more_than: 10}}
      nobody: {sets: {/delegation/more_than: 0}}
"""
SIX = '- {name: one, ask: mark, given: {method: sheet, marks: {boss: {work: "6"}}}'
FOUR = '- {name: one, ask: mark, given: {method: sheet, marks: {boss: {work: "4"}}}'
NOTHING = "- {name: one, ask: mark, given: {method: sheet}"
ELEVEN = "- {name: one, ask: delegation, given: {evaluated: 11}"
AT_MARKS = ("mark", "5.00", "4.00")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'{FOUR}, expect: {{mark: "4"}}}}', []),
        (f'{FOUR}, expect: {{mark: "5.00"}}}}', [AT_MARKS]),
        (f"{FOUR}, expect_faults: [mark_out_of_range]}}", [("faults", ["mark_out_of_range"], [])]),
        (f"{FOUR}, expect_missing: [marks]}}", [("missing", ["marks"], [])]),
        (f"{SIX}, expect_faults: [mark_out_of_range]}}", []),
        (f"{SIX}, expect_faults: [mark_off_step]}}", [("faults", ["mark_off_step"], ["mark_out_of_range"])]),
        (f'{SIX}, expect: {{mark: "6"}}}}', [("faults", [], ["mark_out_of_range"])]),
        (f"{NOTHING}, expect_missing: [marks]}}", []),
        (f'{NOTHING}, expect: {{mark: "4"}}}}', [("missing", [], ["marks"])]),
    ],
)
def test_a_scenario_tells_what_is_not_as_expected(text: str, found: list[object]) -> None:
    went = outcome(text)
    assert list(went.differences) == found
    assert went.passed is not bool(found)


def test_readings_are_expected_as_a_set() -> None:
    assert outcome(f"{ELEVEN}, expect_readings: [limit]}}", DELEGATION).passed
    assert outcome(f"{ELEVEN}, expect_readings: []}}", DELEGATION).differences == (("readings", [], ["limit"]),)


def test_a_reading_that_cannot_be_chosen_is_a_fault_of_the_scenario() -> None:
    faults = outcome(f"{ELEVEN}, with: {{limit: twelve}}, expect: {{outcome: required}}}}", DELEGATION).differences
    assert [at for at, _, _ in faults] == ["faults"]


def test_a_scenario_names_its_paragraphs_alone_or_as_a_list() -> None:
    assert scenario(f'{ELEVEN}, paragraph: "7", expect_readings: []}}').paragraphs == ("7",)
    assert scenario(f'{ELEVEN}, paragraph: ["7", "8/1"], expect_readings: []}}').paragraphs == ("7", "8/1")
    assert scenario(f"{ELEVEN}, expect_readings: []}}").paragraphs == ()
