"""Tables of bands: limits in their order, inside the scale, without holes or overlaps that nobody answers for."""

from collections.abc import Iterator

from policyengine.blocks.bands import Band, holes, overlaps, rows
from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.policy import Node, Policy


def tables(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the scales and bands of a policy."""
    scales = policy.section("scales")
    for scale in scales.values() if scales is not None else ():
        yield from range_faults(scale)
    bands = policy.section("bands")
    for table in bands.values() if bands is not None else ():
        yield from _table(policy, table)


def range_faults(block: Node) -> Iterator[Fault]:
    """What is wrong with a range of numbers: limits upside down, a step that is none."""
    step = block.get("step")
    if _upside_down(block):
        yield Fault(code="P052", at=block.pointer)
    if step is not None and step.number() <= 0:
        yield Fault(code="P056", at=step.pointer, says={"value": step.value})


def _table(policy: Policy, table: Node) -> Iterator[Fault]:
    ordered, scale = rows(table), policy.section("scales", table["of"].text())
    if not ordered:
        yield Fault(code="P009", at=f"{table.pointer}/rows")
    for band in ordered:
        yield from _row(policy, band, scale)
    if table.get("where_two_fit") is None:
        for one, other in overlaps(ordered):
            yield Fault(code="P050", at=other.node.pointer, says={"one": one.id, "other": other.id})
    step = None if scale is None or scale.get("step") is None else scale["step"].number()
    if table.get("where_none_fits") is None:
        for one, other in holes(ordered, step):
            yield Fault(code="P051", at=other.node.pointer, says={"one": one.id, "other": other.id})


def _row(policy: Policy, band: Band, scale: Node | None) -> Iterator[Fault]:
    permits = band.node.get("permits")
    if _upside_down(band.node) or (permits is not None and permits["from"].number() > permits["to"].number()):
        yield Fault(code="P052", at=band.node.pointer)
    elif scale is not None and _leaves(band, scale):
        yield Fault(code="P053", at=band.node.pointer, says={"word": band.id})
    grades, plain = policy.section("grades"), permits is None and band.node.get("counts_as") is None
    if plain and grades is not None and band.id not in (known := [name for name, _ in grades.items()]):
        says = {"word": band.id, "key": band.id}
        yield Fault(code="P054", at=band.node.pointer, says=says, like=nearest(band.id, known))


def _leaves(band: Band, scale: Node) -> bool:
    least, most = scale.get("from") or scale.get("above"), scale.get("to") or scale.get("below")
    below = least is not None and band.least is not None and band.least < least.number()
    return below or (most is not None and band.most is not None and band.most > most.number())


def _upside_down(row: Node) -> bool:
    least, most = row.get("from") or row.get("above"), row.get("to") or row.get("below")
    if least is None or most is None:
        return False
    both = row.get("from") is not None and row.get("to") is not None
    return least.number() > most.number() or (least.number() == most.number() and not both)
