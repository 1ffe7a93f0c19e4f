"""L019: an act has a number, a date, a signatory and a legal basis.

A methodology that cannot say by whom, when and under which law it was adopted binds nobody.

Bad:

    act:
      signed_by: none

Good:

    act:
      signed_by: {office: chair, name: "A. B."}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy
from policyengine.model.tree import under

CODE: Final = "L019"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """What the envelope of the act lacks."""
    act = under(policy.raw, "act")
    has = {
        "number": act.get("number"),
        "date": act.get("date"),
        "signed_by": under(act, "signed_by").get("name"),
        "basis": act.get("basis"),
    }
    yield from (Fault(code=CODE, at=f"/act/{key}", says={"key": key}) for key, value in has.items() if not value)
