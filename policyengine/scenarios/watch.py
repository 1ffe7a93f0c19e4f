"""Watch which values of a policy are read while questions are answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from policyengine.model.pointer import join
from policyengine.model.policy import Policy, Tree


@dataclass(frozen=True, slots=True)
class Watched(Mapping[str, object]):
    """A mapping that notes the address of every value that is taken from it."""

    tree: Tree
    at: str
    seen: set[str]

    def __getitem__(self, key: str) -> object:
        """The value under a key, noted."""
        value = self.tree[key]
        pointer = join(self.at, key)
        self.seen.add(pointer)
        return Watched(value, pointer, self.seen) if isinstance(value, Mapping) else value

    def __contains__(self, key: object) -> bool:
        """Whether there is a value under a key; asking is noted, for its absence may decide."""
        self.seen.add(join(self.at, str(key)))
        return key in self.tree

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self.tree)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self.tree)


def watched(policy: Policy) -> tuple[Policy, set[str]]:
    """The policy with a watched tree, and the set that fills with the addresses of what is read."""
    seen: set[str] = set()
    return replace(policy, tree=Watched(policy.tree, "", seen)), seen
