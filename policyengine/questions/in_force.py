"""Was the methodology in force on a day, and since when?"""

from collections.abc import Mapping
from datetime import date

from policyengine.blocks.case import Case, Day
from policyengine.blocks.spans import days_later
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import DAY, Input
from policyengine.model.period import day
from policyengine.model.policy import Node, Policy
from policyengine.model.term import Force
from policyengine.terms.arithmetic import force

UNKNOWN = "unknown"


def applies(_policy: Policy) -> bool:
    """Every methodology takes force at some time."""
    return True


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The day that is asked about, and the day of first official publication (or registration)."""
    return {"date": DAY, "published": DAY, "registered": DAY}


def answer(case: Case) -> Finding:
    """`in_force` and `from`, the first day on which it applies."""
    act, rule = case.policy.root["act"], case.policy.root["act"]["in_force"]
    asked, adopted = case.needed("date"), day(act["date"].text())
    occasion = _occasion(case, rule)
    _refuse_before(occasion, adopted, _called(rule))
    if occasion is None and isinstance(asked, date) and adopted is not None and asked < adopted:
        return rule.finding({"in_force": False, "from": None}, "in_force", act["date"].finding(adopted, "adopted"))
    start = _start(case, rule, unknown(_called(rule)) if occasion is None else occasion)
    missing = lacking([asked, start.value])
    if missing:
        return rule.finding({"in_force": Missing(facts=missing), "from": Missing(facts=missing)}, "in_force", start)
    until = rule.get("valid_until")
    last = None if until is None else day(until.text())
    began = isinstance(start.value, date) and isinstance(asked, date) and asked >= start.value
    ended = last is not None and isinstance(asked, date) and asked > last
    ends = [] if until is None else [until.finding(last, "valid_until")]
    return rule.finding({"in_force": began and not ended, "from": start.value}, "in_force", start, *ends)


def _occasion(case: Case, rule: Node) -> Day:
    """The day of signing, publication or registration: the given one, else the file's; None where it is unknown."""
    how = _rule(rule)
    if how.occasion == "signing":
        return day(case.policy.root["act"]["date"].text())
    name = _called(rule)
    given = case.day(name)
    return given if given is not None else day(rule.says(name, UNKNOWN))


def _called(rule: Node) -> str:
    """Under which name the day is given on which the act takes force."""
    return "registered" if _rule(rule).occasion == "registration" else "published"


def _rule(rule: Node) -> Force:
    return force(rule.says("rule", "on publication")) or Force(occasion="publication")


def _refuse_before(occasion: Day, adopted: date | None, called: str) -> None:
    if isinstance(occasion, date) and adopted is not None and occasion < adopted:
        raise Refused(
            [
                Fault(
                    code="contradictory_facts",
                    at=called,
                    says={"reason": "published_before_adopted", "value": occasion, "other": adopted},
                )
            ]
        )


def _start(case: Case, rule: Node, occasion: date | Missing) -> Finding:
    node, how, applies_from = rule.get("rule") or rule, _rule(rule), rule.get("applies_from")
    if isinstance(occasion, Missing):
        return node.finding(occasion, "takes_force", rule=how)
    start = occasion if not how.days else days_later(_after(case, occasion, how), 1)
    back = None if applies_from is None else day(applies_from.text())
    if applies_from is not None and back is not None:
        return applies_from.finding(back, "applies_from", taken=start)
    published = node.finding(occasion, "occasion", occasion=how.occasion)
    return node.finding(start, "takes_force", published, rule=how)


def _after(case: Case, occasion: date, how: Force) -> date:
    if not how.working:
        return days_later(occasion, how.days)
    from policyengine.calendar import working_day_after  # noqa: PLC0415 (only where working days are counted)

    return working_day_after(case.calendar, occasion, how.days, counted=False)
