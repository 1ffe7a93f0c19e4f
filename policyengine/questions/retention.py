"""Until when are the documents of an evaluation kept?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock, day_of
from policyengine.model.finding import Finding, Missing
from policyengine.model.given import DAY, Input
from policyengine.model.policy import Policy


def applies(policy: Policy) -> bool:
    """Whether the methodology says how long documents are kept."""
    return policy.section("retention") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The day on which the evaluation was completed."""
    return {"completed": DAY}


def answer(case: Case) -> Finding:
    """`keep_until`: the last day on which the documents must be kept."""
    rule = case.policy.root["retention"]
    due = day_of(rule["for"], Clock(case=case, moments=lambda name: _moment(case, name)))
    places = rule["at"].finding(list(rule["at"].ids()), "kept_at")
    return rule.finding({"keep_until": due.value}, "retention", due, places)


def _moment(case: Case, name: str) -> Day:
    if name == "evaluation_completed":
        value = case.needed("completed")
        return value if isinstance(value, date | Missing) else None
    return case.day(name)
