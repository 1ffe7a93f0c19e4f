"""What becomes of a change: noticed by a scenario, refused by checks, of no effect, only said, or unnoticed."""

import pytest

from policyengine.calendar import Calendar
from policyengine.model.policy import Tree
from policyengine.scenarios.mutate import Trial, counts, touched, trials
from tests.door import schema
from tests.scenarios.files import raw, scenarios
from tests.unit.made import CALENDAR

DELEGATION = """
delegation: {counts: evaluated, more_than: {reading: limit}, outcome: required, delegates: anybody, paragraph: "7"}
vocabulary: {outcomes: {anybody: {en: anybody}}}
readings:
  limit:
    about: {en: how many}
    chosen: ten
    options:
      ten: {sets: {/delegation/more_than: 10}}
      twelve: {sets: {/delegation/more_than: 12}}
"""
MARKS = """
- {name: three is good, ask: mark, given: {method: sheet, marks: {a: {work: "3"}}}, expect: {grade: good}}
- {name: the rest is poor, ask: mark, given: {method: sheet, marks: {a: {work: "2.99"}}}, expect: {grade: poor}}
- {name: ten are not many, ask: delegation, given: {evaluated: 10}, expect: {outcome: none}}
- {name: twelve are not many, ask: delegation, with: {limit: twelve}, given: {evaluated: 12}, expect: {outcome: none}}
- {name: nobody knows this reading, ask: delegation, with: {limit: many}, given: {evaluated: 9}, expect_faults: [P033]}
"""
WRONG = "- {name: three is poor, ask: mark, given: {method: sheet, marks: {a: {work: 3}}}, expect: {grade: poor}}"
OPTION = "/readings/limit/options/{}/sets/~1delegation~1more_than"
FATES = [
    ("/bands/grades/rows/good/from", 2, "refused"),
    ("/bands/grades/rows/good/from", 4, "refused"),
    ("/bands/grades/rows/good/to", 4, "unnoticed"),
    ("/methods/sheet/raters/evaluator/required", False, "said_only"),
    ("/timetable/evaluation/completes", None, "unnoticed"),
    ("/timetable/evaluation/by", "deputy", "unnoticed"),
    ("/delegation/outcome", "permitted", "unnoticed"),
    (OPTION.format("ten"), 9, "noticed"),
    (OPTION.format("ten"), 11, "unnoticed"),
    (OPTION.format("twelve"), 11, "noticed"),
    (OPTION.format("twelve"), 13, "unnoticed"),
]


def _calendar() -> Calendar:
    return CALENDAR


def _trials(text: str, *fragments: str) -> list[Trial]:
    return list(trials(raw(*fragments), schema(), scenarios(text), _calendar))


@pytest.fixture(scope="module")
def found() -> list[Trial]:
    return _trials(MARKS, DELEGATION)


@pytest.mark.parametrize(("place", "new", "fate"), FATES)
def test_a_change_meets_its_fate(found: list[Trial], place: str, new: object, fate: str) -> None:
    met = [one.fate for one in found if one.mutation.place == place and one.mutation.new == new]
    assert met == [fate]


def test_a_change_that_is_noticed_names_the_scenario(found: list[Trial]) -> None:
    by = {one.mutation.place: one.by for one in found if one.fate == "noticed"}
    assert by[OPTION.format("twelve")] == "twelve are not many"


def test_a_change_that_is_only_said_names_the_reason(found: list[Trial]) -> None:
    reasons = {one.mutation.place: one.reason for one in found if one.fate == "said_only"}
    assert reasons["/methods/sheet/raters/evaluator/required"] == "raters_by_name"


def test_fates_are_counted_those_that_nothing_met_as_well(found: list[Trial]) -> None:
    total = counts(found)
    assert list(total) == ["noticed", "refused", "same_answer", "said_only", "unnoticed"]
    assert sum(total.values()) == len(found)
    assert counts([]) == dict.fromkeys(total, 0)


def test_a_change_that_checks_refuse_only_under_another_option_is_refused() -> None:
    text = """
bands: {grades: {where_none_fits: {reading: hole}, rows: {poor: {from: 0, to: 2.99}}}}
readings:
  hole:
    about: {en: what is between}
    chosen: worse
    options:
      worse: {sets: {/bands/grades/where_none_fits: worse}}
      nothing: {sets: {/bands/grades/where_none_fits: none}}
"""
    tops = "/bands/grades/rows/poor/to"
    assert {one.fate for one in _trials(MARKS, DELEGATION, text) if one.mutation.place == tops} == {"refused"}


def test_a_change_that_no_answer_tells_is_the_same_answer() -> None:
    text = """
duties: {fill: {role: [evaluator, hr], when: always, does: {en: fill}, paragraph: "4"}}
methods: {sheet: {steps: {fill: {who: [evaluator, hr], does: fills}}}}
"""
    asked = "- {name: one, ask: duties, given: {role: hr}, expect: {duties: [{id: fill}]}}"
    found = [one for one in _trials(asked, text) if one.mutation.place == "/methods/sheet/steps/fill/who"]
    assert [(one.fate, one.reason) for one in found] == [("same_answer", "on_checklist")] * 2


def test_what_an_option_may_not_lack_is_refused() -> None:
    text = """
uses: {reading: what_for}
vocabulary: {uses: {bonus: {en: bonus}}}
results:
  sheet:
    every: year
    parts: {quarters: {method: sheet, over: evaluated quarters, fold: mean}}
    rounding: half up to 2
    bands: grades
    paragraph: "7"
readings:
  what_for:
    about: {en: what for}
    chosen: nothing
    options:
      nothing: {sets: {/uses: none}}
      bonus: {sets: {/uses: {bonus: {of: [sheet], effect: ground, paragraph: "7"}}}}
"""
    place = "/readings/what_for/options/bonus/sets/~1uses/bonus/of"
    assert [one.fate for one in _trials(MARKS, DELEGATION, text) if one.mutation.place == place] == ["refused"]


def test_a_scenario_that_fails_is_no_witness() -> None:
    tree: Tree = raw()
    assert [one.name for one, _ in touched(tree, scenarios(WRONG), _calendar)] == []
    assert not any(one.fate == "noticed" for one in trials(tree, schema(), scenarios(WRONG), _calendar))


def test_a_scenario_under_readings_that_are_not_there_reads_nothing() -> None:
    names = [one.name for one, _ in touched(raw(DELEGATION), scenarios(MARKS), _calendar)]
    assert "ten are not many" in names
    assert "nobody knows this reading" not in names
