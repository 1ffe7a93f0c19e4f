"""Dates, numbers, terms and names as officials write them in Kazakh, Russian and English."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.model.number import EXACT, Rounding
from policyengine.model.term import Duration, Fold, Unit
from policyengine.terms.times import anchor, term
from policyengine.words import LANGUAGES, Said, Words
from policyengine.words.values import MONTHS, Language, plural
from tests.words.catalogues import words

DAYS = ("рабочий день", "рабочих дня", "рабочих дней")


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "2026 жылғы 20 қазан"), ("ru", "20 октября 2026 года"), ("en", "20 October 2026")],
)
def test_a_date_is_written_as_an_official_writes_it(language: Language, said: str) -> None:
    assert words(language).show(date(2026, 10, 20)) == said


def test_every_month_has_a_name_of_its_own() -> None:
    for language in LANGUAGES:
        assert len(set(MONTHS[language])) == 12


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, 0), (2, 1), (3, 1), (4, 1), (5, 2), (10, 2), (11, 2), (12, 2), (14, 2), (15, 2), (20, 2), (21, 0), (22, 1)],
)
def test_a_russian_noun_follows_its_number(number: int, form: int) -> None:
    assert plural(number, DAYS) == DAYS[form]
    assert plural(100 + number, DAYS) == DAYS[form]


@pytest.mark.parametrize(
    ("unit", "kazakh", "russian", "english"),
    [
        ("working days", "5 жұмыс күні", "5 рабочих дней", "5 working days"),
        ("calendar days", "5 күнтізбелік күн", "5 календарных дней", "5 calendar days"),
        ("weeks", "5 апта", "5 недель", "5 weeks"),
        ("months", "5 ай", "5 месяцев", "5 months"),
        ("years", "5 жыл", "5 лет", "5 years"),
    ],
)
def test_a_length_of_time_is_said_with_its_unit(unit: Unit, kazakh: str, russian: str, english: str) -> None:
    length = Duration(n=5, unit=unit)
    assert [words(language).show(length) for language in LANGUAGES] == [kazakh, russian, english]


def test_one_of_a_unit_is_singular_in_english() -> None:
    assert words("en").show(Duration(n=1, unit="working days")) == "1 working day"


@pytest.mark.parametrize(
    ("phrase", "kazakh", "russian", "english"),
    [
        ("not stated", "мерзім белгіленбеген", "срок не установлен", "no term is set"),
        (
            "day 20 of the month after",
            "кезеңнен кейінгі айдың 20-күні",
            "20-е число месяца, следующего за периодом",
            "day 20 of the month after the period",
        ),
        (
            "last day of the first month",
            "кезеңнің бірінші айының соңғы күні",
            "последний день первого месяца периода",
            "the last day of the first month of the period",
        ),
        (
            "30 January after",
            "есепті жылдан кейінгі жылғы 30 қаңтар",
            "30 января года, следующего за отчётным",
            "30 January of the year after",
        ),
        ("3 July", "кезең аяқталатын жылғы 3 шілде", "3 июля того же года", "3 July of the same year"),
        (
            "1 December before",
            "есепті жылдың алдындағы жылғы 1 желтоқсан",
            "1 декабря года, предшествующего отчётному",
            "1 December of the year before",
        ),
        (
            "5 working days after acquainted",
            "бағалау нәтижесімен танысқан күннен кейін 5 жұмыс күні",
            "5 рабочих дней после ознакомления с результатом оценки",
            "5 working days after the day of acquaintance with the result",
        ),
        (
            "2 months before period_end",
            "кезең аяқталатын күнге дейін 2 ай",
            "2 месяца до окончания периода",
            "2 months before the last day of the period",
        ),
        (
            "1 working day after earlier of appointed and dismissed",
            "лауазымға тағайындалған күн мен жұмыстан босатылған күннің ертерегі болатын күннен кейін 1 жұмыс күні",
            "1 рабочий день после более раннего из двух событий (назначения на должность, увольнения)",
            "1 working day after the earlier of two days (the day of appointment, the day of dismissal)",
        ),
        (
            "event kick_off",
            "«kick_off» үшін белгіленген мерзім",
            "срок, установленный для события «kick_off»",
            "the day set for “kick_off”",
        ),
    ],
)
def test_a_term_is_said_in_words(phrase: str, kazakh: str, russian: str, english: str) -> None:
    assert [words(language).show(term(phrase)) for language in LANGUAGES] == [kazakh, russian, english]


def test_the_later_of_two_days_is_a_moment_too() -> None:
    assert words("en").show(anchor("later of appointed and dismissed")) == (
        "the later of two days (the day of appointment, the day of dismissal)"
    )


def test_a_moment_that_nobody_named_is_shown_as_it_is_written() -> None:
    assert words("ru").show(anchor("kick_off")) == "kick_off"


def test_folds_and_roundings_are_said_in_words() -> None:
    said = words("ru")
    assert said.show(Fold(kind="mean", all=False, axis="items")) == "среднее по параметрам"
    assert said.show(Fold(kind="sum", all=True, axis="entries")) == "сумма по записям, считая пустые записи"
    assert said.show(Rounding(mode="half up", digits=2)) == "знаков после запятой \N{EN DASH} 2, половина вверх"
    assert said.show(EXACT) == "без округления"


@pytest.mark.parametrize(
    ("value", "kazakh", "english"),
    [
        (Fraction(399, 100), "3,99", "3.99"),
        (Decimal("4.5"), "4,5", "4.5"),
        (True, "иә", "yes"),
        (False, "жоқ", "no"),
        (None, "—", "—"),
        (21, "21", "21"),
        ((1, None), "1, —", "1, —"),
        ({"kk": "баға", "ru": "оценка", "en": "mark"}, "баға", "mark"),
        ({"ru": "оценка"}, "оценка", "оценка"),
        ({}, "", ""),
        ({"a": True}, "a: иә", "a: yes"),
    ],
)
def test_a_plain_value_is_shown_in_the_language(value: object, kazakh: str, english: str) -> None:
    assert (words("kk").show(value), words("en").show(value)) == (kazakh, english)


def test_an_id_is_called_as_the_policy_calls_it_else_as_the_catalogue_does_else_by_itself() -> None:
    said = Words(language="kk", catalogue={"names": {"hr": "кадр қызметі"}}, names={"staff": {"kk": "қызметшілер"}})
    assert [said.show(one) for one in ("staff", "hr", "stranger")] == ["қызметшілер", "кадр қызметі", "stranger"]


def test_a_sentence_that_the_catalogue_lacks_is_its_code_and_a_value_that_is_not_given_an_empty_place() -> None:
    said = Words(language="en", catalogue={"ui": {"greeting": "hello, {name}"}}, names={})
    assert said.say("ui", "farewell") == "farewell"
    assert said.say("ui", "greeting") == "hello, "
    assert said.has("ui", "greeting")
    assert not said.has("ui", "farewell")


def test_what_is_said_already_and_what_is_strange_to_officials_is_shown_as_it_is() -> None:
    assert words("kk").show(Said(text="hr")) == str(Said(text="hr")) == "hr"
    assert words("kk").show(range(2)) == "range(0, 2)"
