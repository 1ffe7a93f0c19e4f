"""L002: what is declared to set nothing is not cited by a block that sets something.

Either the paragraph sets a rule, and then the declaration misleads whoever reads only that, or the block has taken its
rule from somewhere else.

Bad:

    not_operative:
      storage:
        paragraph: "3/2"
        about: {kk: "ештеңе белгілемейді", ru: "ничего не устанавливает", en: "sets nothing"}

Good:

    act:
      paragraphs: {"4": whole}
    not_operative:
      aim:
        paragraph: "4"
        about: {kk: "мақсат", ru: "цель", en: "an aim"}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.coverage import citations, silent
from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import split
from policyengine.model.policy import Policy
from policyengine.model.sections import OPERATIVE

CODE: Final = "L002"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The places that are declared silent and cited all the same, with the blocks that cite them."""
    operative: dict[str, list[str]] = {}
    for pointer, place in citations(policy):
        if split(pointer)[0] in OPERATIVE:
            operative.setdefault(place, []).append(pointer)
    for at, place in silent(policy.raw):
        if place in operative:
            yield Fault(code=CODE, at=at, says={"place": place, "pointers": operative[place]})
