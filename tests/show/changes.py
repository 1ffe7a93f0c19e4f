"""Many changes of a policy at once, each to be seen in the words that speak of it.

A change is tried together with others that touch other sentences: what is said of it has to differ by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from policyengine.handbook.show.document import Row, Sentence
from policyengine.model.pointer import above, split
from policyengine.model.policy import Policy
from policyengine.words.values import Language
from tests.show.speaking import document, put, sentences

Said = Sentence | Row


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
    touched: set[Said] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def takes(self, change: Change, said: frozenset[Said]) -> bool:
        """Whether there is room for a change; if there is, it is taken in."""
        inside = any(one in self.places for one in above(change.place))
        around = any(one.startswith(f"{change.place}/") for one in self.places)
        if inside or around or self.touched & said:
            return False
        self.changes.append(change)
        self.touched |= said
        self.places.add(change.place)
        return True


def unseen(made: Policy, language: Language, changes: Iterable[Change]) -> list[Change]:
    """The changes that nobody would notice who reads the document."""
    base = document(made, language)
    all_said = sentences(base)
    speaking = spoken_of(all_said)
    told = {change: frozenset(near(change.pointer, speaking)) for change in changes}
    rounds: list[Round] = []
    for change in (one for one, said in told.items() if said):
        if not any(one.takes(change, told[change]) for one in rounds):
            rounds.append(Round())
            rounds[-1].takes(change, told[change])
    lost = [one for some in rounds for one in _unseen_in(some, made, language, told)]
    alone = [one for one, said in told.items() if not said]
    return lost + [one for one in alone if document(with_changes(made, [one]), language) == base]


def with_changes(made: Policy, changes: Iterable[Change]) -> Policy:
    """A policy with all these changes."""
    tree: object = made.tree
    for one in changes:
        tree = put(tree, split(one.place), one.new)
    assert isinstance(tree, Mapping)
    return replace(made, tree=tree)


def spoken_of(said: Iterable[Said]) -> dict[str, set[Said]]:
    """The sentences that speak of each address."""
    found: dict[str, set[Said]] = {}
    for one in said:
        for at in one.at:
            found.setdefault(at, set()).add(one)
    return found


def near(pointer: str, speaking: Mapping[str, set[Said]]) -> Iterator[Said]:
    """The sentences that speak of an address, of what is in it, or of the nearest thing around it."""
    inner = [at for at in speaking if at == pointer or at.startswith(f"{pointer}/")]
    around = next((at for at in above(pointer) if at in speaking), None)
    for at in inner or ([around] if around is not None else []):
        yield from speaking[at]


def _unseen_in(some: Round, made: Policy, language: Language, told: Mapping[Change, frozenset[Said]]) -> list[Change]:
    kept = set(sentences(document(with_changes(made, some.changes), language)))
    return [one for one in some.changes if told[one] <= kept]
