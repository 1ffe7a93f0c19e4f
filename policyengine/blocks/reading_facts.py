"""Given facts become typed values by the shapes of the inputs; everything that is wrong is named at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.finding import unknown
from policyengine.model.given import PERIODS, Input
from policyengine.model.near import nearest
from policyengine.model.number import decimal
from policyengine.model.period import FIRST_YEAR, LAST_YEAR, Period, day, period

UNKNOWN: Final = "unknown"
Known = Callable[[str], frozenset[str] | None]


def read_facts(
    given: Mapping[str, object], inputs: Mapping[str, Input], known: Known
) -> tuple[Mapping[str, object], tuple[Fault, ...]]:
    """Typed facts, and what is wrong with those given: a fact that cannot be is as good as unknown.

    `known` gives the ids of a section, None where it is not closed.
    """
    reader = _Reader(known=known)
    facts = reader.fields(given, inputs, "")
    return facts, tuple(reader.faults)


@dataclass(slots=True, kw_only=True)
class _Reader:
    known: Known
    faults: list[Fault] = field(default_factory=list)

    def fields(self, given: Mapping[str, object], inputs: Mapping[str, Input], at: str) -> dict[str, object]:
        found = {}
        for name, value in given.items():
            path = f"{at}.{name}" if at else name
            if name not in inputs:
                says = {"word": name, "words": sorted(inputs)}
                self.faults.append(Fault(code="unknown_fact", at=path, says=says, like=nearest(name, inputs)))
            elif value is not None:
                found[name] = self.value(value, inputs[name], path)
        return found

    def value(self, value: object, wanted: Input, at: str) -> object:
        if value == UNKNOWN:
            return unknown(at)
        match wanted.shape, value:
            case "fields", Mapping():
                return self.fields(value, wanted.fields, at)
            case "list", list():
                return tuple(self._entry(one, wanted, f"{at}[{number}]") for number, one in enumerate(value))
            case "map", Mapping():
                return self._map(value, wanted, at)
            case "words", _:
                return self._words(value if isinstance(value, list) else [value], wanted.section, at)
            case "word", _:
                return self._word(value, wanted.section, at)
            case "cell", list():
                return [self.value(one, wanted, f"{at}[{number}]") for number, one in enumerate(value)]
            case _:
                return value if wanted.shape == "cell" else self._single(value, wanted, at)

    def _entry(self, value: object, wanted: Input, at: str) -> object:
        if wanted.each is not None:
            return self.value(value, wanted.each, at)
        if isinstance(value, Mapping):
            return self.fields(value, wanted.fields, at)
        return self._wrong(value, "fields", at)

    def _map(self, value: Mapping[str, object], wanted: Input, at: str) -> dict[str, object]:
        each = wanted.each or wanted
        found = {name: None if one is None else self.value(one, each, f"{at}.{name}") for name, one in value.items()}
        return {name: one for name, one in found.items() if self._is_name(name, wanted.section, f"{at}.{name}")}

    def _is_name(self, name: str, section: str, at: str) -> bool:
        """Whether a name of a map can be; one that cannot is left out, so that nobody looks for it."""
        if section != PERIODS:
            return not section or isinstance(self._word(name, section, at), str)
        if period(name) is None:
            self._wrong(name, "period", at)
        return period(name) is not None

    def _words(self, listed: list[object], section: str, at: str) -> tuple[object, ...]:
        return tuple(
            unknown(f"{at}[{number}]") if one == UNKNOWN else self._word(one, section, at)
            for number, one in enumerate(listed)
        )

    def _word(self, value: object, section: str, at: str) -> object:
        if isinstance(value, bool | list | Mapping) or value is None:
            return self._wrong(value, "word", at)
        known = self.known(section) if section else None
        if known is not None and str(value) not in known:
            says = {"word": str(value), "section": section, "words": sorted(known)}
            self.faults.append(Fault(code="unknown_id", at=at, says=says, like=nearest(str(value), known)))
            return unknown(at)
        return str(value)

    def _single(self, value: object, wanted: Input, at: str) -> object:
        found = _SINGLE[wanted.shape](value) if wanted.shape in _SINGLE else None
        return self._wrong(value, wanted.shape, at) if found is None else found

    def _wrong(self, value: object, shape: str, at: str) -> object:
        dated = shape in {"day", "period"} or (shape == "happened" and isinstance(value, str))
        self.faults.append(
            Fault(code="bad_date" if dated else "bad_value", at=at, says={"value": value, "shape": shape})
        )
        return unknown(at)


def _day(value: object) -> date | None:
    """A day that has a year before and after it, so that one can count from it."""
    found = day(value)
    return None if found is None or found.year in {FIRST_YEAR, LAST_YEAR} else found


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _happened(value: object) -> bool | date | None:
    return value if isinstance(value, bool) else _day(value)


def _period(value: object) -> Period | None:
    if isinstance(value, bool):
        return None
    return period(f"{value:04}") if isinstance(value, int) else period(value) if isinstance(value, str) else None


def _number(value: object) -> Fraction | None:
    return decimal(value)


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


_SINGLE: Final[Mapping[str, Callable[[object], object]]] = {
    "day": _day,
    "count": _count,
    "flag": _flag,
    "happened": _happened,
    "period": _period,
    "number": _number,
    "text": _text,
}
