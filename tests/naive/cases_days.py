"""Cases of questions that turn on days: one day before a term, on it, one after, across days off and years."""

from datetime import date, timedelta
from random import Random
from typing import Final

from tests.naive.chance import YEARS, Given, any_day, beside, one_in, quarter
from tests.naive.dates import working_days_after
from tests.naive.days import LAST

ADOPTED: Final = {"taskala": date(2025, 8, 22), "nura": date(2023, 4, 27)}
ONE_DAY: Final = timedelta(days=1)


def timetable(_: str, rng: Random) -> Given:
    """A year, or a period of the acts."""
    if one_in(rng, 3):
        return {"period": quarter(rng)}
    year = rng.choice([*YEARS, *YEARS, 2030])
    if one_in(rng, 3):
        return {"period": rng.choice([year, str(year)])}
    return {"year": year}


def kpi_plan(_: str, rng: Random) -> Given:
    """Appointments about the first of October and the turn of the year, plans set about the last day."""
    year = rng.choice(YEARS)
    given: Given = {"year": year}
    start = date(year, 1, 1)
    if one_in(rng, 2):
        appointed = rng.choice([
            date(year, 9, 30), date(year, 10, 1), date(year, 10, 2), date(year - 1, 12, 31), start,
            date(year, 1, 2), any_day(rng, start, date(year, 11, 30)), date(year + 1, 1, 5), date(year, 12, 30),
        ])  # fmt: skip
        given["appointed"] = appointed.isoformat()
        start = max(start, appointed)
    if one_in(rng, 2) and start < LAST - timedelta(days=30):
        given["set_on"] = beside(rng, working_days_after(start, 10), 1).isoformat()
    if one_in(rng, 2):
        given["indicators"] = rng.choice([0, 2, 2, 3, 4, 5, 6, 6])
    return given


def acquaintance(_: str, rng: Random) -> Given:
    """In office, dismissed, dismissed on a day."""
    given: Given = {"completed": any_day(rng).isoformat(), "period": quarter(rng)}
    if one_in(rng, 2):
        given["dismissed"] = rng.choice([True, True, False, any_day(rng).isoformat()])
    return given


def appeal(policy: str, rng: Random) -> Given:
    """Filed on the last day, one before, one after, never, or before the person knew the result."""
    acquainted = any_day(rng)
    given: Given = {"acquainted": acquainted.isoformat()}
    known = acquainted
    if policy == "taskala" and one_in(rng, 2):
        received = beside(rng, acquainted, 3)
        known = max(received, acquainted)
        given["received"] = received.isoformat()
        if one_in(rng, 8):
            del given["acquainted"]
            known = received
    last = working_days_after(known, 5)
    filed = rng.choice([last, last, last + ONE_DAY, last - ONE_DAY, known, known - ONE_DAY, last + timedelta(days=40)])
    if not one_in(rng, 4):
        given["filed"] = filed.isoformat()
    if one_in(rng, 4):
        given["made"] = (filed - timedelta(days=rng.choice([-1, 0, 1, 3, 5]))).isoformat()
    return given


def minutes(_: str, rng: Random) -> Given:
    """A day of signature; now and then so late that the calendar ends."""
    return {"signed": (LAST - timedelta(days=rng.randint(0, 6)) if one_in(rng, 20) else any_day(rng)).isoformat()}


def retention(_: str, rng: Random) -> Given:
    """Any day, leap days included; no calendar is needed."""
    return {
        "completed": rng.choice([any_day(rng), date(2024, 2, 29), date(2028, 2, 29), date(2040, 2, 29)]).isoformat()
    }


def in_force(policy: str, rng: Random) -> Given:
    """Days about the tenth after publication, and about the day of the act itself."""
    adopted = ADOPTED[policy]
    published = adopted + timedelta(days=rng.choice([0, 0, 3, 7, 40, 130, 400, -1 if one_in(rng, 3) else 1]))
    given: Given = {"published": published.isoformat()}
    after = rng.choice([-400, -1, 0, 1, 9, 10, 11, 12, 500])
    given["date"] = rng.choice([published + timedelta(days=after), beside(rng, adopted, 1)]).isoformat()
    if one_in(rng, 3):
        del given["published"]
    return given
