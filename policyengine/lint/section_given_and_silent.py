"""L006: a section that is given is not also named in `says_nothing_of`.

One of the two is wrong, and a reader cannot know which.

Bad:

    says_nothing_of: [scope, definitions, means, bands, results, instead, secondment, delegation, not_evaluated, plans,
      acquaintance, refusals, review, remedies, uses, secrecy, duties, forms, notices, retention]

Good:

    says_nothing_of: [scope, definitions, means, bands, results, instead, secondment, delegation, not_evaluated, plans,
      acquaintance, refusals, review, remedies, uses, secrecy, duties, forms, notices]
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import ids

CODE: Final = "L006"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The sections that are given and named as silent, each at its name in the list."""
    for number, section in enumerate(ids(policy.raw.get("says_nothing_of"))):
        if policy.raw.get(section):
            yield Fault(code=CODE, at=join("/says_nothing_of", number), says={"word": section})
