"""Every change of one step is noticed, refused, or changes no answer; a tenth of the changes every day, all in soak."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import Final

import pytest

from policyengine.engine import ask
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from policyengine.model.policy import Tree
from policyengine.scenarios.mutate import Reads, touched, tried
from policyengine.scenarios.mutations import Mutation, changed, mutations, readings_of
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Opened, Scenario, opener
from tests.door import ROOT, calendar, loaded, scenario_schema, schema
from tests.naive.cases import case

POLICIES: Final = ["nura", "taskala"]
CASES: Final = 300
WITHOUT_EFFECT: Final = {"said_only", "same_answer"}
Readings = tuple[tuple[str, str], ...]
Asked = tuple[str, Mapping[str, object], Readings]


@pytest.mark.parametrize("policy_id", POLICIES)
def test_a_tenth_of_the_changes_is_noticed_or_changes_no_answer(policy_id: str) -> None:
    changes = list(mutations(_raw(policy_id), schema()))
    chance = Random(20260102)  # noqa: S311 - the same tenth every time
    _confirm(policy_id, chance.sample(changes, len(changes) // 10))


@pytest.mark.soak
@pytest.mark.parametrize("policy_id", POLICIES)
def test_every_change_is_noticed_or_changes_no_answer(policy_id: str) -> None:
    _confirm(policy_id, list(mutations(_raw(policy_id), schema())))


def _confirm(policy_id: str, changes: Sequence[Mutation]) -> None:
    raw, effects = _raw(policy_id), list[str]()
    for mutation in changes:
        trial = tried(raw, schema(), mutation, _reads(policy_id), calendar)
        if trial.fate == "unnoticed":
            effects.append(f"unnoticed: {_shown(mutation)}")
        elif trial.fate in WITHOUT_EFFECT:
            effects += [f"{trial.reason}: {_shown(mutation)}: {one}" for one in _differences(policy_id, mutation)]
    assert not effects, "\n".join(effects)


def _differences(policy_id: str, mutation: Mutation) -> Iterator[str]:
    """What is answered otherwise after a change."""
    raw = _raw(policy_id)
    readings = tuple(sorted(readings_of(raw, mutation).items()))
    opened = _opened(changed(raw, mutation))
    for asked, before in _answered(policy_id, readings):
        after = _answer(opened, asked)
        if before != after:
            yield f"{asked}: {before} → {after}"


@cache
def _answered(policy_id: str, readings: Readings) -> tuple[tuple[Asked, str], ...]:
    """What is asked before and after: all scenarios, and random cases under the readings in which a change holds."""
    chance, opened = Random(20260103), _opened(_raw(policy_id))  # noqa: S311 - the same cases every time
    asked: list[Asked] = [(one.ask, one.given, one.readings) for one in _scenarios(policy_id)]
    asked += [(*case(policy_id, chance), readings) for _ in range(CASES)]
    return tuple((one, _answer(opened, one)) for one in asked)


def _answer(opened: Opened, asked: Asked) -> str:
    """The answer as JSON, without the digest and the explanation."""
    question, given, readings = asked
    try:
        decision = ask(opened(readings), question, given, calendar)
    except Refused as refused:
        return json.dumps([[one.code, one.at] for one in refused.faults])
    return json.dumps([decision.answer, decision.missing, decision.readings])


def _opened(raw: Tree) -> Opened:
    return opener(lambda wanted: policy_of(raw, wanted))


@cache
def _raw(policy_id: str) -> Tree:
    raw = loaded(policy_id).raw
    assert raw is not None
    return raw


@cache
def _scenarios(policy_id: str) -> tuple[Scenario, ...]:
    path = ROOT / "policies" / "scenarios" / f"{policy_id}.yaml"
    return tuple(read_scenarios(path.name, path.read_bytes(), scenario_schema())[1])


@cache
def _reads(policy_id: str) -> Reads:
    return tuple(touched(_raw(policy_id), _scenarios(policy_id), calendar))


def _shown(mutation: Mutation) -> str:
    return f"{mutation.place}: {mutation.old} → {mutation.new}"
