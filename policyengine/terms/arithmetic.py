"""Phrases of arithmetic: folds, roundings, how a year is made of periods, and which day an act takes force."""

import re
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from policyengine.model.number import EXACT, Mode, Rounding
from policyengine.model.term import Axis, Fold, FoldKind, Force, Occasion

_fold = re.compile(
    rf"(?P<kind>{'|'.join(get_args(FoldKind))}) of (?P<all>all )?(?P<axis>{'|'.join(get_args(Axis))})", re.ASCII
)
_rounding = re.compile(r"(?P<mode>half up|half even|down|up) to (?P<digits>\d)", re.ASCII)
_yearly = re.compile(r"(?P<kind>mean|sum|last)(?: over (?P<n>[1-9]\d?))?", re.ASCII)
_force = re.compile(
    r"on (?P<on>publication|signing|registration)"
    r"|after (?P<n>[1-9]\d{0,3}) (?P<unit>calendar|working) days from (?P<after>publication|registration)",
    re.ASCII,
)

Yearly = Literal["mean", "sum", "last"]
YEARLY_KINDS: Final = get_args(Yearly)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverPeriods:
    """How the marks of periods make one: a mean, a sum, the last, or a sum over a fixed divisor."""

    kind: Yearly
    divisor: int = 0


def fold(text: str) -> Fold | None:
    """The fold that a phrase says: `mean of raters`, `sum of all items`."""
    found = _fold.fullmatch(text)
    if not found:
        return None
    kind, axis = cast("FoldKind", found["kind"]), cast("Axis", found["axis"])
    return Fold(kind=kind, all=bool(found["all"]), axis=axis)


def show_fold(value: Fold) -> str:
    """The phrase of a fold."""
    return f"{value.kind} of {'all ' if value.all else ''}{value.axis}"


def rounding(text: str) -> Rounding | None:
    """The rounding that a phrase says: `exact`, `half up to 2`."""
    if text == "exact":
        return EXACT
    found = _rounding.fullmatch(text)
    return Rounding(mode=cast("Mode", found["mode"]), digits=int(found["digits"])) if found else None


def show_rounding(value: Rounding) -> str:
    """The phrase of a rounding."""
    return "exact" if value.mode == "exact" else f"{value.mode} to {value.digits}"


def over_periods(text: str) -> OverPeriods | None:
    """How periods are folded into one mark: `mean`, `sum`, `sum over 4`, `last`."""
    found = _yearly.fullmatch(text)
    if not found or (found["n"] and found["kind"] != "sum"):
        return None
    return OverPeriods(kind=cast("Yearly", found["kind"]), divisor=int(found["n"] or 0))


def show_over_periods(value: OverPeriods) -> str:
    """The phrase of a fold of periods."""
    return f"{value.kind} over {value.divisor}" if value.divisor else value.kind


def force(text: str) -> Force | None:
    """The rule of taking force that a phrase says: `after 10 calendar days from publication`."""
    found = _force.fullmatch(text)
    if not found:
        return None
    if found["on"]:
        return Force(occasion=cast("Occasion", found["on"]))
    occasion = cast("Occasion", found["after"])
    return Force(occasion=occasion, days=int(found["n"]), working=found["unit"] == "working")


def show_force(value: Force) -> str:
    """The phrase of a rule of taking force."""
    if not value.days:
        return f"on {value.occasion}"
    return f"after {value.days} {'working' if value.working else 'calendar'} days from {value.occasion}"
