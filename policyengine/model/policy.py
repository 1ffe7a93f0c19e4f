"""A methodology as values: the resolved tree, and nodes that know their address, citation and readings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from policyengine.model.finding import Finding, Phrase
from policyengine.model.number import exact
from policyengine.model.pointer import above, join, split

Tree = Mapping[str, object]

META: Final = frozenset({"paragraph", "from", "cited", "rests_on", "valid_from", "valid_until"})
OPEN: Final = "open"
MAPPINGS: Final = (dict, Mapping)  # told cheaply where it is the one that it nearly always is


class StillOpen(Exception):
    """A value that was needed is still to be read from the act; `pointer` says which."""

    def __init__(self, pointer: str) -> None:
        """Keep the address of the open value."""
        self.pointer = pointer
        super().__init__(pointer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One methodology with its readings chosen.

    `raw` is the file with its holes, layers merged; `tree` are the resolved values, `filled` says which reading filled
    which address, `cited` gives the citation that an option of a reading carries for what it fills, `chosen` the option
    of each reading, `timed` whether single provisions have a life of their own.
    """

    id: str
    tree: Tree
    digest: str = ""
    filled: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, Tree] = field(default_factory=dict)
    raw: Tree = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    timed: bool = False

    @property
    def root(self) -> "Node":
        """The whole methodology as a node."""
        return Node(policy=self, pointer="", value=self.tree)

    def section(self, *keys: str) -> "Node | None":
        """The node at these keys, or None where the methodology has nothing there."""
        node: Node | None = self.root
        for key in keys:
            node = node.get(key) if node is not None else None
        return node

    def block(self, pointer: str) -> Tree:
        """The mapping at an address; empty where there is none."""
        value: object = self.tree
        for key in split(pointer):
            value = value.get(key) if isinstance(value, MAPPINGS) else None
        return value if isinstance(value, MAPPINGS) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value of a policy at its address."""

    policy: Policy
    pointer: str
    value: object

    def get(self, key: str) -> "Node | None":
        """What stands under a key, None where nothing does."""
        if isinstance(self.value, MAPPINGS) and key in self.value:
            return Node(policy=self.policy, pointer=join(self.pointer, key), value=self.value[key])
        if self.value == OPEN:
            raise StillOpen(self.pointer)
        return None

    def __getitem__(self, key: str) -> "Node":
        """What stands under a key that must be there (KeyError)."""
        found = self.get(key)
        if found is None:
            raise KeyError(join(self.pointer, key))
        return found

    def place(self, key: str) -> "Node":
        """What stands under a key, or the empty place where nothing does: a silence may rest on a reading too."""
        return self.get(key) or Node(policy=self.policy, pointer=join(self.pointer, key), value=None)

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """The named parts, without the citation and its like."""
        if isinstance(self.value, MAPPINGS):
            for key in self.value:
                if key not in META:
                    yield key, self[key]
        elif self.value == OPEN:
            raise StillOpen(self.pointer)

    def values(self) -> Iterator["Node"]:
        """The named parts without their names."""
        return (part for _, part in self.items())

    def text(self) -> str:
        """The value as a word or phrase; an open value is missing."""
        if self.value == OPEN:
            raise StillOpen(self.pointer)
        return str(self.value)

    def number(self) -> Fraction:
        """The value as an exact number; an open value is missing."""
        number = exact(self.value)
        if number is None:
            raise StillOpen(self.pointer)
        return number

    def ids(self) -> tuple[str, ...]:
        """The value as ids: a list, or a single one."""
        return tuple(str(one) for one in self.value) if isinstance(self.value, list) else (self.text(),)

    def says(self, key: str, otherwise: str = "") -> str:
        """The word under a key, or `otherwise` where nothing stands."""
        found = self.get(key)
        return otherwise if found is None else found.text()

    def names(self, key: str) -> tuple[str, ...]:
        """The ids under a key, none where nothing stands."""
        found = self.get(key)
        return () if found is None else found.ids()

    def is_true(self, key: str) -> bool:
        """Whether a yes stands under a key."""
        found = self.get(key)
        return found is not None and found.flag()

    def flag(self) -> bool:
        """The value as yes or no; an open value is missing."""
        if self.value == OPEN:
            raise StillOpen(self.pointer)
        return self.value is True

    @property
    def paragraph(self) -> tuple[str, ...]:
        """The places of the act (or of another act, `act: place`) that the value stands on: the nearest citation.

        A block cites for all that is in it (`paragraph`), or for one of its keys (`cited`), which is nearer.
        """
        below = ""
        for pointer in above(self.pointer):
            block = self.policy.block(pointer)
            places = cited_for(block, below) or places_of(block) or places_of(self.policy.cited.get(pointer, {}))
            if places:
                return places
            below = split(pointer)[-1] if pointer else ""
        return ()

    @property
    def readings(self) -> frozenset[str]:
        """The declared readings on which the value rests."""
        found = set()
        for pointer in above(self.pointer):
            if pointer in self.policy.filled:
                found.add(self.policy.filled[pointer])
            found.update(_listed(self.policy.block(pointer).get("rests_on")))
        return frozenset(found)

    def finding(self, value: object, code: str, *because: Finding, **words: object) -> Finding:
        """A finding that stands on this value of the policy."""
        return Finding(
            value=value,
            about=Phrase(code=code, values=words),
            at=self.pointer,
            paragraph=self.paragraph,
            readings=self.readings,
            because=because,
        )


def shown_places(places: tuple[str, ...]) -> object:
    """A citation as the contract writes it: one place as itself, several as a list, none as null."""
    return list(places) if len(places) > 1 else next(iter(places), None)


def cited_for(block: Tree, key: str) -> tuple[str, ...]:
    """The citation that a block carries for one of its keys; none where it carries none."""
    cited = block.get("cited")
    return _listed(cited.get(key)) if isinstance(cited, Mapping) else ()


def places_of(block: Tree) -> tuple[str, ...]:
    """The citation that a block carries itself: paragraphs, or the place in another act as `act: place`."""
    if "paragraph" in block:
        return _listed(block["paragraph"])
    origin = block.get("from")
    if not isinstance(origin, Mapping):
        return ()
    place = origin.get("place", "")
    named = next(iter(place.values()), "") if isinstance(place, Mapping) else place
    return (f"{origin.get('act')}: {named}".rstrip(": "),)


def _listed(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)
