"""Who is not evaluated, and for which reason: the declared reasons in their declared order of precedence."""

from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Fact, Facts
from policyengine.blocks.person import Person
from policyengine.blocks.plans import rests_on
from policyengine.blocks.predicates import Truth, holds, named_facts
from policyengine.blocks.resting import resting
from policyengine.blocks.spans import Span
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.policy import Node, Policy

SECONDED, ELSEWHERE = "seconded", "receiving_body"


def exemption_of(policy: Policy, method: str, person: Person, facts: Facts) -> Finding:
    """The reason for which a person is not evaluated by a method; None for one who is."""
    section = policy.section("not_evaluated")
    if section is None:
        return policy.root.finding(None, "not_evaluated")
    reasons, away = dict(_reasons(section, method)), _is_evaluated_elsewhere(policy)
    steps = {name: _step(one, person, facts, seconded=away) for name, one in reasons.items()}
    truths: dict[str, Truth] = {name: _truth(step) for name, step in steps.items()}
    if away and person.case.given("person.seconded"):
        truths[SECONDED] = _only_seconded(reasons, truths, person, facts)
        steps[SECONDED] = policy.root["secondment"].finding(truths[SECONDED], "seconded")
    order = [name for name in section.names("reason_first") if name in truths]
    order += [name for name in truths if name not in order]
    return section.finding(_first(order, truths), "not_evaluated", *(steps[name] for name in order))


def counts_worked_days(policy: Policy) -> bool:
    """Whether anybody is left out by the number of days worked: else it is of no use how many they are."""
    section = policy.section("not_evaluated")
    reasons = () if section is None else (one for name, one in section.items() if name != "reason_first")
    return any("worked_days_in_period" in named_facts(one["when"]) for one in reasons)


def _is_evaluated_elsewhere(policy: Policy) -> bool:
    """Whether another body evaluates the seconded: only then are their days there no days here."""
    rule = policy.section("secondment")
    return rule is not None and rule.says("evaluated_by") == ELSEWHERE


def _reasons(section: Node, method: str) -> Iterator[tuple[str, Node]]:
    for name, one in section.items():
        if name != "reason_first" and method in (one.names("for") or (method,)):
            yield name, one


def _step(reason: Node, person: Person, facts: Facts, *, seconded: bool) -> Finding:
    """One reason held against the person, with what was measured."""
    measured: dict[str, Fact] = {}

    def fact(name: str) -> Fact:
        if name == "tenure_in_period":
            measured[name] = person.tenure(reason.says("tenure", "inside_period"), seconded=seconded)
        elif name == "worked_days_in_period":
            worked = reason.get("worked")
            measured[name] = person.worked(() if worked is None else worked.names("all_but"), seconded=seconded)
        else:
            return facts(name)
        return measured[name]

    truth = holds(reason["when"], fact, person.clock.moments)
    step = reason["when"].finding(
        truth, "reason", *_measures(reason, measured, person), reason=reason.pointer.rpartition("/")[2]
    )
    return resting(step, _of_plans(reason))


def _of_plans(reason: Node) -> Iterator[str]:
    """The readings on which it rests whether the plans are required without which nobody is evaluated."""
    plans = reason.policy.section("plans")
    for name in reason["when"].names("without_plan"):
        plan = None if plans is None else plans.get(name)
        yield from () if plan is None else rests_on(plan, counted=True)


def _measures(reason: Node, measured: Mapping[str, Fact], person: Person) -> Iterator[Finding]:
    for name, value in measured.items():
        rule = reason.get("tenure" if name == "tenure_in_period" else "worked") or reason
        match value:
            case Span():
                months = person.case.policy.section("counting", "months")
                counted = () if months is None else (months.finding(months.text(), "counting_months"),)
                shown = f"{value.start.isoformat()}/{value.end.isoformat()}" if value.days else "0"
                yield rule.finding(shown, "tenure", *counted, days=value.days)
            case int():
                yield rule.finding(value, "worked_days")
            case _:
                continue


def _truth(step: Finding) -> Truth:
    return step.value if isinstance(step.value, Missing) else step.value is True


def _only_seconded(reasons: Mapping[str, Node], truths: Mapping[str, Truth], person: Person, facts: Facts) -> Truth:
    """Whether a person is left out only because of the secondment: evaluated without it, and not with it."""
    otherwise = [_truth(_step(one, person, facts, seconded=False)) for one in reasons.values()]
    missing = lacking([*otherwise, *truths.values()])
    if missing:
        return Missing(facts=missing)
    return any(truth is True for truth in truths.values()) and not any(truth is True for truth in otherwise)


def _first(order: list[str], truths: Mapping[str, Truth]) -> str | Missing | None:
    """The first reason that holds; missing where an earlier one is not known."""
    missing: frozenset[str] = frozenset()
    for name in order:
        truth = truths[name]
        if truth is True:
            return Missing(facts=missing) if missing else name
        missing |= lacking(truth)
    return Missing(facts=missing) if missing else None
