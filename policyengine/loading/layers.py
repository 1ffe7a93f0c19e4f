"""Layers: a policy that extends another, and what an overlay may not leave."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.number import exact
from policyengine.model.pointer import join, split
from policyengine.model.policy import Tree

CITATION: Final = frozenset({"paragraph", "from", "cited", "rests_on"})
NONE: Final = "none"
SAY_NONE: Final = frozenset({"uses", "caps", "members", "chosen"})  # here the word itself says something


def merged(base: Tree, overlay: Tree) -> dict[str, object]:
    """The base with the overlay upon it: mapping into mapping, scalar and list replace, `none` removes."""
    found = dict(base)
    for key, value in overlay.items():
        below = found.get(key)
        if value == NONE and key in found and key not in SAY_NONE:
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
    """The values of an overlay that leave the limits of its base; both with their readings as they are chosen."""
    for pointer, limit in limits.items():
        value, was = at(tree, pointer), at(base, pointer)
        if isinstance(limit, Mapping) and not _within(limit, value, was):
            yield Fault(code="P070", at=pointer, says={"value": value, "limit": limit, "was": was})


def empty_limits(limits: Mapping[str, object], tree: Tree) -> Iterator[Fault]:
    """Limits that name what is not there: they would hold nothing."""
    for pointer in limits:
        if at(tree, pointer) is None:
            yield Fault(code="P082", at=join("/limits", pointer), says={"word": pointer, "key": pointer})


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
    if not isinstance(overlay, Mapping):
        if not cited:
            yield Fault(code="P069", at=pointer)
        return
    inside = cited or _cites(overlay) or "reading" in overlay
    nearer = overlay.get("cited")
    keys = nearer if isinstance(nearer, Mapping) else {}
    for key, value in overlay.items():
        if key not in CITATION and value != NONE:
            yield from uncited_changes(value, join(pointer, key), cited=inside or key in keys)


def uncited_options(readings: Tree) -> Iterator[Fault]:
    """What options of an overlay's readings set without a citation of the value, the option or the reading."""
    for name, reading in readings.items():
        options = reading.get("options") if isinstance(reading, Mapping) else None
        for option, one in options.items() if isinstance(options, Mapping) else ():
            sets = one.get("sets") if isinstance(one, Mapping) else None
            cited = _cites(reading) or _cites(one)
            for pointer, value in sets.items() if isinstance(sets, Mapping) else ():
                if value != NONE:
                    place = join("/readings", name, "options", option, "sets", pointer)
                    yield from uncited_changes(value, place, cited=cited)


def _cites(block: object) -> bool:
    return isinstance(block, Mapping) and ("paragraph" in block or isinstance(block.get("from"), Mapping))
