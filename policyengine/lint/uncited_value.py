"""L004: every operative value is cited, taken from another act, or a hole that a reading fills.

A value that stands in no act is somebody's opinion: it belongs into a reading, where it can be seen and changed. The
nearest citation at or above a value is the one that counts, be it of the block or, by `cited`, of one of its keys.

Bad:

    counting:
      from: day_after
      on_day_off: as_printed

Good:

    counting:
      from: day_after
      on_day_off: as_printed
      paragraph: "1"
"""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join, split
from policyengine.model.policy import OPEN, Policy, Tree
from policyengine.model.sections import OPERATIVE
from policyengine.model.tree import is_hole, is_text, under

CODE: Final = "L004"
SEVERITY: Final = "error"
NO_VALUES: Final = frozenset({"cited", "rests_on", "valid_from", "valid_until"})


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The blocks that hold values over which no citation stands, each at the topmost such block."""
    for section in OPERATIVE:
        yield from _uncited(policy.raw.get(section, {}), join("", section))


def _uncited(value: object, at: str) -> Iterator[Fault]:
    if _is_value(value):
        yield Fault(code=CODE, at=at, says={"keys": [split(at)[-1]]})
    elif isinstance(value, Mapping) and not _cited(value):
        said = {key: one for key, one in value.items() if key not in NO_VALUES and key not in under(value, "cited")}
        loose = sorted(key for key, one in said.items() if _is_value(one))
        if loose:
            yield Fault(code=CODE, at=at, says={"keys": loose})
            return
        for key, one in said.items():
            yield from _uncited(one, join(at, key))


def _cited(block: Tree) -> bool:
    return "paragraph" in block or "act" in under(block, "from") or is_hole(block)


def _is_value(value: object) -> bool:
    return is_text(value) or not (isinstance(value, Mapping) or value == OPEN)
