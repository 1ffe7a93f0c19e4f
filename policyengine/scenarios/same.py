"""Changes that a question reads and that make no difference all the same, each with what proves it in the policy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.model.pointer import split
from policyengine.model.policy import Node, Policy
from policyengine.scenarios.mutations import Mutation

Proof = Callable[[Policy, Mutation], bool]


def one_rater_alone(policy: Policy, mutation: Mutation) -> bool:
    """Measured indicators have one rater: the mean over raters is that rater's mark."""
    method = policy.section(*split(mutation.pointer)[:2])
    answers = None if method is None else method.get("answers")
    same = {mutation.old, mutation.new} == {"only of raters", "mean of raters"}
    return same and answers is not None and answers.get("measured") is not None


def nothing_below_zero(policy: Policy, mutation: Mutation) -> bool:
    """A percentage is of numbers that are not negative: a scale of percentages begins at zero or below alike."""
    scale = split(mutation.pointer)[1]
    lower = isinstance(mutation.new, int) and mutation.old == 0 and mutation.new < 0
    return lower and any(table["of"].text() == scale for table in _permitting(policy))


def whoever_evaluated(_policy: Policy, mutation: Mutation) -> bool:
    """`evaluator` means whoever evaluated: beside it those who sit as delegate or substitute are named twice."""
    before, after = _words(mutation.old), _words(mutation.new)
    return "evaluator" in after and before - after <= {"delegate", "substitute"}


def one_and_the_same_day(policy: Policy, mutation: Mutation) -> bool:
    """On the day that a test takes in or leaves out, the exception and the rule count the same term from it."""
    *path, fact, _test = split(mutation.pointer)
    event, exception = policy.section(*path[:2]), policy.section(*path[:-1])
    due, moments = None if exception is None else exception.get("due"), _words(mutation.old)
    if event is None or exception is None or due is None or exception.get("takes_part") is not None:
        return False
    return any(due.text().replace(fact, moment) == event["due"].text() for moment in moments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Addresses (a pattern) at which some changes make no difference, the code of the reason, and the proof."""

    at: str
    reason: str
    proof: Proof


SAME: Final = (
    Same(at=r"/methods/[^/]+/combine", reason="one_rater", proof=one_rater_alone),
    Same(at=r"/scales/[^/]+/from", reason="nothing_below_zero", proof=nothing_below_zero),
    Same(at=r"/review/[^/]+/members/must_not", reason="named_twice", proof=whoever_evaluated),
    Same(at=r"/timetable/[^/]+/except/[^/]+/when/[^/]+/[^/]+", reason="same_day", proof=one_and_the_same_day),
)


def same_reason(policy: Policy, mutation: Mutation) -> str:
    """Why a change makes no difference to any answer; empty where it may make one."""
    found = (one for one in SAME if re.fullmatch(one.at, mutation.pointer))
    return next((one.reason for one in found if one.proof(policy, mutation)), "")


def _permitting(policy: Policy) -> list[Node]:
    """The tables that turn a percentage into the marks that it permits."""
    methods = policy.section("methods")
    answers = [one["answers"] for one in methods.values() if one.get("answers")] if methods is not None else []
    names = [one["permitted_by"].text() for one in answers if one.get("permitted_by")]
    return [table for name in names if (table := policy.section("bands", name)) is not None]


def _words(value: object) -> set[str]:
    """The words of a list, or those that the tests of a predicate name."""
    words = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return set(map(str, words))
