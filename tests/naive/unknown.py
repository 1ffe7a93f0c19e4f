"""A fact given as `unknown`: every value that it may have is tried, and what holds for all of them is the answer."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Final

from tests.naive.dates import every_day, read_period

UNKNOWN: Final = "unknown"
LEFT_OUT: Final = object()
VIEWERS: Final = (
    "evaluated evaluator immediate_supervisor higher_supervisor apparatus_head unit_head first_head hr "
    "appointing_official session_member delegate substitute respondent strategic_planning third_party"
).split()
GROUNDS: Final = [LEFT_OUT, "service_necessity", "access_to_information_law", "another_ground"]
VALUES: Final[dict[str, list[object]]] = {
    "viewer": [*VIEWERS],
    "ground": GROUNDS,
    "evaluator_absent": [False, True],
    "first_head_assigns_apparatus_head": [False, True],
}
Answer = dict[str, object]


def answer(ask: Callable[[str, Mapping[str, object]], Answer], question: str, given: Mapping[str, object]) -> Answer:
    """Ask with the unknown fact replaced by each value; `missing` where the answers differ.

    One unknown fact at most is looked at, and only a fact whose values are known here; any other counts as left out.
    """
    for name in given:
        if given[name] == UNKNOWN and name in VALUES:
            return _common(ask, question, name, (_with(given, name, value) for value in VALUES[name]))
    person = given.get("person")
    if isinstance(person, dict) and person.get("dismissed") == UNKNOWN:
        people = (_with(person, "dismissed", value) for value in [LEFT_OUT, *_days_about(given.get("period"))])
        return _common(ask, question, "person.dismissed", ({**given, "person": one} for one in people))
    return ask(question, given)


def _days_about(period: object) -> list[str]:
    """All days of a period, one before it, and those after it until every term has passed."""
    found = read_period(str(period))
    if found is None:
        return []
    return [day.isoformat() for day in every_day(found.start - timedelta(days=1), found.end + timedelta(days=60))]


def _with(given: Mapping[str, object], name: str, value: object) -> dict[str, object]:
    others = {key: one for key, one in given.items() if key != name}
    return others if value is LEFT_OUT else {**others, name: value}


def _common(
    ask: Callable[[str, Mapping[str, object]], Answer], question: str, name: str, tried: Iterable[Mapping[str, object]]
) -> Answer:
    """A value that would be bad input is no value that the fact may have."""
    found = [ask(question, one) for one in tried]
    answers = [one for one in found if "faults" not in one] or found[:1]
    if all(one == answers[0] for one in answers):
        return answers[0]
    return {"missing": [name]}
