"""What loads never fails to answer: any question of any policy, with any facts, has an answer, `missing` or faults."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from random import Random
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from policyengine.engine import Decision, ask, questions
from policyengine.engine.ask import inputs_of
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from policyengine.model.policy import Policy, StillOpen
from tests.door import calendar
from tests.laws.examples_of_faults import base
from tests.laws.facts import facts
from tests.laws.policies import load_policy, policy_file
from tests.naive.cases import MAKERS

ROUNDS: Final = 2  # of facts for a question
SECONDS: Final = 5.0
NOT_APPLICABLE: Final = {"applies": False}


@given(seed=st.integers(0, 2**40))
def test_a_policy_that_loads_never_fails_to_answer(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the seed is what hypothesis draws
    made = load_policy(policy_file(chance))
    for policy in () if made.faults or made.raw is None else _as_read(made.raw, chance):
        for question in questions():
            for _ in range(ROUNDS):
                _answers(policy, question, _given(policy, question, chance))


def test_a_count_that_an_option_leaves_to_another_reading_can_be_given() -> None:
    text = base().replace("counts: evaluated,", "counts: {reading: who},") + (
        "  who: {about: {en: x}, chosen: a, options: {a: {sets: {/delegation/counts: evaluated}}, "
        "b: {sets: {/delegation/counts: {reading: whose}}}}}\n"
        "  whose: {about: {en: x}, chosen: a, options: {a: {sets: {/delegation/counts: unit_staff}}}}\n"
    )
    raw = load_policy(text.encode()).raw or {}
    assert ask(policy_of(raw), "delegation", {"unit_staff": 51}, calendar).missing == ("evaluated",)
    assert ask(policy_of(raw, {"who": "b"}), "delegation", {"unit_staff": 51}, calendar).answer == {
        "outcome": "required",
        "delegates": "servant",
    }


def _as_read(raw: Mapping[str, Any], chance: Random) -> Iterator[Policy]:
    """The policy as its readings are chosen, or with one chosen otherwise, unless that one cannot be chosen alone."""
    readings = raw.get("readings", {})
    name = chance.choice(sorted(readings)) if readings else ""
    if not name or chance.randrange(2):
        yield policy_of(raw)
        return
    with suppress(Refused):
        yield policy_of(raw, {name: chance.choice(sorted(readings[name]["options"]))})


def _given(policy: Policy, question: str, chance: Random) -> dict[str, Any]:
    """Facts of a case that the act knows, or any by the shapes of the inputs."""
    if policy.id in {"nura", "taskala"} and chance.randrange(2):
        return dict(MAKERS[question](policy.id, chance)) if question in MAKERS else {}
    try:
        if ask(policy, question, {}, calendar).answer == NOT_APPLICABLE:
            return {}
        return facts(inputs_of(policy, question), policy, chance)
    except Refused:  # even of no facts at all: a question that a body or a plan answers which is not there
        return {}
    except StillOpen:  # the inputs turn on what is still to be read from the act; `ask` says so
        return {}


def _answers(policy: Policy, question: str, case: dict[str, Any]) -> None:
    began = time.process_time()
    try:
        _is_whole(ask(policy, question, case, calendar))
    except Refused as refused:
        codes = [fault.code for fault in refused.faults]
    else:
        codes = ["answered"]
    assert codes
    assert all(codes)
    assert time.process_time() - began < SECONDS, f"{question} takes too long: {case}"


def _is_whole(found: Decision) -> None:
    """An answer in JSON types, or what is missing for one, and why."""
    assert (found.answer is None) == bool(found.missing)
    assert json.loads(json.dumps(found.answer)) == found.answer
    assert found.missing or found.why
    assert list(found.missing) == sorted(set(found.missing))
    if found.answer is not None and found.answer != NOT_APPLICABLE:
        assert all(isinstance(name, str) for name in found.answer)
