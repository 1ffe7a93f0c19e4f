"""Files of scenarios for the small made-up methodology, written in the tests."""

from collections.abc import Mapping
from textwrap import indent

from policyengine.loading.resolving import policy_of
from policyengine.model.policy import Policy, Tree
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Outcome, Scenario, run
from tests.door import scenario_schema
from tests.unit.made import CALENDAR, loaded

# A table that turns a percentage into the marks that it permits, and one that turns a year's mean into points.
TABLES = """
scales:
  percent: {from: 0, paragraph: "7"}
  points: {from: 0, to: 10, paragraph: "7"}
bands:
  permitted:
    of: percent
    rows: {much: {from: 50, permits: {from: 3, to: 5}}, little: {from: 0, below: 50, permits: {from: 0, to: 2.99}}}
    paragraph: "7"
  as_points:
    of: points
    rows: {few: {from: 0, below: 3, counts_as: 2}, many: {from: 3, to: 10, counts_as: 10}}
    paragraph: "7"
methods:
  goals:
    name: {en: goals}
    every: quarter
    items: {goal: {name: {en: goal}}}
    answers: {scale: marks, permitted_by: permitted, measured: {percent: fact of plan}}
    raters: {evaluator: {}}
    combine: [only of raters, mean of items]
    rounding: exact
    paragraph: "7"
results:
  year:
    every: year
    parts: {quarters: {method: sheet, over: evaluated quarters, fold: mean, convert_by: as_points}}
    rounding: exact
    paragraph: "7"
"""


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
