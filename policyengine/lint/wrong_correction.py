"""L017: a correction of a printed reference changes it, and leads to a place that the act has.

Bad:

    corrections:
      wrong_part:
        in: ["2"]
        printed: "3/4"
        means: "3/7"

Good:

    corrections:
      wrong_part:
        in: ["2"]
        printed: "3/4"
        means: "3/2"
"""

import re
from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.loading.places import known_places, paragraphs
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import under

CODE: Final = "L017"
SEVERITY: Final = "error"
PLACE: Final = re.compile(r"\d+(/\d+)?(\(\d+\))?", re.ASCII)


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The corrections that change nothing, or lead to a place that is not there; prose is left to the reader."""
    structure = paragraphs(policy.raw)
    known = known_places(structure)
    for name in under(policy.raw, "corrections"):
        correction = under(policy.raw, "corrections", name)
        printed, means = str(correction.get("printed")), str(correction.get("means"))
        lost = bool(structure) and PLACE.fullmatch(means) is not None and means not in known
        if lost or printed == means:
            yield Fault(code=CODE, at=join("/corrections", name, "means"), says={"printed": printed, "means": means})
