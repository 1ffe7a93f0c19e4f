"""Values of findings and answers as texts, and what somebody wrote as it was written."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from policyengine.handbook.values import Said, limits_in_words, told
from policyengine.handbook.verbatim import listed, verbatim
from policyengine.model.finding import Missing
from policyengine.model.number import Rounding
from policyengine.model.period import period
from policyengine.terms.arithmetic import force
from tests.door import policy
from tests.words.catalogues import named, words

TASKALA, NURA = policy("taskala"), policy("nura")


@pytest.mark.parametrize(
    ("value", "kazakh", "english"),
    [
        ("2026-10-20", "2026 жылғы 20 қазан", "20 October 2026"),
        (date(2026, 10, 20), "2026 жылғы 20 қазан", "20 October 2026"),
        ("4.00", "4,00", "4.00"),
        ("5/3", "5/3 (≈ 1,6667)", "5/3 (≈ 1.6667)"),
        (Fraction(5, 3), "5/3 (≈ 1,6667)", "5/3 (≈ 1.6667)"),
        (Fraction(437, 100), "4,37", "4.37"),
        ("2026-Q3", "2026 жылғы 3-тоқсан", "quarter 3 of 2026"),
        ("2026-H1", "2026 жылғы 1-жартыжылдық", "half 1 of 2026"),
        ("2026-03", "2026 жылғы наурыз", "March 2026"),
        (period("2026"), "2026 жыл", "2026"),
        ("hr", "кадр мәселесіне жауапты адам", "personnel service"),
        ("somebody", "somebody", "somebody"),
        ("somebody@home", "somebody@home", "somebody@home"),
        (Missing(facts=frozenset({"b", "a"})), "белгісіз (керегі: a, b)", "not known (needed: a, b)"),
        (["hr", "staff"], "кадр мәселесіне жауапты адам, қызметшілер", "personnel service, staff"),
        ([], "жоқ", "none"),
        ({}, "жоқ", "none"),
        ({"2026-Q1": "4.00"}, "2026 жылғы 1-тоқсан: 4,00", "quarter 1 of 2026: 4.00"),
        ({"kk": "баға", "en": "mark"}, "баға", "mark"),
        (None, "—", "—"),
        (True, "иә", "yes"),
        (Said(text="hr"), "hr", "hr"),
    ],
)
def test_a_value_is_told_in_the_language(value: object, kazakh: str, english: str) -> None:
    assert (told(value, words("kk")), told(value, words("en"))) == (kazakh, english)


def test_a_year_is_a_period_only_where_a_period_is_meant() -> None:
    assert told("2026", words("ru")) == "2026"
    assert told("2026", words("ru"), "period") == "2026 год"


def test_a_stretch_is_told_by_its_first_and_its_last_day() -> None:
    assert told("2026-02-01/2026-08-31", words("en")) == "1 February 2026 to 31 August 2026"


def test_a_rounding_and_a_rule_of_taking_force_are_told() -> None:
    said = words("en")
    assert told(Rounding(mode="half up", digits=2), said) == "decimals: 2, a half goes up"
    assert told(force("on publication"), said) == "from the day of first official publication"
    assert told(force("after 10 calendar days from publication"), said) == (
        "when 10 calendar days have passed after the day of first official publication"
    )
    assert told(force("after 1 working days from registration"), words("ru")) == (
        "когда после дня государственной регистрации пройдёт 1 рабочий день"
    )


@pytest.mark.parametrize(
    ("word", "key", "said"),
    [
        ("training", "grounds", "оқыту"),
        ("training", "channels", "біліктілікті арттыру"),
        ("initiative", "items", "дербестік және бастамашылық"),
        ("required", "outcome", "айқындау міндетті"),
        ("evaluation.kpi@2026-Q3", "events", "НМИ қол жеткізуді бағалау, 2026 жылғы 3-тоқсан"),
    ],
)
def test_an_id_is_called_as_it_is_called_at_home(word: str, key: str, said: str) -> None:
    assert told(word, named("kk", NURA), key) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("staf", "staf"),
        ("two\n  lines", "two lines"),
        ("x" * 81, "x" * 80 + "…"),
        (date(2026, 10, 20), "2026-10-20"),
        (True, "true"),
        (None, "null"),
        (Decimal("4.50"), "4.50"),
        (21, "21"),
        (["a", 1], '["a", 1]'),
        ({"at_most": Decimal(20)}, '{"at_most": "20"}'),
    ],
)
def test_what_somebody_wrote_is_shown_as_it_was_written(value: object, said: str) -> None:
    assert verbatim(value) == said


def test_of_a_long_list_the_first_words_are_shown() -> None:
    assert listed(["a", 1]) == "`a`, `1`"
    assert listed(tuple(range(14))) == "`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, …"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"from": 40, "to": Fraction("44.49")}, "40–44,49"),  # noqa: RUF001 (the dash of a range)
        ({"from": 100}, "≥ 100"),
        ({"above": 0, "below": 50}, "> 0, < 50"),
        ({"to": 5}, "≤ 5"),
    ],
)
def test_a_row_is_named_by_its_limits(limits: dict[str, object], said: str) -> None:
    assert limits_in_words(limits, words("ru")) == said
