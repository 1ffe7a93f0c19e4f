"""A timetable asked about: what it says of the events of a period."""

from typing import Any

from tests.unit.made import answer, made


def event(due: str, every: str = "quarter", more: str = "") -> str:
    return f"timetable: {{evaluation: {{every: {every}, due: {due}}}}}\n{more}"


def days(fragments: tuple[str, ...], period: str, more: str = "") -> dict[str, Any]:
    """The events of a period."""
    events: dict[str, Any] = answer(made(*fragments), "timetable", f"{{period: {period}{more}}}")["events"]
    return events


def day(fragments: tuple[str, ...], period: str, more: str = "") -> object:
    """The day on which the evaluation of a period is due."""
    return days(fragments, period, more)[f"evaluation@{period}"]["due"]
