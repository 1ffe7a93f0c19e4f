"""From a grid to a mark: folds, start, caps, rounding, band."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from policyengine.blocks.bands import reason_of, row_of
from policyengine.blocks.case import Facts
from policyengine.blocks.folds import Axes, Grid, SeveralAnswers, folded
from policyengine.blocks.predicates import Truth, holds
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.routes import no_day
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, NeedsFacts, lacking
from policyengine.model.number import EXACT, as_mark, rounded
from policyengine.model.policy import Node
from policyengine.model.term import Fold
from policyengine.terms.arithmetic import fold, rounding

ITEMS: Final = frozenset({"items", "everything"})
WHOLE: Final = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formed:
    """A mark that was formed, its grade, and the steps there; `number` None where there was nothing to form."""

    number: Fraction | None
    grade: str | None
    steps: tuple[Finding, ...]


def folds_of(method: Node) -> list[tuple[Node, Fold]]:
    """The steps of the combination, in their order."""
    combine = method["combine"]
    nodes = [
        Node(policy=combine.policy, pointer=f"{combine.pointer}/{number}", value=text)
        for number, text in enumerate(_listed(combine))
    ]
    return [(node, step) for node in nodes if (step := fold(node.text()))]


def combined(
    method: Node, grid: Grid, axes: Axes, facts: Facts, *, apart: bool = False
) -> tuple[Grid, tuple[Finding, ...]]:
    """The grid after all folds, caps of an item put on it before the items are folded, with a finding for each step.

    The items stay `apart` if that is wanted. Several answers where one is meant are bad input.
    """
    steps: list[Finding] = []
    capped = False
    for node, step in folds_of(method):
        if apart and step.axis in ITEMS:
            continue
        if step.axis in ITEMS:
            grid, caps = _capped_items(method, grid, facts)
            steps, capped = [*steps, *caps], True
        _refuse_several(step, grid)
        try:
            grid = folded(grid, step, axes)
        except SeveralAnswers as several:
            raise _several(several.axis) from None
        steps.append(node.finding(_shown(grid), "fold", fold=step))
    if not capped:
        grid, caps = _capped_items(method, grid, facts)
        steps += caps
    return grid, tuple(steps)


def _refuse_several(step: Fold, grid: Grid) -> None:
    """Only one rater means one on the whole sheet, not one an item."""
    if step.kind == "only" and step.axis == "raters" and len({cell.raters for cell in grid}) > 1:
        raise _several(step.axis)


def _several(axis: str) -> Refused:
    return Refused([Fault(code="contradictory_facts", at=axis, says={"reason": "several_answers"})])


def _capped_items(method: Node, grid: Grid, facts: Facts) -> tuple[Grid, tuple[Finding, ...]]:
    """The grid with the caps of single items applied."""
    caps = method.get("caps")
    item = WHOLE if caps is None else caps.says("on").removeprefix("item ")
    if caps is None or item == WHOLE:
        return grid, ()
    found, steps = dict(grid), []
    for cell, number in grid.items():
        if cell.items == item:
            found[cell], more = _capped(caps, number, facts)
            steps += more
    return found, tuple(steps)


def formed(method: Node, number: Fraction | None, facts: Facts) -> Formed:
    """The mark of a folded number: start added, caps of the whole, rounding, band."""
    starts = method.get("starts_at")
    steps: list[Finding] = []
    if starts is not None:
        number = (number or Fraction(0)) + starts.number()
        steps.append(starts.finding(as_mark(number), "starts_at", start=starts.number()))
    if number is None:
        return Formed(number=None, grade=None, steps=tuple(steps))
    caps = method.get("caps")
    if caps is not None and caps.says("on") == WHOLE:
        number, more = _capped(caps, number, facts)
        steps += more
    number, step = rounded_by(method["rounding"], number)
    grade, band = grade_of(method, number)
    return Formed(number=number, grade=grade, steps=(*steps, step, *band))


def rounded_by(node: Node, number: Fraction) -> tuple[Fraction, Finding]:
    """A number rounded as the policy says, with the step."""
    rule = rounding(node.text()) or EXACT
    result = rounded(number, rule)
    return result, node.finding(as_mark(result), "rounding", rule=rule, number=number)


def grade_of(block: Node, number: Fraction) -> tuple[str | None, tuple[Finding, ...]]:
    """The grade of a number by the table that a method or result names; None where it names none."""
    name = block.get("bands")
    table = None if name is None else block.policy.section("bands", name.text())
    if table is None:
        return None, ()
    row = row_of(table, number)
    if row is None:
        raise Refused(
            [
                Fault(
                    code="mark_out_of_range",
                    at=table.pointer,
                    says={"value": as_mark(number), "paragraph": table.paragraph},
                )
            ]
        )
    node = table.get(reason_of(table, number)) or row.node
    return row.id, (node.finding(row.id, "band", number=number, row=row.id),)


def single(grid: Grid) -> Fraction | None:
    """The one number that is left when everything is folded; None where there was nothing."""
    return next(iter(grid.values()), None)


def item_numbers(grid: Grid) -> dict[str, Fraction]:
    """The numbers of items that the folds left apart."""
    return {cell.items: number for cell, number in grid.items()}


def keeps_items(method: Node) -> bool:
    """Whether the combination leaves the items apart, as a survey does."""
    return not any(step.axis in ITEMS for _, step in folds_of(method))


def _capped(caps: Node, number: Fraction, facts: Facts) -> tuple[Fraction, list[Finding]]:
    """A number within the caps that hold; an unknown fact matters only where the cap would change the number."""
    steps = []
    for name, row in caps["rows"].items():
        truth: Truth = holds(row["when"], facts, no_day)
        limited = number if truth is False else _limited(row, number)
        if isinstance(truth, Missing) and limited != number:
            raise NeedsFacts(lacking(truth))
        if truth is True:
            step = row.finding(as_mark(limited), "cap", row=name, number=number)
            steps.append(resting(step, readings_in(caps.get("on"))))
        number = limited
    return number, steps


def _limited(row: Node, number: Fraction) -> Fraction:
    most, least = row.get("at_most"), row.get("at_least")
    number = min(number, most.number()) if most else number
    return max(number, least.number()) if least else number


def _listed(node: Node) -> Iterator[object]:
    return iter(node.value if isinstance(node.value, list) else [node.text()])


def _shown(grid: Grid) -> object:
    return {
        ".".join(part for part in cell if part) or "whole": as_mark(number) for cell, number in sorted(grid.items())
    }
