"""Cases of `mark`, `final`, `vote` and `survey_result`: edges of grades, halves, holes, ties, marks that are none."""

from fractions import Fraction
from random import Random
from typing import Final

from tests.naive.chance import YEARS, Given, any_mark, as_given, one_in, wrong_mark
from tests.naive.indicators import permitted
from tests.naive.marks import half_up, shortest
from tests.naive.nura import PARAMETERS
from tests.naive.surveys import FOR_HEADS, FOR_STAFF

PERCENTS: Final = [
    Fraction(text)
    for text in (
        "0 4.99 4.994 4.995 5 9.99 39.99 39.995 40 44.49 44.494 44.495 44.5 44.99 44.994 44.995 45 89.994 89.995 "
        "94.99 95 99.99 99.994 99.995 100 100.01 250"
    ).split()
]


def mark(policy: str, rng: Random) -> Given:
    """Marks on a sheet, or indicators."""
    if policy == "taskala":
        return _sheet(rng, "sheet", rng.choice(["apparatus_head", "staff"]), ["overall"])
    if one_in(rng, 2):
        return _sheet(rng, "ranking", "unit_head" if one_in(rng, 25) else "staff", PARAMETERS)
    given: Given = {"method": "kpi", "indicators": _indicators(rng)}
    if one_in(rng, 3):
        given["group"] = "staff" if one_in(rng, 10) else "unit_head"
    return given


def _sheet(rng: Random, method: str, group: str, items: list[str]) -> Given:
    raters = rng.sample(["boss", "helper", "third"], rng.randint(1, 3))
    marks: dict[str, Given] = {rater: {item: as_given(rng, any_mark(rng)) for item in items} for rater in raters}
    if one_in(rng, 12):
        marks[raters[0]][rng.choice(items)] = wrong_mark(rng)
    elif one_in(rng, 20):
        marks[raters[-1]]["charm"] = 5
    elif one_in(rng, 20):
        del marks[raters[-1]][rng.choice(items)]
    given: Given = {"method": method, "marks": marks}
    if one_in(rng, 3):
        given["group"] = group
    if one_in(rng, 8):
        given["sanction"] = rng.choice(["remark", "reprimand", "demotion"])
    return given


def _indicators(rng: Random) -> list[Given]:
    number = rng.choice([3, 3, 4, 5, 5, rng.choice([1, 2, 6, 7])])
    return [_indicator(rng) for _ in range(number)]


def _indicator(rng: Random) -> Given:
    less_is_better = one_in(rng, 3)
    whole = Fraction(rng.choice(["100", "1000", "40", "2.5", "7", "3", "0.08"]))
    if one_in(rng, 2):
        part = rng.choice(PERCENTS) * whole / 100
    else:
        part = Fraction(rng.randint(0, 130)) * (whole if whole < 3 else 1) / 100 * (100 if whole > 50 else 10)
    if one_in(rng, 40):
        part, whole = whole, Fraction(0)
    found: Given = {"mark": _permitted_mark(rng, part, whole)}
    found["plan"], found["fact"] = (
        (shortest(part), shortest(whole)) if less_is_better else (shortest(whole), shortest(part))
    )
    if less_is_better or one_in(rng, 5):
        found["less_is_better"] = less_is_better
    return found


def _permitted_mark(rng: Random, part: Fraction, whole: Fraction) -> object:
    """A mark inside the permitted range, now and then just outside of it, or off the step."""
    limits = permitted(half_up(100 * part / whole)) if whole else None
    if limits is None:
        return "2.24"
    least, most = limits
    if one_in(rng, 30):
        return shortest(
            rng.choice([max(least - Fraction("0.01"), Fraction(0)), min(most + Fraction("0.01"), Fraction(5))])
        )
    if one_in(rng, 40) and most < 5:
        return shortest(least + Fraction("0.005"))
    return as_given(rng, least + Fraction(rng.randint(0, int((most - least) * 100)), 100))


def final(policy: str, rng: Random) -> Given:
    """Marks of the quarters of one year, some without, sometimes all of them."""
    methods = ["sheet"] if policy == "taskala" else rng.sample(["kpi", "ranking"], rng.randint(1, 2))
    year = rng.choice(YEARS)
    marks = {method: _quarters(rng, year) for method in methods}
    if one_in(rng, 15):
        name = rng.choice([f"{year + 1}-Q1", f"{year}", f"{year}-Q5", f"{year}-03", "first"])
        marks[methods[0]] = {f"{year}-Q2": "3.5", name: 4}
    if one_in(rng, 30):
        marks["bonus"] = {}
    return {"marks": marks}


def _quarters(rng: Random, year: int) -> Given:
    centre = rng.choice([Fraction(3), Fraction(4), Fraction(2), any_mark(rng)])
    quarters: Given = {}
    for number in sorted(rng.sample(range(1, 5), rng.randint(0, 4))):
        near = centre + Fraction(rng.randint(-2, 1), 100)
        value = as_given(rng, near if 0 <= near <= 5 else centre)
        quarters[f"{year}-Q{number}"] = rng.choice([value, value, value, None])
        if one_in(rng, 60):
            quarters[f"{year}-Q{number}"] = wrong_mark(rng)
    return quarters


def vote(policy: str, rng: Random) -> Given:
    """Votes about the half, ties, absent members, the same mark written in two ways."""
    members = rng.choice([1, 2, 3, 3, 4, 5, 5, 7, 9])
    cast = rng.choice([members, members, members - 1, members // 2, members // 2 + 1, members])
    palette = rng.sample([Fraction(4), Fraction("3.4"), any_mark(rng)], rng.randint(1, 3))
    votes = [as_given(rng, rng.choice([palette[0], rng.choice(palette)])) for _ in range(max(cast, 0))]
    if one_in(rng, 15):
        votes.append(wrong_mark(rng))
        members += 1
    if one_in(rng, 20):
        members = max(len(votes) - 1, 0)
    given: Given = {"members": members, "votes": votes}
    if policy == "nura" and one_in(rng, 2):
        del given["members"]
    if votes and one_in(rng, 10):
        given["chair"] = votes[0]
    return given


def survey_result(_: str, rng: Random) -> Given:
    """Answers of two to eight respondents, not all of them to everything."""
    group = rng.choice(["unit_head", "staff"])
    asked = FOR_HEADS if group == "unit_head" else FOR_STAFF
    number = rng.choice([2, 3, 3, 4, 5, 6, 7, 7, 8])
    left = asked if one_in(rng, 2) else rng.sample(asked, rng.randint(1, len(asked)))
    answers: dict[str, Given] = {}
    for respondent in range(number):
        heard = left if one_in(rng, 2) else rng.sample(left, rng.randint(1, len(left)))
        answers[f"r{respondent}"] = {competency: rng.choice([1, 2, 3, 4, 5, "4", 5]) for competency in heard}
    if one_in(rng, 8):
        answers["r0"][rng.choice(left)] = rng.choice([0, 6, "3.5", -1, "often", True])
    if one_in(rng, 12):
        answers["r1"][rng.choice(["team", "charm"])] = 3
    given: Given = {"group": group, "answers": answers}
    if one_in(rng, 4):
        given["self"] = dict.fromkeys(asked, 5)
    return given
