"""Results: how a year is made of periods, part by part, weighed, rounded once, and banded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from policyengine.blocks.answers import Range, range_of
from policyengine.blocks.bands import row_of
from policyengine.blocks.case import Facts
from policyengine.blocks.marks import grade_of, rounded_by
from policyengine.blocks.routes import held_for
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding
from policyengine.model.number import as_mark, decimal, shortest
from policyengine.model.period import period
from policyengine.model.policy import Node, Policy
from policyengine.terms.arithmetic import over_periods


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
    for name, value in given.items() if isinstance(given, Mapping) else ():
        asked, place = period(name), f"{at}.{name}"
        if asked is None:
            faults.append(Fault(code="bad_date", at=place, says={"value": name, "shape": "period"}))
            continue
        if not held_for(method, asked):
            faults.append(
                Fault(code="contradictory_facts", at=place, says={"reason": "period_fits_no_method", "value": name})
            )
        years.add(asked.end.year)
        if value is not None:
            number = _recorded(method, value, place, faults)
            numbers |= {} if number is None else {name: number}
    return Part(numbers=numbers, years=frozenset(years))


def result_of(result: Node, parts: Mapping[str, Part], _facts: Facts) -> Finding:
    """The mark of a result: `mark, mean, periods, grade`, grounds left empty."""
    folded = [_folded(node, parts) for node in result["parts"].values()]
    steps = tuple(step for one in folded for step in one.steps)
    periods = sum(one.periods for one in folded)
    number = _together(result, folded)
    if number is None:
        nothing: dict[str, object] = {"mark": None, "mean": None, "periods": periods, "grade": None, "grounds": []}
        return result.finding(nothing, "no_marks", *steps)
    mark, step = rounded_by(result["rounding"], number)
    grade, band = grade_of(result, mark)
    value = {"mark": as_mark(mark), "mean": shortest(number), "periods": periods, "grade": grade, "grounds": []}
    return result.finding(value, "result", *steps, step, *band)


def grounds_of(policy: Policy) -> Iterator[tuple[str, Node]]:
    """The uses for which a result is a ground."""
    uses = policy.section("uses")
    for name, use in uses.items() if uses is not None else ():
        if use["effect"].text() == "ground":
            yield name, use


def _recorded(method: Node, value: object, at: str, faults: list[Fault]) -> Fraction | None:
    number = decimal(value)
    if number is None:
        faults.append(Fault(code="bad_value", at=at, says={"value": value, "shape": "mark"}))
        return None
    limits = _mark_range(method)
    faults += [] if limits is None else list(limits.faults(number, at))
    return number


def _mark_range(method: Node) -> Range | None:
    """The range of a recorded mark: of the answers, where folding keeps within it and nothing is added."""
    answers = method.get("answers")
    sums = any("sum" in one for one in method["combine"].ids())
    return None if answers is None or sums or method.get("starts_at") else range_of(answers)


def _folded(node: Node, parts: Mapping[str, Part]) -> _Folded:
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
    number = {"mean": total / len(numbers), "sum": total / (fold.divisor or 1), "last": latest}[fold.kind]
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
    return value.number(), (value.finding(shortest(value.number()), "converted", number=number, row=row.id),)


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
