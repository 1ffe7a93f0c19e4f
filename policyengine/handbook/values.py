"""Values of findings, answers and faults as texts: dates, marks, periods and ids as an official would write them."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from policyengine.model.finding import Missing
from policyengine.model.number import Rounding, decimal, exact, rounded, shortest, with_digits
from policyengine.model.period import Period, day, period
from policyengine.words import Said, Words
from policyengine.words.values import MONTHS, number_in_words

# Where the word of a value is at home: what it is called there goes before what it is called elsewhere.
HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "by": ("roles",),
    "viewer": ("roles",),
    "role": ("roles",),
    "kept_at": ("roles",),
    "group": ("groups",),
    "group_given": ("groups",),
    "band": ("grades",),
    "grade": ("grades",),
    "not_evaluated": ("not_evaluated",),
    "reason": ("not_evaluated",),
    "use": ("vocabulary.uses",),
    "grounds": ("vocabulary.uses",),
    "required": ("vocabulary.uses",),
    "forbidden": ("vocabulary.uses",),
    "ground": ("vocabulary.grounds",),
    "channels": ("vocabulary.channels",),
    "delegates": ("vocabulary.outcomes",),
    "decision": ("decides",),
    "items": ("items",),
    "cell": ("items",),
    "marks": ("items",),
    "competencies": ("items",),
    "weakest": ("items",),
    "methods": ("methods",),
    "method": ("methods",),
    "name": ("methods",),
    "final": ("methods",),
    "event": ("timetable",),
    "events": ("timetable",),
    "warnings": ("readings",),
}
__all__ = ["Said", "day_with_iso", "limits_in_words", "named", "period_in_words", "told"]
SIGNS: Final[Mapping[str, str]] = {"from": "≥", "above": ">", "to": "≤", "below": "<"}
APPROXIMATE: Final = Rounding(mode="half up", digits=4)
_number = re.compile(r"-?\d+(?:\.\d+|/\d+)", re.ASCII)
_period = re.compile(r"\d{4}-(?:[QH]\d|\d\d)|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", re.ASCII)


def told(value: object, words: Words, key: str = "") -> str:
    """A value in words; `key` is what the value is called where it stands, and says where its ids are at home."""
    match value:
        case Missing(facts=facts):
            return words.say("ui", "unknown", facts=Said(text=", ".join(sorted(facts))))
        case Fraction():
            return _exact(value, words)
        case Period():
            return period_in_words(value, words)
        case Rounding():
            return words.show(value)
        case str():
            return _word(value, words, key)
        case list() | tuple():
            return ", ".join(told(one, words, key) for one in value) or words.say("ui", "none")
        case Mapping() if not set(value) <= {"kk", "ru", "en"} or not value:
            parts = (f"{told(str(name), words, key)}: {told(one, words)}" for name, one in value.items())
            return "; ".join(parts) or words.say("ui", "none")
        case _:
            return words.show(value)


def named(word: str, words: Words, key: str = "") -> str:
    """What an id is called: where it is at home, else in the catalogue for this key, else anywhere."""
    homes = (f"{home}.{word}" for home in HOMES.get(key, ()))
    found = next((home for home in homes if home in words.names), None)
    if found is not None:
        return words.name(found)
    qualified = f"{key}.{word}"
    return words.say("names", qualified) if words.has("names", qualified) else words.name(word)


def period_in_words(one: Period, words: Words) -> str:
    """A period: «2026 жылғы 3-тоқсан», «3-й квартал 2026 года», "quarter 3 of 2026"."""
    month = words.say("names", f"month.{one.start.month}") if one.kind == "month" else MONTHS[words.language][0]
    says = {"year": one.end.year, "number": one.number, "month": Said(text=month), "start": one.start, "end": one.end}
    return words.say("periods", one.kind, **says)


def limits_in_words(limits: Mapping[str, object], words: Words) -> str:
    """From where to where a row goes: «40–44,49», «≥ 100», «> 0, < 50»."""  # noqa: RUF002 (the dash of a range)
    ends = {key: words.show(one) for key, one in limits.items()}
    if tuple(ends) == ("from", "to"):
        return "–".join(ends.values())  # noqa: RUF001 (the dash of a range)
    return ", ".join(f"{SIGNS[key]} {one}" for key, one in ends.items())


def day_with_iso(one: date, words: Words) -> str:
    """A date in words with its ISO form behind it."""
    return f"{words.show(one)} ({one.isoformat()})"


def _word(text: str, words: Words, key: str) -> str:
    """A text: a date, a period or a number in its ISO form, an id, or just a text."""
    if found := day(text):
        return words.show(found)
    if (key == "period" or _period.fullmatch(text)) and (stretch := period(text)):
        return period_in_words(stretch, words)
    if _number.fullmatch(text) and (number := exact(text)) is not None:
        return _exact(number, words) if decimal(text) is None else _as_written(text, words)
    event, at, held = text.partition("@")
    stretch = period(held)
    if at and stretch:
        return f"{named(event, words, key)}, {period_in_words(stretch, words)}"
    return named(text, words, key)


def _as_written(text: str, words: Words) -> str:
    """A decimal with the digits that it has, after the point or comma of the language."""
    return text if words.language == "en" else text.replace(".", ",")


def _exact(number: Fraction, words: Words) -> str:
    """A number; one whose decimal does not end with what it comes to."""
    text = shortest(number)
    if "/" not in text:
        return number_in_words(number, words.language)
    about = with_digits(rounded(number, APPROXIMATE), APPROXIMATE.digits)
    return f"{text} (≈ {_as_written(about, words)})"
