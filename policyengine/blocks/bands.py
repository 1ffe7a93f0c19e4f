"""Tables of bands: which row a number falls into, and what happens in holes and overlaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from policyengine.model.policy import Node

ENDS = ("from", "above", "to", "below")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One row: its id, its limits and whether each belongs to it; a missing limit is open."""

    id: str
    node: Node
    least: Fraction | None
    most: Fraction | None
    least_in: bool
    most_in: bool

    @property
    def limits(self) -> Mapping[str, Fraction]:
        """The limits as the row has them: `from` and `to` belong to it, `above` and `below` do not."""
        return {key: end.number() for key in ENDS if (end := self.node.get(key)) is not None}

    def holds(self, number: Fraction) -> bool:
        """Whether a number lies in the band."""
        above = self.least is None or number > self.least or (self.least_in and number == self.least)
        return above and (self.most is None or number < self.most or (self.most_in and number == self.most))

    def is_above(self, number: Fraction) -> bool:
        """Whether the whole band lies above a number."""
        return not self.holds(number) and self.least is not None and self.least >= number


def rows(table: Node) -> list[Band]:
    """The rows of a table, lowest first."""
    found = [_band(name, row) for name, row in table["rows"].items()]
    return sorted(found, key=lambda band: (band.least is not None, band.least or 0, band.most is None, band.most or 0))


def row_of(table: Node, number: Fraction) -> Band | None:
    """The row of a number; None where none fits, or two, and the table refuses that."""
    ordered = rows(table)
    fitting = [band for band in ordered if band.holds(number)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return {"better": fitting[-1], "worse": fitting[0]}.get(table.says("where_two_fit", "refuse"))
    below, above = neighbours(ordered, number)
    choices = {"better": above or below, "higher": above or below, "worse": below or above, "lower": below or above}
    return choices.get(table.says("where_none_fits", "refuse"))


def reason_of(table: Node, number: Fraction) -> str:
    """Which rule of a table gave the row of a number: that of holes or of overlaps; empty where the rows alone did."""
    fitting = sum(band.holds(number) for band in rows(table))
    return "" if fitting == 1 else "where_two_fit" if fitting else "where_none_fits"


def neighbours(ordered: list[Band], number: Fraction) -> tuple[Band | None, Band | None]:
    """The rows just below and just above a number that lies in none."""
    above = [band for band in ordered if band.is_above(number)]
    below = [band for band in ordered if not band.holds(number) and not band.is_above(number)]
    return (below[-1] if below else None), (above[0] if above else None)


def overlaps(ordered: list[Band]) -> Iterator[tuple[Band, Band]]:
    """Pairs of neighbouring rows that share a number."""
    for one, other in pairwise(ordered):
        if (
            one.most is None
            or other.least is None
            or one.most > other.least
            or (one.most == other.least and one.most_in and other.least_in)
        ):
            yield one, other


def holes(ordered: list[Band], step: Fraction | None) -> Iterator[tuple[Band, Band]]:
    """Pairs of rows between which a number would fall: one of the scale's step, any where it has none.

    A row is paired with the one below it that reaches highest, so that what lies inside a wide row is no hole.
    """
    for one, other in zip(accumulate(ordered, _reaching), ordered[1:], strict=False):
        if one.most is None or other.least is None:
            continue
        gap, joined = other.least - one.most, one.most_in or other.least_in
        if gap > (step if step and one.most_in and other.least_in else 0) or (gap == 0 and not joined):
            yield one, other


def _reaching(one: Band, other: Band) -> Band:
    return max(one, other, key=lambda band: (band.most is None, band.most or 0, band.most_in))


def _band(name: str, row: Node) -> Band:
    least, most = (row.get("from") or row.get("above")), (row.get("to") or row.get("below"))
    return Band(
        id=name,
        node=row,
        least=None if least is None else least.number(),
        most=None if most is None else most.number(),
        least_in=row.get("from") is not None,
        most_in=row.get("to") is not None,
    )
