"""Each operative value is changed by one step of its kind; texts, holes and citations are not."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from policyengine.model.policy import Tree
from policyengine.scenarios.mutations import Mutation, changed, mutations, operative, readings_of
from tests.door import schema
from tests.scenarios.files import raw
from tests.unit.made import fragment

SESSION = """
vocabulary: {offices: {appellant: {en: appellant}}}
review:
  session:
    called: on_application
    formed_by: head
    decided: 3 working days after application_received
    members: {least: 3, number: odd, must: [hr], must_not: [appellant, deputy]}
    vote: {for: one_mark, majority_of: members, more_than: 1/2, tie: not_decided}
    feedback: {by: evaluator, due: not stated, manner: {en: friendly}}
    paragraph: "7"
"""
DUTIES = """
duties:
  sit: {role: hr, when: event evaluation, does: {en: sit}, paragraph: "7"}
  place: {role: hr, when: 3 working days after minutes_signed, does: {en: place}, paragraph: "7"}
  order: {role: [hr, head], when: always, does: {en: order}, paragraph: "7"}
"""
EXEMPT = """
not_evaluated:
  short: {when: {tenure_in_period: {less_than: 1 month}}, paragraph: "7"}
  away: {when: {any: [{on_probation: true}, {worked_days_in_period: {at_most: 3}}]}, paragraph: "7"}
  reason_first: [short, away]
  paragraph: "7"
"""
EXCEPT = """
timetable:
  evaluation:
    except:
      dismissed: {when: {dismissed: {on_or_before: due}}, takes_part: false, paragraph: "7"}
"""
FORCE = 'act: {in_force: {rule: after 5 calendar days from publication, applies_from: 2026-02-01, paragraph: "1"}}'
YEAR = """
results:
  year:
    every: year
    parts: {quarters: {method: sheet, over: evaluated quarters, fold: sum over 4}}
    rounding: exact
    paragraph: "7"
"""
READING = """
delegation: {counts: evaluated, more_than: {reading: limit}, outcome: required, delegates: anybody, paragraph: "7"}
vocabulary: {outcomes: {anybody: {en: anybody}}}
readings:
  limit:
    about: {en: how many}
    chosen: ten
    options:
      ten: {sets: {/delegation/more_than: 10}}
      as_by_default: {sets: {/delegation/more_than: 12}}
  marks:
    about: {en: whose marks}
    chosen: all
    only_with: {limit: ten}
    options: {all: {about: {en: of all}}}
"""
MEASURED = """
scales: {percent: {from: 0, paragraph: "7"}}
bands:
  permitted:
    of: percent
    rows:
      much: {from: 50, permits: {from: 3, to: 5}}
      little: {from: 0, below: 50, permits: {from: 0, to: 2.99}}
    paragraph: "7"
methods:
  goals:
    name: {en: goals}
    every: quarter
    items: {goal: {name: {en: goal}}}
    answers: {scale: marks, permitted_by: permitted, measured: {percent: fact of plan, zero: refuse}}
    raters: {evaluator: {}}
    combine: [mean of everything]
    rounding: exact
    paragraph: "7"
"""
STEPS = [
    ("/scales/marks/from", [1, -1], ""),
    ("/scales/marks/step", [Decimal("0.02"), Decimal("0.00")], ""),
    ("/methods/sheet/raters/evaluator/required", [False], ""),
    ("/methods/sheet/rounding", ["down to 2"], ""),
    ("/methods/sheet/combine/0", ["sum of raters"], ""),
    ("/methods/goals/combine/0", ["sum of everything"], MEASURED),
    ("/methods/goals/answers/measured/percent", ["plan of fact"], MEASURED),
    ("/methods/goals/answers/measured/zero", ["zero"], MEASURED),
    ("/methods/sheet/every", ["half_year"], ""),
    ("/bands/grades/rows/poor", [{"from": 0, "to": 3}], ""),
    ("/timetable/evaluation/due", ["day 21 of the month after", "day 19 of the month after"], ""),
    ("/timetable/evaluation/by", ["deputy"], ""),
    ("/timetable/evaluation/completes", [None], ""),
    ("/act/in_force/rule", ["after 6 calendar days from publication", "after 4 calendar days from publication"], FORCE),
    ("/act/in_force/rule", ["on signing"], ""),
    ("/act/in_force/applies_from", ["2026-02-02"], FORCE),
    ("/act/in_force/published", [], ""),
    ("/review/session/vote/more_than", ["2/3"], SESSION),
    ("/review/session/feedback/due", ["last day of the month after"], SESSION),
    ("/review/session/feedback/manner", [], SESSION),
    ("/review/session/paragraph", [], SESSION),
    ("/review/session/members/number", [], SESSION),
    ("/review/session/members/must_not", [["deputy"], ["appellant"]], SESSION),
    ("/duties/sit/when", ["always"], DUTIES),
    ("/duties/order/when", ["on session_held"], DUTIES),
    ("/duties/place/when", ["4 working days after minutes_signed", "2 working days after minutes_signed"], DUTIES),
    ("/duties/order/role", [["head"], ["hr"]], DUTIES),
    ("/not_evaluated/short/when/tenure_in_period/less_than", ["2 month"], EXEMPT),
    ("/not_evaluated/short/when/tenure_in_period", [{"at_most": "1 month"}], EXEMPT),
    ("/not_evaluated/away/when/any/0/on_probation", [False], EXEMPT),
    ("/not_evaluated/away/when/any/1/worked_days_in_period/at_most", [4, 2], EXEMPT),
    ("/not_evaluated/reason_first", [["away"], ["short"]], EXEMPT),
    ("/timetable/evaluation/except/dismissed/when/dismissed/on_or_before", ["period_end"], EXCEPT),
    ("/timetable/evaluation/except/dismissed/when/dismissed", [{"before": "due"}], EXCEPT),
    ("/results/year/parts/quarters/fold", ["mean"], YEAR),
    ("/results/year/rounding", ["half up to 2"], YEAR),
    ("/delegation/more_than", [], READING),
    ("/readings/limit/options/ten/sets/~1delegation~1more_than", [11, 9], READING),
    ("/readings/limit/options/as_by_default/sets/~1delegation~1more_than", [13, 11], READING),
]


def _at(place: str, *fragments: str) -> list[Mutation]:
    return [one for one in mutations(raw(*fragments), schema()) if one.place == place]


@pytest.mark.parametrize(("place", "steps", "text"), STEPS)
def test_a_value_takes_the_steps_of_its_kind(place: str, steps: list[object], text: str) -> None:
    assert [one.new for one in _at(place, *([text] if text else []))] == steps


def test_a_word_that_nothing_else_can_stand_for_takes_no_step() -> None:
    assert _at("/methods/sheet/bands") == []


def test_a_term_without_a_number_becomes_another_term() -> None:
    notice = 'notices: {near: {by: hr, to: staff, due: event evaluation, paragraph: "7"}}'
    assert [one.new for one in _at("/notices/near/due", notice)] == ["3 working days after evaluation_completed"]


def test_an_option_that_sets_what_has_no_place_is_passed_over() -> None:
    tree: Tree = {**raw(READING), "readings": fragment("limit: {options: {ten: {sets: {/nowhere: 1}}}}")}
    assert [one for one in mutations(tree, schema()) if one.place.startswith("/readings")] == []


def test_a_file_without_readings_has_the_changes_of_its_own_values() -> None:
    places = {one.place for one in mutations(raw(), schema())}
    assert places
    assert not any(place.startswith("/readings") for place in places)


@pytest.mark.parametrize(
    ("place", "readings"),
    [
        ("/delegation/outcome", {}),
        ("/readings/limit/options/as_by_default/sets/~1delegation~1more_than", {"limit": "as_by_default"}),
        ("/readings/marks/options/all/sets/~1methods", {"limit": "ten", "marks": "all"}),
    ],
)
def test_a_change_holds_under_the_readings_that_put_its_value_there(place: str, readings: Mapping[str, str]) -> None:
    mutation = Mutation(place=place, pointer="", old=1, new=2)
    assert readings_of(raw(READING), mutation) == readings


@pytest.mark.parametrize("mutation", list(mutations(raw(SESSION, DUTIES, EXEMPT, EXCEPT, YEAR, READING), schema())))
def test_a_changed_file_differs_in_that_value_alone(mutation: Mutation) -> None:
    tree = raw(SESSION, DUTIES, EXEMPT, EXCEPT, YEAR, READING)
    before = _value(tree, mutation.place)
    undone = Mutation(place=mutation.place, pointer=mutation.pointer, old=mutation.new, new=before)
    mutant = changed(tree, mutation)
    assert mutant != tree
    assert changed(mutant, undone) == tree


def _value(tree: Tree, place: str) -> object:
    value: object = tree
    for key in place.split("/")[1:]:
        name = key.replace("~1", "/")
        value = value[int(name)] if isinstance(value, list) else value[name] if isinstance(value, Mapping) else None
    return value


def test_the_operative_blocks_are_the_sections_and_the_taking_of_force() -> None:
    blocks = dict(operative(raw(), schema()))
    assert "/act/in_force" in blocks
    assert {"/groups", "/methods", "/timetable"} <= blocks.keys()
    assert not {"/act", "/roles", "/grades"} & blocks.keys()
