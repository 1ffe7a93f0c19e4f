"""Soundness: what a well-formed file may still say that no question could be answered by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

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
from policyengine.model.tree import under

Keys = tuple[str, ...]  # of an address


WHERE: Final = frozenset({"where_none_fits", "where_two_fit"})  # of a table: they move no row of it


class Reads(NamedTuple):
    """The sections that a check reads: those whose entries it looks at one by one, and those that it needs whole.

    `but` are the keys that it does not look at wherever they stand.
    """

    singly: frozenset[str]
    whole: frozenset[str]
    but: frozenset[str]

    def seen(self, touched: Iterable[Keys]) -> frozenset[Keys]:
        """Those of the touched addresses that the check looks at."""
        sections = self.singly | self.whole
        return frozenset(keys for keys in touched if keys[0] in sections and keys[-1] not in self.but)


def _reads(singly: str, whole: str = "", but: frozenset[str] = frozenset()) -> Reads:
    return Reads(singly=frozenset(singly.split()), whole=frozenset(whole.split()), but=but)


# Of the resolved policy; `citations` asks the file itself.
CHECKS: Final[Mapping[Callable[[Policy], Iterator[Fault]], Reads]] = {
    groups: _reads("", "groups facts"),
    routes: _reads("", "routes groups"),
    tables: _reads("bands", "scales grades"),
    methods: _reads("methods", "bands scales", WHERE),
    results: _reads("results plans", "bands scales methods"),
    stretches: _reads("methods results plans timetable", "facts"),
    timetable: _reads("", "timetable"),
    precedence: _reads("timetable", "instead not_evaluated secondment delegation"),
    bodies: _reads("review methods plans"),
    citations: _reads(""),
}


def sound_faults(policy: Policy) -> list[Fault]:
    """What is unsound in a policy; what is still open is passed over."""
    return [fault for check in CHECKS for fault in passing_open(check(policy))]


def is_read(touched: frozenset[Keys]) -> bool:
    """Whether some check reads what stands at one of these addresses."""
    return any(reads.seen(touched) for reads in CHECKS.values())


def faults_of(policy: Policy, touched: frozenset[Keys]) -> list[Fault]:
    """What is unsound in a policy that is sound but for what stands at these addresses."""
    found = []
    for check, reads in CHECKS.items():
        if seen := reads.seen(touched):
            alone = all(keys[0] in reads.singly and len(keys) > 1 for keys in seen)
            found += list(passing_open(check(_narrowed(policy, seen, reads.singly) if alone else policy)))
    return found


def _narrowed(policy: Policy, touched: frozenset[Keys], sections: frozenset[str]) -> Policy:
    """The policy with only the touched entries in some sections."""
    entries = {section: {keys[1] for keys in touched if keys[0] == section} for section in sections}
    kept = {
        section: {key: one for key, one in under(policy.tree, section).items() if key in entries[section]}
        for section in sections
    }
    return replace(policy, tree={**policy.tree, **kept})
