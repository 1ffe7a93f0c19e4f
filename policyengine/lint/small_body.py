"""What a body of so many servants cannot meet: a session with more members than are left, a survey without respondents.

No rule of a file alone, for a file does not know how large the body is: L022 and L023 are asked for.
"""

from collections.abc import Iterator
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.number import exact
from policyengine.model.policy import Node, Policy
from policyengine.model.tree import ids, under

SESSION: Final = "L022"
SURVEY: Final = "L023"
APPELLANT: Final = "appellant"
EVALUATORS: Final = frozenset({"evaluator", "substitute", "delegate"})


def body_cannot_meet(policy: Policy, servants: int) -> Iterator[Fault]:
    """What cannot be met where `servants` are evaluated, in the hardest case: appellant and evaluator are two of them.

    Each says how many persons are needed and how many are left, the paragraph, and the readings that it turns on.
    """
    for name in under(policy.tree, "review"):
        rules = policy.section("review", name, "members")
        if rules is not None and under(rules.value):
            yield from _session(policy, name, rules, servants)
    for name in under(policy.tree, "methods"):
        yield from _survey(policy, name, servants)


def _session(policy: Policy, name: str, rules: Node, servants: int) -> Iterator[Fault]:
    barred, needed = _barred(rules), _needed(rules)
    left = max(0, servants - len(barred))
    if under(rules.value).get("may") == "nobody_else":
        left = min(left, _named(policy, rules))
    if left < needed:
        at = rules.place("least")
        says = {"body": name, "servants": servants, "words": barred, "left": left, "needed": needed}
        yield Fault(code=SESSION, at=at.pointer, says=says | _stands_on(at, rules))


def _barred(rules: Node) -> list[str]:
    """Who of the servants may not sit: the one who objects, and the one who gave the mark, whoever that was."""
    excluded = set(ids(under(rules.value).get("must_not")))
    evaluator = ["evaluator"] if excluded & EVALUATORS else []
    return [*(excluded & {APPELLANT}), *evaluator]


def _needed(rules: Node) -> int:
    said = under(rules.value)
    needed = max(int(exact(said.get("least")) or 1), len(ids(said.get("must"))))
    return needed + 1 if "number" in said and needed % 2 == 0 else needed


def _named(policy: Policy, rules: Node) -> int:
    """How many persons a closed list names: those by office, and who else evaluates, the one of the case left out."""
    routes = under(policy.tree, "routes")
    evaluators = {role for name in routes for role in ids(under(routes, name).get("evaluator"))}
    others = "other_evaluators" in ids(under(rules.value).get("must_where_they_exist"))
    return len(ids(under(rules.value).get("must"))) + (len(evaluators) - 1 if others and evaluators else 0)


def _survey(policy: Policy, name: str, servants: int) -> Iterator[Fault]:
    method, left = policy.section("methods", name), max(0, servants - 1)
    rule = None if method is None else method.get("how_many")
    needed = exact(under(rule.value).get("least")) if rule is not None else None
    if (
        rule is not None
        and needed is not None
        and left < needed
        and under(rule.value).get("where_fewer_exist") != "all"
    ):
        at = rule["least"]
        says = {"method": name, "servants": servants, "left": left, "needed": int(needed)}
        yield Fault(code=SURVEY, at=at.pointer, says=says | _stands_on(at, rule))


def _stands_on(at: Node, rule: Node) -> dict[str, object]:
    readings = at.readings.union(*(one.readings for _, one in rule.items()))
    return {"paragraph": at.paragraph, "readings": sorted(readings)}
