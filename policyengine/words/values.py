"""Dates, numbers and plurals in Kazakh, Russian and English."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from policyengine.model.number import shortest

Language = Literal["kk", "ru", "en"]

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "kk": tuple("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}
FLAGS: Final[Mapping[Language, tuple[str, str]]] = {"kk": ("жоқ", "иә"), "ru": ("нет", "да"), "en": ("no", "yes")}
NOTHING: Final = "—"
FEW: Final = range(2, 5)
TEENS: Final = range(11, 15)


def shown(value: object, language: Language) -> str:
    """A plain value in a language; of a text in languages the one asked for, else the first that there is."""
    match value:
        case None:
            return NOTHING
        case bool():
            return FLAGS[language][int(value)]
        case date():
            return day_in_words(value, language)
        case Fraction() | Decimal():
            return number_in_words(Fraction(value), language)
        case Mapping():
            return _of_mapping(value, language)
        case _:
            return str(value)


def day_in_words(day: date, language: Language) -> str:
    """A date as an official writes it: 2026 жылғы 20 қазан, 20 октября 2026 года, 20 October 2026."""
    month = MONTHS[language][day.month - 1]
    match language:
        case "kk":
            return f"{day.year} жылғы {day.day} {month}"
        case "ru":
            return f"{day.day} {month} {day.year} года"
        case "en":
            return f"{day.day} {month} {day.year}"


def number_in_words(number: Fraction, language: Language) -> str:
    """A number with a decimal comma in Kazakh and Russian, with a point in English."""
    text = shortest(number)
    return text if language == "en" else text.replace(".", ",")


def plural(n: int, forms: tuple[str, str, str]) -> str:
    """The form of a Russian noun after a number: день, дня, дней."""
    if n % 10 == 1 and n % 100 != TEENS.start:
        return forms[0]
    return forms[1] if n % 10 in FEW and n % 100 not in TEENS else forms[2]


def _of_mapping(value: Mapping[object, object], language: Language) -> str:
    if value and set(value) <= {"kk", "ru", "en"}:
        return str(value.get(language) or next(iter(value.values())))
    return "; ".join(f"{key}: {shown(one, language)}" for key, one in value.items())
