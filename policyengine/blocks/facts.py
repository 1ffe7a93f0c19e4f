"""Facts by their name, as predicates ask for them, from what is given to a question."""

from collections.abc import Callable, Mapping
from datetime import date

from policyengine.blocks.case import Case, Day, Fact, Facts
from policyengine.model.finding import Missing
from policyengine.model.policy import Policy


def facts_of(case: Case, computed: Mapping[str, Callable[[], Fact]] | None = None) -> Facts:
    """A fact is computed, or given of the person, or given at the top; None where it is not there."""
    known = computed or {}

    def fact(name: str) -> Fact:
        if name in known:
            return known[name]()
        own = case.given(f"person.{name}")
        return case.given(name) if own is None else own

    return fact


def moment_of(case: Case, name: str) -> Day:
    """A day given at the top or of the person; None where there is none."""
    value = facts_of(case)(name)
    return value if isinstance(value, date | Missing) else None


def declared_facts(policy: Policy) -> Mapping[str, str]:
    """The facts that a file declares, with their types."""
    section = policy.section("facts")
    return {} if section is None else {name: one["type"].text() for name, one in section.items()}


def group_is_leading(policy: Policy, group: object) -> bool | None:
    """Whether a group is of leading posts; None where the file does not say."""
    found = None if not isinstance(group, str) else policy.section("groups", group, "leading")
    return None if found is None else found.flag()
