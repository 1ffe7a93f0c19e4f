"""Options that are not chosen: each is tried in its turn, so that choosing it one day breaks nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from policyengine.loading.placing import at_its_option
from policyengine.loading.readings import resolved
from policyengine.loading.sound import CHECKS, sound_faults
from policyengine.model.fault import Fault
from policyengine.model.pointer import join, split
from policyengine.model.policy import Policy, Tree

HARMLESS: Final = ("/rounding", "/fold")
MOST: Final = 300  # options that are tried; an act leaves a hundred questions open, and trying has to end


def unchosen_faults(raw: Tree, policy: Policy) -> Iterator[Fault]:
    """What would be unsound in a sound policy if another option of one of its readings were chosen."""
    for name, option in islice(_unchosen(raw, policy), MOST):
        reading = _mapping(_mapping(raw.get("readings")).get(name))
        only_with = {other: str(wished) for other, wished in _mapping(reading.get("only_with")).items()}
        tried = _with(raw, policy, {**only_with, name: option})
        yield from (_at_option(fault, tried, name) for fault in sound_faults(tried, _sections(raw, name, option)))


def _unchosen(raw: Tree, policy: Policy) -> Iterator[tuple[str, str]]:
    """The options that are not chosen and set something that some check reads, each with its reading."""
    for name in _mapping(raw.get("readings")):
        for option in _options(raw, name):
            touched = _sections(raw, name, option)
            if option != policy.chosen[name] and any(touched & seen for seen in CHECKS.values()):
                yield name, option


def _with(raw: Tree, policy: Policy, other: Mapping[str, str]) -> Policy:
    """The policy with other options chosen; only the sections that they touch are resolved anew."""
    chosen = {**policy.chosen, **other}
    pairs = [(name, option) for name in other for option in (policy.chosen[name], chosen[name])]
    touched = frozenset().union(*(_sections(raw, name, option) for name, option in pairs))
    some = {key: value for key, value in raw.items() if key in touched or key == "readings"}
    tree, resolution = resolved(some, chosen)
    kept = {key: value for key, value in policy.tree.items() if key not in touched}
    return replace(policy, tree={**kept, **tree}, filled={**policy.filled, **resolution.filled}, chosen=chosen)


def _at_option(fault: Fault, policy: Policy, reading: str) -> Fault:
    """The fault at what an option sets; where it stands above that, at what the tried option sets inside it."""
    placed, option = at_its_option(fault, policy), policy.chosen[reading]
    if placed.at != fault.at:
        return placed
    at, sets = join("/readings", reading, "options", option), _sets(policy.raw, reading, option)
    inside = next((pointer for pointer in sets if pointer.startswith(f"{fault.at}/")), None)
    return replace(fault, at=at if inside is None else join(at, "sets", inside))


def _sections(raw: Tree, reading: str, option: str) -> frozenset[str]:
    """The sections that an option touches; how a number is rounded or folded over periods breaks nothing."""
    return frozenset(split(pointer)[0] for pointer in _sets(raw, reading, option) if not pointer.endswith(HARMLESS))


def _sets(raw: Tree, reading: str, option: str) -> Tree:
    return _mapping(_mapping(_options(raw, reading).get(option)).get("sets"))


def _options(raw: Tree, reading: str) -> Tree:
    return _mapping(_mapping(_mapping(raw.get("readings")).get(reading)).get("options"))


def _mapping(value: object) -> Tree:
    return value if isinstance(value, dict) else {}
