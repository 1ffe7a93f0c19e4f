"""Results: parts that are there and weighed alike, tables that yield what is asked of them."""

from collections.abc import Iterator

from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.policy import Node, Policy


def results(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the results of a policy."""
    section = policy.section("results")
    for result in section.values() if section is not None else ():
        yield from passing_open(_result(result))
    plans = policy.section("plans")
    for plan in plans.values() if plans is not None else ():
        yield from passing_open(_plan(plan))


def _result(result: Node) -> Iterator[Fault]:
    parts = dict(result["parts"].items())
    if not parts:
        yield Fault(code="P009", at=f"{result.pointer}/parts")
    for part in parts.values():
        yield from passing_open(_part(part))
    weighed = [part.get("weight") is not None for part in parts.values()]
    if any(weighed) and not all(weighed):
        yield Fault(code="P079", at=f"{result.pointer}/parts")


def _part(part: Node) -> Iterator[Fault]:
    table = part.get("convert_by")
    rows = None if table is None else part.policy.section("bands", table.text(), "rows")
    for name, row in rows.items() if rows is not None else ():
        if row.get("counts_as") is None:
            yield Fault(code="P055", at=f"{part.pointer}/convert_by", says={"word": name, "payload": "counts_as"})


def _plan(plan: Node) -> Iterator[Fault]:
    least, most = plan["items"].get("least"), plan["items"].get("most")
    if least is not None and most is not None and least.number() > most.number():
        yield Fault(code="P052", at=most.pointer, says={"from": least.value, "to": most.value})
