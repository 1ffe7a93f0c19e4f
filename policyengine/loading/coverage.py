"""How much of the act a file accounts for: which paragraphs, parts and points it cites or declares silent, by what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from policyengine.loading.places import addresses, paragraphs, single_places
from policyengine.model.once import Once
from policyengine.model.pointer import join
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import every_block, under

DECISION: Final = "decision"
CITES_NOTHING: Final = frozenset({"not_operative", "readings", "corrections", "divergences", "remarks", "text"})
CITE_BY_KEY: Final = frozenset({"items_are", "cited"})
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


def coverage(policy: Policy) -> Coverage:
    """What a policy, its readings as they are chosen, accounts for of the structure that `act.paragraphs` declares."""
    covering, inner = _covering(policy), dict(_inner(policy.raw))
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


def _citations(policy: Policy) -> Iterator[tuple[str, str]]:
    act = paragraphs(policy.raw)
    for section, value in policy.tree.items():
        if section not in CITES_NOTHING:
            yield from _cited(value, join("", section), act)
    for pointer, option in policy.cited.items():
        yield from ((pointer, place) for place in single_places(option.get("paragraph", []), act))


citations: Final = Once[Policy, Sequence[tuple[str, str]]](lambda policy: tuple(_citations(policy)))
"""Every place that a block cites, with the address of the block; of a reading, what its chosen option says."""


def silent(raw: Tree) -> Iterator[tuple[str, str]]:
    """Every place that is declared to set nothing, with the address of the declaration."""
    for name in under(raw, "not_operative"):
        cited = under(raw, "not_operative", name).get("paragraph", [])
        yield from ((join("/not_operative", name), place) for place in single_places(cited, paragraphs(raw)))


def _inner(raw: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts and points of each paragraph; a decision that has none counts as one part."""
    for number, counted in paragraphs(raw).items():
        yield number, tuple(addresses(number, counted)) or ((number,) if number == DECISION else ())


def _covering(policy: Policy) -> Covering:
    found: dict[str, tuple[str, ...]] = {}
    for pointer, place in (*citations(policy), *silent(policy.raw)):
        found[place] = (*found.get(place, ()), pointer)
    return found


def _cited(section: object, at: str, act: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for pointer, block in every_block(section):
        if "paragraph" in block:
            yield from ((at + pointer, place) for place in single_places(block["paragraph"], act))
        for key in CITE_BY_KEY & block.keys():
            yield from (
                (join(at + pointer, key, name), place)
                for name, cited in under(block[key]).items()
                for place in single_places(cited, act)
            )
