"""Every scenario of the repository passes, and every expectation can fail."""

from pathlib import Path

import pytest

from policyengine.loading.resolving import policy_of
from policyengine.scenarios.reading import read_scenarios
from policyengine.scenarios.run import Scenario, opener, run
from tests.door import ROOT, calendar, loaded, scenario_schema

FILES = sorted(
    [*(ROOT / "policies" / "scenarios").glob("*.yaml"), *(ROOT / "policies" / "examples" / "scenarios").glob("*.yaml")]
)


def _scenarios(path: Path) -> tuple[str, list[Scenario]]:
    return read_scenarios(path.name, path.read_bytes(), scenario_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scenario_of_the_file_passes(path: Path) -> None:
    policy, scenarios = _scenarios(path)
    raw = loaded(policy).raw
    assert raw is not None
    opened = opener(lambda wanted: policy_of(raw, wanted))
    failed = [one for scenario in scenarios if not (one := run(scenario, opened, calendar)).passed]
    assert not failed, "\n".join(f"{one.scenario.name}: {one.differences}" for one in failed)
