"""A case: the facts that are given to a question, beside the policy and the calendar that it is asked of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from policyengine.model.finding import Missing, unknown
from policyengine.model.period import Period
from policyengine.model.policy import Policy

if TYPE_CHECKING:  # few questions count days, and the calendar is slow to import
    from policyengine.calendar import Calendar

Day = date | Missing | None
Fact = object
Facts = Callable[[str], Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question's facts, read and typed; a fact given as `unknown` is `Missing`, one left out is not there."""

    policy: Policy
    facts: Mapping[str, object]
    open_calendar: "Callable[[], Calendar]"

    @property
    def calendar(self) -> "Calendar":
        """The calendar of working days."""
        return self.open_calendar()

    def given(self, path: str) -> object:
        """What is given at a path such as `person.appointed`; None when nothing is."""
        value: object = self.facts
        for key in path.split("."):
            if isinstance(value, Missing):
                return value
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def needed(self, path: str) -> object:
        """What is given at a path, or that it is missing."""
        value = self.given(path)
        return unknown(path) if value is None else value

    def day(self, path: str) -> Day:
        """The day given at a path; None when nothing is."""
        value = self.given(path)
        return value if isinstance(value, date | Missing) else None

    def word(self, path: str) -> str | Missing | None:
        """The word given at a path; None when nothing is."""
        value = self.given(path)
        return value if isinstance(value, str | Missing) else None

    def count(self, path: str) -> int | Missing | None:
        """The whole number given at a path; None when nothing is."""
        value = self.given(path)
        return value if isinstance(value, int | Missing) else None

    def period(self) -> Period | Missing:
        """The period that is asked about."""
        value = self.needed("period")
        return value if isinstance(value, Period) else unknown("period")

    def entries(self, path: str) -> tuple[Mapping[str, object], ...]:
        """The entries of a list given at a path; none when nothing is, and of an unknown one nothing is known."""
        value = self.given(path)
        return tuple(one if isinstance(one, Mapping) else {} for one in value) if isinstance(value, tuple) else ()
