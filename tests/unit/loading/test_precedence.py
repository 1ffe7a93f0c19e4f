"""Where two rules can hold for one person, the file says which wins."""

import pytest

from tests.unit.made import found

SHORT = "not_evaluated: {short: {when: {tenure_in_period: {less_than: 1 month}}, paragraph: '7'}}"
EXCEPT = "timetable: {evaluation: {except: {one: {when: %s, due: 3 July}, other: {when: %s, %s}%s}}}"
FACTS = """
facts:
  years: {type: number, about: {en: a}}
  place: {type: one_of, values: {n: {en: n}, s: {en: s}}, about: {en: b}}
"""


@pytest.mark.parametrize(
    ("first", "second", "effect", "more", "sound"),
    [
        ("{quarter: 2}", "{quarter: 3}", "due: 4 July", "", True),
        ("{quarter: [1, 2]}", "{quarter: [2, 3]}", "due: 4 July", "", False),
        ("{quarter: [1, 2]}", "{quarter: [2, 3]}", "due: 3 July", "", True),  # the same day
        ("{quarter: [1, 2]}", "{quarter: [2, 3]}", "due: 4 July", ", wins: [one, other]", True),
        ("{quarter: 2}", "{place: n}", "takes_part: false", "", False),
        ("{place: n}", "{not: {place: n}}", "due: 4 July", "", True),
        ("{not: {place: n}}", "{place: n, quarter: 2}", "due: 4 July", "", True),
        ("{not: {place: n}}", "{place: s}", "due: 4 July", "", False),
        ("{years: {less_than: 3}}", "{years: {at_least: 3}}", "due: 4 July", "", True),
        ("{years: {at_most: 3}}", "{years: {at_least: 3}}", "due: 4 July", "", False),
        ("{years: {more_than: 5}}", "{years: {at_most: 3, more_than: 1}}", "due: 4 July", "", True),
        ("{years: {less_than: 3}}", "{years: {less_than: 5}}", "due: 4 July", "", False),
        ("{years: {given: true}}", "{years: {given: false}}", "due: 4 July", "", True),
        ("{years: 3}", "{years: {less_than: 2}}", "due: 4 July", "", False),  # told apart by nobody here
        ("{quarter: 2}", "{place: n}", "valid_from: 2027-01-01, due: 4 July", "", False),
    ],
)
def test_exceptions_that_can_hold_together_need_an_order(
    first: str, second: str, effect: str, more: str, sound: bool
) -> None:
    faults = found(FACTS, EXCEPT % (first, second, effect, more))
    assert faults == ([] if sound else [("P067", "/timetable/evaluation/except/other")])


def test_exceptions_of_different_life_need_no_order() -> None:
    first = EXCEPT % ("{quarter: 2}", "{place: n}", "valid_from: 2027-01-01, due: 4 July", "")
    assert found(FACTS, first, "timetable: {evaluation: {except: {one: {valid_until: 2026-12-31}}}}") == []


def test_an_order_names_only_what_is_there() -> None:
    assert found(FACTS, EXCEPT % ("{quarter: 2}", "{place: n}", "due: 4 July", ", wins: [one, othr]")) == [
        ("P021", "/timetable/evaluation/except/wins/1"),
        ("P067", "/timetable/evaluation/except/other"),
    ]


INSTEAD = """
facts: {away: {type: yes_no, about: {en: a}}, decided: {type: yes_no, about: {en: b}}}
instead:
  one: {when: {away: true}, evaluator: deputy, paragraph: '5'}
  other: {when: {decided: true}, evaluator: hr, paragraph: '5'}
"""


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ("{}", [("P067", "/instead/other")]),
        ("instead: {one: {wins_over: [other]}}", []),
        ("instead: {other: {wins_over: [one]}}", []),
        ("instead: {other: {evaluator: deputy}}", []),
        ("instead: {other: {when: {decided: none, away: false}}}", []),
        ("instead: {one: {wins_over: [others]}, other: {evaluator: deputy}}", [("P021", "/instead/one/wins_over/0")]),
    ],
)
def test_replacements_that_can_hold_together_need_an_order(more: str, faults: list[tuple[str, str]]) -> None:
    assert found(INSTEAD, more) == faults


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ("reason_first: [short, few]", []),
        ("reason_first: [short]", [("P075", "/not_evaluated")]),
        ("few: none", []),
        ("reason_first: [short, few, late]", [("P021", "/not_evaluated/reason_first/2")]),
    ],
)
def test_several_reasons_need_an_order(more: str, faults: list[tuple[str, str]]) -> None:
    few = "not_evaluated: {few: {when: {worked_days_in_period: {less_than: 5}}, paragraph: '7'}}"
    assert found(SHORT, few, f"not_evaluated: {{{more}}}") == faults


def test_secondment_is_a_reason_too() -> None:
    seconded = "secondment: {evaluated_by: receiving_body, for: time_of_secondment, paragraph: '7'}"
    assert found(SHORT, seconded) == [("P075", "/not_evaluated")]
    assert found(SHORT, seconded, "not_evaluated: {reason_first: [seconded, short]}") == []
