"""Soundness: what a well-formed file may still say that no question could be answered by."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from policyengine.loading.sound.bodies import bodies
from policyengine.loading.sound.citations import citations
from policyengine.loading.sound.events import stretches, timetable
from policyengine.loading.sound.groups import groups, routes
from policyengine.loading.sound.methods import methods
from policyengine.loading.sound.order import precedence
from policyengine.loading.sound.passing import passing_open
from policyengine.loading.sound.results import results
from policyengine.loading.sound.tables import tables
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy

# Each check with the sections that it reads (of the resolved policy: `citations` asks the file itself).
CHECKS: Final[Mapping[Callable[[Policy], Iterator[Fault]], frozenset[str]]] = {
    groups: frozenset({"groups", "facts"}),
    routes: frozenset({"routes", "groups"}),
    tables: frozenset({"scales", "bands", "grades"}),
    methods: frozenset({"methods", "bands", "scales"}),
    results: frozenset({"results", "bands", "plans"}),
    stretches: frozenset({"methods", "results", "plans", "timetable"}),
    timetable: frozenset({"timetable"}),
    precedence: frozenset({"timetable", "instead", "not_evaluated", "secondment", "delegation"}),
    bodies: frozenset({"review", "methods", "plans"}),
    citations: frozenset(),
}


def sound_faults(policy: Policy, touched: frozenset[str] | None = None) -> list[Fault]:
    """What is unsound in a policy, or in what reads the touched sections of it; what is still open is passed over."""
    wanted = [check for check, sections in CHECKS.items() if touched is None or touched & sections]
    return [fault for check in wanted for fault in passing_open(check(policy))]
