"""Citations by key: each names a key that its block has."""

from collections.abc import Iterator
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import blocks_of, under

NOT_VALUES: Final = frozenset({"paragraph", "cited", "rests_on", "valid_from", "valid_until"})


def citations(policy: Policy) -> Iterator[Fault]:
    """Keys that a block cites for and does not have; an option may have taken them out, so the file itself is asked."""
    for at, block in blocks_of(policy.raw):
        if "cited" in block and not at.startswith("/readings/"):
            known = block.keys() - NOT_VALUES
            for key in under(block, "cited").keys() - known:
                says = {"word": key, "sections": [at], "key": key}
                yield Fault(code="P021", at=join(at, "cited", key), says=says, like=nearest(key, known))
