"""The lint rules of `check`, one file each: what is well formed and sound, and still not as a methodology should be.

A rule has a `CODE`, a `SEVERITY` and `findings(loaded, policy)`; its docstring says what it is for, with a bad and a
good example of YAML that run as tests. A rule over several files has `across(files)` instead.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Final, Literal, Protocol, cast

from policyengine.document import Place
from policyengine.lint.small_body import body_cannot_meet
from policyengine.loading.coverage import Coverage, Share, coverage
from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import above
from policyengine.model.policy import Policy

__all__ = ["Coverage", "Share", "across", "body_cannot_meet", "coverage", "lint", "placed", "rules", "rules_across"]

Severity = Literal["error", "warning"]
EXTENDS: Final = "/extends"
Files = Sequence[tuple[Loaded, Policy]]


class Rule(Protocol):
    """What a file of the folder offers: a rule of one file."""

    CODE: str
    SEVERITY: Severity

    def findings(self, loaded: Loaded, policy: Policy) -> Iterator[Fault]:
        """What is found in a file."""


class RuleAcross(Protocol):
    """What a file of the folder offers: a rule over several files."""

    CODE: str
    SEVERITY: Severity

    def across(self, files: Files) -> Iterator[tuple[Loaded, Fault]]:
        """What is found between files, each with the file where it is found."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of one file."""
    return tuple(cast("Rule", one) for one in _folder() if hasattr(one, "findings"))


@cache
def rules_across() -> tuple[RuleAcross, ...]:
    """All rules over several files."""
    return tuple(cast("RuleAcross", one) for one in _folder() if hasattr(one, "across"))


def lint(loaded: Loaded, policy: Policy) -> list[tuple[Severity, Fault]]:
    """Everything that the rules find in a file, with file, line and column, in the order of the file.

    Of an overlay the warnings are left out that are about nothing but what its base says: they are the base's own.
    """
    found = [
        (rule.SEVERITY, placed(one, loaded))
        for rule in rules()
        for one in rule.findings(loaded, policy)
        if rule.SEVERITY == "error" or not _of_base(one, loaded)
    ]
    return sorted(found, key=_in_order)


def across(files: Files) -> list[tuple[Severity, Fault]]:
    """Everything that the rules find between the files of one run, with file, line and column."""
    found = [(rule.SEVERITY, placed(one, where)) for rule in rules_across() for where, one in rule.across(files)]
    return sorted(found, key=_in_order)


def placed(fault: Fault, loaded: Loaded) -> Fault:
    """A fault with the line and column of the nearest key of the file; with those of `extends` if it is the base's."""
    nearest = (EXTENDS,) if _of_base(fault, loaded) else above(fault.at)
    place = next((loaded.places[pointer] for pointer in nearest if pointer in loaded.places), Place())
    return replace(fault, file=loaded.file, line=place.key_line, column=place.key_column)


def _of_base(fault: Fault, loaded: Loaded) -> bool:
    """Whether a fault of an overlay is about a section of which the overlay says nothing."""
    return EXTENDS in loaded.places and not any(pointer in loaded.places for pointer in above(fault.at)[:-1])


def _folder() -> Iterator[ModuleType]:
    for one in pkgutil.iter_modules(__path__):
        yield importlib.import_module(f"{__name__}.{one.name}")


def _in_order(found: tuple[Severity, Fault]) -> tuple[str, int, int, str]:
    _, fault = found
    return fault.file, fault.line, fault.column, fault.code
