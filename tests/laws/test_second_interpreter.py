"""A second, naive interpreter written from the acts alone agrees with the engine on random cases."""

import json
from collections.abc import Mapping
from random import Random
from typing import Final

import pytest

from tests.door import ask
from tests.naive import answer
from tests.naive.cases import case

POLICIES: Final = ["nura", "taskala"]
CASES: Final = 2_000
CASES_OF_SOAK: Final = 20_000
AS_SETS: Final = {"problems", "weakest", "grounds", "channels", "competencies", "warnings"}
OPEN: Final = {"methods", "events", "final", "competencies"}  # mappings whose keys are part of the answer
# Facts with so many values that an interpreter may say `missing` where the naive one tried every day.
OF_MANY_VALUES: Final = {"person.dismissed"}


@pytest.mark.parametrize("policy", POLICIES)
def test_the_engine_answers_as_the_second_interpreter(policy: str) -> None:
    _compare(policy, seed=20260101, cases=CASES)


@pytest.mark.soak
@pytest.mark.parametrize("policy", POLICIES)
def test_the_engine_answers_as_the_second_interpreter_in_many_cases(policy: str) -> None:
    _compare(policy, seed=20270101, cases=CASES_OF_SOAK)


def _compare(policy: str, *, seed: int, cases: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same cases every time
    for number in range(cases):
        question, given = case(policy, chance)
        naive, engine = answer(policy, question, given), _said(ask(policy, question, given))
        if not _agree(naive, engine):
            pytest.fail(
                _shown(policy, f"{question} (case {number} of seed {seed})", given, naive, engine), pytrace=False
            )


def _said(result: Mapping[str, object]) -> dict[str, object]:
    """What the engine says, in the form of the naive interpreter."""
    faults, missing = result.get("faults"), result.get("missing")
    if isinstance(faults, list) and faults:
        return {"faults": sorted({str(fault["code"]) for fault in faults})}
    if isinstance(missing, list) and missing:
        return {"missing": sorted({str(name) for name in missing})}
    return {"answer": result.get("answer")}


def _agree(naive: Mapping[str, object], engine: Mapping[str, object]) -> bool:
    if "missing" in engine and "answer" in naive:
        missing = engine["missing"]
        return isinstance(missing, list) and set(missing) <= OF_MANY_VALUES
    return naive.keys() == engine.keys() and all(_same(key, naive[key], engine[key]) for key in naive)


def _same(key: str, naive: object, engine: object) -> bool:
    """Key by key; the engine may have more keys, but not where the keys are themselves the answer."""
    if key == "paragraph":
        return isinstance(naive, str) and _cites(naive, _paragraphs(engine))
    if key == "duties":
        cited = [place for duty in _listed(engine) for place in _paragraphs(duty)]
        return all(_cites(str(place), cited) for place in _listed(naive))
    if isinstance(naive, dict) and isinstance(engine, dict):
        wanted = engine.keys() == naive.keys() if key in OPEN else engine.keys() >= naive.keys()
        return wanted and all(_same(str(name), value, engine[name]) for name, value in naive.items())
    if key in AS_SETS and isinstance(naive, list) and isinstance(engine, list):
        return len(naive) == len(engine) and set(naive) == set(engine)
    if isinstance(naive, list) and isinstance(engine, list):
        return len(naive) == len(engine) and all(_same("", *pair) for pair in zip(naive, engine, strict=True))
    return type(naive) is type(engine) and naive == engine


def _paragraphs(value: object) -> list[str]:
    """The paragraphs of a duty or of an event, cited alone or as a list."""
    if isinstance(value, dict):
        value = value.get("paragraph")
    return [str(place) for place in _listed(value)]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _cites(place: str, cited: list[str]) -> bool:
    """Whether a place of the act is cited: itself, the whole paragraph around it, or a part of it."""
    return any(_inside(place, other) or _inside(other, place) for other in cited)


def _inside(part: str, whole: str) -> bool:
    return part == whole or part.startswith((f"{whole}/", f"{whole}("))


def _shown(policy: str, question: str, given: object, naive: object, engine: object) -> str:
    rows = {"policy": policy, "question": question, "given": given, "naive": naive, "engine": engine}
    return "\n".join(f"{name:9}{json.dumps(value, ensure_ascii=False, sort_keys=True)}" for name, value in rows.items())
