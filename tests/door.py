"""One door for tests: load a policy of the repository once, ask it, get the JSON of the contract."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from policyengine.calendar import Calendar
from policyengine.document import read
from policyengine.engine import ask as ask_engine
from policyengine.loading.calendars import read_calendar
from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Refused
from policyengine.model.policy import Policy

ROOT = Path(__file__).parents[1]


@cache
def schema() -> dict[str, Any]:
    """The schema of policy files."""
    found: dict[str, Any] = json.loads((ROOT / "schemas" / "policy.schema.json").read_text("utf-8"))
    return found


@cache
def scenario_schema() -> dict[str, Any]:
    """The schema of scenario files."""
    found: dict[str, Any] = json.loads((ROOT / "schemas" / "scenarios.schema.json").read_text("utf-8"))
    return found


@cache
def calendar() -> Calendar:
    """The calendar of the repository."""
    tree = read((ROOT / "policies" / "calendars" / "kz.yaml").read_bytes()).tree
    assert isinstance(tree, dict)
    return read_calendar(tree)


def find(policy_id: str) -> tuple[str, bytes] | None:
    """The file of a policy by its id."""
    for folder in ("policies", "policies/examples"):
        path = ROOT / folder / f"{policy_id}.yaml"
        if path.exists():
            return path.name, path.read_bytes()
    return None


@cache
def loaded(policy_id: str) -> Loaded:
    """A policy of the repository, loaded."""
    file, data = find(policy_id) or ("", b"")
    return load(file, data, schema(), find)


@cache
def policy(policy_id: str, readings: tuple[tuple[str, str], ...] = ()) -> Policy:
    """A policy of the repository with readings chosen."""
    raw = loaded(policy_id).raw
    assert raw is not None, loaded(policy_id).faults
    return policy_of(raw, dict(readings))


def ask(policy_id: str, question: str, given: dict[str, Any], readings: dict[str, str] | None = None) -> dict[str, Any]:
    """The JSON object of the contract, or `{"faults": [{"code": …}]}`."""
    try:
        found = ask_engine(policy(policy_id, tuple(sorted((readings or {}).items()))), question, given, calendar)
    except Refused as refused:
        return {"faults": [{"code": one.code, "at": one.at} for one in refused.faults]}
    answer = None if found.answer is None else dict(found.answer)
    return {
        "policy": found.policy,
        "question": question,
        "answer": answer,
        "missing": list(found.missing),
        "readings": list(found.readings),
    }
