"""Until when may a person object, was it in time, and what follows by when?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.bodies import remedy_against_result
from policyengine.blocks.case import Case, Day
from policyengine.blocks.counting import Clock, day_of
from policyengine.blocks.mentions import mentions
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, Phrase, lacking, unknown
from policyengine.model.given import DAY, Input
from policyengine.model.policy import Node, Policy
from policyengine.terms.times import moments, term

GIVEN_AS = {
    "application_received": "filed",
    "application_made": "made",
    "evaluation_completed": "completed",
    "acquainted": "acquainted",
}
NEEDED = frozenset({"acquainted", "completed"})
OPTIONAL = frozenset({"received", "completed"})


def applies(policy: Policy) -> bool:
    """Whether the methodology knows an application against a result."""
    return remedy_against_result(policy) is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """When the person was acquainted (or received the results, where the file turns on that) and applied."""
    used = {name for name in OPTIONAL if mentions(policy, name if name == "received" else "evaluation_completed")}
    return dict.fromkeys(("acquainted", "filed", "made", *sorted(used)), DAY)


def answer(case: Case) -> Finding:
    """`last_day, in_time, decision_due, session_due`."""
    remedy = remedy_against_result(case.policy) or case.policy.root
    _refuse_contradictions(case)
    clock = Clock(case=case, moments=lambda name: _moment(case, name))
    last_day = day_of(remedy["due"], clock) if remedy.get("due") else remedy.finding(None, "term")
    last_day = _needed(remedy, last_day)
    filed = case.day("filed")
    if filed is None:
        value = {"last_day": last_day.value, "in_time": None, "decision_due": None, "session_due": None}
        return remedy.finding(value, "appeal", last_day)
    decided, held = (_of_body(remedy, part, clock) for part in ("decided", "held"))
    in_time = _in_time(filed, last_day)
    value = {
        "last_day": last_day.value,
        "in_time": in_time.value,
        "decision_due": decided.value,
        "session_due": held.value,
    }
    return remedy.finding(value, "appeal", last_day, in_time, decided, held)


def _needed(remedy: Node, last_day: Finding) -> Finding:
    """The last day, or that the facts are missing from which it runs."""
    found = term(remedy.says("due", "not stated"))
    names = [GIVEN_AS.get(name, name) for name in (() if found is None else moments(found))]
    if last_day.value is None and any(name in NEEDED for name in names):
        return remedy.finding(unknown(*(name for name in names if name in NEEDED)), "term")
    if last_day.value is None and names:
        return remedy.finding(unknown(*names), "term")
    return last_day


def _moment(case: Case, name: str) -> Day:
    return case.day(GIVEN_AS.get(name, name))


def _of_body(remedy: Node, part: str, clock: Clock) -> Finding:
    body = remedy.policy.section("review", remedy.says("leads_to"))
    node = None if body is None else body.get(part)
    if node is None:
        return remedy.finding(None, "term")
    due = day_of(node, clock)
    found = term(node.text())
    if due.value is None and found is not None and moments(found):
        return node.finding(unknown(*(GIVEN_AS.get(name, name) for name in moments(found))), "term")
    return due


def _in_time(filed: Day, last_day: Finding) -> Finding:
    missing = lacking([filed, last_day.value])
    value: object = Missing(facts=missing) if missing else None
    if isinstance(filed, date) and isinstance(last_day.value, date):
        value = filed <= last_day.value
    return Finding(value=value, about=Phrase(code="in_time"), at=last_day.at, paragraph=last_day.paragraph)


def _refuse_contradictions(case: Case) -> None:
    filed, made, acquainted = (case.day(name) for name in ("filed", "made", "acquainted"))
    faults = []
    if isinstance(filed, date) and isinstance(acquainted, date) and filed < acquainted:
        faults.append(Fault(code="filed_before_acquainted", at="filed", says={"value": filed, "other": acquainted}))
    if isinstance(filed, date) and isinstance(made, date) and made > filed:
        faults.append(Fault(code="contradictory_facts", at="made", says={"reason": "made_after_filed"}))
    if faults:
        raise Refused(faults)
