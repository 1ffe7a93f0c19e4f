"""Run scenarios against a policy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policyengine.calendar import Calendar
from policyengine.engine import Decision, ask
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy
from policyengine.scenarios.compare import differences

Readings = tuple[tuple[str, str], ...]
Opened = Callable[[Readings], Policy]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One test: a question, its facts, the readings it is asked under, and what is expected."""

    name: str
    ask: str
    given: Mapping[str, object]
    readings: Readings
    expect: Mapping[str, object] | None
    expect_faults: Sequence[object] | None
    expect_missing: Sequence[object] | None
    expect_readings: Sequence[object] | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a scenario went: every difference by its path, what was expected and what came."""

    scenario: Scenario
    differences: tuple[tuple[str, object, object], ...]

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return not self.differences


def scenarios_of(tree: Mapping[str, object]) -> Iterator[Scenario]:
    """The scenarios of a file that was held against its schema."""
    listed = tree.get("scenarios")
    for one in listed if isinstance(listed, list) else ():
        yield _scenario(one)


def run(scenario: Scenario, opened: Opened, calendar: Callable[[], Calendar]) -> Outcome:
    """Ask what a scenario asks and hold the answer against what it expects."""
    try:
        decision = ask(opened(scenario.readings), scenario.ask, scenario.given, calendar)
    except Refused as refused:
        return Outcome(scenario=scenario, differences=tuple(_of_faults(scenario, refused.faults)))
    return Outcome(scenario=scenario, differences=tuple(_of_decision(scenario, decision)))


def opener(policy_of: Callable[[Mapping[str, str]], Policy]) -> Opened:
    """Open a policy under readings once for each choice."""
    return lru_cache(maxsize=None)(lambda readings: policy_of(dict(readings)))


def _scenario(one: Mapping[str, object]) -> Scenario:
    given, chosen, places = one.get("given"), one.get("with"), one.get("paragraph")
    expect = one.get("expect")
    return Scenario(
        name=str(one.get("name", "")),
        ask=str(one.get("ask", "")),
        given=given if isinstance(given, Mapping) else {},
        readings=tuple(sorted((name, str(option)) for name, option in chosen.items()))
        if isinstance(chosen, Mapping)
        else (),
        expect=expect if isinstance(expect, Mapping) else None,
        expect_faults=_listed(one, "expect_faults"),
        expect_missing=_listed(one, "expect_missing"),
        expect_readings=_listed(one, "expect_readings"),
        paragraphs=tuple(map(str, places)) if isinstance(places, list) else () if places is None else (str(places),),
    )


def _listed(one: Mapping[str, object], key: str) -> Sequence[object] | None:
    found = one.get(key)
    return found if isinstance(found, list) else None


def _of_faults(scenario: Scenario, faults: Sequence[Fault]) -> Iterator[tuple[str, object, object]]:
    codes = sorted({fault.code for fault in faults})
    if scenario.expect_faults is None or sorted(map(str, scenario.expect_faults)) != codes:
        yield "faults", scenario.expect_faults or [], codes


def _of_decision(scenario: Scenario, decision: Decision) -> Iterator[tuple[str, object, object]]:
    if scenario.expect_faults is not None:
        yield "faults", scenario.expect_faults, []
    missing = scenario.expect_missing if scenario.expect_missing is not None else []
    yield from differences({"missing": list(missing)}, {"missing": list(decision.missing)})
    if scenario.expect_readings is not None:
        yield from differences({"readings": list(scenario.expect_readings)}, {"readings": list(decision.readings)})
    if scenario.expect is not None and decision.answer is not None:
        yield from differences(scenario.expect, decision.answer)
