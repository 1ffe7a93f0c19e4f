"""Predicates: tests of facts, all of which must hold; what is unknown stays unknown unless it does not matter."""

import pytest

from tests.unit.made import answer, found, made, missing

FACTS = """
vocabulary: {sanctions: {remark: {en: a}, reprimand: {en: b}, dismissal: {en: c}}, absences: {leave: {en: d}}}
groups: {leaders: {name: {en: leaders}, who: {category: A}, leading: true, paragraph: "2"}}
routes: {staff: {group: [staff, leaders]}}
facts:
  abroad: {type: yes_no, about: {en: "works abroad"}}
  years: {type: number, about: {en: "years of service"}}
  sworn: {type: date, about: {en: "the day of the oath"}}
  place: {type: one_of, values: {north: {en: n}, south: {en: s}, east: {en: e}}, about: {en: "where"}}
"""


def left_out(when: str) -> tuple[str, str]:
    return FACTS, f"not_evaluated: {{left_out: {{when: {when}, paragraph: '7'}}}}"


def given(facts: str, group: str = "staff") -> str:
    return f"{{period: 2026-Q1, person: {{group: {group}, appointed: 2020-01-01, {facts}}}}}"


def holds(when: str, facts: str, group: str = "staff") -> bool:
    """Whether a person with these facts is left out."""
    one = answer(made(*left_out(when)), "participation", given(facts, group))["methods"]["sheet"]
    return bool(one["reason"] == "left_out")


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        # a value, or one of a list
        ("{abroad: true}", "abroad: true", True),
        ("{abroad: false}", "abroad: false", True),
        ("{abroad: false}", "", False),  # an absent fact passes no test
        ("{place: north}", "place: north", True),
        ("{place: [north, south]}", "place: south", True),
        ("{place: [north, south]}", "place: east", False),
        ("{years: 3}", "years: 3", True),
        ("{years: 3}", "years: '3,0'", True),
        ("{years: [1, 2.5]}", "years: 2.5", True),
        ("{years: [1, 2.5]}", "years: 2", False),
        ("{sanction: remark}", "sanction: [remark, dismissal]", True),
        ("{sanction: [reprimand]}", "sanction: [remark]", False),
        ("{quarter: [1, 2]}", "", True),
        ("{quarter: 2}", "", False),
        # comparisons
        ("{years: {at_least: 3}}", "years: 3", True),
        ("{years: {at_least: 3}}", "years: 2.99", False),
        ("{years: {more_than: 3}}", "years: 3", False),
        ("{years: {less_than: 10, more_than: 1/2}}", "years: 1", True),
        ("{years: {less_than: 10, more_than: 1/2}}", "years: 0.5", False),
        ("{years: {at_most: 3}}", "", False),
        # other than
        ("{place: {other_than: [north]}}", "place: south", True),
        ("{place: {other_than: [north]}}", "place: north", False),
        ("{place: {other_than: [north]}}", "", False),
        ("{sanction: {other_than: [remark]}}", "sanction: [remark, dismissal]", True),
        ("{sanction: {other_than: [remark]}}", "sanction: [remark]", False),
        # days
        ("{sworn: {before: 2026-01-01}}", "sworn: 2025-12-31", True),
        ("{sworn: {before: 2026-01-01}}", "sworn: 2026-01-01", False),
        ("{sworn: {after: period_start}}", "sworn: 2026-01-02", True),
        ("{sworn: {after: period_start}}", "sworn: 2026-01-01", False),
        ("{sworn: {on_or_after: period_start, on_or_before: period_end}}", "sworn: 2026-03-31", True),
        ("{sworn: {on_or_before: appointed}}", "sworn: 2020-01-01", True),
        ("{sworn: {after: dismissed}}", "sworn: 2026-01-01", False),  # nobody was dismissed
        # given
        ("{sworn: {given: true}}", "sworn: 2026-01-01", True),
        ("{sworn: {given: true}}", "", False),
        ("{sworn: {given: false}}", "", True),
        ("{abroad: {given: false}}", "abroad: false", True),  # a no says that it did not happen
        ("{years: {given: true}}", "years: 0", True),  # a nought is a number
        ("{sanction: {given: true}}", "sanction: []", False),  # of several none
        ("{absent_on_due: {given: true}}", "", False),
        # all, any, not, not in
        ("{abroad: true, place: north}", "abroad: true, place: south", False),
        ("{any: [{abroad: true}, {place: north}]}", "place: north", True),
        ("{any: [{abroad: true}, {place: north}]}", "place: south", False),
        ("{not: {abroad: true, place: north}}", "abroad: true", True),
        ("{not: {abroad: true}}", "abroad: true", False),
        ("{not: {any: [{abroad: true}, {place: north}]}}", "", True),
        ("{leading: true}", "", False),
        ("{leading: true}", "leading: true", True),
    ],
)
def test_a_predicate_holds_where_every_test_of_it_is_passed(when: str, facts: str, expected: bool) -> None:
    assert holds(when, facts) is expected


@pytest.mark.parametrize(
    ("when", "group", "expected"),
    [
        ("{not_in: [leaders]}", "staff", True),
        ("{not_in: [leaders]}", "leaders", False),
        ("{group: leaders}", "leaders", True),
        ("{leading: true}", "leaders", True),
        ("{leading: {given: true}}", "staff", False),
    ],
)
def test_a_predicate_may_turn_on_the_group(when: str, group: str, expected: bool) -> None:
    assert holds(when, "", group) is expected


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        ("{abroad: true}", "abroad: unknown", ["person.abroad"]),
        ("{abroad: true, place: north}", "abroad: unknown, place: south", False),  # it does not matter
        ("{abroad: true, place: north}", "abroad: unknown, place: unknown", ["person.abroad", "person.place"]),
        ("{any: [{abroad: true}, {place: north}]}", "abroad: unknown, place: north", True),
        ("{any: [{abroad: true}, {place: north}]}", "abroad: unknown, place: south", ["person.abroad"]),
        ("{not: {abroad: true}}", "abroad: unknown", ["person.abroad"]),
        ("{years: {at_least: 3}}", "years: unknown", ["person.years"]),
        ("{sworn: {given: true}}", "sworn: unknown", ["person.sworn"]),
        ("{sworn: {before: dismissed}}", "sworn: 2026-01-01, dismissed: unknown", ["person.dismissed"]),
        ("{place: {other_than: [north]}}", "place: unknown", ["person.place"]),
        ("{sanction: {given: true}}", "sanction: unknown", ["person.sanction"]),
        ("{sanction: [remark]}", "sanction: [remark, unknown]", True),
        ("{sanction: [remark]}", "sanction: [reprimand, unknown]", ["person.sanction[1]"]),
        ("{sanction: {other_than: [remark]}}", "sanction: [remark, unknown]", ["person.sanction[1]"]),
        ("{sanction: {other_than: [remark]}}", "sanction: [reprimand, unknown]", True),
    ],
)
def test_an_unknown_fact_is_missing_only_where_it_decides(when: str, facts: str, expected: bool | list[str]) -> None:
    if isinstance(expected, bool):
        assert holds(when, facts) is expected
    else:
        assert list(missing(made(*left_out(when)), "participation", given(facts))) == expected


@pytest.mark.parametrize(
    ("when", "pointer"),
    [
        ("open", "/when"),
        ("{abroad: open}", "/when/abroad"),
        ("{any: open}", "/when/any"),
        ("{not: open}", "/when/not"),
        ("{not_in: open}", "/when/not_in"),
        ("{years: {at_least: open}}", "/when/years/at_least"),
        ("{place: {other_than: open}}", "/when/place/other_than"),
        ("{sworn: {before: open}}", "/when/sworn/before"),
        ("{sworn: {given: open}}", "/when/sworn/given"),
        ("{tenure_in_period: {less_than: open}}", "/when/tenure_in_period/less_than"),
    ],
)
def test_a_test_that_is_still_open_is_never_guessed(when: str, pointer: str) -> None:
    facts = "abroad: true, years: 3, place: north, sworn: 2026-01-01"
    assert missing(made(*left_out(when)), "participation", given(facts)) == (f"/not_evaluated/left_out{pointer}",)


GROUPS = """
groups:
  staff: {who: {not: {any: [{category: A}, {leading: true, category: [B, C]}]}}}
  leaders: {name: {en: leaders}, who: {any: [{category: A}, {leading: true, category: [B, C]}]}, paragraph: "2"}
routes: {staff: {group: [staff, leaders]}}
"""


@pytest.mark.parametrize(
    ("person", "group"),
    [
        ("category: A", "leaders"),
        ("category: B", "staff"),
        ("category: B, leading: true", "leaders"),
        ("category: D, leading: true", "staff"),
    ],
)
def test_the_group_follows_from_the_facts(person: str, group: str) -> None:
    held = made(GROUPS, f"not_evaluated: {{left_out: {{when: {{group: {group}}}, paragraph: '7'}}}}")
    one = answer(held, "participation", f"{{period: 2026-Q1, person: {{{person}}}}}")["methods"]["sheet"]
    assert one["reason"] == "left_out"


@pytest.mark.parametrize(
    ("person", "facts"),
    [
        ("", ("person.group",)),
        ("category: unknown", ("person.category",)),
        ("leading: unknown, category: B", ("person.leading",)),
    ],
)
def test_without_its_facts_there_is_no_group(person: str, facts: tuple[str, ...]) -> None:
    assert missing(made(GROUPS), "participation", f"{{period: 2026-Q1, person: {{{person}}}}}") == facts


def test_who_is_in_no_other_group_is_of_the_rest() -> None:
    policy = made(FACTS, "not_evaluated: {left_out: {when: {group: staff}, paragraph: '7'}}")
    one = answer(policy, "participation", "{period: 2026-Q1, person: {category: B}}")["methods"]["sheet"]
    assert one["reason"] == "left_out"


def test_where_groups_are_not_told_apart_nobody_is_evaluated_by_a_route() -> None:
    policy = made("groups: none, routes: none".replace(", ", "\n"))
    one = answer(policy, "participation", "{period: 2026-Q1, person: {appointed: 2020-01-01}}")["methods"]["sheet"]
    assert one["reason"] == "other_group"


OVERLAP = ("P060", "/groups/leaders/who")
NOBODY = ("P061", "/groups")


@pytest.mark.parametrize(
    ("staff", "leaders", "others", "faults"),
    [
        ("rest", "rest", "", [OVERLAP]),
        ("{category: [A, B]}", "{category: [B, C]}", "", [OVERLAP, NOBODY]),
        ("{leading: true}", "{leading: false}", "", [NOBODY]),  # of whom it is not given is in neither
        ("{not: {category: A}}", "{category: A}", "", []),
        ("{category: {other_than: [A]}}", "{category: A}", "", []),
        ("{evaluated: 1}", "{evaluated: [1, 2]}", "rest", [OVERLAP]),
        ("{evaluated: {at_least: 1}}", "{category: A, evaluated: 0}", "rest", []),
        ("{any: [{category: A}, {not: {leading: true}}]}", "{category: B, leading: true}", "rest", []),
        ("{category: [A, B, C]}", "{category: [A, B]}", "rest", [OVERLAP]),  # named once, though two cases show it
        ("{evaluated: [0.5, 1]}", "{evaluated: 0.5}", "rest", [OVERLAP]),
    ],
)
def test_groups_that_overlap_or_leave_somebody_out_are_faults(
    staff: str, leaders: str, others: str, faults: list[tuple[str, str]]
) -> None:
    two = f"groups: {{staff: {{who: {staff}}}, leaders: {{name: {{en: a}}, who: {leaders}, paragraph: '2'}}}}"
    more = f"groups: {{others: {{name: {{en: b}}, who: {others}, paragraph: '2'}}}}" if others else "{}"
    assert sorted(found(two, more, "routes: none")) == faults


TOLD_APART = """
routes:
  staff: {when: {place: north}}
  other: {group: staff, method: sheet, evaluator: hr, when: {place: south}, paragraph: "5"}
"""


@pytest.mark.parametrize(
    ("place", "by", "reason"), [("north", "head", None), ("south", "hr", None), ("east", None, "other_group")]
)
def test_routes_may_be_told_apart_by_their_conditions(place: str, by: str | None, reason: str | None) -> None:
    policy = made(FACTS.replace("routes: {staff: {group: [staff, leaders]}}", ""), TOLD_APART)
    one = answer(policy, "participation", given(f"place: {place}"))["methods"]["sheet"]
    assert (one["by"], one["reason"]) == (by, reason)
    assert missing(policy, "participation", given("place: unknown")) == ("person.place",)


def test_the_group_may_be_unknown_where_a_predicate_turns_on_it() -> None:
    told = "acquaintance: {all: {who: hr, when: {not_in: [leaders]}, due: not stated, channels: [], paragraph: '8'}}"
    assert missing(made(FACTS, told), "acquaintance", "{group: unknown}") == ("group",)
    assert answer(made(FACTS, told), "acquaintance", "{group: staff}") == {"due": None, "channels": []}


@pytest.mark.parametrize("file", ["E-2", "\N{CYRILLIC CAPITAL LETTER IE}-2"])
@pytest.mark.parametrize(
    ("category", "group"), [("E-2", "deputy"), ("\N{CYRILLIC CAPITAL LETTER IE}-2", "deputy"), ("E-3", "head")]
)
def test_a_category_is_the_same_in_either_alphabet(file: str, category: str, group: str) -> None:
    heads = f'groups: {{leaders: {{name: {{en: l}}, who: {{category: {file}}}, paragraph: "2"}}}}'
    route = "routes: {leaders: {group: leaders, method: sheet, evaluator: deputy, paragraph: '5'}}"
    person = f"{{period: 2026-Q1, person: {{category: {category}, appointed: 2020-01-01}}}}"
    assert answer(made(heads, route), "participation", person)["methods"]["sheet"]["by"] == group


def test_another_category_is_another_in_either_alphabet() -> None:
    others = "{category: {other_than: [E-2]}}"
    assert not holds(others, "category: \N{CYRILLIC CAPITAL LETTER IE}-2")
    assert holds(others, "category: E-3")
