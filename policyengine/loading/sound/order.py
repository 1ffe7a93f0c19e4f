"""Precedence: where two rules can hold for one person, the file says which wins, by names that are declared."""

from collections.abc import Iterator, Mapping
from itertools import combinations, islice

from policyengine.loading.sound.apart import are_apart, live_apart
from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.policy import Node, Policy

SECONDED = "seconded"
MOST_PAIRS = 20_000  # of exceptions that are held against each other; two hundred of them are too many already


def precedence(policy: Policy) -> Iterator[Fault]:
    """Exceptions, replacements and reasons that can hold together without an order."""
    events = policy.section("timetable")
    for event in events.values() if events is not None else ():
        yield from passing_open(_exceptions(event))
    for part in (_replacements, _reasons, _delegation):
        yield from passing_open(part(policy))


def _exceptions(event: Node) -> Iterator[Fault]:
    section = event.get("except")
    if section is not None:
        parts = {name: one for name, one in section.items() if name != "wins"}
        yield from _ordered(section, "wins", parts)
        yield from _undecided(parts, section.names("wins"))


def _ordered(section: Node, key: str, known: Mapping[str, object]) -> Iterator[Fault]:
    for number, name in enumerate(section.names(key)):
        if name not in known:
            says = {"word": name, "sections": [section.pointer]}
            yield Fault(code="P021", at=f"{section.pointer}/{key}/{number}", says=says, like=nearest(name, known))


def _undecided(parts: Mapping[str, Node], wins: tuple[str, ...]) -> Iterator[Fault]:
    for (one, first), (other, second) in islice(combinations(parts.items(), 2), MOST_PAIRS):
        if (
            not {one, other} <= set(wins)
            and _effect(first) != _effect(second)
            and not (live_apart(first, second) or are_apart(first["when"], second["when"]))
        ):
            yield Fault(code="P067", at=second.pointer, says={"one": one, "other": other})


def _effect(part: Node) -> tuple[object, ...]:
    return tuple(None if part.get(key) is None else part[key].value for key in ("due", "takes_part", "evaluator"))


def _replacements(policy: Policy) -> Iterator[Fault]:
    section = policy.section("instead")
    if section is None:
        return
    parts = dict(section.items())
    for part in parts.values():
        yield from _ordered(part, "wins_over", parts)
    for (one, first), (other, second) in islice(combinations(parts.items(), 2), MOST_PAIRS):
        decided = other in first.names("wins_over") or one in second.names("wins_over")
        apart = live_apart(first, second) or are_apart(first["when"], second["when"])
        if not decided and _effect(first) != _effect(second) and not apart:
            yield Fault(code="P067", at=second.pointer, says={"one": one, "other": other})


def _reasons(policy: Policy) -> Iterator[Fault]:
    section = policy.section("not_evaluated")
    if section is None:
        return
    known = {name: one for name, one in section.items() if name != "reason_first"}
    seconded = {SECONDED} if policy.section("secondment") is not None else set()
    yield from _ordered(section, "reason_first", {**known, **dict.fromkeys(seconded)})
    unranked = sorted((known.keys() | seconded) - set(section.names("reason_first")))
    if len(known) + len(seconded) > 1 and unranked:
        yield Fault(code="P075", at=section.pointer, says={"words": unranked})


def _delegation(policy: Policy) -> Iterator[Fault]:
    rule = policy.section("delegation")
    if rule is None:
        return
    limits = [limit for limit in (rule.get("more_than"), rule.get("at_least")) if limit is not None]
    if len(limits) != 1:
        yield Fault(code="P074", at=rule.pointer)
    for limit in limits:
        if limit.number() < 0:
            yield Fault(code="P005", at=limit.pointer, says={"value": limit.value, "least": 0})
