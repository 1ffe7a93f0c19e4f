"""L018: a divergence shows what each of the two languages says, and that is not the same.

Bad:

    divergences:
      storage:
        kk: "3"
        ru: "3"
        en: "the same number"

Good:

    divergences:
      storage:
        kk: "үш жыл"
        ru: "срок не назван"
        en: "three years in Kazakh, no term in Russian"
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import under

CODE: Final = "L018"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The divergences in which both languages say the same."""
    for name in under(policy.raw, "divergences"):
        divergence = under(policy.raw, "divergences", name)
        kk, ru = (str(divergence.get(language)).strip().casefold() for language in ("kk", "ru"))
        if kk == ru:
            yield Fault(code=CODE, at=join("/divergences", name), says={"divergence": name})
