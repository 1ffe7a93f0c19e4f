"""Groups part the staff: nobody in two of them, nobody in none; and one route for a group and a method."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, product

from policyengine.blocks.predicates import holds, named_facts
from policyengine.blocks.routes import no_day
from policyengine.loading.sound.apart import are_apart
from policyengine.model.fault import Fault
from policyengine.model.policy import Node, Policy

ANOTHER = "(another)"
MOST_STEPS = 60_000  # cases times groups


def groups(policy: Policy) -> Iterator[Fault]:
    """Overlaps and gaps, found by trying every combination of the words and flags that the predicates name."""
    section = policy.section("groups")
    if section is None:
        return
    who = {name: group["who"] for name, group in section.items()}
    rest = [name for name, one in who.items() if one.value == "rest"]
    if len(rest) > 1:
        yield Fault(code="P060", at=f"/groups/{rest[1]}/who", says={"one": rest[0], "other": rest[1]})
    tested = {name: one for name, one in who.items() if one.value != "rest"}
    yield from _overlaps(tested, has_rest=bool(rest))


def _overlaps(tested: Mapping[str, Node], *, has_rest: bool) -> Iterator[Fault]:
    seen = set[tuple[str, ...]]()
    for case in _cases(tested):
        inside = [name for name, one in tested.items() if holds(one, case.get, no_day) is True]
        for pair in pairwise(inside):
            if pair not in seen:
                seen.add(pair)
                yield Fault(
                    code="P060",
                    at=f"/groups/{pair[1]}/who",
                    says={"one": pair[0], "other": pair[1], "case": _shown(case)},
                )
        if not inside and not has_rest and () not in seen:
            seen.add(())
            yield Fault(code="P061", at="/groups", says={"case": _shown(case)})


def _cases(tested: Mapping[str, Node]) -> Iterator[Mapping[str, object]]:
    """Every combination of values that the predicates name, each with one that none of them names."""
    values: dict[str, list[object]] = {}
    for one in tested.values():
        for fact in sorted(named_facts(one)):
            values.setdefault(fact, [ANOTHER])
        _collect(one, values)
    names = sorted(values)
    combined = product(*(values[name] for name in names))
    yield from (dict(zip(names, chosen, strict=True)) for chosen in islice(combined, MOST_STEPS // max(1, len(tested))))


def _collect(predicate: Node, values: dict[str, list[object]]) -> None:
    waiting: list[object] = [predicate.value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, Mapping):
            for key, test in one.items():
                if key in values:
                    values[key] += [word for word in _words(test) if word not in values[key]]
                waiting.append(test)


def _words(test: object) -> Iterator[object]:
    if isinstance(test, bool):
        yield from (True, False)
    elif isinstance(test, list):
        yield from test
    elif isinstance(test, Mapping):
        yield from (word for one in test.values() if isinstance(one, str | list) for word in _words(one))
    else:
        yield test


def _shown(case: Mapping[str, object]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in case.items())


def routes(policy: Policy) -> Iterator[Fault]:
    """Two routes for one group and method that may hold together: nothing tells them apart."""
    section = policy.section("routes")
    seen: dict[tuple[str, str], list[Node]] = {}
    for name, route in section.items() if section is not None else ():
        for group in route["group"].ids():
            key = (group, route["method"].text())
            if any(_together(other, route) for other in seen.get(key, ())):
                yield Fault(code="P062", at=f"/routes/{name}", says={"group": key[0], "method": key[1]})
            seen.setdefault(key, []).append(route)


def _together(one: Node, other: Node) -> bool:
    first, second = one.get("when"), other.get("when")
    return first is None or second is None or not are_apart(first, second)
