"""Terms, folds and roundings in words: «5 рабочих дней после ознакомления», «тоқсаннан кейінгі айдың 20-күні»."""

from typing import Final, Protocol

from policyengine.model.number import Rounding
from policyengine.model.term import (
    DayOfMonth,
    DayOfYear,
    Duration,
    Earlier,
    EventDay,
    Fold,
    Force,
    Later,
    Length,
    Moment,
    NotStated,
    Unit,
)
from policyengine.words.values import MONTHS, Language, plural

RUSSIAN: Final[dict[Unit, tuple[str, str, str]]] = {
    "working days": ("рабочий день", "рабочих дня", "рабочих дней"),
    "calendar days": ("календарный день", "календарных дня", "календарных дней"),
    "weeks": ("неделя", "недели", "недель"),
    "months": ("месяц", "месяца", "месяцев"),
    "years": ("год", "года", "лет"),
}
KAZAKH: Final[dict[Unit, str]] = {
    "working days": "жұмыс күні",
    "calendar days": "күнтізбелік күн",
    "weeks": "апта",
    "months": "ай",
    "years": "жыл",
}


class Speaker(Protocol):
    """What sentences about time are said with."""

    @property
    def language(self) -> Language:
        """The language."""

    def say(self, section: str, code: str, /, **values: object) -> str:
        """The sentence of a code."""

    def name(self, word: str) -> str:
        """The name of an id."""


def in_words(value: object, words: Speaker) -> str | None:
    """A term or another phrase in words; None for anything else."""
    match value:
        case NotStated():
            return words.say("terms", "not_stated")
        case EventDay(event=event):
            return words.say("terms", "event", event=event)
        case DayOfMonth(day=day, month=month):
            return words.say(
                "terms", "last_day_of_month" if day == 0 else "day_of_month", day=day, month=words.name(month)
            )
        case DayOfYear(day=day, month=month, year=year):
            return words.say("terms", f"day_of_year_{year}", day=day, month=MONTHS[words.language][month - 1])
        case Length(duration=duration, side=side, anchor=anchor):
            return words.say("terms", side, length=duration, anchor=anchor)
        case _:
            return _smaller(value, words)


def _smaller(value: object, words: Speaker) -> str | None:
    match value:
        case Duration(n=n, unit=unit):
            return length_in_words(n, unit, words.language)
        case Moment(name=name):
            return _moment(name, words)
        case Later(one=one, other=other):
            return words.say("terms", "later", one=_moment(one.name, words), other=_moment(other.name, words))
        case Earlier(one=one, other=other):
            return words.say("terms", "earlier", one=_moment(one.name, words), other=_moment(other.name, words))
        case Fold(kind=kind, all=every, axis=axis):
            return words.say("folds", f"{kind} of {'all ' if every else ''}{axis}")
        case Rounding(mode=mode, digits=digits):
            return words.say("roundings", mode, digits=digits)
        case Force():
            return _force(value, words)
        case _:
            return None


def _force(rule: Force, words: Speaker) -> str:
    """When an act takes force: on an occasion, or after so many days have passed after it."""
    occasion = words.say("terms", f"occasion.{rule.occasion}")
    if not rule.days:
        return words.say("terms", "force_on", occasion=occasion)
    length = length_in_words(rule.days, "working days" if rule.working else "calendar days", words.language)
    return words.say("terms", "force_after", occasion=occasion, length=length)


def length_in_words(n: int, unit: Unit, language: Language) -> str:
    """A length of time: 5 жұмыс күні, 5 рабочих дней, 5 working days."""
    match language:
        case "kk":
            return f"{n} {KAZAKH[unit]}"
        case "ru":
            return f"{n} {plural(n, RUSSIAN[unit])}"
        case "en":
            return f"{n} {unit.removesuffix('s') if n == 1 else unit}"


def _moment(name: str, words: Speaker) -> str:
    """A moment as the point from which a term runs: «со дня ознакомления», «танысқан күн»."""
    said = words.say("moments", name)
    return words.name(name) if said == name else said
