"""What is read of a policy is noted by its address, also what is asked for and not there."""

from policyengine.scenarios.watch import watched
from tests.unit.made import answer, made


def test_only_what_a_question_reads_is_noted() -> None:
    policy, seen = watched(made())
    assert answer(policy, "mark", '{method: sheet, marks: {boss: {work: "4"}}}')["grade"] == "good"
    assert {"/methods/sheet/rounding", "/bands/grades/rows/good/from", "/scales/marks/step"} <= seen
    assert not any(pointer.startswith("/timetable") for pointer in seen)


def test_an_absence_that_may_decide_is_noted() -> None:
    policy, seen = watched(made())
    answer(policy, "mark", '{method: sheet, marks: {boss: {work: "4"}}}')
    assert "/methods/sheet/caps" in seen


def test_a_watched_tree_has_the_keys_of_the_tree() -> None:
    policy, _ = watched(made())
    assert list(policy.tree) == list(made().tree)
    assert len(policy.tree) == len(made().tree)
