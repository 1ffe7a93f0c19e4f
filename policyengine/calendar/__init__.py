"""Working days: what a calendar knows, counting on it, and how its days off follow from the law."""

from policyengine.calendar.counting import (
    Calendar,
    estimated_between,
    is_working,
    last_working_day,
    next_working_day,
    working_day_after,
    working_day_before,
    working_days_between,
)
from policyengine.calendar.reckoning import MovableDay, Move, Statute, YearlyDay, days_off, reckon

__all__ = [
    "Calendar",
    "MovableDay",
    "Move",
    "Statute",
    "YearlyDay",
    "days_off",
    "estimated_between",
    "is_working",
    "last_working_day",
    "next_working_day",
    "reckon",
    "working_day_after",
    "working_day_before",
    "working_days_between",
]
