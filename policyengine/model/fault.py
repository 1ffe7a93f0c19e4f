"""What is wrong with a file or with given facts: a value, named and placed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: a stable code, the address where, and the words of its message.

    `at` is a JSON pointer into a policy or the name of an input (`person.appointed`). `file`, `line` and `column`
    (both from 1) are known for faults of files only. `like` is the nearest known word, for "did you mean".
    """

    code: str
    at: str = ""
    says: Mapping[str, object] = field(default_factory=dict)
    like: str = ""
    file: str = ""
    line: int = 0
    column: int = 0


class BeyondCalendar(Exception):
    """Something had to be known about `day`, which lies outside the range of a calendar of working days."""

    def __init__(self, day: date, calendar: str, first: date, last: date) -> None:
        """Name the day, the calendar and its range, both ends included."""
        super().__init__(f"`{day}` is outside `{calendar}`: {first} to {last}")
        self.day, self.calendar, self.first, self.last = day, calendar, first, last


class Refused(Exception):
    """Bad input, raised once and with every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order in which they were found."""
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.code} {fault.at}" for fault in self.faults))
