"""Until when may a person object, was it in time, and what follows by when?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.bodies import remedy_against_result
from policyengine.blocks.case import Case, Day
from policyengine.blocks.moments import day_inputs, needed_day
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, Phrase, lacking
from policyengine.model.given import DAY, PERIOD, Input
from policyengine.model.policy import Node, Policy

BODY = ("decided", "held")


def applies(policy: Policy) -> bool:
    """Whether the methodology knows an application against a result."""
    return remedy_against_result(policy) is not None


def inputs(policy: Policy) -> Mapping[str, Input]:
    """When the person was acquainted and applied, and whatever else the terms of the file count from."""
    remedy = remedy_against_result(policy)
    terms = [] if remedy is None else [remedy.get("due"), remedy.get("examined")]
    body = None if remedy is None else _body(remedy)
    terms += [] if body is None else [body.get(part) for part in BODY]
    return {"period": PERIOD, **day_inputs(terms), **dict.fromkeys(("acquainted", "filed", "made"), DAY)}


def answer(case: Case) -> Finding:
    """`last_day, in_time, decision_due, session_due`."""
    remedy = remedy_against_result(case.policy) or case.policy.root
    _refuse_contradictions(case)
    last_day = needed_day(case, remedy["due"]) if remedy.get("due") else remedy.finding(None, "term")
    filed = case.day("filed")
    if filed is None:
        value = {"last_day": last_day.value, "in_time": None, "decision_due": None, "session_due": None}
        return remedy.finding(value, "appeal", last_day)
    decided, held = (_of_body(case, remedy, part) for part in BODY)
    in_time = _in_time(filed, last_day)
    value = {
        "last_day": last_day.value,
        "in_time": in_time.value,
        "decision_due": decided.value,
        "session_due": held.value,
    }
    return remedy.finding(value, "appeal", last_day, in_time, decided, held)


def _body(remedy: Node) -> Node | None:
    return remedy.policy.section("review", remedy.says("leads_to"))


def _of_body(case: Case, remedy: Node, part: str) -> Finding:
    """By when the body decides or sits; an objection that leads to none is decided by when it is examined."""
    body = _body(remedy)
    examined = remedy.get("examined") if part == "decided" else None
    node = examined if body is None else body.get(part)
    return remedy.finding(None, "term") if node is None else needed_day(case, node)


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
