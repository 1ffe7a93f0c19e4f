"""A person of `participation` as given, and how long the person was in office."""

from dataclasses import dataclass
from datetime import date

from tests.naive.dates import Period
from tests.naive.facts import Facts

ABSENCES = {
    "annual_leave", "social_leave", "sick_leave", "business_trip", "internship", "retraining", "training",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days of absence or secondment, both ends included; without an end it still runs. `name` is its input."""

    name: str
    kind: str
    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether this day is one of them."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is to be evaluated."""

    group: str
    appointed: date
    dismissed: date | None
    worked_days: int | None
    absences: list[Away]
    seconded: list[Away]


def read_person(facts: Facts, *, head: str, counts_worked_days: bool, knows_secondment: bool) -> Person:
    """The person; `head` is the group of category E-2, everybody else is staff."""
    known = ["group", "category", "appointed", "dismissed", "worked_days", "absences"]
    person = facts.block("person", [*known, "seconded"] if knows_secondment else known)
    appointed, dismissed = person.day("appointed"), person.maybe_day("dismissed")
    person.fault_if(dismissed is not None and appointed > dismissed, "contradictory_facts")
    return Person(
        group=_group(person, head),
        appointed=appointed,
        dismissed=dismissed,
        worked_days=person.maybe_count("worked_days") if counts_worked_days else None,
        absences=[_away(one, ABSENCES) for one in person.blocks("absences", ["kind", "from", "to"])],
        seconded=[_away(one, None) for one in person.blocks("seconded", ["body", "from", "to"])]
        if knows_secondment
        else [],
    )


def tenure(person: Person, period: Period) -> tuple[date, date]:
    """First and last day in office inside the period (reading `tenure_from`)."""
    return max(person.appointed, period.start), min(person.dismissed or period.end, period.end)


def _group(person: Facts, head: str) -> str:
    if not person.has("group") and person.has("category"):
        return head if person.text("category") == "E-2" else "staff"
    return person.word("group", [head, "staff"])


def _away(facts: Facts, kinds: set[str] | None) -> Away:
    kind = facts.text("body") if kinds is None else facts.word("kind", kinds)
    start, end = facts.day("from"), facts.maybe_day("to")
    facts.fault_if(end is not None and end < start, "contradictory_facts")
    return Away(name=facts.path, kind=kind, start=start, end=end)


def not_evaluated(reason: str) -> dict[str, object]:
    """One method of `participation`, not evaluated."""
    return {"evaluated": False, "reason": reason, "by": None, "takes_part": None, "due": None, "act_by": None}
