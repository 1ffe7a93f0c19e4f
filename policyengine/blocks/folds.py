"""Folds: how an axis of the grid of raters, items and entries becomes one number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from policyengine.model.term import Axis, Fold, FoldKind

WHOLE = ""


class Cell(NamedTuple):
    """The address of a number in the grid; an axis that was folded is the empty text."""

    raters: str
    items: str
    entries: str


Grid = Mapping[Cell, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """How long each axis is when empty cells count too, and what the items weigh."""

    raters: int
    items: int
    weights: Mapping[str, Fraction]


class SeveralAnswers(Exception):
    """An axis that holds only one answer was given several."""

    def __init__(self, axis: Axis) -> None:
        """Name the axis."""
        self.axis = axis
        super().__init__(axis)


def folded(grid: Grid, fold: Fold, axes: Axes) -> Grid:
    """The grid with one axis folded, or all of them by `everything`."""
    if fold.axis == "everything":
        groups = {Cell(WHOLE, WHOLE, WHOLE): list(grid.items())} if grid else {}
    else:
        groups = {}
        for cell, number in grid.items():
            groups.setdefault(cell._replace(**{fold.axis: WHOLE}), []).append((cell, number))
    return {cell: _one(fold, numbers, axes) for cell, numbers in groups.items()}


def _one(fold: Fold, numbers: list[tuple[Cell, Fraction]], axes: Axes) -> Fraction:
    if fold.kind == "only" and len(numbers) > 1:
        raise SeveralAnswers(fold.axis)
    weighed = [(number, axes.weights.get(cell.items, Fraction(1))) for cell, number in numbers]
    count = max(len(numbers), _length(fold, axes)) if fold.all else len(numbers)
    return _KINDS[fold.kind](weighed, count)


def _length(fold: Fold, axes: Axes) -> int:
    return {"raters": axes.raters, "items": axes.items, "entries": 0, "everything": axes.raters * axes.items}[fold.axis]


Weighed = list[tuple[Fraction, Fraction]]


def _sum(numbers: Weighed) -> Fraction:
    return sum((number for number, _ in numbers), Fraction(0))


def _weighted_sum(numbers: Weighed) -> Fraction:
    return sum((number * weight for number, weight in numbers), Fraction(0))


def _weighted_mean(numbers: Weighed) -> Fraction:
    weights = sum((weight for _, weight in numbers), Fraction(0))
    return _weighted_sum(numbers) / weights if weights else Fraction(0)


_KINDS: Final[Mapping[FoldKind, Callable[[Weighed, int], Fraction]]] = {
    "mean": lambda numbers, count: _sum(numbers) / count,
    "sum": lambda numbers, _count: _sum(numbers),
    "weighted sum": lambda numbers, _count: _weighted_sum(numbers),
    "weighted mean": lambda numbers, _count: _weighted_mean(numbers),
    "least": lambda numbers, _count: min(number for number, _ in numbers),
    "greatest": lambda numbers, _count: max(number for number, _ in numbers),
    "only": lambda numbers, _count: numbers[0][0],
}
