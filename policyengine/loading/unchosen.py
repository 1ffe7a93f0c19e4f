"""Options that are not chosen: each is tried in its turn, so that choosing it one day breaks nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from policyengine.loading.placing import at_its_option
from policyengine.loading.readings import Resolution, options_by
from policyengine.loading.sound import Keys, faults_of, is_read
from policyengine.model.fault import Fault
from policyengine.model.pointer import above, join, split
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import under, with_value

HARMLESS: Final = ("/rounding", "/fold")
MOST: Final = 300  # options that are tried; an act leaves a hundred questions open, and trying has to end


def unchosen_faults(raw: Tree, policy: Policy) -> Iterator[Fault]:
    """What would be unsound in a sound policy if another option of one of its readings were chosen."""
    as_chosen = options_by(raw, policy.chosen)
    for name, option in islice(_unchosen(raw, policy), MOST):
        only_with = under(raw, "readings", name, "only_with")
        other = {**{reading: str(wished) for reading, wished in only_with.items()}, name: option}
        tried = _with(policy, other, {**as_chosen, **options_by(raw, other)})
        yield from (_at_option(fault, tried, name) for fault in faults_of(tried, _touched(raw, name, option)))


def _unchosen(raw: Tree, policy: Policy) -> Iterator[tuple[str, str]]:
    """The options that are not chosen and set something that some check reads, each with its reading."""
    for name in under(raw, "readings"):
        for option in under(raw, "readings", name, "options"):
            if option != policy.chosen[name] and is_read(_touched(raw, name, option)):
                yield name, option


def _with(policy: Policy, other: Mapping[str, str], options: Mapping[str, Tree]) -> Policy:
    """The policy with other options chosen; only what their readings fill is resolved anew."""
    chosen, tree = {**policy.chosen, **other}, policy.tree
    resolution = Resolution(chosen=chosen, options=options)
    for pointer in sorted(pointer for pointer, reading in policy.filled.items() if reading in other):
        if not any(one in resolution.filled for one in above(pointer)):
            filled = resolution.of({"reading": policy.filled[pointer]}, pointer)
            tree = with_value(tree, split(pointer), filled)
    return replace(policy, tree=tree, filled={**policy.filled, **resolution.filled}, chosen=chosen)


def _at_option(fault: Fault, policy: Policy, reading: str) -> Fault:
    """The fault at what an option sets; where it stands above that, at what the tried option sets inside it."""
    placed, option = at_its_option(fault, policy), policy.chosen[reading]
    if placed.at != fault.at:
        return placed
    at = join("/readings", reading, "options", option)
    sets = under(policy.raw, "readings", reading, "options", option, "sets")
    inside = next((pointer for pointer in sets if pointer.startswith(f"{fault.at}/")), None)
    return replace(fault, at=at if inside is None else join(at, "sets", inside))


def _touched(raw: Tree, reading: str, option: str) -> frozenset[Keys]:
    """The addresses that an option touches; how a number is rounded or folded over periods breaks nothing."""
    sets = under(raw, "readings", reading, "options", option, "sets")
    return frozenset(split(pointer) for pointer in sets if not pointer.endswith(HARMLESS))
