"""What does the methodology ask of a role?"""

from collections.abc import Mapping
from dataclasses import replace

from policyengine.blocks.case import Case
from policyengine.blocks.obligations import Obligation, asked_of
from policyengine.model.finding import Finding, Missing
from policyengine.model.given import Input, word_of
from policyengine.model.policy import Node, Policy, shown_places


def applies(policy: Policy) -> bool:
    """Whether the methodology names roles."""
    return policy.section("roles") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The role."""
    return {"role": word_of("roles")}


def answer(case: Case) -> Finding:
    """`duties`: `id, when, paragraph` of each, in the order of the file."""
    root, role = case.policy.root["roles"], case.needed("role")
    if isinstance(role, Missing):
        return root.finding({"duties": role}, "duties")
    found = list(asked_of(case.policy, str(role)))
    value = [{"id": one.id, "when": one.when, "paragraph": shown_places(one.node.paragraph)} for one in found]
    return root.finding({"duties": value}, "duties", *map(_step, found))


def _step(one: Obligation) -> Finding:
    step = one.node.finding(one.when, "duty", duty=one.id, does=_said(one.node))
    return replace(step, readings=step.readings | one.readings)


def _said(node: Node) -> object:
    found = node.get("does") or node.get("name")
    return None if found is None else found.value
