"""`test`: which scenarios belong to a policy, and what happens where there are none."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.door import ROOT

ONE = """
policy: taskala
scenarios:
  - {name: twenty are not too many, ask: delegation, given: {evaluated: 20}, expect: {outcome: OUTCOME}}
"""


def written(folder: Path, outcome: str = "none") -> tuple[Path, Path]:
    """A policy under a name of its own, and a file of one scenario, which calls it by its id."""
    policy, scenarios = folder / "district.yaml", folder / "cases.yaml"
    policy.write_text((ROOT / "policies" / "taskala.yaml").read_text("utf-8"), "utf-8")
    scenarios.write_text(ONE.replace("OUTCOME", outcome), "utf-8")
    return policy, scenarios


@pytest.mark.parametrize(("outcome", "status", "told"), [("none", 0, "1 of 1"), ("required", 1, "0 of 1")])
def test_a_file_is_tested_by_the_scenarios_of_its_id(outcome: str, status: int, told: str, tmp_path: Path) -> None:
    policy, scenarios = written(tmp_path, outcome)
    made = run("test", policy, "--scenarios", scenarios, "--lang", "en")
    assert (made.exit_code, told in made.stdout) == (status, True)


def test_a_policy_without_scenarios_is_not_said_to_have_passed(tmp_path: Path) -> None:
    policy, scenarios = written(tmp_path)
    for arguments in ((policy,), ("nura", "--scenarios", scenarios)):
        made = run("test", *arguments, "--lang", "en")
        assert (made.exit_code, made.stdout) == (2, "")
        assert made.stderr.startswith("no_scenarios")


def test_a_policy_may_be_called_by_the_name_of_its_file(tmp_path: Path) -> None:
    policy, scenarios = written(tmp_path)
    scenarios.write_text(scenarios.read_text("utf-8").replace("policy: taskala", "policy: district"), "utf-8")
    assert run("test", policy, "--scenarios", scenarios).exit_code == 0
