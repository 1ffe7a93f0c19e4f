"""What a file may say at an address: as it is now, or by an option of a reading that was not chosen."""

from collections.abc import Iterator, Mapping

from policyengine.model.policy import Node, Tree
from policyengine.model.tree import is_hole


def set_at(node: Node) -> Iterator[object]:
    """Every value that may stand where one stands: as it is now, or by any option of a reading."""
    yield node.value
    for reading in _mapping(node.policy.raw.get("readings")).values():
        for option in _mapping(_mapping(reading).get("options")).values():
            sets = _mapping(_mapping(option).get("sets"))
            if node.pointer in sets and not is_hole(sets[node.pointer]):  # another reading fills it at the same address
                yield sets[node.pointer]


def words_in(value: object) -> Iterator[str]:
    """Every key and phrase in a value."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield key
            yield from words_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, str):
        yield value


def _mapping(value: object) -> Tree:
    return value if isinstance(value, Mapping) else {}
