"""Many changes of a policy at once, each to be seen in the words that speak of it.

A change is tried together with others that touch other sentences: what is said of it has to differ by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from policyengine.handbook.show.document import Row, Sentence
from policyengine.model.pointer import above, join, split
from policyengine.model.policy import Policy
from policyengine.model.tree import with_value
from policyengine.words import LANGUAGES
from policyengine.words.values import Language
from tests.show.made_up import CITATION
from tests.show.speaking import document, sentences


@dataclass(frozen=True, eq=False)
class Change:
    """Another value at a place, none where it is taken out; `pointer` is what the words about it point at."""

    place: str
    pointer: str
    new: object


@dataclass(kw_only=True)
class Round:
    """Changes that are made together: no two touch the same sentence, and none lies inside another."""

    changes: list[Change] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)

    def takes(self, change: Change, said: frozenset[int]) -> bool:
        """Whether there is room for a change that touches these sentences; if there is, it is taken in."""
        owners = above(change.place)
        if self.touched & said or change.place in self.around or self.places.intersection(owners):
            return False
        self.changes.append(change)
        self.touched |= said
        self.places.add(change.place)
        self.around.update(owners)
        return True


def unseen(made: Policy, language: Language, changes: Iterable[Change]) -> list[Change]:
    """The changes that nobody would notice who reads the document; those that are not seen together are tried alone."""
    base = document(made, language)
    said = sentences(base)
    speaking = spoken_of(said)
    told = {change: frozenset(near(change.pointer, speaking)) for change in changes}
    lost = [one for some in rounds(told) for one in _unseen_in(some, made, language, told, said)]
    alone = [*lost, *(one for one, numbers in told.items() if not numbers)]
    return [one for one in alone if document(with_changes(made, [one]), language) == base]


def rounds(told: Mapping[Change, frozenset[int]]) -> list[Round]:
    """The changes that some sentence speaks of, in as few rounds as they go into."""
    found: list[Round] = []
    for change, numbers in told.items():
        if numbers and not any(one.takes(change, numbers) for one in found):
            found.append(Round())
            found[-1].takes(change, numbers)
    return found


def with_changes(made: Policy, changes: Iterable[Change]) -> Policy:
    """A policy with all these changes."""
    tree = made.tree
    for one in changes:
        tree = with_value(tree, split(one.place), one.new)
    return replace(made, tree=tree)


def spoken_of(said: Sequence[Sentence | Row]) -> dict[str, set[int]]:
    """The numbers of the sentences that speak of each address, and of what is in it."""
    found: dict[str, set[int]] = {}
    for number, one in enumerate(said):
        for at in (owner for inner in one.at for owner in above(inner)):
            found.setdefault(at, set()).add(number)
    return found


def near(pointer: str, speaking: Mapping[str, set[int]]) -> set[int]:
    """The numbers of the sentences that speak of an address, or of the block whose citation or text it is."""
    keys = split(pointer)
    owner = next((at for at, key in enumerate(keys) if key in CITATION), len(keys) - (keys[-1] in LANGUAGES))
    return speaking.get(join("", *keys[:owner])) or set()


def _unseen_in(
    some: Round,
    made: Policy,
    language: Language,
    told: Mapping[Change, frozenset[int]],
    said: Sequence[Sentence | Row],
) -> list[Change]:
    kept = set(sentences(document(with_changes(made, some.changes), language)))
    same = {number for number, one in enumerate(said) if one in kept}
    return [one for one in some.changes if told[one] <= same]
