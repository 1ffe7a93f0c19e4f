"""L012: a reading that warns is leaned on by an event of the timetable.

It is by `rests_on` that an event knows of what it has to warn; else the warning is never given.

Bad:

    retention:
      rests_on: [early]
    readings:
      early:
        about: {kk: "кезең ішінде", ru: "внутри периода", en: "inside the period"}
        because: {kk: "басылғандай", ru: "как напечатано", en: "as printed"}
        warns: inside_period
        chosen: as_printed
        options:
          as_printed: {}

Good:

    timetable:
      evaluation:
        rests_on: [early]
    readings:
      early:
        about: {kk: "кезең ішінде", ru: "внутри периода", en: "inside the period"}
        because: {kk: "басылғандай", ru: "как напечатано", en: "as printed"}
        warns: inside_period
        chosen: as_printed
        options:
          as_printed: {}
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import ids, under

CODE: Final = "L012"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The readings whose warning no event gives."""
    events = under(policy.tree, "timetable")
    given = {reading for name in events for reading in ids(under(events, name).get("rests_on"))}
    for name in under(policy.raw, "readings"):
        if "warns" in under(policy.raw, "readings", name) and name not in given:
            yield Fault(code=CODE, at=join("/readings", name, "warns"), says={"reading": name})
