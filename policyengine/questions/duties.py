"""What does the methodology ask of a role?"""

from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.obligations import asked_of
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
    found = list(_of_role(case.policy, str(role)))
    value = [{"id": one, "when": when, "paragraph": shown_places(node.paragraph)} for one, when, node in found]
    steps = [node.finding(when, "duty", duty=one, does=_said(node)) for one, when, node in found]
    return root.finding({"duties": value}, "duties", *steps)


def _of_role(policy: Policy, role: str) -> Iterator[tuple[str, str, Node]]:
    for one in asked_of(policy, role):
        yield one.id, one.when, one.node


def _said(node: Node) -> object:
    found = node.get("does") or node.get("name")
    return None if found is None else found.value
