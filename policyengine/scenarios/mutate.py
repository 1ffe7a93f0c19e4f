"""Would the scenarios notice? Every operative value is changed by one step, and those that read it run again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from policyengine.calendar import Calendar
from policyengine.loading.option_faults import option_faults
from policyengine.loading.references import References
from policyengine.loading.resolving import policy_of
from policyengine.loading.sound import sound_faults
from policyengine.loading.unchosen import unchosen_faults
from policyengine.loading.walk import Same, Schema, walk_of
from policyengine.model.fault import Fault, Refused
from policyengine.model.pointer import join, split
from policyengine.model.policy import Policy, Tree
from policyengine.scenarios.mutations import Mutation, changed, mutations, readings_of
from policyengine.scenarios.run import Opened, Scenario, opener, run
from policyengine.scenarios.said import reason_of
from policyengine.scenarios.same import same_reason
from policyengine.scenarios.watch import watched

Fate = Literal["noticed", "refused", "same_answer", "said_only", "unnoticed"]
Reads = Sequence[tuple[Scenario, frozenset[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What became of one change.

    Noticed (`by` a scenario), refused by checks, of no effect on any answer, only said (`reason` for both), unnoticed.
    """

    mutation: Mutation
    fate: Fate
    by: str = ""
    reason: str = ""


def trials(
    raw: Tree, schema: Schema, scenarios: Sequence[Scenario], calendar: Callable[[], Calendar]
) -> Iterator[Trial]:
    """Every change of one step, tried."""
    reads = list(touched(raw, scenarios, calendar))
    for mutation in mutations(raw, schema):
        yield tried(raw, schema, mutation, reads, calendar)


def touched(
    raw: Tree, scenarios: Sequence[Scenario], calendar: Callable[[], Calendar]
) -> Iterator[tuple[Scenario, frozenset[str]]]:
    """The addresses that each scenario reads; of those that pass, for one that fails notices everything and nothing."""
    opened = opener(lambda wanted: policy_of(raw, wanted))
    for scenario in scenarios:
        try:
            policy, seen = watched(opened(scenario.readings))
        except Refused:  # under the readings of the scenario there is nothing to read
            continue
        if run(scenario, _always(policy), calendar).passed:
            yield scenario, frozenset(seen)


def _always(policy: Policy) -> Opened:
    """A policy as it is, whatever is wanted of it."""
    return lambda _: policy


def tried(raw: Tree, schema: Schema, mutation: Mutation, reads: Reads, calendar: Callable[[], Calendar]) -> Trial:
    """One change, tried on the scenarios that read what it changes."""
    mutant, readings = changed(raw, mutation), readings_of(raw, mutation)
    if _is_refused(_refusals(mutant, mutation, schema)):
        return Trial(mutation=mutation, fate="refused")
    opened = opener(lambda wanted: policy_of(mutant, wanted))
    for scenario, seen in reads:
        if mutation.pointer in seen and not run(scenario, opened, calendar).passed:
            return Trial(mutation=mutation, fate="noticed", by=scenario.name)
    if _is_refused(unchosen_faults(mutant, policy_of(mutant))):
        return Trial(mutation=mutation, fate="refused")
    before, after = policy_of(raw, readings), policy_of(mutant, readings)
    same, said = same_reason(before, after, mutation), reason_of(before, mutation.pointer)
    fate: Fate = "same_answer" if same else "said_only" if said else "unnoticed"
    return Trial(mutation=mutation, fate=fate, reason=same or said)


def counts(found: Sequence[Trial]) -> Mapping[Fate, int]:
    """How many changes met each fate."""
    total = dict.fromkeys(get_args(Fate), 0)
    for trial in found:
        total[trial.fate] += 1
    return total


def _is_refused(faults: Iterator[Fault]) -> bool:
    return next(faults, None) is not None


def _refusals(mutant: Tree, mutation: Mutation, schema: Schema) -> Iterator[Fault]:
    """What a check finds in a changed file: in the shape of what was changed, and in the meaning of the whole."""
    yield from _of_shape(mutant, mutation, schema)
    yield from option_faults(mutant)
    policy = policy_of(mutant)
    yield from sound_faults(policy)
    if mutation.place.startswith("/readings/"):  # answers look at what other options would say
        yield from unchosen_faults(mutant, policy)


def _of_shape(mutant: Tree, mutation: Mutation, schema: Schema) -> Iterator[Fault]:
    """The faults of shape and reference in the block that was changed: a section, or what an option sets."""
    walk, references, keys = walk_of(Same(schema)), References(raw=mutant), split(mutation.place)
    path = keys[:6] if keys[0] == "readings" else keys[:1]  # an option sets the value of one address
    found = walk.schema_at(schema, split(path[-1]) if len(path) > 1 else path)
    value: object = mutant
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    for seen in walk.along(found or {}, value, join("", *path)):
        yield from [seen] if isinstance(seen, Fault) else references.faults(seen)
