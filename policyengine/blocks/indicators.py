"""Measured indicators: the percentage of fulfilment, the range of marks that it permits, the mark within it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from policyengine.blocks.answers import read
from policyengine.blocks.bands import neighbours, reason_of, row_of, rows
from policyengine.model.fault import Fault
from policyengine.model.finding import Finding, Missing
from policyengine.model.number import EXACT, as_mark, rounded, shortest
from policyengine.model.policy import Node
from policyengine.terms.arithmetic import rounding

HUNDRED = 100
FACT_OF_PLAN = "fact of plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator as it was judged; `mark` None where none was given."""

    permitted: dict[str, str] | None
    mark: Fraction | None
    steps: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()
    missing: frozenset[str] = frozenset()


def judged(answers: Node, entry: Mapping[str, object], at: str) -> Indicator:
    """One indicator: its percentage, the permitted range, and its mark held against both."""
    needed = {name: entry.get(name) for name in ("plan", "fact", "mark")}
    missing = {f"{at}.{name}" for name, value in needed.items() if value is None}
    missing |= {fact for value in entry.values() if isinstance(value, Missing) for fact in value.facts}
    if missing:
        return Indicator(permitted=None, mark=None, steps=(), missing=frozenset(missing))
    percent = _percent(answers["measured"], entry, at)
    if isinstance(percent, Fault):
        return Indicator(permitted=None, mark=None, steps=(), faults=(percent,))
    value, steps = percent
    permitted, more, faults = _permitted(answers, value, f"{at}")
    number = read(answers, entry["mark"], f"{at}.mark")
    if isinstance(number, list):
        return Indicator(permitted=None, mark=None, steps=steps, faults=(*faults, *number))
    faults += tuple(_outside(permitted, number, f"{at}.mark"))
    shown = None if permitted is None else {side: as_mark(permitted[side].number()) for side in ("from", "to")}
    return Indicator(permitted=shown, mark=number, steps=(*steps, *more), faults=faults)


def _percent(measured: Node, entry: Mapping[str, object], at: str) -> tuple[Fraction, tuple[Finding, ...]] | Fault:
    less = entry.get("less_is_better") is True
    node = measured.get("less_is_better") if less else measured["percent"]
    if node is None:
        return Fault(
            code="unknown_fact",
            at=f"{at}.less_is_better",
            says={"word": "less_is_better", "words": ["plan", "fact", "mark"]},
        )
    names = ("fact", "plan") if node.text() == FACT_OF_PLAN else ("plan", "fact")
    (upper, lower), below = (entry[name] for name in names), names[1]
    if not isinstance(upper, Fraction) or not isinstance(lower, Fraction) or upper < 0 or lower < 0:
        return Fault(code="bad_value", at=at, says={"value": f"{upper}/{lower}", "shape": "number"})
    if lower == 0 and measured.says("zero", "refuse") == "refuse":
        return Fault(
            code="bad_value", at=f"{at}.{below}", says={"value": "0", "shape": "divisor", "paragraph": node.paragraph}
        )
    percent = upper / lower * HUNDRED if lower else Fraction(0)
    rule = measured.get("rounding")
    value = percent if rule is None else rounded(percent, rounding(rule.text()) or EXACT)
    step = node.finding(shortest(value), "percent", fact=entry["fact"], plan=entry["plan"])
    more = (
        () if rule is None or value == percent else (rule.finding(shortest(value), "percent_rounded", percent=percent),)
    )
    return value, (step, *more)


def _permitted(answers: Node, percent: Fraction, at: str) -> tuple[Node | None, tuple[Finding, ...], tuple[Fault, ...]]:
    name = answers.get("permitted_by")
    table = None if name is None else answers.policy.section("bands", name.text())
    if name is None or table is None:
        return None, (), ()
    row = row_of(table, percent)
    if row is None:
        below, above = neighbours(rows(table), percent)
        says = {
            "value": percent,
            "below": below and below.limits,
            "above": above and above.limits,
            "paragraph": name.paragraph,
        }
        return None, (), (Fault(code="percentage_in_gap", at=at, says=says),)
    permits = row.node["permits"]
    value = {side: as_mark(permits[side].number()) for side in ("from", "to")}
    node = table.get(reason_of(table, percent))
    rule = [] if node is None else [node.finding(row.limits, "hole")]
    return permits, (permits.finding(value, "permitted", *rule, percent=percent),), ()


def _outside(permitted: Node | None, number: Fraction, at: str) -> Iterator[Fault]:
    if permitted is not None and not permitted["from"].number() <= number <= permitted["to"].number():
        says = {
            "value": as_mark(number),
            "from": as_mark(permitted["from"].number()),
            "to": as_mark(permitted["to"].number()),
            "paragraph": permitted.paragraph,
        }
        yield Fault(code="mark_outside_permitted_range", at=at, says=says)
