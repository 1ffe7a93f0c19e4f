"""L001: every paragraph, part and point of the act is cited by some block or declared to set nothing.

What a file does not account for may have been overlooked: a duty, a term, a right. What sets nothing is named under
`not_operative` with the reason, and then nobody looks for it again. A citation of a whole paragraph does not cover its
parts.

Bad:

    act:
      paragraphs: {"4": 2 parts}
    retention:
      paragraph: "4/1"

Good:

    act:
      paragraphs: {"4": 2 parts}
    retention:
      paragraph: "4/1"
    not_operative:
      aim:
        paragraph: "4/2"
        about: {kk: "мақсат", ru: "цель", en: "an aim"}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.coverage import coverage
from policyengine.loading.load import Loaded
from policyengine.loading.places import addresses, paragraphs
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy

CODE: Final = "L001"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The places that nothing covers, each at the paragraph that `act.paragraphs` declares."""
    found = coverage(policy)
    missing = {*found.paragraphs.missing, *found.parts.missing, *found.points.missing}
    for number, counted in paragraphs(policy.raw).items():
        for place in (number, *addresses(number, counted)):
            if place in missing:
                yield Fault(code=CODE, at=join("/act/paragraphs", number), says={"place": place})
