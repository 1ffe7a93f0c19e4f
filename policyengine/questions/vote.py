"""Did a vote decide, and for which mark?"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from policyengine.blocks.answers import Range
from policyengine.blocks.bands import row_of
from policyengine.blocks.bodies import body_of, deciding_body
from policyengine.blocks.case import Case
from policyengine.blocks.resting import allowing, readings_in, resting
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import CELL, COUNT, Input, list_of, word_of
from policyengine.model.near import nearest
from policyengine.model.number import as_mark, decimal
from policyengine.model.policy import Node, Policy

Choice = Fraction | str


def applies(policy: Policy) -> bool:
    """Whether a deciding body votes."""
    body = deciding_body(policy)
    return body is not None and body.get("vote") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """How many members there are, the votes, the chair's own."""
    return {"members": COUNT, "votes": list_of(CELL), "chair": CELL, "body": word_of("review")}


def answer(case: Case) -> Finding:
    """`decided`, `mark` and `grade`; for a vote on a decision `decision`."""
    body = body_of(case)
    rule = body.get("vote")
    if rule is None:
        raise Refused([_does_not_vote(body)])
    among_members = rule["majority_of"].text() == "members"
    given = [
        case.needed("votes"),
        case.needed("members") if among_members or body.get("quorum") else case.given("members"),
        case.given("chair"),
    ]
    missing = lacking(given)
    if missing:
        unknown_answer = Missing(facts=missing)
        return rule.finding({"decided": unknown_answer, "mark": unknown_answer, "grade": unknown_answer}, "vote")
    votes, chair = _read(case, body, rule)
    members = case.count("members")
    count = members if isinstance(members, int) and among_members else len(votes)
    quorum = _has_quorum(body, members, len(votes))
    won = _winner(rule, votes, count, chair) if quorum is None or quorum.value else None
    return _answer(
        case,
        rule,
        won,
        [rule["majority_of"].finding(count, "voters"), *([quorum] if quorum else []), _tally(rule, votes)],
    )


def _does_not_vote(body: Node) -> Fault:
    name, bodies = body.pointer.rpartition("/")[2], body.policy.root["review"].items()
    says = {"word": name, "section": "review", "words": [one for one, other in bodies if other.get("vote")]}
    return Fault(code="unknown_id", at="body", says=says)


def _read(case: Case, body: Node, rule: Node) -> tuple[list[Choice], Choice | None]:
    votes, chair = case.given("votes"), case.given("chair")
    listed = list(votes) if isinstance(votes, tuple) else []
    faults: list[Fault] = []
    read = [_choice(body, rule, one, f"votes[{number}]", faults) for number, one in enumerate(listed)]
    own = None if chair is None else _choice(body, rule, chair, "chair", faults)
    members = case.count("members")
    if isinstance(members, int) and len(listed) > members:
        faults.append(Fault(code="more_votes_than_members", at="votes", says={"value": len(listed), "most": members}))
    if members == 0 and not listed:
        faults.append(Fault(code="bad_value", at="members", says={"value": 0, "shape": "count"}))
    if not faults and own is not None and own not in read:
        faults.append(Fault(code="contradictory_facts", at="chair", says={"reason": "chair_did_not_vote"}))
    if faults:
        raise Refused(faults)
    return [one for one in read if one is not None], own


def _choice(body: Node, rule: Node, value: object, at: str, faults: list[Fault]) -> Choice | None:
    if rule["for"].text() == "decision":
        decides = body.get("decides")
        known = [] if decides is None else [name for name, _ in decides.items()]
        if str(value) not in known:
            faults.append(
                Fault(
                    code="unknown_id",
                    at=at,
                    says={"word": str(value), "section": "decides", "words": known},
                    like=nearest(str(value), known),
                )
            )
        return str(value)
    number = decimal(value)
    if number is None:
        faults.append(Fault(code="bad_value", at=at, says={"value": value, "shape": "mark"}))
        return None
    table = _grades(rule.policy)
    faults += [] if table is None else list(_scale(table).faults(number, at))
    return number


def _grades(policy: Policy) -> Node | None:
    """The table of grades that most methods and results name; of equals the first of the alphabet."""
    blocks = [one for name in ("methods", "results") if (section := policy.section(name)) for one in section.values()]
    named = Counter(one.says("bands") for one in blocks if one.get("bands"))
    best = min(named, key=lambda name: (-named[name], name), default=None)
    return None if best is None else policy.section("bands", best)


def _winner(rule: Node, votes: list[Choice], count: int, chair: Choice | None) -> Choice | None:
    """What more than the share of the voters wants; where the share is nought the most votes are enough."""
    share, tally = rule["more_than"].number(), Counter(votes)
    best = max(tally.values(), default=0)
    leading = [one for one, number in tally.items() if number == best]
    if len(leading) == 1 and best > share * count:
        return leading[0]
    ties = len(leading) > 1 and rule["tie"].text() == "chair_decides"
    return chair if ties and chair in leading else None


def _has_quorum(body: Node, members: object, present: int) -> Finding | None:
    quorum = body.get("quorum")
    if quorum is None or not isinstance(members, int):
        return None
    return quorum.finding(present >= quorum.number() * members, "quorum", count=present, members=members)


def _tally(rule: Node, votes: list[Choice]) -> Finding:
    shown = {
        _shown(one): number for one, number in sorted(Counter(votes).items(), key=lambda pair: (-pair[1], str(pair[0])))
    }
    leads = [number for number in shown.values() if number == max(shown.values())]
    step = rule["more_than"].finding(shown, "tally")
    return resting(step, (readings_in(rule["tie"]) if len(leads) > 1 else frozenset()) | _scale_rests(rule, votes))


def _scale_rests(rule: Node, votes: list[Choice]) -> frozenset[str]:
    """The readings of the scale but for which a vote might be refused."""
    table, numbers = _grades(rule.policy), [one for one in votes if isinstance(one, Fraction)]
    return frozenset() if table is None else allowing(_scale(table), numbers)


def _scale(table: Node) -> Range:
    return Range(node=table.policy.root["scales"][table["of"].text()])


def _answer(case: Case, rule: Node, won: Choice | None, steps: list[Finding]) -> Finding:
    if won is None:
        return rule.finding({"decided": False, "mark": None, "grade": None}, "vote", *steps)
    if isinstance(won, str):
        return rule.finding({"decided": True, "mark": None, "grade": None, "decision": won}, "vote", *steps)
    table = _grades(case.policy)
    row = None if table is None else row_of(table, won)
    band = [] if row is None else [row.node.finding(row.id, "band", number=won, row=row.id)]
    value = {"decided": True, "mark": as_mark(won), "grade": None if row is None else row.id}
    return rule.finding(value, "vote", *steps, *band)


def _shown(choice: Choice) -> str:
    return choice if isinstance(choice, str) else as_mark(choice)
