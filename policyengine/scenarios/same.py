"""Changes that a question reads and that make no difference all the same, each with what proves it in the policy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.blocks.obligations import asked_of
from policyengine.model.pointer import split
from policyengine.model.policy import Policy
from policyengine.scenarios.mutations import Mutation

Proof = Callable[[Policy, Policy, Mutation], bool]


def one_rater_alone(before: Policy, _after: Policy, mutation: Mutation) -> bool:
    """Measured indicators have one rater: the mean over raters is that rater's mark."""
    method = before.section(*split(mutation.pointer)[:2])
    answers = None if method is None else method.get("answers")
    same = {mutation.old, mutation.new} == {"only of raters", "mean of raters"}
    return same and answers is not None and answers.get("measured") is not None


def whoever_evaluated(_before: Policy, _after: Policy, mutation: Mutation) -> bool:
    """`evaluator` means whoever evaluated: beside it those who sit as delegate or substitute are named twice."""
    left, taken = _words(mutation.new), set(_words(mutation.old)) - set(_words(mutation.new))
    return "evaluator" in left and taken <= {"delegate", "substitute"}


def last_of_all(before: Policy, _after: Policy, mutation: Mutation) -> bool:
    """The exception that yields to all others yields to them as well where it is not named."""
    section, order = before.section(*split(mutation.pointer)[:-1]), _words(mutation.old)
    known = set() if section is None else {name for name, _ in section.items()} - {"wins"}
    return set(order) == known and _words(mutation.new) == order[:-1]


def one_and_the_same_day(before: Policy, _after: Policy, mutation: Mutation) -> bool:
    """On the day that a test takes in or leaves out, the exception and the rule count the same term from it."""
    *path, fact, _test = split(mutation.pointer)
    event, exception = before.section(*path[:2]), before.section(*path[:-1])
    due = None if exception is None else exception.get("due")
    if event is None or exception is None or due is None or exception.get("takes_part") is not None:
        return False
    return any(due.text().replace(fact, moment) == event["due"].text() for moment in _words(mutation.old))


def asked_alike(before: Policy, after: Policy, _mutation: Mutation) -> bool:
    """Every role has the same duties, for the checklist says them already."""
    roles = [*(name for name, _ in before.root["roles"].items()), "information_system", "third_party"]
    return all(_duties(before, role) == _duties(after, role) for role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Addresses (a pattern) at which some changes make no difference, the code of the reason, and the proof."""

    at: str
    reason: str
    proof: Proof


SAME: Final = (
    Same(at=r"/methods/[^/]+/combine", reason="one_rater", proof=one_rater_alone),
    Same(at=r"/timetable/[^/]+/except/wins", reason="last_of_all", proof=last_of_all),
    Same(at=r"/timetable/[^/]+/except/[^/]+/when/[^/]+/[^/]+", reason="same_day", proof=one_and_the_same_day),
    Same(at=r"/review/[^/]+/members/must_not", reason="named_twice", proof=whoever_evaluated),
    Same(at=r"/(methods|plans)/[^/]+/steps/[^/]+/who", reason="on_checklist", proof=asked_alike),
    Same(at=r"/review/[^/]+/heard/[^/]+", reason="on_checklist", proof=asked_alike),
)


def same_reason(before: Policy, after: Policy, mutation: Mutation) -> str:
    """Why a change makes no difference to any answer; empty where it may make one."""
    found = (one for one in SAME if re.fullmatch(one.at, mutation.pointer))
    return next((one.reason for one in found if one.proof(before, after, mutation)), "")


def _duties(policy: Policy, role: str) -> list[tuple[object, ...]]:
    return [(one.id, one.when, one.node.paragraph, one.readings) for one in asked_of(policy, role)]


def _words(value: object) -> list[str]:
    """The words of a list, or those that the tests of a predicate name."""
    words = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return list(map(str, words))
