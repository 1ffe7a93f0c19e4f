"""Results: how a year is made of periods, part by part, weighed, rounded once, and banded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from policyengine.blocks.answers import Range, range_of
from policyengine.blocks.bands import reason_of, row_of
from policyengine.blocks.marks import grade_of, rounded_by
from policyengine.blocks.routes import held_for
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding
from policyengine.model.number import EXACT, as_mark, decimal, exact, shortest
from policyengine.model.period import MONTHS_OF, Kind, Period, period, periods_in
from policyengine.model.policy import Node, Policy
from policyengine.terms.arithmetic import over_periods, rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The marks of one method by period; only those that are there. `years` are the years of all periods."""

    numbers: Mapping[str, Fraction]
    years: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folded:
    """One part of a result: its number, its weight, how many periods it had, and the steps."""

    number: Fraction | None
    weight: Fraction | None
    periods: int
    steps: tuple[Finding, ...]


def part_of(method: Node, given: object, at: str, faults: list[Fault]) -> Part:
    """The marks of one method; what is wrong with them goes to `faults`."""
    numbers: dict[str, Fraction] = {}
    years: set[int] = set()
    for name, asked, value in _periods(given):
        place = f"{at}.{name}"
        if not held_for(method, asked):
            faults.append(
                Fault(code="contradictory_facts", at=place, says={"reason": "period_fits_no_method", "value": name})
            )
        years.add(asked.end.year)
        if value is not None:
            number = _recorded(method, value, place, faults)
            numbers |= {} if number is None else {name: number}
    return Part(numbers=numbers, years=frozenset(years))


def _periods(given: object) -> Iterator[tuple[str, Period, object]]:
    """The marks by their periods; that their names are periods was seen when they were read."""
    marks = given.items() if isinstance(given, Mapping) else ()
    return ((name, asked, value) for name, value in marks if (asked := period(name)) is not None)


def result_of(result: Node, parts: Mapping[str, Part]) -> Finding:
    """The mark of a result: `mark, mean, periods, grade`, grounds left empty."""
    folded = [_folded(node, parts, kind_of(result)) for node in result["parts"].values()]
    steps = tuple(step for one in folded for step in one.steps)
    periods = sum(one.periods for one in folded)
    number = _together(result, folded)
    absent = result.get("where_part_missing")
    if absent is not None and any(one.number is None for one in folded):
        steps = (*steps, absent.finding(absent.text(), "part_missing"))
    if number is None:
        nothing: dict[str, object] = {"mark": None, "mean": None, "periods": periods, "grade": None}
        nothing |= {"grounds": [], "required": [], "forbidden": []}
        return result.finding(nothing, "no_marks", *steps)
    mark, step = rounded_by(result["rounding"], number)
    grade, band = grade_of(result, mark)
    value = {"mark": as_mark(mark), "mean": shortest(number), "periods": periods, "grade": grade, "grounds": []}
    return result.finding(value, "result", *steps, step, *band)


def by_period(parts: Mapping[str, Part], kind: Kind | None) -> Mapping[str, Mapping[str, Part]]:
    """The marks by the period of a result that holds them; under the empty text where one period holds them all."""
    spread = {name: {own: _around(own, kind) for own in part.numbers} for name, part in parts.items()}
    periods = sorted({wide for found in spread.values() for wide in found.values()})
    if len(periods) < 2:  # noqa: PLR2004 (one period needs no name)
        return {"": parts}
    return {
        wide: {
            name: Part(
                numbers={own: number for own, number in part.numbers.items() if spread[name][own] == wide},
                years=part.years,
            )
            for name, part in parts.items()
        }
        for wide in periods
    }


def _around(own: str, kind: Kind | None) -> str:
    """The period of a kind around a shorter one."""
    asked = period(own)
    if asked is None or kind is None or MONTHS_OF.get(asked.kind, 12) > MONTHS_OF[kind]:
        return ""
    return next(one.id for one in periods_in(asked.end.year, kind) if one.start <= asked.end <= one.end)


def uses_of(policy: Policy) -> Iterator[tuple[str, Node]]:
    """What a result is used for, by the effect that it has: ground, required, forbidden."""
    uses = policy.section("uses")
    return iter(()) if uses is None else uses.items()


def _recorded(method: Node, value: object, at: str, faults: list[Fault]) -> Fraction | None:
    """A mark as it was recorded: in its range, with the digits that the method rounds to, exact where it does not."""
    digits = (rounding(method["rounding"].text()) or EXACT).digits_kept
    number = decimal(value) if digits is not None else exact(value)
    if number is None:
        faults.append(Fault(code="bad_value", at=at, says={"value": value, "shape": "mark"}))
        return None
    limits = _mark_range(method)
    out = [] if limits is None else list(limits.out_of_range(number, at))
    faults += out
    if not out and digits is not None and (number * 10**digits).denominator != 1:
        step = shortest(Fraction(1, 10**digits))
        says = {"value": shortest(number), "step": step, "paragraph": method["rounding"].paragraph}
        faults.append(Fault(code="mark_off_step", at=at, says=says))
    return number


def _mark_range(method: Node) -> Range | None:
    """The range of a recorded mark: of the answers, where folding keeps within it, else of the table that grades it."""
    answers, table = method.get("answers"), method.get("bands")
    sums = method.get("starts_at") is not None or any("sum" in one for one in method["combine"].ids())
    own = None if answers is None or sums else range_of(answers)
    if own is not None or table is None:
        return own
    of = method.policy.root["bands"][table.text()]["of"]
    return Range(node=method.policy.root["scales"][of.text()])


def kind_of(result: Node) -> Kind | None:
    """The kind of period that a result is made for; None for a single stretch or several kinds."""
    kinds = result["every"].ids() if not isinstance(result["every"].value, Mapping) else ()
    known: dict[str, Kind] = {kind: kind for kind in MONTHS_OF}
    return known.get(kinds[0]) if len(kinds) == 1 else None


def _periods_of(node: Node, numbers: Mapping[str, Fraction], kind: Kind | None) -> int:
    """By how many periods a mean divides: those that have a mark, or all that the result's period holds."""
    asked = period(max(numbers))
    if node["over"].text() != "all quarters" or kind is None or asked is None or asked.kind == "stretch":
        return len(numbers)
    return max(len(numbers), MONTHS_OF[kind] // MONTHS_OF[asked.kind])


def _folded(node: Node, parts: Mapping[str, Part], kind: Kind | None) -> _Folded:
    method, weight = node["method"].text(), node.get("weight")
    part = parts.get(method)
    numbers = {} if part is None else part.numbers
    weighs = None if weight is None else weight.number()
    rule = node.get("fold")
    fold = over_periods("mean" if rule is None else rule.text())
    if not numbers or fold is None:
        return _Folded(number=None, weight=weighs, periods=0, steps=())
    total = sum(numbers.values(), Fraction(0))
    latest = numbers[max(numbers)]
    mean = total / _periods_of(node, numbers, kind)
    number = {"mean": mean, "sum": total / (fold.divisor or 1), "last": latest}[fold.kind]
    shown = {name: as_mark(one) for name, one in sorted(numbers.items())}
    step = (rule or node).finding(shortest(number), "periods", marks=shown, kind=fold.kind, divisor=fold.divisor)
    converted, more = _converted(node, number)
    return _Folded(number=converted, weight=weighs, periods=len(numbers), steps=(step, *more))


def _converted(node: Node, number: Fraction) -> tuple[Fraction, tuple[Finding, ...]]:
    name = node.get("convert_by")
    table = None if name is None else node.policy.section("bands", name.text())
    if table is None:
        return number, ()
    row = row_of(table, number)
    value = None if row is None else row.node.get("counts_as")
    if row is None or value is None:
        raise Refused(
            [
                Fault(
                    code="mark_out_of_range",
                    at=table.pointer,
                    says={"value": shortest(number), "paragraph": table.paragraph},
                )
            ]
        )
    rule = table.get(reason_of(table, number)) or value
    return value.number(), (rule.finding(shortest(value.number()), "converted", number=number, row=row.id),)


def _together(result: Node, folded: list[_Folded]) -> Fraction | None:
    present = [one for one in folded if one.number is not None]
    if not present or (len(present) < len(folded) and result.says("where_part_missing", "refuse") == "refuse"):
        return None
    weighed = any(one.weight is not None for one in folded)
    zero, whole = Fraction(0), Fraction(1)
    total = sum(((one.number or zero) * (whole if one.weight is None else one.weight) for one in present), zero)
    if not weighed or result.says("where_part_missing") != "reweigh":
        return total
    weights = sum((whole if one.weight is None else one.weight for one in present), zero)
    return total / weights if weights else None
