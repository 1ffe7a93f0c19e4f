"""How much of the act a file accounts for: which paragraphs, parts and points it cites or declares silent, by what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.loading.places import addresses, paragraphs, single_places
from policyengine.loading.readings import choices, resolved
from policyengine.model.pointer import join
from policyengine.model.policy import Tree
from policyengine.model.tree import under

DECISION: Final = "decision"
CITES_NOTHING: Final = frozenset({"not_operative", "readings", "corrections", "divergences", "remarks", "text"})
Covering = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the places of a kind are covered; `by` gives for each the addresses of the blocks that cover it."""

    by: Covering

    @property
    def missing(self) -> tuple[str, ...]:
        """The places that nothing covers, in the order of the act."""
        return tuple(place for place, blocks in self.by.items() if not blocks)

    def __str__(self) -> str:
        """The share as `23/24`."""
        return f"{len(self.by) - len(self.missing)}/{len(self.by)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The shares of an act: its numbered paragraphs, the parts (those of the decision among them), the points.

    A paragraph is covered where it, or one of its parts or points, is; a part or a point only where it is itself.
    """

    paragraphs: Share
    parts: Share
    points: Share


def coverage(raw: Tree) -> Coverage:
    """What a file, its readings as they are chosen, accounts for of the structure that `act.paragraphs` declares."""
    covering, inner = _covering(raw), dict(_inner(raw))
    small = {place: covering.get(place, ()) for places in inner.values() for place in places}
    whole = {
        number: tuple(block for place in (number, *places) for block in covering.get(place, ()))
        for number, places in inner.items()
        if number != DECISION
    }
    return Coverage(
        paragraphs=Share(by=whole),
        parts=Share(by={place: blocks for place, blocks in small.items() if "(" not in place}),
        points=Share(by={place: blocks for place, blocks in small.items() if "(" in place}),
    )


def citations(raw: Tree) -> Iterator[tuple[str, str]]:
    """Every place that a block cites, with the address of the block; of a reading, what its chosen option says."""
    chosen, _ = choices(raw, {})
    tree, resolution = resolved(raw, chosen)
    for section, value in tree.items():
        if section not in CITES_NOTHING:
            yield from _cited(value, join("", section))
    for pointer, option in resolution.cited.items():
        yield from ((pointer, place) for place in single_places(option.get("paragraph", [])))


def silent(raw: Tree) -> Iterator[tuple[str, str]]:
    """Every place that is declared to set nothing, with the address of the declaration."""
    for name in under(raw, "not_operative"):
        entry = under(raw, "not_operative", name)
        yield from ((join("/not_operative", name), place) for place in single_places(entry.get("paragraph", [])))


def _inner(raw: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts and points of each paragraph; a decision that has none counts as one part."""
    for number, counted in paragraphs(raw).items():
        yield number, tuple(addresses(number, counted)) or ((number,) if number == DECISION else ())


def _covering(raw: Tree) -> Covering:
    found: dict[str, tuple[str, ...]] = {}
    for pointer, place in (*citations(raw), *silent(raw)):
        found[place] = (*found.get(place, ()), pointer)
    return found


def _cited(value: object, at: str) -> Iterator[tuple[str, str]]:
    for key, one in value.items() if isinstance(value, Mapping) else ():
        if key == "paragraph":
            yield from ((at, place) for place in single_places(one))
        elif key in {"items_are", "cited"}:
            yield from (
                (join(at, key, name), place) for name, cited in under(one).items() for place in single_places(cited)
            )
        else:
            yield from _cited(one, join(at, key))
