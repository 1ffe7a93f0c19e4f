"""Answers: how one cell of a sheet becomes a number, and what is wrong with it where it does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.number import decimal, shortest
from policyengine.model.policy import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The numbers that may be given: limits, each in or out, and the step from the lower one."""

    node: Node

    def faults(self, number: Fraction, at: str) -> Iterator[Fault]:
        """What is wrong with a number: out of the range, or off its step."""
        out = list(self.out_of_range(number, at))
        yield from out
        step, least = self.node.get("step"), self._limit("from", "above")
        if not out and step is not None and (number - (least or 0)) % step.number() != 0:
            says = {"value": shortest(number), "step": shortest(step.number()), "paragraph": step.paragraph}
            yield Fault(code="mark_off_step", at=at, says=says)

    def out_of_range(self, number: Fraction, at: str) -> Iterator[Fault]:
        """Whether a number lies beyond the limits."""
        least, most = self._limit("from", "above"), self._limit("to", "below")
        too_low = least is not None and (number < least or (number == least and self.node.get("from") is None))
        too_high = most is not None and (number > most or (number == most and self.node.get("to") is None))
        if too_low or too_high:
            says = {
                "value": shortest(number),
                "from": _shown(least),
                "to": _shown(most),
                "paragraph": self.node.paragraph,
            }
            yield Fault(code="mark_out_of_range", at=at, says=says)

    def _limit(self, included: str, excluded: str) -> Fraction | None:
        found = self.node.get(included) or self.node.get(excluded)
        return None if found is None else found.number()


def range_of(answers: Node) -> Range | None:
    """The range of numbers that answers are given in: of a scale, or their own; None where they are words or facts."""
    scale = answers.get("scale")
    if scale is not None:
        return Range(node=answers.policy.root["scales"][scale.text()])
    return Range(node=answers) if any(answers.get(key) for key in ("from", "to", "above", "below")) else None


def read(answers: Node, value: object, at: str) -> Fraction | list[Fault]:
    """The number of one answer, or what is wrong with it."""
    values = answers.get("values")
    if values is not None:
        return _word(values, value, at)
    each = answers.get("each")
    if each is not None:
        return _counted(each, value, at)
    number = decimal(value)
    if number is None:
        return [Fault(code="bad_value", at=at, says={"value": value, "shape": "mark"})]
    limits = range_of(answers)
    faults = [] if limits is None else list(limits.faults(number, at))
    return faults or number


def _word(values: Node, value: object, at: str) -> Fraction | list[Fault]:
    word = str(value).lower() if isinstance(value, bool) else str(value)
    found = values.get(word) if not isinstance(value, Mapping | list) else None
    if found is not None:
        return found.number()
    known = [name for name, _ in values.items()]
    return [
        Fault(
            code="unknown_id",
            at=at,
            says={"word": word, "section": "answers", "words": known},
            like=nearest(word, known),
        )
    ]


def _counted(each: Node, value: object, at: str) -> Fraction | list[Fault]:
    """Facts are counted, each worth so much: a whole number of them."""
    number = decimal(value)
    if number is None or number < 0 or number.denominator != 1:
        return [Fault(code="bad_value", at=at, says={"value": value, "shape": "count"})]
    return number * each.number()


def _shown(number: Fraction | None) -> str:
    return "" if number is None else shortest(number)
