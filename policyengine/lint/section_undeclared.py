"""L005: a section that the act has nothing for is named in `says_nothing_of`.

An absent section looks like one that was forgotten; the silence of an act is said aloud.

Bad:

    retention: none

Good:

    retention: none
    says_nothing_of: [scope, definitions, means, bands, results, instead, secondment, delegation, not_evaluated, plans,
      acquaintance, refusals, review, remedies, uses, secrecy, duties, forms, notices, retention]
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy
from policyengine.model.sections import MAY_BE_SILENT
from policyengine.model.tree import ids

CODE: Final = "L005"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The sections that are neither given nor named as silent."""
    named = ids(policy.raw.get("says_nothing_of"))
    for section in MAY_BE_SILENT:
        if section not in named and not policy.raw.get(section):
            yield Fault(code=CODE, at="/says_nothing_of", says={"word": section})
