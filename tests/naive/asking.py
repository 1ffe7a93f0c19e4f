"""Asking a methodology: a question is the names of its inputs and a function of the facts."""

from collections.abc import Callable, Mapping
from datetime import date

from tests.naive.dates import Period, act_by, part_of_year, written
from tests.naive.days import OutsideCalendarError
from tests.naive.facts import Facts, Stop

Result = dict[str, object]
Questions = Mapping[str, tuple[str, Callable[[Facts], Result]]]


def answered(questions: Questions, question: str, given: Mapping[str, object]) -> Result:
    """The answer, else what is wrong, else what is missing; a question that the act does not know does not apply."""
    if question not in questions:
        return {"answer": {"applies": False}}
    inputs, ask = questions[question]
    facts = Facts(given=given, known=inputs.split())
    found: Result = {}
    try:
        found = ask(facts)
    except OutsideCalendarError:
        facts.faults.add("calendar_end")
    except Stop:
        pass
    if facts.faults:
        return {"faults": sorted(facts.faults)}
    return {"missing": sorted(facts.missing)} if facts.missing else {"answer": found}


def timetable(
    facts: Facts, *, of_quarter: Callable[[Period, str], Result], of_year: Callable[[Period, str], Result]
) -> Result:
    """The events of a period alone, or of a year and its quarters. A half-year, month or stretch has none."""
    if facts.has("period"):
        period = facts.period("period")
        facts.settle()
        return {"events": _events(period, of_quarter, of_year)}
    number = facts.count("year")
    facts.settle()
    year = Period(kind="year", start=date(number, 1, 1), end=date(number, 12, 31))
    events = _events(year, of_quarter, of_year)
    for quarter in range(1, 5):
        events |= _events(part_of_year(number, "quarter", quarter), of_quarter, of_year)
    return {"events": events}


def _events(
    period: Period, of_quarter: Callable[[Period, str], Result], of_year: Callable[[Period, str], Result]
) -> Result:
    if period.kind == "quarter":
        return of_quarter(period, f"{period.start.year}-Q{period.end.month // 3}")
    return of_year(period, str(period.start.year)) if period.kind == "year" else {}


def event(due: date | None, by: str, paragraph: str, *warnings: str) -> Result:
    """One event of a timetable."""
    return {
        "due": written(due), "act_by": act_by(due), "by": by, "paragraph": paragraph, "warnings": list(warnings),
    }  # fmt: skip
