"""Changes that make no difference to any answer, as the policy itself proves."""

import pytest

from policyengine.loading.resolving import policy_of
from policyengine.scenarios.mutations import Mutation, changed, readings_of
from policyengine.scenarios.same import same_reason
from tests.scenarios.files import TABLES, raw

SESSION = """
vocabulary: {offices: {appellant: {en: appellant}}}
roles: {delegate: {name: {en: delegate}, paragraph: "1"}}
review:
  session:
    called: on_application
    formed_by: head
    members: {must_not: [appellant, evaluator, delegate]}
    heard: {evaluator: must_speak}
    paragraph: "7"
duties: {argue: {role: evaluator, when: on session_held, does: {en: argue}, paragraph: "7"}}
"""
EXCEPT = """
timetable:
  evaluation:
    due: 5 working days after period_start
    except:
      dismissed: {when: {dismissed: {on_or_before: due}}, takes_part: false, paragraph: "7"}
      newcomer: {when: {appointed: {after: period_start}}, due: 5 working days after appointed, paragraph: "7"}
      other: {when: {appointed: {after: period_end}}, due: 6 working days after appointed, paragraph: "7"}
      wins: [dismissed, newcomer, other]
"""
WINS = "/timetable/evaluation/except/wins"
ALL = ["dismissed", "newcomer", "other"]
MUST_NOT = "/review/session/members/must_not"
KEPT_OUT = ["appellant", "evaluator", "delegate"]
CHANGES = [
    (("/methods/goals/combine/0", "only of raters", "mean of raters"), "one_rater", TABLES),
    (("/methods/goals/combine/1", "mean of items", "sum of items"), "", TABLES),
    (("/methods/sheet/combine/0", "only of raters", "mean of raters"), "", ""),
    ((WINS, ALL, ["dismissed", "newcomer"]), "last_of_all", EXCEPT),
    ((WINS, ALL, ["newcomer", "other"]), "", EXCEPT),
    ((MUST_NOT, KEPT_OUT, ["appellant", "evaluator"]), "named_twice", SESSION),
    ((MUST_NOT, KEPT_OUT, ["appellant", "delegate"]), "", SESSION),
    ((MUST_NOT, KEPT_OUT, ["evaluator", "delegate"]), "", SESSION),
    (("/review/session/heard/evaluator", "must_speak", "may_speak"), "on_checklist", SESSION),
    (("/review/session/called", "on_application", "on_every_evaluation"), "", SESSION),
]
TESTS = [
    ("newcomer", {"after": "period_start"}, {"on_or_after": "period_start"}, "appointed/after", "same_day"),
    ("newcomer", "period_start", "period_end", "appointed/after", ""),
    ("other", {"after": "period_end"}, {"on_or_after": "period_end"}, "appointed/after", ""),
    ("dismissed", {"on_or_before": "due"}, {"before": "due"}, "dismissed/on_or_before", ""),
]


@pytest.mark.parametrize(("change", "reason", "text"), CHANGES)
def test_a_change_makes_no_difference_where_the_policy_proves_it(
    change: tuple[str, object, object], reason: str, text: str
) -> None:
    place, old, new = change
    pointer = place.rpartition("/")[0] if place[-1].isdigit() else place
    assert _same(Mutation(place=place, pointer=pointer, old=old, new=new), text) == reason


@pytest.mark.parametrize(("exception", "old", "new", "test", "reason"), TESTS)
def test_a_test_of_a_day_makes_no_difference_where_both_terms_are_one(
    exception: str, old: object, new: object, test: str, reason: str
) -> None:
    base = f"/timetable/evaluation/except/{exception}/when"
    place = f"{base}/{test if isinstance(old, str) else test.partition('/')[0]}"
    assert _same(Mutation(place=place, pointer=f"{base}/{test}", old=old, new=new), EXCEPT) == reason


def _same(mutation: Mutation, text: str) -> str:
    tree = raw(*([text] if text else []))
    readings = readings_of(tree, mutation)
    return same_reason(policy_of(tree, readings), policy_of(changed(tree, mutation), readings), mutation)
