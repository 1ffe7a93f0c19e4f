"""The work behind `check`: one file at a time, many files on all cores."""

import gc
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from policyengine.cli.opening import find, read_file
from policyengine.cli.shipped import schema
from policyengine.lint import Severity, across, body_cannot_meet, coverage, lint, placed
from policyengine.loading.judge import judged
from policyengine.loading.load import Loaded, load
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy, Tree

MANY = 16  # from so many files on, several processes are worth their start, and our walker judges alone
ENVELOPE = ("policy", "act")
Found = list[tuple[Severity, Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in one file, and how much of its act the file covers (empty where it cannot be used)."""

    file: str
    found: Found
    coverage: dict[str, str]
    missing: dict[str, tuple[str, ...]]
    open: tuple[str, ...]
    loaded: Loaded
    policy: Policy

    def count(self, severity: Severity) -> int:
        """How many errors or warnings there are."""
        return sum(one == severity for one, _ in self.found)


def check(paths: Sequence[Path], servants: int | None) -> list[Checked]:
    """Check files; what lies between them is found at the later one."""
    many = len(paths) >= MANY
    tasks = [(path, servants, not many) for path in paths]
    schema()  # read once, before there are several processes
    if many and (os.cpu_count() or 1) > 1:
        with ProcessPoolExecutor(initializer=gc.disable) as pool:  # what is made of a file lives as long as its check
            results = list(pool.map(_check, tasks, chunksize=max(1, len(tasks) // 32)))
    else:
        results = [_check(task) for task in tasks]
    between = across([(one.loaded, one.policy) for one in results if one.coverage])
    return [_with(one, [pair for pair in between if pair[1].file == one.file]) for one in results]


def _check(task: tuple[Path, int | None, bool]) -> Checked:
    path, servants, thorough = task
    try:
        data = read_file(path)
    except Refused as refused:
        return _unusable(str(path), refused.faults)
    loaded = load(str(path), data, schema(), find)
    policy = loaded.policy
    if policy is None:
        return _unusable(str(path), loaded.faults)
    found: Found = [("error", placed(one, loaded)) for one in (judged(policy.raw, schema()) if thorough else ())]
    found += lint(loaded, policy)
    if servants is not None:
        found += [("warning", placed(one, loaded)) for one in body_cannot_meet(policy, servants)]
    return _whole(loaded, policy, found)


def _whole(loaded: Loaded, policy: Policy, found: Found) -> Checked:
    shares = coverage(policy)
    kinds = {"paragraphs": shares.paragraphs, "parts": shares.parts, "points": shares.points}
    return Checked(
        file=loaded.file,
        found=found,
        coverage={name: str(share) for name, share in kinds.items()},
        missing={name: share.missing for name, share in kinds.items() if share.missing},
        open=loaded.open,
        loaded=_envelope(loaded),
        policy=replace(policy, tree={}, raw=_slim(policy.raw), filled={}, cited={}),
    )


def _envelope(loaded: Loaded) -> Loaded:
    """What is needed of a file to hold it against the others."""
    places = {at: place.kept() for at, place in loaded.places.items() if at.startswith(("/act", "/policy"))}
    return replace(loaded, raw=_slim(loaded.raw or {}), faults=(), places=places, policy=None)


def _slim(raw: Tree) -> Tree:
    return {key: raw[key] for key in ENVELOPE if key in raw}


def _unusable(file: str, faults: Sequence[Fault]) -> Checked:
    loaded = Loaded(file=file, raw=None, faults=())
    found: Found = [("error", fault) for fault in faults]
    nothing = Policy(id="", tree={})
    return Checked(file=file, found=found, coverage={}, missing={}, open=(), loaded=loaded, policy=nothing)


def _with(one: Checked, more: Found) -> Checked:
    return replace(one, found=[*one.found, *more]) if more else one
