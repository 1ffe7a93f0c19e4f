"""On which readings a step rests besides those of its own place: those without which it would be another."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from policyengine.blocks.answers import Range
from policyengine.blocks.mentions import set_at
from policyengine.model.finding import Finding
from policyengine.model.policy import Node

LIMITS: Final = ("from", "above", "to", "below", "step")


def resting(step: Finding, readings: Iterable[str]) -> Finding:
    """The same step, resting on further readings."""
    return replace(step, readings=step.readings.union(readings))


def readings_in(node: Node | None) -> frozenset[str]:
    """The readings that filled a value, or anything in it."""
    if node is None:
        return frozenset()
    at, filled = node.pointer, node.policy.filled
    return frozenset(reading for one, reading in filled.items() if one == at or one.startswith(f"{at}/"))


def allowing(limits: Range | None, numbers: Iterable[Fraction]) -> frozenset[str]:
    """The readings of a scale but for which one of these numbers might be refused."""
    if limits is None:
        return frozenset()
    node, given = limits.node, set(numbers)
    parts = [(name, part) for name in LIMITS if (part := node.get(name)) and part.pointer in node.policy.filled]
    return frozenset(
        node.policy.filled[part.pointer]
        for name, part in parts
        for other in set_at(part)
        if any(_refuses(node, name, other, number) for number in given)
    )


def _refuses(scale: Node, name: str, other: object, number: Fraction) -> bool:
    """Whether a scale with another value in one place refuses a number."""
    parts = dict(scale.value) if isinstance(scale.value, Mapping) else {}
    return any(Range(node=replace(scale, value={**parts, name: other})).faults(number, ""))
