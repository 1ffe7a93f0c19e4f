"""Individual plans: whether one is required of a person, and when it must be set."""

from collections.abc import Callable
from datetime import date
from functools import partial

from policyengine.blocks.case import Case, Day, Fact
from policyengine.blocks.counting import Clock
from policyengine.blocks.events import around
from policyengine.blocks.facts import facts_of
from policyengine.blocks.person import lazily
from policyengine.blocks.predicates import Truth, holds, negated
from policyengine.blocks.routes import held_for, no_day
from policyengine.blocks.spans import Span
from policyengine.model.finding import Missing
from policyengine.model.period import Period
from policyengine.model.policy import Node


def period_of(plan: Node, asked: Period) -> Period | None:
    """The period of a plan that holds the end of the asked one; None where it has none."""
    return next((one for one in around(asked) if held_for(plan, one)), None)


def is_required(plan: Node, asked: Period, appointed: Day, clock: Clock, case: Case) -> Truth:
    """Whether a plan is required; `appointed` None means a person in post before the period began."""
    when = plan.get("not_required_when")
    own = period_of(plan, asked)
    if when is None or own is None:
        return own is not None
    return negated(
        holds(when, lazily({"time_to_period_end": lambda: time_left(own, appointed, clock), **others(case)}), no_day)
    )


def time_left(own: Period, appointed: Day, clock: Clock) -> Span | Missing:
    """The time from the appointment to the end of a plan's period, both days included."""
    if isinstance(appointed, Missing):
        return appointed
    return Span(start=max(appointed or own.start, own.start), end=own.end, clock=clock)


def others(case: Case) -> dict[str, Callable[[], Fact]]:
    """The facts of a case that a plan may turn on besides."""
    facts = facts_of(case)
    return {name: partial(facts, name) for name in ("group", "on_probation", "category")}


def set_too_late(set_on: Day, due: Day) -> bool:
    """Whether a plan was set after its day."""
    return isinstance(set_on, date) and isinstance(due, date) and set_on > due
