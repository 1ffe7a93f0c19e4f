"""Policies that nobody wrote: those of the repository and an example, with a few parts made anew along the schema."""

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, Final

from policyengine.document import read
from policyengine.loading.load import Loaded, load
from policyengine.loading.walk import Schema, Walk
from policyengine.model.pointer import join, split
from tests.door import find, loaded, schema
from tests.laws.examples_of_faults import base
from tests.laws.values import Value, made

Tree = dict[str, Any]
NOT_OPERATIVE: Final = "definitions not_operative corrections divergences remarks text extends limits".split()
SOURCES: Final = ("taskala", "nura", "saryarka", "alatau")
SHARES: Final = 4
AGAIN: Final = 20


@cache
def sources() -> tuple[Tree, ...]:
    """The trees to start from, without what no question reads, in one language."""
    trees = [loaded(name).raw or {} for name in SOURCES if find(name)] + [read(base().encode()).tree] * SHARES
    return tuple(
        _short({key: one for key, one in tree.items() if key not in NOT_OPERATIVE})
        for tree in trees
        if isinstance(tree, Mapping)
    )


def _short(value: Value) -> Value:
    """A tree with each text in one language alone."""
    if isinstance(value, Mapping):
        if value and set(value) <= {"kk", "ru", "en"} and all(isinstance(one, str) for one in value.values()):
            return {"en": "text"}
        return {key: _short(one) for key, one in value.items()}
    return [_short(one) for one in value] if isinstance(value, list) else value


def policy_file(chance: Random) -> bytes:
    """A policy file in which one to six things have been changed, each such that the schema lets it through."""
    tree = copy.deepcopy(chance.choice(sources()))
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        _change(tree, chance)
    return json.dumps(tree, ensure_ascii=False, default=float).encode()


def load_policy(data: bytes) -> Loaded:
    return load("made.yaml", data, schema(), find)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A value in its mapping, with the schema of what may stand there and of the mapping."""

    owner: Tree
    key: str
    pointer: str
    allowed: Schema
    block: Schema


def _spots(walk: Walk, allowed: Schema, value: Value, at: str) -> Iterator[_Spot]:
    """Every value that stands under a key."""
    block = walk.meant(allowed, value)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        below = block.get("properties", {}).get(key, block.get("additionalProperties"))
        if isinstance(below, Mapping):
            yield _Spot(owner=value, key=key, pointer=join(at, key), allowed=below, block=block)
            yield from _spots(walk, below, inner, join(at, key))


def _change(tree: Tree, chance: Random) -> None:
    walk = Walk(definitions=schema()["$defs"])
    section = chance.choice(
        [key for key in tree if key in schema()["x-operative"] or key in {"facts", "readings", "act", "grades"}]
    )
    spots = list(_spots(walk, schema()["properties"][section], tree[section], f"/{section}")) if section in tree else []
    if chance.random() < 0.05 or not spots:
        _without_section(tree, section)
    else:
        change = chance.choice([_made_anew, _made_anew, _taken_out, _put_in, _put_in, _doubled, _hole, _opened])
        change(tree, chance.choice(spots), walk, chance)


def _without_section(tree: Tree, section: str) -> None:
    silent = schema()["properties"]["says_nothing_of"]["items"]["enum"]
    del tree[section]
    if section in silent:
        tree["says_nothing_of"] = sorted({*tree.get("says_nothing_of", []), section})


def _made_anew(tree: Tree, spot: _Spot, walk: Walk, chance: Random) -> None:
    spot.owner[spot.key] = made(spot.allowed, tree, walk, chance)


def _taken_out(_tree: Tree, spot: _Spot, _walk: Walk, chance: Random) -> None:
    optional = [key for key in spot.owner if key not in spot.block.get("required", ())]
    if optional:
        del spot.owner[chance.choice(optional)]


def _put_in(tree: Tree, spot: _Spot, walk: Walk, chance: Random) -> None:
    absent = [key for key in spot.block.get("properties", {}) if key not in spot.owner]
    if absent:
        key = chance.choice(absent)
        spot.owner[key] = made(spot.block["properties"][key], tree, walk, chance)


def _doubled(_tree: Tree, spot: _Spot, _walk: Walk, chance: Random) -> None:
    """An entry twice, under another id."""
    if spot.key not in spot.block.get("properties", {}):
        spot.owner[f"{spot.key}_{chance.choice('ab')}"] = copy.deepcopy(spot.owner[spot.key])


def _hole(tree: Tree, spot: _Spot, walk: Walk, chance: Random) -> None:
    """A reading fills the place: with what stood there, or with something else."""
    holes = [one for one in walk.branches(spot.allowed) if "hole" in one]
    if not holes or split(spot.pointer)[0] == "readings":
        return
    name = f"made_{len(tree.setdefault('readings', {}))}"
    options = {"as_it_was": spot.owner[spot.key], "other": made(spot.allowed, tree, walk, chance)}
    tree["readings"][name] = {
        "about": {"en": "text"},
        "chosen": chance.choice(list(options)),
        "options": {option: {"sets": {spot.pointer: value}} for option, value in options.items()},
    }
    spot.owner[spot.key] = {"reading": name}


def _opened(_tree: Tree, spot: _Spot, walk: Walk, _chance: Random) -> None:
    if any("open" in one for one in walk.branches(spot.allowed)):
        spot.owner[spot.key] = "open"
