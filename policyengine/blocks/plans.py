"""Individual plans: whether one is required of a person, and when it must be set."""

from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock
from policyengine.blocks.events import own_period
from policyengine.blocks.facts import facts_of
from policyengine.blocks.predicates import Truth, holds, named_facts, negated
from policyengine.blocks.resting import readings_in
from policyengine.blocks.spans import Span
from policyengine.model.finding import Missing
from policyengine.model.period import Period
from policyengine.model.policy import Node


def is_required(plan: Node, asked: Period, appointed: Day, clock: Clock, case: Case) -> Truth:
    """Whether a plan is required; `appointed` None means a person in post before the period began."""
    when = plan.get("not_required_when")
    own = own_period(plan, asked)
    if when is None or own is None:
        return own is not None
    facts = facts_of(case, {"time_to_period_end": lambda: time_left(own, appointed, clock)})
    return negated(holds(when, facts, clock.moments))


def time_left(own: Period, appointed: Day, clock: Clock) -> Span | Missing:
    """The time from the appointment to the end of a plan's period, both days included."""
    if isinstance(appointed, Missing):
        return appointed
    return Span(start=max(appointed or own.start, own.start), end=own.end, clock=clock)


def rests_on(plan: Node, *, counted: bool) -> frozenset[str]:
    """The readings on which it rests whether a plan is required; `counted` where time was counted for it."""
    when, months = plan.get("not_required_when"), plan.policy.section("counting", "months")
    timed = counted and when is not None and "time_to_period_end" in named_facts(when)
    return readings_in(plan["every"]) | readings_in(when) | (readings_in(months) if timed else frozenset())


def set_too_late(set_on: Day, due: Day) -> bool:
    """Whether a plan was set after its day."""
    return isinstance(set_on, date) and isinstance(due, date) and set_on > due
