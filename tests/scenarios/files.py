"""Files of scenarios for the small made-up methodology, written in the tests."""

from collections.abc import Mapping
from textwrap import indent

from policyengine.loading.resolving import policy_of
from policyengine.model.policy import Policy, Tree
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Outcome, Scenario, run
from tests.door import scenario_schema
from tests.unit.made import CALENDAR, loaded


def scenarios(text: str) -> list[Scenario]:
    """The scenarios of a list written as YAML."""
    file = f"policy: small\nscenarios:\n{indent(text, '  ')}"
    return read_scenarios("made.yaml", file.encode(), scenario_schema())[1]


def scenario(text: str) -> Scenario:
    """The one scenario of a list written as YAML."""
    (one,) = scenarios(text)
    return one


def raw(*fragments: str) -> Tree:
    """The small methodology with fragments laid over it; nothing is wrong with it."""
    file = loaded(*fragments)
    assert file.faults == ()
    assert file.raw is not None
    return file.raw


def outcome(text: str, *fragments: str) -> Outcome:
    """How a scenario of the small methodology goes."""

    def opened(readings: tuple[tuple[str, str], ...]) -> Policy:
        wanted: Mapping[str, str] = dict(readings)
        return policy_of(raw(*fragments), wanted)

    return run(scenario(text), opened, lambda: CALENDAR)
