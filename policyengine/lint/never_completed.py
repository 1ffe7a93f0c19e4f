"""L016: an evaluation that somebody is put to is completed by an event of the timetable.

The event that `completes` a method is the deadline of its evaluation; without one nobody knows by when to evaluate.

Bad:

    timetable:
      evaluation:
        completes: none
        about: [sheet]

Good:

    timetable:
      evaluation:
        completes: [sheet]
"""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import ids, under

CODE: Final = "L016"
SEVERITY: Final = "error"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The methods with a route that no event completes, by the kind of period for which none does."""
    events = [under(policy.tree, "timetable", name) for name in under(policy.tree, "timetable")]
    routed = {str(under(policy.tree, "routes", name).get("method")) for name in under(policy.tree, "routes")}
    for method in sorted(routed & set(under(policy.tree, "methods"))):
        completed = {kind for event in events if method in ids(event.get("completes")) for kind in _kinds(event)}
        for kind in _kinds(under(policy.tree, "methods", method)):
            if kind not in completed:
                yield Fault(code=CODE, at=join("/methods", method), says={"method": method, "every": kind})


def _kinds(block: Tree) -> tuple[str, ...]:
    """The kinds of period of a method or event; a single stretch by its two days, one's own year by its first."""
    every = block.get("every")
    return ("/".join(str(day) for day in every.values()),) if isinstance(every, Mapping) else ids(every)
