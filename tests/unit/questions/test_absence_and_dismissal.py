"""When is a person evaluated who is absent, has come back, or has left?"""

import pytest

from tests.unit.made import made, missing
from tests.unit.people import sheet

ABSENCE = """
vocabulary: {absences: {leave: {en: leave}, illness: {en: illness}, trip: {en: trip}}}
timetable:
  evaluation:
    except:
      away: {when: {absent_on_due: [leave, illness]}, due: 5 working days after return_to_work, paragraph: "6/2"}
      gone: {when: {dismissed: {on_or_before: due}}, takes_part: false, paragraph: "6/3"}
      wins: [gone, away]
"""


@pytest.mark.parametrize(
    ("absences", "due"),
    [
        (
            "[{kind: leave, from: 2026-04-10, to: 2026-04-24}]",
            "2026-05-05",
        ),  # back on Monday the 27th; the 1st of May is off
        ("[{kind: leave, from: 2026-04-10, to: 2026-04-19}]", "2026-04-20"),  # back on the very day
        ("[{kind: leave, from: 2026-04-20, to: 2026-04-20}]", "2026-04-28"),
        (
            "[{kind: leave, from: 2026-04-10, to: 2026-04-24}, {kind: illness, from: 2026-04-25, to: 2026-04-29}]",
            "2026-05-08",
        ),
        ("[{kind: trip, from: 2026-04-10, to: 2026-04-24}]", "2026-04-20"),  # no such absence
    ],
)
def test_who_is_absent_on_the_due_day_is_evaluated_after_the_return(absences: str, due: str) -> None:
    assert sheet((ABSENCE,), f"appointed: 2020-01-01, absences: {absences}")["due"] == due


def test_an_absence_that_still_runs_leaves_the_day_unknown() -> None:
    given = "{period: 2026-Q1, person: {group: staff, absences: [{kind: leave, from: 2026-04-10}]}}"
    assert missing(made(ABSENCE), "participation", given) == ("person.absences[0].to",)


@pytest.mark.parametrize(
    ("dismissed", "takes_part"), [("2026-04-20", False), ("2026-04-21", True), ("2026-03-01", False)]
)
def test_who_is_dismissed_by_the_due_day_does_not_take_part(dismissed: str, takes_part: bool) -> None:
    one = sheet((ABSENCE,), f"appointed: 2020-01-01, dismissed: {dismissed}")
    assert (one["takes_part"], one["due"]) == (takes_part, "2026-04-20")


@pytest.mark.parametrize(
    ("person", "facts"),
    [
        ("dismissed: unknown", ("person.dismissed",)),
        ("absences: unknown", ("person.absences",)),
        ("absences: [{kind: leave, from: unknown, to: 2026-04-24}]", ("person.absences[0].from",)),
    ],
)
def test_an_unknown_absence_or_dismissal_leaves_the_day_unknown(person: str, facts: tuple[str, ...]) -> None:
    assert missing(made(ABSENCE), "participation", f"{{period: 2026-Q1, person: {{group: staff, {person}}}}}") == facts


BACK = """
vocabulary: {absences: {leave: {en: leave}, trip: {en: trip}}}
not_evaluated:
  just_back: {when: {returned_from: [leave], time_since_return: {less_than: 2 weeks}}, paragraph: "7"}
"""


@pytest.mark.parametrize(
    ("absences", "expected"),
    [
        ("[]", None),
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-17}]", None),  # back on the 18th: fourteen days
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-18}]", "just_back"),
        ("[{kind: trip, from: 2026-02-01, to: 2026-03-18}]", None),
        ("[{kind: leave, from: 2026-02-01, to: 2026-03-18}, {kind: trip, from: 2026-03-20, to: 2026-03-24}]", None),
        ("[{kind: leave, from: 2026-03-18}]", None),  # not back at all
    ],
)
def test_who_has_just_come_back_may_be_left_out(absences: str, expected: str | None) -> None:
    assert sheet((BACK,), f"absences: {absences}")["reason"] == expected


def test_an_unknown_absence_leaves_the_return_unknown() -> None:
    given = "{period: 2026-Q1, person: {group: staff, absences: unknown}}"
    assert missing(made(BACK), "participation", given) == ("person.absences",)


LEAVING = """
vocabulary: {absences: {leave: {en: leave}}}
not_evaluated: {leaving: {when: {time_to_period_end: {less_than: 2 weeks}}, paragraph: "7"}}
"""


@pytest.mark.parametrize(
    ("appointed", "expected"), [("2026-03-18", None), ("2026-03-19", "leaving"), ("2019-03-19", None)]
)
def test_who_came_shortly_before_the_end_may_be_left_out(appointed: str, expected: str | None) -> None:
    assert sheet((LEAVING,), f"appointed: {appointed}")["reason"] == expected
    assert missing(made(LEAVING), "participation", "{period: 2026-Q1, person: {group: staff}}") == ("person.appointed",)


UNDATED = """
facts: {abroad: {type: yes_no, about: {en: abroad}}, sworn: {type: date, about: {en: "the oath"}}}
timetable:
  evaluation:
    due: not stated
    except:
      away: {when: {absent_on_due: [leave]}, due: 1 week after return_to_work, paragraph: "6/2"}
      far: {when: {any: [{abroad: true}, {sworn: {after: due}}]}, due: 2 weeks after return_to_work, paragraph: "6/3"}
      wins: [far, away]
"""


def test_where_no_day_is_stated_nobody_is_absent_on_it() -> None:
    away = "absences: [{kind: leave, from: 2026-01-01, to: 2026-12-31}]"
    assert sheet((LEAVING, UNDATED), f"appointed: 2019-03-19, {away}")["due"] is None
    assert sheet((LEAVING, UNDATED), f"appointed: 2019-03-19, abroad: true, {away}")["due"] is None


def test_of_unknown_absences_nobody_knows_the_return() -> None:
    given = "{period: 2026-Q1, person: {group: staff, appointed: 2019-03-19, abroad: true, absences: unknown}}"
    dated = "timetable: {evaluation: {due: 20 April, except: {away: none, wins: [far]}}}"
    assert missing(made(LEAVING, UNDATED, dated), "participation", given) == ("person.absences",)


def test_a_day_that_is_itself_unknown_leaves_the_absence_unknown() -> None:
    sworn = "timetable: {evaluation: {due: 1 week after sworn}}"
    given = "{period: 2026-Q1, person: {group: staff, appointed: 2019-03-19, sworn: unknown}}"
    assert missing(made(LEAVING, UNDATED, sworn), "participation", given) == ("person.sworn",)


LEFT_OUT = """
not_evaluated: {resting: {when: {absent_on_due: [leave]}, paragraph: "7"}, reason_first: [resting]}
instead:
  ill: {when: {absent_on_due: [illness]}, evaluator: deputy, paragraph: "5"}
  new: {when: {tenure_in_period: {less_than: 2 months}}, evaluator: hr, wins_over: [ill], paragraph: "5"}
"""


@pytest.mark.parametrize(
    ("kind", "appointed", "reason", "by"),
    [
        ("leave", "2020-01-01", "resting", None),
        ("illness", "2020-01-01", None, "deputy"),
        ("trip", "2020-01-01", None, "head"),
        ("trip", "2026-02-02", None, "hr"),
    ],
)
def test_an_absence_and_the_time_in_the_post_may_decide_who_evaluates_and_whether(
    kind: str, appointed: str, reason: str | None, by: str | None
) -> None:
    absences = f"[{{kind: {kind}, from: 2026-04-20, to: 2026-04-24}}]"
    one = sheet((ABSENCE, LEFT_OUT), f"appointed: {appointed}, absences: {absences}")
    assert (one["reason"], one["by"]) == (reason, by)


def test_where_no_day_is_set_nobody_is_absent_on_it() -> None:
    undated = "timetable: {evaluation: {due: not stated}}"
    absences = "[{kind: leave, from: 2026-04-20, to: 2026-04-24}]"
    assert sheet((ABSENCE, LEFT_OUT, undated), f"appointed: 2020-01-01, absences: {absences}")["reason"] is None
    nothing = "timetable: {evaluation: {completes: none}}"
    assert sheet((ABSENCE, LEFT_OUT, nothing), f"appointed: 2020-01-01, absences: {absences}")["reason"] is None
