"""May or must other people evaluate too, because there are so many to evaluate?"""

from collections.abc import Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.mentions import set_at
from policyengine.model.finding import Finding, Missing
from policyengine.model.given import COUNT, Input
from policyengine.model.policy import Node, Policy

COUNTS = ("evaluated", "evaluated_in_body", "unit_staff")


def applies(policy: Policy) -> bool:
    """Whether the methodology lets others evaluate too."""
    return policy.section("delegation") is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """The count on which delegation turns, by any option of its readings."""
    named = set(set_at(policy.root["delegation"]["counts"]))
    return {name: COUNT for name in COUNTS if name in named}


def answer(case: Case) -> Finding:
    """`outcome` (required, permitted, none) and `delegates`."""
    rule = case.policy.root["delegation"]
    counts = rule["counts"]
    count = case.needed(counts.text())
    counted = counts.finding(count, "counted", counts=counts.text())
    if isinstance(count, Missing):
        return rule.finding({"outcome": count, "delegates": count}, "delegation", counted)
    limit, exceeded = _exceeded(rule, int(str(count)))
    compared = limit.finding(exceeded, "threshold", count=count, limit=limit.number())
    if not exceeded:
        return rule.finding({"outcome": "none", "delegates": None}, "delegation", counted, compared)
    value = {"outcome": rule["outcome"].text(), "delegates": rule["delegates"].text()}
    return rule.finding(value, "delegation", counted, compared)


def _exceeded(rule: Node, count: int) -> tuple[Node, bool]:
    more_than = rule.get("more_than")
    if more_than is not None:
        return more_than, count > more_than.number()
    at_least = rule["at_least"]
    return at_least, count >= at_least.number()
