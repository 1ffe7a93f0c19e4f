"""Disagreeing with a result: the application, the session, its vote and its minutes."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from fractions import Fraction

from tests.naive.dates import working_days_after, written
from tests.naive.facts import Facts
from tests.naive.marks import grade_of, mark_of, two_decimals


def appeal(facts: Facts, *, knows_receipt: bool) -> dict[str, object]:
    """Five working days to apply, three to decide, ten to hold (Taskala 10, 20, 21; Nura 12, 38, 39).

    Taskala: from the later of acquaintance and receipt, where both are recorded, else from the one that is.
    """
    received = facts.maybe_day("received") if knows_receipt else None
    acquainted = facts.maybe_day("acquainted") if received else facts.day("acquainted")
    filed, made = facts.maybe_day("filed"), facts.maybe_day("made")
    facts.fault_if(filed is not None and acquainted is not None and filed < acquainted, "filed_before_acquainted")
    facts.fault_if(filed is not None and made is not None and made > filed, "contradictory_facts")
    facts.settle()
    last_day = working_days_after(max(day for day in (acquainted, received) if day is not None), 5)
    return {"last_day": last_day.isoformat(), **_after_filing(filed, last_day)}


def _after_filing(filed: date | None, last_day: date) -> dict[str, object]:
    if filed is None:
        return {"in_time": None, "decision_due": None, "session_due": None}
    return {
        "in_time": filed <= last_day,
        "decision_due": written(working_days_after(filed, 3)),
        "session_due": written(working_days_after(filed, 10)),
    }


def session(facts: Facts, *, roles: Collection[str], sets_composition: bool) -> dict[str, object]:
    """Whether these members can sit (Taskala 20); Nura's text sets nothing, there only an id given twice is wrong."""
    facts.need("members")
    members = facts.blocks("members", ["id", "role"])
    ids = [member.text("id") for member in members]
    held = [member.word("role", roles) for member in members]
    problems = {"duplicate_id"} if len(set(ids)) < len(ids) else set()
    if sets_composition:
        problems |= _composition(facts, ids, held)
    facts.settle()
    return {"valid": not problems, "problems": sorted(problems)}


def _composition(facts: Facts, ids: list[str], roles: list[str]) -> set[str]:
    """Each problem stands on its own; members are counted as they are listed."""
    appellant, evaluator = facts.text("appellant"), facts.need("evaluator")
    evaluators = evaluator if isinstance(evaluator, list) else [evaluator]
    facts.fault_if(not all(isinstance(one, str) for one in evaluators), "bad_value")
    found = {
        "too_few_members": len(ids) < 3,
        "even_number": len(ids) % 2 == 0,
        "appellant_sits": appellant in ids,
        "evaluator_sits": any(one in ids for one in evaluators),
        "hr_missing": "hr" not in roles,
    }
    return {problem for problem, holds in found.items() if holds}


def vote(facts: Facts, *, of_members: bool) -> dict[str, object]:
    """More than half for one and the same mark: of the members (Taskala 23/5), of those present (Nura 41/4)."""
    members = facts.count("members") if of_members else facts.maybe_count("members")
    votes = facts.need("votes")
    facts.fault_if(votes != "unknown" and not isinstance(votes, list), "bad_value")
    marks = [mark_of(one, facts) for one in votes] if isinstance(votes, list) else []
    usable = members is not None and facts.given.get("members") == members
    facts.fault_if(usable and len(marks) > (members or 0), "more_votes_than_members")
    facts.settle()
    electorate = members if of_members and members is not None else len(marks)
    return _counted(Counter(marks), electorate)


def _counted(votes: Counter[Fraction], electorate: int) -> dict[str, object]:
    for mark, number in votes.items():
        if number * 2 > electorate:
            return {"decided": True, "mark": two_decimals(mark), "grade": grade_of(mark)}
    return {"decided": False, "mark": None, "grade": None}


def minutes(facts: Facts) -> dict[str, object]:
    """Three working days from the signature (Taskala 23/5, Nura 41/4)."""
    signed = facts.day("signed")
    facts.settle()
    return {"placed_by": working_days_after(signed, 3).isoformat()}
