"""Who is evaluated by which method and by whom: groups, periods of methods, routes, and who evaluates instead."""

from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Facts
from policyengine.blocks.predicates import Truth, holds, named_facts
from policyengine.model.fault import Fault
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.period import Period, period
from policyengine.model.policy import Node, Policy

Group = str | Missing


def no_day(_name: str) -> None:
    """No moment is known where no day counts."""


def held_for(block: Node, asked: Period) -> bool:
    """Whether a method, result, plan or event is held for a period: of its kind, its stretch, a year of one's own."""
    every = block["every"]
    if not isinstance(every.value, Mapping):
        return asked.kind in every.ids()
    return asked.is_own_year if own_year(every) is not None else asked == stretch(every)


def own_year(every: Node) -> Node | None:
    """The day from which each person's own years are counted; None where the period is the same for all."""
    return every.get("year_from") if isinstance(every.value, Mapping) else None


def stretch(every: Node) -> Period | None:
    """The single stretch for which something is held; None where it is held again and again."""
    single = isinstance(every.value, Mapping) and own_year(every) is None
    return period(f"{every['from'].text()}/{every['to'].text()}") if single else None


def group_of(policy: Policy, given: object, facts: Facts) -> Finding:
    """The group of a person: the given one, else the one whose predicate holds, else the rest."""
    groups = policy.section("groups")
    if groups is None or given is not None:
        return policy.root.finding(given, "group_given")
    turned_on = _turned_on(groups)
    if turned_on and all(facts(name) is None for name in turned_on):
        return groups.finding(unknown("person.group"), "group")
    rest, open_facts = None, frozenset[str]()
    for name, group in groups.items():
        who = group["who"]
        if who.value == "rest":
            rest = (name, who)
            continue
        truth = holds(who, facts, no_day)
        if truth is True:
            return who.finding(name, "group")
        open_facts |= truth.facts if isinstance(truth, Missing) else frozenset()
    if open_facts:
        return groups.finding(Missing(facts=open_facts), "group")
    return rest[1].finding(rest[0], "group") if rest else groups.finding(unknown("person.group"), "group")


def contradicted_group(policy: Policy, given: object, facts: Facts) -> Iterator[Fault]:
    """A given group beside facts by which the person is in another one."""
    found = group_of(policy, None, facts).value
    if isinstance(given, str) and isinstance(found, str) and found != given:
        says = {"reason": "another_group", "group": given, "other": found}
        yield Fault(code="contradictory_facts", at="person.group", says=says)


def _turned_on(groups: Node) -> frozenset[str]:
    """The facts on which groups turn."""
    return frozenset().union(*(named_facts(one["who"]) for one in groups.values() if one["who"].value != "rest"))


def route_of(policy: Policy, method: str, group: Group, facts: Facts, moments: Facts) -> Finding:
    """The route of a group by a method, as the address of the route; None where the group has none there."""
    routes = policy.section("routes")
    missing: frozenset[str] = group.facts if isinstance(group, Missing) else frozenset()
    found = list(_routes(routes, method)) if routes else []
    if missing and found:
        return policy.root.finding(Missing(facts=missing), "route")
    for name, route in found:
        truth = _goes(route, group, facts, moments)
        if truth is True:
            return route.finding(name, "route")
        missing |= truth.facts if isinstance(truth, Missing) else frozenset()
    at = routes or policy.root
    return at.finding(Missing(facts=missing) if missing else None, "route")


def evaluator_of(policy: Policy, route: Node, group: str, facts: Facts, moments: Facts) -> Finding:
    """The role that evaluates on a route: the route's own, or who replaces it."""
    own = route["evaluator"]
    parts = {name: (one, _replaces(one, group, facts, moments)) for name, one in _replacements(policy)}
    beaten = {loser for one, truth in parts.values() if truth is True for loser in one.names("wins_over")}
    missing = [truth for name, (_, truth) in parts.items() if isinstance(truth, Missing) and name not in beaten]
    if missing:
        return own.finding(Missing(facts=lacking(missing)), "by")
    winner = next((one for name, (one, truth) in parts.items() if truth is True and name not in beaten), None)
    node = own if winner is None else winner["evaluator"]
    return node.finding(only_or_all(node), "by")


def not_for_group(policy: Policy, group: str, facts: Facts, moments: Facts) -> Iterator[Fault]:
    """Facts that hold although the rule that turns on them is not for the group: bad input."""
    for _, one in _replacements(policy):
        if group in one.names("not_for") and holds(one["when"], facts, moments) is True:
            for name in sorted(named_facts(one["when"])):
                yield Fault(
                    code="contradictory_facts",
                    at=name,
                    says={"reason": "not_for", "group": group, "paragraph": one.paragraph},
                )


def only_or_all(node: Node) -> object:
    """One id as itself, several as a list."""
    ids = node.ids()
    return ids[0] if len(ids) == 1 else list(ids)


def _routes(routes: Node, method: str) -> Iterator[tuple[str, Node]]:
    return ((name, route) for name, route in routes.items() if route["method"].text() == method)


def _goes(route: Node, group: Group, facts: Facts, moments: Facts) -> Truth:
    if group not in route["group"].ids():
        return False
    when = route.get("when")
    return True if when is None else holds(when, facts, moments)


def _replacements(policy: Policy) -> Iterator[tuple[str, Node]]:
    instead = policy.section("instead")
    return iter(()) if instead is None else instead.items()


def _replaces(one: Node, group: str, facts: Facts, moments: Facts) -> Truth:
    return False if group in one.names("not_for") else holds(one["when"], facts, moments)
