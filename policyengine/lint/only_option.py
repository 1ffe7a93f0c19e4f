"""L011: a reading with one option only says why there is no other.

A choice of one is no choice, unless the reason is given for which it is asked at all.

Bad:

    retention:
      rests_on: [storage]
    readings:
      storage:
        about: {kk: "қашаннан бастап", ru: "с какого дня", en: "from which day"}
        chosen: completion
        options:
          completion: {}

Good:

    retention:
      rests_on: [storage]
    readings:
      storage:
        about: {kk: "қашаннан бастап", ru: "с какого дня", en: "from which day"}
        because: {kk: "өзге күн жоқ", ru: "другого дня нет", en: "there is no other day"}
        chosen: completion
        options:
          completion: {}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import under

CODE: Final = "L011"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The readings that offer one option and give no reason."""
    for name in under(policy.raw, "readings"):
        reading = under(policy.raw, "readings", name)
        if len(under(reading, "options")) == 1 and "because" not in reading:
            yield Fault(code=CODE, at=join("/readings", name), says={"reading": name})
