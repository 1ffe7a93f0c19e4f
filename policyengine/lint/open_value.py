"""L013: no value is left `open`, that is, still to be read from the act.

A file may be used before it is whole: what is open is listed here, and an answer that needs it names it as missing.

Bad:

    retention:
      for: open

Good:

    retention:
      for: 3 years after evaluation_completed
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import above, join, split
from policyengine.model.policy import OPEN, Policy, Tree, cited_for, places_of
from policyengine.model.sections import OPERATIVE
from policyengine.model.tree import blocks_of, under

CODE: Final = "L013"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The open values, each with the nearest citation."""
    for at, block in blocks_of(policy.raw):
        for key, value in block.items():
            if value == OPEN and _is_operative(pointer := join(at, key)):
                says = {"pointer": pointer, "paragraph": _paragraph(policy.raw, pointer)}
                yield Fault(code=CODE, at=pointer, says=says)


def _is_operative(pointer: str) -> bool:
    """Whether a value is one of the act, or of what an option of a reading sets; an option may be called open."""
    keys = split(pointer)
    return keys[0] in {"act", *OPERATIVE} or (keys[0] == "readings" and keys[4:5] == ("sets",))


def _paragraph(raw: Tree, pointer: str) -> tuple[str, ...]:
    """The citation that a block above a value carries for it, the nearest first."""
    below = ""
    for one in above(pointer):
        block = under(raw, *split(one))
        if places := cited_for(block, below) or places_of(block):
            return places
        below = "".join(split(one)[-1:])
    return ()
