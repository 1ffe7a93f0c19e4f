"""Was the methodology in force on a day, and since when?"""

import pytest

from tests.unit.made import answer, made, missing, refused

# the act is of the 31st of January 2026, a Saturday


def act(rule: str, published: str = "unknown", more: str = "") -> str:
    return f"act: {{in_force: {{rule: {rule}, published: {published}{more}}}}}"


@pytest.mark.parametrize(
    ("rule", "published", "first"),
    [
        ("on publication", "2026-02-02", "2026-02-02"),
        ("on signing", "unknown", "2026-01-31"),
        ("on signing", "2026-02-02", "2026-01-31"),
        ("after 10 calendar days from publication", "2026-02-02", "2026-02-13"),  # ten whole days pass
        ("after 1 calendar days from publication", "2026-02-02", "2026-02-04"),
        ("after 5 working days from publication", "2026-02-02", "2026-02-10"),  # the 9th is the fifth
    ],
)
def test_an_act_takes_force_on_an_occasion_or_some_days_after_it(rule: str, published: str, first: str) -> None:
    policy = made(act(rule, published))
    assert answer(policy, "in_force", f"{{date: {first}}}") == {"in_force": True, "from": first}
    assert answer(policy, "in_force", "{date: 2026-01-30}") == {"in_force": False, "from": first}


def test_the_day_of_publication_that_is_given_prevails() -> None:
    assert answer(
        made(act("on publication", "2026-02-02")), "in_force", "{date: 2026-02-02, published: 2026-02-05}"
    ) == {
        "in_force": False,
        "from": "2026-02-05",
    }


def test_on_registration_the_day_of_registration_counts() -> None:
    policy = made(act("after 3 calendar days from registration", "2026-02-02"))
    assert answer(policy, "in_force", "{date: 2026-02-09, registered: 2026-02-05}") == {
        "in_force": True,
        "from": "2026-02-09",
    }
    assert missing(policy, "in_force", "{date: 2026-02-09}") == ("registered",)


def test_an_act_may_apply_from_an_earlier_day_and_end() -> None:
    policy = made(act("on publication", "2026-02-02", ", applies_from: 2026-01-01, valid_until: 2026-12-31"))
    days = {"2025-12-31": False, "2026-01-01": True, "2026-12-31": True, "2027-01-01": False}
    assert {day: answer(policy, "in_force", f"{{date: {day}}}")["in_force"] for day in days} == days


def test_before_the_day_of_the_act_it_was_certainly_not_in_force() -> None:
    assert answer(made(), "in_force", "{date: 2026-01-30}") == {"in_force": False, "from": None}


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{date: 2026-02-02}", ("published",)),
        ("{}", ("date", "published")),
        ("{date: 2026-02-02, published: unknown}", ("published",)),
        ("{date: unknown, published: 2026-02-02}", ("date",)),
    ],
)
def test_without_the_days_nobody_can_tell(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(), "in_force", given) == facts


def test_nothing_is_published_before_it_is_adopted() -> None:
    assert refused(made(), "in_force", "{date: 2026-02-02, published: 2026-01-30}") == [
        ("contradictory_facts", "published")
    ]
    policy = made(act("on registration"))
    assert refused(policy, "in_force", "{date: 2026-02-02, registered: 2026-01-30}") == [
        ("contradictory_facts", "registered")
    ]


def test_a_day_beyond_all_years_is_bad_input() -> None:
    policy = made(act("after 999 calendar days from publication"))
    assert refused(policy, "in_force", "{date: 2026-02-02, published: 9998-12-31}") == [("bad_date", "")]


@pytest.mark.parametrize("key", ["rule", "published", "applies_from"])
def test_what_is_still_open_is_never_guessed(key: str) -> None:
    policy = made(act("on publication", "unknown"), f"act: {{in_force: {{{key}: open}}}}")
    given = "{date: 2026-02-02}" if key == "published" else "{date: 2026-02-02, published: 2026-02-02}"
    assert missing(policy, "in_force", given) == (f"/act/in_force/{key}",)
