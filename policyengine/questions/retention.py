"""Until when are the documents of an evaluation kept?"""

from collections.abc import Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.moments import day_inputs, needed_day
from policyengine.model.finding import Finding
from policyengine.model.given import DAY, PERIOD, Input
from policyengine.model.policy import Policy


def applies(policy: Policy) -> bool:
    """Whether the methodology says how long documents are kept."""
    return policy.section("retention") is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """The day on which the evaluation was completed, or whatever else the term counts from."""
    return {**day_inputs([policy.section("retention", "for")]), "completed": DAY, "period": PERIOD}


def answer(case: Case) -> Finding:
    """`keep_until`: the last day on which the documents must be kept."""
    rule = case.policy.root["retention"]
    due = needed_day(case, rule["for"])
    places = rule["at"].finding(list(rule["at"].ids()), "kept_at")
    return rule.finding({"keep_until": due.value}, "retention", due, places)
