"""Layers: a policy that extends another, and what an overlay may not leave."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.number import exact
from policyengine.model.pointer import join, split
from policyengine.model.policy import Tree

NONE: Final = "none"


def merged(base: Tree, overlay: Tree) -> dict[str, object]:
    """The base with the overlay upon it: mapping into mapping, scalar and list replace, `none` removes."""
    found = dict(base)
    for key, value in overlay.items():
        below = found.get(key)
        if value == NONE and isinstance(below, Mapping | list):
            del found[key]
        elif isinstance(value, Mapping) and isinstance(below, Mapping) and not _replaces(value, below):
            found[key] = merged(below, value)
        else:
            found[key] = value
    return found


def _replaces(value: Tree, below: Tree) -> bool:
    """A hole replaces a block, and a block a hole; they never mix."""
    return (set(value) == {"reading"}) != (set(below) == {"reading"})


def at(tree: object, pointer: str) -> object:
    """What stands at an address; None where nothing does."""
    for key in split(pointer):
        if not isinstance(tree, Mapping):
            return None
        tree = tree.get(key)
    return tree


def limit_faults(limits: Mapping[str, object], base: Tree, tree: Tree) -> Iterator[Fault]:
    """The values of an overlay that leave the limits of its base."""
    for pointer, limit in limits.items():
        value, was = at(tree, pointer), at(base, pointer)
        if isinstance(limit, Mapping) and not _within(limit, value, was):
            yield Fault(code="P070", at=pointer, says={"value": value, "limit": limit, "was": was})


def _within(limit: Tree, value: object, was: object) -> bool:
    if limit.get("fixed") and value != was:
        return False
    allowed = limit.get("one_of")
    if isinstance(allowed, list) and value not in allowed:
        return False
    number, least, most = exact(value), exact(limit.get("at_least")), exact(limit.get("at_most"))
    if least is not None and (number is None or number < least):
        return False
    return most is None or (number is not None and number <= most)


def uncited_changes(overlay: object, pointer: str = "", *, cited: bool = False) -> Iterator[Fault]:
    """The values of an overlay over which no citation of the overlay itself stands."""
    if isinstance(overlay, Mapping):
        inside = cited or "paragraph" in overlay or isinstance(overlay.get("from"), Mapping) or "reading" in overlay
        for key, value in overlay.items():
            if key not in {"paragraph", "from", "rests_on"} and value != NONE:
                yield from uncited_changes(value, join(pointer, key), cited=inside)
    elif not cited:
        yield Fault(code="P069", at=pointer)
