"""L024: no event has the name of a day of the case.

A term counts from the event wherever both have the name: `3 working days after plan_set` would run from the day on
which plans are due, and not from the day on which this one was set.

Bad:

    timetable:
      plan_set:
        every: quarter
        by: head
        due: 10 working days after period_start
        paragraph: "3/1"

Good:

    timetable:
      plans_due:
        every: quarter
        by: head
        due: 10 working days after period_start
        paragraph: "3/1"
"""

from collections.abc import Iterator
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy
from policyengine.model.tree import under
from policyengine.model.vocabulary import MOMENTS

CODE: Final = "L024"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The events called as a day of the language is, or as a date that the file declares."""
    facts = under(policy.tree, "facts")
    days = MOMENTS | {name for name in facts if under(facts, name).get("type") == "date"}
    for name in under(policy.tree, "timetable"):
        if name in days:
            yield Fault(code=CODE, at=join("/timetable", name), says={"word": name})
