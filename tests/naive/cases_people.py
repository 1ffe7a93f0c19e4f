"""Cases of `participation`: tenure at its boundary, days worked at theirs, absences in chains, secondments."""

from datetime import date, timedelta
from random import Random

from tests.naive.chance import YEARS, Given, any_day, beside, one_in, quarter
from tests.naive.dates import Period, add_months, every_day, has_full_months, month_after, next_working_day, read_period
from tests.naive.days import FIRST, LAST, is_working
from tests.naive.people import ABSENCES

LONG_AGO = date(2019, 5, 13)
KINDS = sorted(ABSENCES)
ONE_DAY = timedelta(days=1)


def participation(policy: str, rng: Random) -> Given:
    """A period and a person, and in Taskala now and then the facts about the evaluator."""
    text = str(rng.choice(YEARS)) if policy == "nura" and one_in(rng, 4) else quarter(rng)
    period = read_period(text)
    assert period is not None
    person = _person(policy, rng, period)
    given: Given = {"period": int(text) if len(text) == 4 and one_in(rng, 2) else text, "person": person}
    if policy == "taskala" and one_in(rng, 4):
        given["evaluator_absent"] = rng.choice([True, False, True, "unknown"])
    if policy == "taskala" and one_in(rng, 5) and (person.get("group") == "staff" or one_in(rng, 3)):
        given["first_head_assigns_apparatus_head"] = rng.choice([True, False])
    return given


def _person(policy: str, rng: Random, period: Period) -> Given:
    head = "apparatus_head" if policy == "taskala" else "unit_head"
    person: Given = {"group": rng.choice([head, "staff"])}
    if one_in(rng, 6):
        person = {"category": rng.choice(["E-2", "E-3", "E-4", "E-R-4"])}
    appointed = _appointed(rng, period)
    person["appointed"] = appointed.isoformat()
    dismissed = _dismissed(rng, period, appointed)
    if dismissed is not None and (dismissed >= appointed or one_in(rng, 10)):
        person["dismissed"] = dismissed.isoformat()
    elif one_in(rng, 60):
        person["dismissed"] = "unknown"
    if policy == "taskala":
        person |= _worked(rng, period, appointed)
    elif one_in(rng, 2):
        person["absences"] = _about_due(rng, period, may_run="dismissed" not in person)
    return person


def _appointed(rng: Random, period: Period) -> date:
    latest = max(day for day in every_day(period.start, period.end) if has_full_months(day, period.end, 1))
    year = period.start.year
    return rng.choice([
        LONG_AGO, LONG_AGO, LONG_AGO, LONG_AGO,
        latest, latest, latest + ONE_DAY, latest - ONE_DAY,
        beside(rng, period.start), beside(rng, period.end),
        date(year, 9, 30), date(year, 10, 1), date(year, 10, 2),
        _within(rng, period), _within(rng, period),
    ])  # fmt: skip


def _dismissed(rng: Random, period: Period, appointed: date) -> date | None:
    start = max(appointed, period.start)
    shortest = add_months(start, 1) - ONE_DAY
    due = date(*month_after(period), rng.choice([10, 20]))
    return rng.choice([
        None, None, None, None, None, None, None,
        shortest, shortest - ONE_DAY, due, due - ONE_DAY, due + ONE_DAY, due + timedelta(days=4),
        beside(rng, period.end), _within(rng, period),
    ])  # fmt: skip


def _within(rng: Random, period: Period) -> date:
    return period.start + timedelta(days=rng.randint(0, (period.end - period.start).days))


def _worked(rng: Random, period: Period, appointed: date) -> Given:
    """Days worked in Taskala: typed in, or left by a leave of the right length; and secondments."""
    found: Given = {}
    working = [day for day in every_day(period.start, period.end) if is_working(day)]
    if one_in(rng, 4):
        found["worked_days"] = rng.choice([0, 14, 14, 15, 15, 16, len(working), len(working), len(working) + 1])
    if one_in(rng, 2):
        found["absences"] = _leave_that_leaves(rng, [day for day in working if day >= appointed])
    if one_in(rng, 3):
        found["seconded"] = _seconded(rng, period)
    return found


def _leave_that_leaves(rng: Random, working: list[date]) -> list[Given]:
    left = rng.choice([0, 13, 14, 15, 15, 16])
    if len(working) <= left:
        return []
    kind = rng.choice(["annual_leave", "sick_leave", "social_leave", rng.choice(KINDS)])
    if one_in(rng, 6) and left:
        return [{"kind": kind, "from": working[left].isoformat()}]
    ends = working[len(working) - left - 1]
    leaves = [_absence(kind, working[0], ends)]
    if one_in(rng, 3):
        leaves.append(_absence(rng.choice(KINDS), beside(rng, ends), ends + timedelta(days=rng.randint(2, 6))))
    return leaves


def _seconded(rng: Random, period: Period) -> list[Given]:
    """The whole period, its start, its end, or its middle, so that what is left is about a month."""
    near = add_months(period.start, 1) + timedelta(days=rng.randint(-2, 2))
    late = period.end - timedelta(days=rng.randint(26, 33))
    choices: list[list[tuple[date, date | None]]] = [
        [(period.start, period.end)],
        [(beside(rng, period.start), late)],
        [(near, beside(rng, period.end))],
        [(near, late)],
        [(near, near + timedelta(days=3)), (late, late + ONE_DAY)],
        [(_within(rng, period), None)],
    ]
    return [_stay(start, end) for start, end in rng.choice(choices) if end is None or end >= start]


def _stay(start: date, end: date | None) -> Given:
    stay: Given = {"body": "another_body", "from": start.isoformat()}
    return stay if end is None else {**stay, "to": end.isoformat()}


def _about_due(rng: Random, period: Period, *, may_run: bool) -> list[Given]:
    """Absences about the due day in Nura: covering it or just not, chained over days off or broken by one day."""
    due = date(*month_after(period), 10)
    start = due - timedelta(days=rng.randint(0, 12))
    end = max(start, due + timedelta(days=rng.choice([-2, -1, 0, 0, 1, 2, 5, 9])))
    absences = [_absence(rng.choice(KINDS), start, end)]
    for _ in range(rng.randint(0, 2)):
        if not FIRST <= end < LAST - timedelta(days=30):
            break
        start = rng.choice([next_working_day(end), end + ONE_DAY, end, next_working_day(end) + ONE_DAY])
        end = start + timedelta(days=rng.randint(0, 9))
        absences.append(_absence(rng.choice(KINDS), start, end))
    if may_run and one_in(rng, 6):
        del absences[-1]["to"]
    rng.shuffle(absences)
    if one_in(rng, 8):
        elsewhere = any_day(rng, last=date(2028, 1, 1))
        absences.append(_absence("sick_leave", elsewhere, elsewhere))
    return absences


def _absence(kind: str, start: date, end: date) -> Given:
    return {"kind": kind, "from": start.isoformat(), "to": max(start, end).isoformat()}
