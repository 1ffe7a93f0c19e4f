"""Did a vote decide: majorities, ties, quorum, marks and decisions."""

import pytest

from tests.unit.made import answer, found, made, missing, refused

BODY = """
review:
  session:
    called: on_application
    formed_by: head
    vote: {for: one_mark, majority_of: members, more_than: 1/2, tie: not_decided}
    paragraph: "12"
"""
PRESENT = "review: {session: {vote: {majority_of: participants}}}"
CHAIR = "review: {session: {vote: {tie: chair_decides}}}"
QUORUM = "review: {session: {quorum: 2/3, vote: {majority_of: participants}}}"
PLURALITY = "review: {session: {vote: {more_than: 0/1}}}"
DECISION = "review: {session: {decides: {keep: {en: keep}, change: {en: change}}, vote: {for: decision}}}"


@pytest.mark.parametrize(
    ("fragment", "given", "mark", "grade"),
    [
        ("{}", "{members: 3, votes: [4, 4, 2]}", "4.00", "good"),
        ("{}", "{members: 3, votes: ['4,0', 4.00, 2]}", "4.00", "good"),
        ("{}", "{members: 4, votes: [4, 4, 2]}", None, None),  # two of four are no more than half
        ("{}", "{members: 5, votes: [2, 2, 2]}", "2.00", "poor"),
        ("{}", "{members: 3, votes: [4, 3, 2]}", None, None),
        ("{}", "{members: 3, votes: []}", None, None),
        (PRESENT, "{votes: [4, 4, 2]}", "4.00", "good"),
        (PRESENT, "{members: 9, votes: [4, 4, 2]}", "4.00", "good"),  # the absent do not count
        (PRESENT, "{votes: [4, 2]}", None, None),
        (CHAIR, "{members: 2, votes: [4, 2], chair: 2}", "2.00", "poor"),
        (CHAIR, "{members: 2, votes: [4, 2]}", None, None),
        (CHAIR, "{members: 5, votes: [4, 4, 2, 2, 3], chair: 3}", None, None),  # the chair's mark does not lead
        (CHAIR, "{members: 3, votes: [4, 4, 2], chair: 2}", "4.00", "good"),  # no tie, and the chair is outvoted
        (QUORUM, "{members: 6, votes: [4, 4, 4]}", None, None),
        (QUORUM, "{members: 6, votes: [4, 4, 4, 2]}", "4.00", "good"),
        (PLURALITY, "{members: 9, votes: [4, 4, 2]}", "4.00", "good"),  # the most votes are enough
    ],
)
def test_the_mark_that_wins_has_more_than_its_share_of_the_voters(
    fragment: str, given: str, mark: str | None, grade: str | None
) -> None:
    assert answer(made(BODY, fragment), "vote", given) == {"decided": mark is not None, "mark": mark, "grade": grade}


def test_a_vote_may_be_on_a_decision() -> None:
    policy = made(BODY, DECISION)
    assert answer(policy, "vote", "{members: 3, votes: [keep, keep, change]}") == {
        "decided": True,
        "mark": None,
        "grade": None,
        "decision": "keep",
    }
    assert refused(policy, "vote", "{members: 3, votes: [keep, kepp]}") == [("unknown_id", "votes[1]")]


def test_without_a_table_of_grades_a_vote_gives_a_mark_alone() -> None:
    policy = made(BODY, "bands: none", "methods: {sheet: {bands: none}}")
    assert answer(policy, "vote", "{members: 1, votes: [77]}") == {"decided": True, "mark": "77.00", "grade": None}


def test_a_vote_for_a_mark_in_a_hole_has_no_grade() -> None:
    policy = made(BODY, "bands: {grades: {rows: {poor: {below: 2}}, where_none_fits: refuse}}")
    assert answer(policy, "vote", "{members: 1, votes: [2.5]}") == {"decided": True, "mark": "2.50", "grade": None}


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ("{members: 3, votes: [6]}", [("mark_out_of_range", "votes[0]")]),
        ("{members: 3, votes: [4.005]}", [("mark_off_step", "votes[0]")]),
        ("{members: 3, votes: [well]}", [("bad_value", "votes[0]")]),
        ("{members: 1, votes: [4, 4]}", [("more_votes_than_members", "votes")]),
        ("{members: 0, votes: []}", [("bad_value", "members")]),
        ("{members: 3, votes: [4], chair: 5}", [("contradictory_facts", "chair")]),
        ("{members: 3, votes: [4], chair: well}", [("bad_value", "chair")]),
        ("{members: 3, votes: 4}", [("bad_value", "votes")]),
        ("{members: 3, votes: [4], body: jury}", [("unknown_id", "body")]),
    ],
)
def test_votes_that_cannot_be_are_bad_input(given: str, faults: list[tuple[str, str]]) -> None:
    assert refused(made(BODY), "vote", given) == faults


@pytest.mark.parametrize(
    ("fragment", "given", "facts"),
    [
        ("{}", "{}", ("members", "votes")),
        ("{}", "{members: 3, votes: [4, unknown]}", ("votes[1]",)),
        ("{}", "{members: 3, votes: [4], chair: unknown}", ("chair",)),
        ("{}", "{members: 3, votes: [4], body: unknown}", ("body",)),
        (PRESENT, "{}", ("votes",)),
        (QUORUM, "{votes: [4]}", ("members",)),
        (
            "review: {session: {vote: {more_than: open}}}",
            "{members: 3, votes: [4]}",
            ("/review/session/vote/more_than",),
        ),
        ("review: {session: {quorum: open}}", "{members: 3, votes: [4]}", ("/review/session/quorum",)),
    ],
)
def test_what_is_unknown_of_a_vote_is_missing(fragment: str, given: str, facts: tuple[str, ...]) -> None:
    assert missing(made(BODY, fragment), "vote", given) == facts


TWO = """
review:
  commission: {called: on_every_evaluation, formed_by: hr, paragraph: "13"}
remedies:
  first: {against: [procedure], paragraph: "14"}
  objection: {against: [result], leads_to: session, paragraph: "14"}
"""


def test_a_body_that_does_not_vote_is_bad_input() -> None:
    assert refused(made(BODY, TWO), "vote", "{body: commission, members: 3, votes: [4]}") == [("unknown_id", "body")]


def test_without_a_wish_the_body_votes_to_which_the_remedy_leads() -> None:
    first = made("review: {commission: {called: on_every_evaluation, formed_by: hr, paragraph: '13'}}", BODY, TWO)
    assert answer(first, "vote", "{members: 1, votes: [4]}")["decided"] is True
    nowhere = "remedies: {objection: {leads_to: none}}"
    assert answer(
        made("review: {commission: {called: on_every_evaluation, formed_by: hr, paragraph: '13'}}", BODY, TWO, nowhere),
        "vote",
    ) == {"applies": False}


@pytest.mark.parametrize(
    ("fragment", "fault"),
    [
        ("review: {session: {vote: {more_than: 1/0}}}", ("P081", "/review/session/vote/more_than")),
        ("review: {session: {vote: {more_than: 1/1}}}", ("P081", "/review/session/vote/more_than")),
        ("review: {session: {quorum: 0/3}}", ("P081", "/review/session/quorum")),
        ("review: {session: {quorum: 1/0}}", ("P081", "/review/session/quorum")),
        ("review: {session: {quorum: 4/3}}", ("P081", "/review/session/quorum")),
        ("review: {session: {vote: {for: decision}}}", ("P002", "/review/session")),
    ],
)
def test_a_body_that_could_never_decide_is_a_fault(fragment: str, fault: tuple[str, str]) -> None:
    assert found(BODY, fragment) == [fault]


def test_a_quorum_of_all_can_be_met() -> None:
    assert found(BODY, "review: {session: {quorum: 3/3}}") == []
