"""Soundness: what a well-formed file may still say that no question could be answered by."""

from collections.abc import Callable, Iterator
from typing import Final

from policyengine.loading.sound.bodies import bodies
from policyengine.loading.sound.events import timetable
from policyengine.loading.sound.groups import groups, routes
from policyengine.loading.sound.methods import methods
from policyengine.loading.sound.order import precedence
from policyengine.loading.sound.results import results
from policyengine.loading.sound.tables import tables
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy, StillOpen

CHECKS: Final[tuple[Callable[[Policy], Iterator[Fault]], ...]] = (
    groups,
    routes,
    tables,
    methods,
    results,
    timetable,
    precedence,
    bodies,
)


def sound_faults(policy: Policy) -> list[Fault]:
    """Everything that is unsound in a policy; what is still open is passed over."""
    return [fault for check in CHECKS for fault in _passing_open(check, policy)]


def _passing_open(check: Callable[[Policy], Iterator[Fault]], policy: Policy) -> list[Fault]:
    found: list[Fault] = []
    try:
        found.extend(check(policy))
    except StillOpen:
        return found
    return found
