"""Citations by key: each names a key that its block has."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.pointer import join
from policyengine.model.policy import Policy

NOT_VALUES: Final = frozenset({"paragraph", "cited", "rests_on", "valid_from", "valid_until"})


def citations(policy: Policy) -> Iterator[Fault]:
    """Keys that a block cites for and does not have; an option may have taken them out, so the file itself is asked."""
    for section, value in policy.raw.items():
        if section != "readings":
            yield from _inside(value, join("", section))


def _inside(value: object, at: str) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        return
    cited = value.get("cited")
    for key in cited if isinstance(cited, Mapping) else ():
        known = value.keys() - NOT_VALUES
        if key not in known:
            says = {"word": key, "sections": [at], "key": key}
            yield Fault(code="P021", at=join(at, "cited", key), says=says, like=nearest(key, known))
    for key, one in value.items():
        yield from _inside(one, join(at, key))
