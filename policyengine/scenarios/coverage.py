"""What the scenarios of a policy cover: paragraphs of the act, and rules that some question computes with."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyengine.calendar import Calendar
from policyengine.loading.places import known_places, paragraphs, single_places
from policyengine.loading.resolving import policy_of
from policyengine.loading.walk import Schema
from policyengine.model.pointer import join
from policyengine.model.policy import META, Node, Policy, Tree, places_of
from policyengine.scenarios.mutate import touched
from policyengine.scenarios.mutations import operative
from policyengine.scenarios.run import Scenario
from policyengine.scenarios.said import reason_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The operative places of an act and the rules of a policy, and those that no scenario reaches."""

    places: int
    rules: int
    places_without: tuple[str, ...]
    rules_without: tuple[str, ...]


def covered(raw: Tree, schema: Schema, scenarios: Sequence[Scenario], calendar: Callable[[], Calendar]) -> Covered:
    """What scenarios cover of a policy; values that are only said need none, nor do paragraphs that hold no others."""
    policy = policy_of(raw)
    read = frozenset().union(*(seen for _, seen in touched(raw, scenarios, calendar)))
    wanted = _operative_places(policy, schema)
    said, rules = _parted(policy, schema)
    act = paragraphs(raw)
    named = {place for one in scenarios for cited in one.paragraphs for place in single_places(cited, act)}
    only_said = set(_cited(policy, said)) - set(_cited(policy, rules))
    reached = named | set(_cited(policy, read)) | {place for place in wanted if _whole(place) in named} | only_said
    return Covered(
        places=len(wanted),
        rules=len(rules),
        places_without=tuple(sorted(wanted - reached, key=_order)),
        rules_without=tuple(pointer for pointer in rules if pointer not in read),
    )


def _operative_places(policy: Policy, schema: Schema) -> set[str]:
    """The places of the act on which an operative block of the file stands."""
    act = paragraphs(policy.raw)
    cited = {
        one
        for _, block in operative(policy.tree, schema)
        for place in _citations(block)
        for one in single_places(place, act)
    }
    known = known_places(act)
    return cited & known if known else cited


def _citations(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        nearer = value.get("cited")
        yield from (*places_of(value), *(nearer.values() if isinstance(nearer, Mapping) else ()))
        for key, one in value.items():
            if key not in META:
                yield from _citations(one)


def _cited(policy: Policy, read: Iterable[str]) -> Iterator[str]:
    act = paragraphs(policy.raw)
    for pointer in read:
        node = Node(policy=policy, pointer=pointer, value=None)
        yield from (one for place in node.paragraph for one in single_places(place, act))


def _parted(policy: Policy, schema: Schema) -> tuple[list[str], list[str]]:
    """The addresses of operative values: those that are only said, and those with which some question computes."""
    said, rules = list[str](), list[str]()
    for at, block in operative(policy.tree, schema):
        for pointer in _leaves(block, at):
            (said if reason_of(policy, pointer) else rules).append(pointer)
    return said, rules


def _leaves(value: object, at: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        if set(value) <= {"kk", "ru", "en"}:
            return
        for key, one in value.items():
            if key not in META or isinstance(one, int):
                yield from _leaves(one, join(at, key))
    else:
        yield at


def _whole(place: str) -> str:
    return place.partition("/")[0].partition("(")[0]


def _order(place: str) -> tuple[int, str]:
    head = _whole(place)
    return (int(head) if head.isdigit() else 0, place)
