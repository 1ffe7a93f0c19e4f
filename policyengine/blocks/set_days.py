"""The days that a schedule sets for events, as they are given: by event, or by event and period."""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.model.finding import Missing
from policyengine.model.period import Period


def scheduled(case: Case, event: str, asked: Period) -> Day:
    """The day that a schedule sets for an event in a period; None where it sets none."""
    given = case.given("scheduled")
    if isinstance(given, Missing):
        return given
    found = given.get(f"{event}@{asked.id}", given.get(event)) if isinstance(given, Mapping) else None
    return found if isinstance(found, date | Missing) else None
