"""How many there may be: indicators of a plan, respondents of a survey."""

from collections.abc import Iterator

from policyengine.model.fault import Fault
from policyengine.model.policy import Node


def count_problems(limits: Node | None, count: int, what: str) -> Iterator[str]:
    """`too_few_<what>` or `too_many_<what>` where a count leaves the limits; of too few it may be enough to ask all."""
    least, most = (None, None) if limits is None else (limits.get("least"), limits.get("most"))
    if limits is not None and least is not None and count < least.number() and not _all_will_do(limits):
        yield f"too_few_{what}"
    if most is not None and count > most.number():
        yield f"too_many_{what}"


def _all_will_do(limits: Node) -> bool:
    """Whether all who exist are asked where the body has fewer than the least number."""
    return limits.says("where_fewer_exist", "refuse") == "all"


def count_faults(method: Node, count: int) -> Iterator[Fault]:
    """Fewer or more indicators than the plan that sets them allows."""
    name = method["items"].get("set_in")
    limits = None if name is None else method.policy.section("plans", name.text(), "items")
    for problem in count_problems(limits, count, "indicators"):
        yield limit_fault(problem, limits, count, "indicators")


def limit_fault(problem: str, limits: Node | None, count: int, at: str) -> Fault:
    """A problem of number as a fault, with the limits and their paragraph."""
    says: dict[str, object] = {"value": count}
    for side in ("least", "most"):
        found = None if limits is None else limits.get(side)
        says[side] = "" if found is None else int(found.number())
    says["paragraph"] = () if limits is None else limits.paragraph
    return Fault(code=problem, at=at, says=says)
