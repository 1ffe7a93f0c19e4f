"""Moments of a case as a question is given them: which it takes, which are missing where a term counts from them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import day_of
from policyengine.blocks.events import Timetable
from policyengine.blocks.facts import facts_of, moment_of
from policyengine.blocks.mentions import set_at
from policyengine.model.finding import Finding, unknown
from policyengine.model.given import DAY, Input
from policyengine.model.period import Period
from policyengine.model.policy import Node
from policyengine.model.term import DayOfMonth, DayOfYear, EventDay
from policyengine.model.tree import under
from policyengine.model.vocabulary import MOMENTS
from policyengine.terms.times import moments, term

CALLED: Final[Mapping[str, str]] = {
    "application_received": "filed",
    "application_made": "made",
    "complaint_received": "filed",
    "minutes_signed": "signed",
    "evaluation_completed": "completed",
    "plan_set": "set_on",
    "period_start": "period",
    "period_end": "period",
}
NOT_GIVEN: Final = frozenset({"period_start", "period_end", "due", "return_to_work"})
MAY_LACK: Final = frozenset({"received"})  # of two days the one that need not have come


def day_inputs(terms: Iterable[Node | None]) -> Mapping[str, Input]:
    """The days from which these terms count, by any option of a reading, as inputs."""
    known = MOMENTS - NOT_GIVEN | {"received"}
    texts = (text for node in terms if node is not None for text in set_at(node) if isinstance(text, str))
    names = sorted({name for text in texts for name in _moments(text) if name in known})
    return {CALLED.get(name, name): DAY for name in names}


def given_day(case: Case, name: str) -> Day:
    """The day of a moment, under the name by which a question is given it."""
    return moment_of(case, CALLED.get(name, name))


def needed_day(case: Case, node: Node) -> Finding:
    """The day that a term means, its event's exceptions applied; missing where what it counts from is not given."""
    found = term(node.text())
    names = () if found is None else moments(found)
    events = [name for name in names if case.policy.section("timetable", name) is not None]
    asked = case.given("period")
    if (events or isinstance(found, DayOfMonth | DayOfYear)) and not isinstance(asked, Period):
        return node.finding(case.period(), "term", term=found)
    timetable = Timetable(case=case, moment=lambda name: given_day(case, name))
    event = case.policy.section("timetable", found.event) if isinstance(found, EventDay) else None
    if event is not None and isinstance(asked, Period):
        return timetable.due(event, asked, lambda _: facts_of(case)).due
    due = day_of(node, timetable.clock(asked if isinstance(asked, Period) else None))
    given = [name for name in names if name not in under(case.policy.raw, "timetable")]
    lacking = [CALLED.get(name, name) for name in given if len(names) == 1 or name not in MAY_LACK]
    return node.finding(unknown(*lacking), "term", term=found) if due.value is None and lacking else due


def _moments(text: str) -> Iterator[str]:
    found = term(text)
    yield from () if found is None else moments(found)
