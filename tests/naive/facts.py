"""Reading what was given: every input by its name, with what is wrong and what is missing gathered on the way."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from tests.naive.dates import Period, read_day, read_period

NOWHERE = date(1, 1, 1)  # stands for a day that is missing or wrong; `settle` stops before anyone looks at it
NO_PERIOD = Period(kind="", start=NOWHERE, end=NOWHERE)


class Stop(Exception):
    """Something is wrong or missing, so there is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mapping of inputs; `path` is what stands before their names; sets are shared with the mappings inside."""

    given: Mapping[str, object]
    known: Collection[str]
    path: str = ""
    faults: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """An input whose name is in no table is bad input."""
        if any(name not in self.known for name in self.given):
            self.faults.add("unknown_fact")

    def settle(self) -> None:
        """Stop when anything read so far is wrong or missing."""
        if self.faults or self.missing:
            raise Stop

    def has(self, name: str) -> bool:
        """Whether the input was given."""
        return name in self.given

    def need(self, name: str) -> object:
        """The input as it was given; missing when it was left out or is unknown."""
        value = self.given.get(name, "unknown")
        if value == "unknown":
            self.missing.add(self.path + name)
        return value

    def fault_if(self, wrong: bool, code: str) -> None:
        """Note a fault when something is wrong."""
        if wrong:
            self.faults.add(code)

    def day(self, name: str) -> date:
        """A date that is needed."""
        return as_day(self.need(name), self) or NOWHERE

    def maybe_day(self, name: str) -> date | None:
        """A date that may be left out; None too where it is wrong, so that nothing is compared with it."""
        return as_day(self.need(name), self) if self.has(name) else None

    def period(self, name: str) -> Period:
        """A period that is needed."""
        value = self.need(name)
        if value == "unknown":
            return NO_PERIOD
        return as_period(value, self)

    def count(self, name: str) -> int:
        """A whole number from zero that is needed."""
        value = self.need(name)
        if value == "unknown":
            return 0
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.faults.add("bad_value")
        return 0

    def maybe_count(self, name: str) -> int | None:
        """A whole number from zero that may be left out."""
        return self.count(name) if self.has(name) else None

    def word(self, name: str, words: Collection[str]) -> str:
        """An id out of a list, needed."""
        value = self.need(name)
        if value != "unknown" and value not in words:
            self.faults.add("unknown_id" if isinstance(value, str) else "bad_value")
        return str(value)

    def text(self, name: str) -> str:
        """A free id, needed."""
        value = self.need(name)
        self.fault_if(not isinstance(value, str), "bad_value")
        return str(value)

    def yes(self, name: str) -> bool:
        """A yes or no; left out means no."""
        if not self.has(name):
            return False
        value = self.need(name)
        self.fault_if(value != "unknown" and not isinstance(value, bool), "bad_value")
        return value is True

    def block(self, name: str, known: Collection[str] | None = None) -> "Facts":
        """A mapping inside; with free names when `known` is None."""
        return self._inside(name, self.given.get(name, {}), known)

    def blocks(self, name: str, known: Collection[str]) -> list["Facts"]:
        """A list of mappings inside, named `name[0]`, `name[1]` and so on."""
        listed = self.given.get(name, [])
        if not isinstance(listed, list):
            self.faults.add("bad_value")
            return []
        return [self._inside(f"{name}[{number}]", one, known) for number, one in enumerate(listed)]

    def _inside(self, name: str, value: object, known: Collection[str] | None) -> "Facts":
        if not isinstance(value, dict):
            self.faults.add("bad_value")
            value = {}
        return Facts(
            given=value,
            known=value.keys() if known is None else known,
            path=f"{self.path}{name}.",
            faults=self.faults,
            missing=self.missing,
        )


def as_day(value: object, facts: Facts) -> date | None:
    """The date of a text; anything else but `unknown` is a bad date."""
    day = read_day(value) if isinstance(value, str) else None
    facts.fault_if(day is None and value != "unknown", "bad_date")
    return day


def as_period(value: object, facts: Facts) -> Period:
    """The period of a text, or of a year written as a number."""
    period = read_period(str(value)) if isinstance(value, int | str) and not isinstance(value, bool) else None
    facts.fault_if(period is None, "bad_date")
    return period or NO_PERIOD
