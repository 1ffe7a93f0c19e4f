"""Words together with the values of the policy that they say, so that no sentence loses its ground."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policyengine.model.policy import META, OPEN, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words, and the values that they say."""

    text: str
    nodes: tuple[Node, ...] = ()

    def __str__(self) -> str:
        """The words alone, as they are put into a sentence."""
        return self.text


def nodes_of(parts: Iterable[Said]) -> tuple[Node, ...]:
    """The values that these words say, each once."""
    found = {node.pointer: node for part in parts for node in part.nodes}
    return tuple(found.values())


def child(block: Node | None, key: str) -> Node | None:
    """What stands under a key; None where nothing does, or where it is still open."""
    found = block.get(key) if block is not None and isinstance(block.value, Mapping) else None
    return None if is_open(found) else found


def entries(block: Node | None) -> Iterator[tuple[str, Node]]:
    """The named parts of a block, its citation left out; none where it is absent or open."""
    if block is not None and isinstance(block.value, Mapping):
        yield from ((key, block[key]) for key in block.value if key not in META)


def elements(block: Node) -> list[Node]:
    """The members of a list, or the single value, each at its address."""
    if not isinstance(block.value, list):
        return [block]
    return [
        Node(policy=block.policy, pointer=f"{block.pointer}/{number}", value=one)
        for number, one in enumerate(block.value)
    ]


def is_open(block: Node | None) -> bool:
    """Whether a value is still to be read from the act."""
    return block is not None and block.value == OPEN


def listed(value: object) -> tuple[str, ...]:
    """One value or several, as texts."""
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)
