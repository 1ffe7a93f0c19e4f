"""L010: every reading fills a hole, is leaned on by some block, or belongs to a divergence.

A reading that nothing uses moves no answer and appears in none: whoever changes it changes nothing, and is not told.

Bad:

    readings:
      storage:
        about: {kk: "қашаннан бастап", ru: "с какого дня", en: "from which day"}
        because: {kk: "негізі", ru: "причина", en: "the reason"}
        chosen: completion
        options:
          completion: {}

Good:

    retention:
      rests_on: [storage]
    readings:
      storage:
        about: {kk: "қашаннан бастап", ru: "с какого дня", en: "from which day"}
        because: {kk: "негізі", ru: "причина", en: "the reason"}
        chosen: completion
        options:
          completion: {}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import blocks_of, ids, is_hole, under

CODE: Final = "L010"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The readings that nothing uses."""
    used = set(_used(policy.raw))
    for name in under(policy.raw, "readings"):
        if name not in used:
            yield Fault(code=CODE, at=join("/readings", name), says={"reading": name})


def _used(raw: Tree) -> Iterator[str]:
    for _, block in blocks_of(raw):
        yield from (str(block["reading"]),) if is_hole(block) else ids(block.get("rests_on"))
    yield from under(raw, "divergences")
