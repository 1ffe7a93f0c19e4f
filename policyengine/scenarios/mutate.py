"""Would the scenarios notice? Every operative value is changed by one step, and those that read it run again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from policyengine.calendar import Calendar
from policyengine.loading.option_faults import option_faults
from policyengine.loading.resolving import policy_of
from policyengine.loading.sound import sound_faults
from policyengine.loading.walk import Schema, Walk
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Tree
from policyengine.scenarios.mutations import Mutation, changed, mutations
from policyengine.scenarios.run import Scenario, opener, run
from policyengine.scenarios.said import reason_of
from policyengine.scenarios.watch import watched

Fate = Literal["noticed", "refused", "said_only", "unnoticed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What became of one change: noticed (`by` a scenario), refused by checks, only said (`reason`), or unnoticed."""

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
        readers = [scenario for scenario, seen in reads if mutation.pointer in seen]
        yield _tried(raw, schema, mutation, readers, calendar)


def touched(
    raw: Tree, scenarios: Sequence[Scenario], calendar: Callable[[], Calendar]
) -> Iterator[tuple[Scenario, frozenset[str]]]:
    """The addresses that each scenario reads."""
    opened = opener(lambda wanted: policy_of(raw, wanted))
    for scenario in scenarios:
        policy, seen = watched(opened(scenario.readings))
        run(scenario, lambda _, policy=policy: policy, calendar)  # type: ignore[misc]  # mypy does not infer a default
        yield scenario, frozenset(seen)


def _tried(
    raw: Tree, schema: Schema, mutation: Mutation, readers: Sequence[Scenario], calendar: Callable[[], Calendar]
) -> Trial:
    mutant = changed(raw, mutation)
    if _refused(mutant, mutation, schema):
        return Trial(mutation=mutation, fate="refused")
    opened = opener(lambda wanted: policy_of(mutant, wanted))
    for scenario in readers:
        try:
            noticed = not run(scenario, opened, calendar).passed
        except Refused:
            noticed = True
        if noticed:
            return Trial(mutation=mutation, fate="noticed", by=scenario.name)
    reason = reason_of(mutation.pointer)
    return Trial(mutation=mutation, fate="said_only" if reason else "unnoticed", reason=reason)


def _refused(mutant: Tree, mutation: Mutation, schema: Schema) -> bool:
    walk = Walk(definitions=schema["$defs"])
    if mutation.new is None and any(isinstance(one, Fault) for one in walk.along(schema, mutant, "")):
        return True
    try:
        faults: list[Fault] = [*option_faults(mutant), *sound_faults(policy_of(mutant))]
    except Refused:
        return True
    return bool(faults)


def counts(found: Sequence[Trial]) -> Mapping[Fate, int]:
    """How many changes met each fate."""
    total: dict[Fate, int] = {"noticed": 0, "refused": 0, "said_only": 0, "unnoticed": 0}
    for trial in found:
        total[trial.fate] += 1
    return total
