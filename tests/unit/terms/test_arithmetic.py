"""Phrases of arithmetic: folds, roundings, years of periods, taking force."""

import pytest

from policyengine.model.number import EXACT, Rounding
from policyengine.model.term import Fold, Force
from policyengine.terms.arithmetic import (
    OverPeriods,
    fold,
    force,
    over_periods,
    rounding,
    show_fold,
    show_force,
    show_over_periods,
    show_rounding,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mean of raters", Fold(kind="mean", all=False, axis="raters")),
        ("sum of all items", Fold(kind="sum", all=True, axis="items")),
        ("weighted mean of items", Fold(kind="weighted mean", all=False, axis="items")),
        ("only of everything", Fold(kind="only", all=False, axis="everything")),
    ],
)
def test_a_phrase_says_a_fold_and_the_fold_is_shown_by_the_same_phrase(text: str, value: Fold) -> None:
    assert fold(text) == value
    assert show_fold(value) == text


@pytest.mark.parametrize(
    ("text", "value"), [("exact", EXACT), ("half up to 2", Rounding("half up", 2)), ("down to 0", Rounding("down", 0))]
)
def test_a_phrase_says_a_rounding_and_the_rounding_is_shown_by_the_same_phrase(text: str, value: Rounding) -> None:
    assert rounding(text) == value
    assert show_rounding(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mean", OverPeriods(kind="mean")),
        ("last", OverPeriods(kind="last")),
        ("sum over 4", OverPeriods(kind="sum", divisor=4)),
    ],
)
def test_a_year_is_made_of_periods_by_a_phrase(text: str, value: OverPeriods) -> None:
    assert over_periods(text) == value
    assert show_over_periods(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on signing", Force(occasion="signing")),
        ("after 10 calendar days from publication", Force(occasion="publication", days=10)),
        ("after 3 working days from registration", Force(occasion="registration", days=3, working=True)),
    ],
)
def test_an_act_takes_force_by_a_phrase(text: str, value: Force) -> None:
    assert force(text) == value
    assert show_force(value) == text


def test_what_the_grammars_do_not_know_is_none() -> None:
    assert fold("median of raters") is None
    assert rounding("half up") is None
    assert over_periods("mean over 4") is None
    assert over_periods("sum over 0") is None
    assert force("after 10 days from publication") is None
