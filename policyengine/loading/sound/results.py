"""Results: parts that are there and weighed alike, tables that yield what is asked of them, for every number."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from policyengine.blocks.bands import holes, rows
from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.number import EXACT
from policyengine.model.period import MONTHS_OF, Kind
from policyengine.model.policy import Node, Policy
from policyengine.terms.arithmetic import rounding


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
        yield from passing_open(_mean_in_a_hole(result, part))
    yield from passing_open(_result_in_a_hole(result, parts.values()))
    weighed = [part.get("weight") is not None for part in parts.values()]
    if any(weighed) and not all(weighed):
        yield Fault(code="P079", at=f"{result.pointer}/parts")


def _part(part: Node) -> Iterator[Fault]:
    table = part.get("convert_by")
    rows = None if table is None else part.policy.section("bands", table.text(), "rows")
    for name, row in rows.items() if rows is not None else ():
        if row.get("counts_as") is None:
            yield Fault(code="P055", at=f"{part.pointer}/convert_by", says={"word": name, "payload": "counts_as"})


def _mean_in_a_hole(result: Node, part: Node) -> Iterator[Fault]:
    """A mean of periods that is turned into a number lies between the steps of the marks too, and may meet no row."""
    table = part.get("convert_by")
    if table is not None and _several(result, part):
        yield from _holes(result.policy.section("bands", table.text()), None)


def _result_in_a_hole(result: Node, parts: Collection[Node]) -> Iterator[Fault]:
    """What is made of several marks is rounded by the result's own rule, not by the step of the marks."""
    table, digits = result.get("bands"), (rounding(result["rounding"].text()) or EXACT).digits_kept
    several = len(parts) > 1 or any(_several(result, part) for part in parts)
    if table is not None and several:
        grain = None if digits is None else Fraction(1, 10**digits)
        yield from _holes(result.policy.section("bands", table.text()), grain)


def _holes(table: Node | None, grain: Fraction | None) -> Iterator[Fault]:
    """The holes for numbers of a grain; those for the step of the table's scale were found with the table."""
    if table is None or table.get("where_none_fits") is not None:
        return
    scale, ordered = table.policy.section("scales", table["of"].text()), rows(table)
    step = None if scale is None or scale.get("step") is None else scale["step"].number()
    known = {other.id for _, other in holes(ordered, step)}
    for one, other in holes(ordered, grain):
        if other.id not in known:
            yield Fault(code="P051", at=other.node.pointer, says={"one": one.id, "other": other.id})


def _several(result: Node, part: Node) -> bool:
    """Whether a part makes one number of the marks of several periods."""
    method = part.policy.section("methods", part["method"].text())
    longest = max(_months(result), default=0)
    return method is not None and part.says("fold", "mean") != "last" and any(one < longest for one in _months(method))


def _months(block: Node) -> list[int]:
    every = block["every"]
    known: dict[str, Kind] = {kind: kind for kind in MONTHS_OF}
    return [] if isinstance(every.value, Mapping) else [MONTHS_OF[known[one]] for one in every.ids() if one in known]


def _plan(plan: Node) -> Iterator[Fault]:
    least, most = plan["items"].get("least"), plan["items"].get("most")
    if least is not None and most is not None and least.number() > most.number():
        yield Fault(code="P052", at=most.pointer, says={"from": least.value, "to": most.value})
