"""Days off and moved working days of Kazakhstan, 2023 to 2028, for the five-day week: a table kept by hand.

Sources: the law on holidays of 2001-12-13 No. 267-II (national and state holidays; a day off that coincides with a
holiday moves to the next working day after the holiday); the labour code, articles 84 and 85 (7 January and the first
day of Kurban-ait are days off and do not move; the government, later the ministry of labour, may move days of rest).

- 2023: day of rest moved from Saturday 1 July to Friday 7 July (resolution of the government of 2023-04-25).
- 2024: moved from Saturday 4 May to Wednesday 8 May. Kurban-ait was 16 June, a Sunday; the 17th, printed in the
  calendars of the spring, was a working day in the end.
- 2025: moved from Sunday 5 January to Friday 3 January.
- 2026: no move is known. 30 August is no holiday since the constitution of 2026, so 31 August is a working day.
- 2027 and 2028: computed by the rule, with 15 March as the day of the constitution. Kurban-ait (16 May 2027, a Sunday,
  and 5 May 2028, a Friday) is expected and not announced; a move of days of rest for these years cannot be known yet.
"""

from datetime import date
from typing import Final

FIRST: Final = date(2023, 1, 1)
LAST: Final = date(2028, 12, 31)
SATURDAY: Final = 5

# Only days from Monday to Friday: every Saturday and Sunday is a day off unless it stands in WORKING.
OFF: Final = {
    2023: "01-02 01-03 03-08 03-21 03-22 03-23 05-01 05-08 05-09 06-28 07-06 07-07 08-30 10-25 12-18",
    2024: "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16",
    2025: "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16",
    2026: "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16",
    2027: "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16",
    2028: "01-03 01-04 01-07 03-08 03-15 03-21 03-22 03-23 05-01 05-05 05-08 05-09 07-06 10-25 12-18",
}
WORKING: Final = {date(2023, 7, 1), date(2024, 5, 4), date(2025, 1, 5)}
WEEKDAYS_OFF: Final = {
    date.fromisoformat(f"{year}-{month_and_day}") for year, listed in OFF.items() for month_and_day in listed.split()
}


class OutsideCalendarError(Exception):
    """A day was asked for that the table does not hold."""


def is_working(day: date) -> bool:
    """Whether people work on this day; an error outside 2023-01-01 to 2028-12-31."""
    if not FIRST <= day <= LAST:
        raise OutsideCalendarError(day.isoformat())
    if day in WORKING:
        return True
    return day.weekday() < SATURDAY and day not in WEEKDAYS_OFF
