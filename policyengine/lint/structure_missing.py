"""L003: a file says of which paragraphs, parts and points its act consists.

Without `act.paragraphs` nobody can tell whether the whole act is accounted for, and a misprinted citation goes unseen.

Bad:

    act:
      paragraphs: none

Good:

    act:
      paragraphs: {"1": whole}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.loading.places import paragraphs
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy

CODE: Final = "L003"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """One finding at the act where its structure is not declared."""
    if not paragraphs(policy.raw):
        yield Fault(code=CODE, at="/act/paragraphs")
