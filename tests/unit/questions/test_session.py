"""Is the composition of a deciding body in order?"""

import pytest

from tests.unit.made import answer, found, made, missing, refused

BODY = """
vocabulary: {offices: {appellant: {en: a}, other_evaluators: {en: b}}}
roles: {delegate: {name: {en: d}, paragraph: "1"}, substitute: {name: {en: s}, paragraph: "1"}}
review:
  session:
    called: on_application
    formed_by: head
    quorum: 2/3
    members:
      least: 3
      most: 5
      number: odd
      must: [hr]
      must_where_they_exist: [other_evaluators]
      must_not: [appellant, evaluator]
      may: nobody_else
    paragraph: "12"
"""
THREE = "members: [{id: a, role: hr}, {id: b, role: delegate}, {id: c, role: substitute}]"
ASKED = "appellant: x, evaluator: y"


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (f"{{{THREE}, {ASKED}}}", []),
        ("{members: [{id: a, role: hr}], appellant: x, evaluator: y}", ["too_few_members"]),
        (
            f"{{{THREE.replace(']', ', {id: d, role: delegate}]')}, {ASKED}}}",
            ["even_number"],
        ),
        (
            f"{{members: [{', '.join(f'{{id: {number}, role: hr}}' for number in range(7))}], {ASKED}}}",
            ["too_many_members"],
        ),
        (f"{{{THREE}, appellant: b, evaluator: y}}", ["appellant_sits"]),
        (f"{{{THREE}, appellant: x, evaluator: [y, c]}}", ["evaluator_sits"]),
        (f"{{{THREE.replace('role: hr', 'role: evaluator')}, {ASKED}}}", ["hr_missing"]),
        (f"{{{THREE.replace('role: delegate', 'role: deputy')}, {ASKED}}}", ["others_sit"]),
        (f"{{{THREE.replace('id: b', 'id: a')}, {ASKED}}}", ["duplicate_id"]),
        (f"{{{THREE}, {ASKED}, present: [a, b]}}", []),
        (f"{{{THREE}, {ASKED}, present: [a]}}", ["no_quorum"]),
        (f"{{{THREE}, {ASKED}, present: [a, a]}}", ["no_quorum"]),  # one person is one
        (f"{{{THREE}, {ASKED}, chair: a}}", []),
    ],
)
def test_every_rule_of_the_body_has_its_problem(given: str, problems: list[str]) -> None:
    assert answer(made(BODY), "session", given) == {"valid": not problems, "problems": problems}


@pytest.mark.parametrize(
    ("fragment", "given", "problems"),
    [
        ("review: {session: {members: {must_not: [delegate]}}}", f"{{{THREE}, evaluator: b}}", ["evaluator_sits"]),
        ("review: {session: {members: {must_not: [delegate]}}}", f"{{{THREE}, evaluator: c}}", []),  # sits as another
        ("review: {session: {members: {must_not: none}}}", f"{{{THREE}}}", []),
        (
            "review: {session: {members: {may: others_with_a_ground}}}",
            f"{{{THREE.replace('delegate', 'deputy')}, {ASKED}}}",
            [],
        ),
        (
            "review: {session: {members: {must: none, may: none}}}",
            "{members: [{id: a}, {id: b}, {id: c}], appellant: x, evaluator: y}",
            [],
        ),
        ("review: {session: {called: on_every_evaluation}}", f"{{{THREE}, evaluator: y}}", []),
        ("{}", f"{{{THREE}, {ASKED}, chair: unknown}}", []),
    ],
)
def test_what_the_file_does_not_ask_is_not_asked(fragment: str, given: str, problems: list[str]) -> None:
    assert answer(made(BODY, fragment), "session", given)["problems"] == problems


SILENT = "review: {session: {members: {without_vote: [hr], counts: COUNTS, may: none}}}"
FOUR = THREE.replace("]", ", {id: d, role: delegate}]")


@pytest.mark.parametrize(
    ("counts", "given", "problems"),
    [
        ("voters", FOUR, []),  # three of the four have a vote
        ("voters", THREE, ["even_number", "too_few_members"]),
        ("voters", f"{FOUR}, present: [a, b]", ["no_quorum"]),
        ("voters", f"{FOUR}, present: [b, c]", []),
        ("everybody", FOUR, ["even_number"]),
        ("everybody", f"{THREE}, present: [a, b]", []),
    ],
)
def test_who_sits_without_a_vote_is_counted_as_the_file_says(counts: str, given: str, problems: list[str]) -> None:
    policy = made(BODY, SILENT.replace("COUNTS", counts))
    assert answer(policy, "session", f"{{{given}, {ASKED}}}")["problems"] == problems


def test_of_whom_it_turns_on_who_has_a_vote_the_role_is_needed() -> None:
    policy = made(BODY, SILENT.replace("COUNTS", "voters"), "review: {session: {members: {must: none}}}")
    given = "{members: [{id: a}], appellant: x, evaluator: y}"
    assert missing(policy, "session", given) == ("members[0].role",)


def test_where_the_act_says_nothing_of_the_members_nothing_is_enforced() -> None:
    policy = made("review: {session: {called: on_application, formed_by: head, members: none, paragraph: '12'}}")
    assert answer(policy, "session", "{members: [{id: a}]}") == {"valid": True, "problems": []}
    assert answer(policy, "session", "{members: []}") == {"valid": True, "problems": []}


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("{}", ("appellant", "evaluator", "members")),
        (f"{{{THREE}, appellant: unknown, evaluator: y}}", ("appellant",)),
        ("{members: [{id: a}], appellant: x, evaluator: y}", ("members[0].role",)),
        ("{members: [{role: hr, id: unknown}], appellant: x, evaluator: y}", ("members[0].id",)),
        (f"{{{THREE}, {ASKED}, present: unknown}}", ("present",)),
        (f"{{{THREE}, {ASKED}, present: [a, unknown]}}", ("present[1]",)),
        (f"{{{THREE}, {ASKED}, body: unknown}}", ("body",)),
        (f"{{{THREE}, appellant: x, evaluator: [y, unknown]}}", ("evaluator[1]",)),
    ],
)
def test_what_is_unknown_of_a_session_is_missing(given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(BODY), "session", given) == facts


@pytest.mark.parametrize("rule", ["least", "most", "number", "must", "must_not", "may"])
def test_a_rule_that_is_still_open_is_never_guessed(rule: str) -> None:
    policy = made(BODY, f"review: {{session: {{members: {{{rule}: open}}}}}}")
    assert missing(policy, "session", f"{{{THREE}, {ASKED}}}") == (f"/review/session/members/{rule}",)


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        (f"{{{THREE}, {ASKED}, chair: z}}", [("contradictory_facts", "chair")]),
        (f"{{{THREE}, {ASKED}, present: [a, z]}}", [("contradictory_facts", "present")]),
        ("{members: [{id: a, role: boss}], appellant: x, evaluator: y}", [("unknown_id", "members[0].role")]),
        (f"{{{THREE}, {ASKED}, appellant: [x]}}".replace("appellant: x, ", ""), [("bad_value", "appellant")]),
    ],
)
def test_persons_that_cannot_be_are_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(BODY), "session", given) == faults


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ("{least: 6}", ("P080", "/review/session/members")),
        ("{least: 4, most: 4}", ("P080", "/review/session/members")),
        ("{must_not: [hr]}", ("P080", "/review/session/members/must_not")),
    ],
)
def test_a_body_that_can_never_sit_is_a_fault(members: str, fault: tuple[str, str]) -> None:
    assert found(BODY, f"review: {{session: {{members: {members}}}}}") == [fault]
