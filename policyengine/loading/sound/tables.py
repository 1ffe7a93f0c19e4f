"""Tables of bands: limits in their order, inside the scale, without holes or overlaps that nobody answers for."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from policyengine.blocks.bands import Band, holes, overlaps, rows
from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.policy import Node, Policy

Limits = tuple[Node | None, Node | None]


def tables(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the scales and bands of a policy."""
    scales = policy.section("scales")
    for scale in scales.values() if scales is not None else ():
        yield from passing_open(range_faults(scale))
    bands = policy.section("bands")
    for table in bands.values() if bands is not None else ():
        yield from passing_open(_table(policy, table))


def range_faults(block: Node) -> Iterator[Fault]:
    """What is wrong with a range of numbers: limits upside down, a step that is none, or longer than the range."""
    step, width = block.get("step"), _width(*limits_of(block))
    yield from _upside_down(block)
    if step is not None and (step.number() <= 0 or (width is not None and 0 < width < step.number())):
        yield Fault(code="P056", at=step.pointer, says={"value": step.value})


def limits_of(block: Node) -> Limits:
    """The lower and the upper limit of a range, whether they belong to it or not; None where it is open."""
    return block.get("from") or block.get("above"), block.get("to") or block.get("below")


def beyond(limits: Limits, numbers: Iterable[Node | None]) -> Iterator[Node]:
    """The numbers that lie outside a range."""
    least, most = limits
    for one in numbers:
        if one is not None and (
            (least is not None and one.number() < least.number()) or (most is not None and one.number() > most.number())
        ):
            yield one


def _width(least: Node | None, most: Node | None) -> Fraction | None:
    return None if least is None or most is None else most.number() - least.number()


def _table(policy: Policy, table: Node) -> Iterator[Fault]:
    ordered, scale = rows(table), policy.section("scales", table["of"].text())
    grades = policy.section("grades")
    if not ordered:
        yield Fault(code="P009", at=f"{table.pointer}/rows")
    limits = (None, None) if scale is None else limits_of(scale)
    known = None if grades is None else {name for name, _ in grades.items()}
    for band in ordered:
        yield from _row(band, limits, known)
    if table.get("where_two_fit") is None:
        for one, other in overlaps(ordered):
            yield Fault(code="P050", at=other.node.pointer, says={"one": one.id, "other": other.id})
    step = None if scale is None or scale.get("step") is None else scale["step"].number()
    if table.get("where_none_fits") is None:
        for one, other in holes(ordered, step):
            yield Fault(code="P051", at=other.node.pointer, says={"one": one.id, "other": other.id})


def _row(band: Band, limits: Limits, grades: set[str] | None) -> Iterator[Fault]:
    permits = band.node.get("permits")
    faults = [*_upside_down(band.node), *(() if permits is None else _upside_down(permits))]
    yield from faults
    if not faults:
        for limit in beyond(limits, limits_of(band.node)):
            yield Fault(code="P053", at=limit.pointer, says={"word": band.id})
    plain = permits is None and band.node.get("counts_as") is None
    if plain and grades is not None and band.id not in grades:
        says = {"word": band.id, "key": band.id}
        yield Fault(code="P054", at=band.node.pointer, says=says, like=nearest(band.id, grades))


def _upside_down(block: Node) -> Iterator[Fault]:
    """A range with its upper limit below the lower one, or with one number that it does not hold itself.

    Found at the upper limit, but at the lower one where an option of a reading sets that one alone.
    """
    least, most = limits_of(block)
    width = _width(least, most)
    both = block.get("from") is not None and block.get("to") is not None
    if least is not None and most is not None and width is not None and (width < 0 or (width == 0 and not both)):
        filled = block.policy.filled
        at = least.pointer if least.pointer in filled and most.pointer not in filled else most.pointer
        yield Fault(code="P052", at=at, says={"from": least.value, "to": most.value})
