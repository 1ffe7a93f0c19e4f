"""Surveys: the method that asks a number of respondents, found by its shape."""

from typing import Final

from policyengine.model.policy import Node, Policy

SELF: Final = frozenset({"self", "evaluated"})


def method_of(policy: Policy) -> Node | None:
    """The method that says how many are asked; None where there is none."""
    methods = policy.section("methods")
    return None if methods is None else next((one for one in methods.values() if one.get("how_many")), None)


def missing_kind(role: str) -> str:
    """The problem of a required kind of person that is not there: `immediate_supervisor` is `supervisor_missing`."""
    return f"{role.removeprefix('immediate_')}_missing"
