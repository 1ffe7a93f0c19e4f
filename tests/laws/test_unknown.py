"""A fact left out did not happen; one given as `unknown` may be any value without a change of the answer."""

import copy
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyengine.engine.ask import inputs_of
from policyengine.model.given import Input
from tests.door import ask, policy
from tests.laws.facts import UNKNOWN, value
from tests.naive.cases import case

POLICIES: Final = ["nura", "taskala"]
VALUES: Final = 4  # that are tried in the place of an unknown fact
FACTS: Final = 6  # of a case that are made unknown in their turn
NOT_APPLICABLE: Final = {"applies": False}
Path = tuple[str | int, ...]
Case = dict[str, Any]
seeds: Final = st.integers(0, 2**40)


@pytest.mark.parametrize("name", POLICIES)
@settings(max_examples=3 * settings().max_examples)
@given(seed=seeds)
def test_an_unknown_fact_may_be_any_value_without_a_change_of_the_answer(name: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the seed is what hypothesis draws
    question, facts = case(name, chance)
    places = list(_places(facts, _inputs(name, question)))
    for path, shape in chance.sample(places, min(len(places), FACTS)):
        said = ask(name, question, _with(facts, path, UNKNOWN)).get("answer")
        tried = [facts, *(_with(facts, path, value(shape, policy(name), chance)) for _ in range(VALUES))]
        for one in tried if said is not None else ():
            found = ask(name, question, one)
            assert "faults" in found or found["answer"] == said, (question, one, path)


@pytest.mark.parametrize("name", POLICIES)
@given(seed=seeds)
def test_a_fact_that_is_left_out_did_not_happen(name: str, seed: int) -> None:
    question, facts = case(name, Random(seed))  # noqa: S311 - the seed is what hypothesis draws
    said = ask(name, question, facts).get("answer")
    for path, shape in _left_out(facts, _inputs(name, question)):
        found = ask(name, question, _with(facts, path, [] if shape == "list" else False))
        assert said is None or found.get("answer") == said, (question, facts, path)


def _inputs(name: str, question: str) -> Input:
    applies = ask(name, question, {}).get("answer") != NOT_APPLICABLE
    return Input(shape="fields", fields=inputs_of(policy(name), question) if applies else {})


def _left_out(facts: Case, inputs: Input) -> Iterator[tuple[Path, str]]:
    """The facts that happen or do not and were not given, neither to the question nor to its person."""
    for name, one in inputs.fields.items():
        if one.shape in {"flag", "happened", "list"} and name not in facts:
            yield (name,), one.shape
        elif one.shape == "fields" and isinstance(facts.get(name), dict):
            inside = _left_out({**facts, **facts[name]}, one)
            yield from (((name, *path), shape) for path, shape in inside)


def _places(given: object, shape: Input, path: Path = ()) -> Iterator[tuple[Path, Input]]:
    """Every fact that was given, with its shape."""
    if path:
        yield path, shape
    each = shape.each or Input(shape="fields", fields=shape.fields)
    inside: Mapping[Any, tuple[object, Input]] = {}
    match shape.shape, given:
        case "fields", dict():
            inside = {name: (one, shape.fields[name]) for name, one in given.items() if name in shape.fields}
        case "map", dict():
            inside = {name: (one, each) for name, one in given.items()}
        case "list", list():
            inside = {number: (one, each) for number, one in enumerate(given)}
        case _:
            return
    for key, (one, below) in inside.items():
        yield from _places(one, below, (*path, key))


def _with(given: Case, path: Path, value: object) -> Case:
    """The case with another value at a place."""
    changed = copy.deepcopy(given)
    owner: Any = changed
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    return changed
