"""Citations in words: «18-тармақтың 3-бөлігі», «п. 18, ч. 3», "para. 18, part 3"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from policyengine.handbook.values import Said
from policyengine.model.policy import Policy, Tree, places_of
from policyengine.words import Words

_place = re.compile(r"(?P<number>decision|[\d-]+)(?:/(?P<part>\d+|preamble))?(?:\((?P<point>[\d-]+)\))?", re.ASCII)
_chapter = re.compile(r"(?P<kind>глава|chapter|annex)(?: (?P<number>\d+))?")
DECISION: Final = "decision"


class Cited(NamedTuple):
    """Places of one kind that follow each other: the paragraph, and the first and last number in it."""

    kind: str
    number: str
    first: str
    last: str


def cited(places: Iterable[str], words: Words, policy: Policy | None = None) -> str:
    """Places of the act in words, neighbours together; those of another act by its name."""
    listed = list(places)
    own = [one for one in listed if not _of_another_act(one, policy)]
    others = [_named(one, words, policy) for one in listed if one not in own]
    return "; ".join([*(_said(one, words) for one in _together(own)), *others])


def written(places: Iterable[str], words: Words, policy: Policy) -> tuple[str, ...]:
    """Places as the contract writes them; a place in another act as `act: place`, in one language."""
    return tuple(_written(one, words, policy) for one in places)


def in_order(places: Iterable[str]) -> list[str]:
    """Places in the order of the act: the decision, then the paragraphs with their parts, then what is elsewhere."""
    return sorted(dict.fromkeys(places), key=_order)


def _order(place: str) -> tuple[int, list[int], str]:
    found = _place.fullmatch(place)
    if found is None:
        return 2, [], place
    return int(found["number"] != DECISION), [int(number) for number in re.findall(r"\d+", place)], place


def _together(places: Iterable[str]) -> Iterator[Cited]:
    """Places one by one, those that follow each other without a gap as one."""
    waiting: Cited | None = None
    for one in map(_cited, places):
        if waiting is not None and _follows(waiting, one):
            waiting = waiting._replace(last=one.last)
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _cited(place: str) -> Cited:
    found, chapter = _place.fullmatch(place), _chapter.fullmatch(place)
    if chapter is not None:
        kind = "annex" if chapter["kind"] == "annex" else "chapter"
        return Cited(kind if chapter["number"] else "annex_alone", chapter["number"] or "", "", "")
    if found is None:
        return Cited("", place, "", "")
    number, part, point = found["number"], found["part"] or "", found["point"] or ""
    if number == DECISION:
        kind = "preamble" if part in {"0", "preamble"} else "decision" if part else "decision_alone"
        return Cited(kind, "", part, part)
    if part and point:
        return Cited("part_point", number, part, point)
    if point:
        return Cited("point", number, *_range(point))
    return Cited("part", number, part, part) if part else Cited("whole", "", *_range(number))


def _range(numbers: str) -> tuple[str, str]:
    """The first and the last of `37-42`; of `5`, and of `5-1`, which was put in later, itself."""
    first, _, last = numbers.partition("-")
    return (first, last) if last and int(last) > int(first) else (numbers, numbers)


def _follows(one: Cited, other: Cited) -> bool:
    alike = one.kind == other.kind and one.number == other.number and one.kind in {"whole", "part", "point", "decision"}
    counted = one.last.isdecimal() and other.first.isdecimal()
    return alike and counted and int(other.first) == int(one.last) + 1


def _said(one: Cited, words: Words) -> str:
    if not one.kind:
        return one.number
    several = one.first != one.last and one.kind != "part_point"
    code = f"{one.kind}s" if several else one.kind
    return words.say("places", code, number=one.number, first=one.first, last=one.last)


def _of_another_act(place: str, policy: Policy | None) -> bool:
    act = place.partition(": ")[0]
    return act != place or (policy is not None and act in policy.block("/other_acts"))


def _named(place: str, words: Words, policy: Policy | None) -> str:
    act, where = _parts(place, words, policy)
    return words.say("places", "act", act=act, place=Said(text=where)) if where else words.name(act)


def _written(place: str, words: Words, policy: Policy) -> str:
    if not _of_another_act(place, policy):
        return place
    act, where = _parts(place, words, policy)
    return f"{act}: {where}" if where else act


def _parts(place: str, words: Words, policy: Policy | None) -> tuple[str, str]:
    """The id of another act and the place in it; a place in several languages is known to the policy alone."""
    act, _, rest = place.partition(": ")
    if policy is None:
        return act, rest
    where = next((one.get("place") for one in _origins(policy) if places_of({"from": one}) == (place,)), rest)
    return act, words.show(where) if isinstance(where, Mapping) else str(where)


def _origins(policy: Policy) -> Iterator[Tree]:
    """Every citation of another act, of the file and of the chosen options of its readings."""
    waiting: list[object] = [policy.tree, *policy.cited.values()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            origin = one.get("from")
            if isinstance(origin, Mapping):
                yield origin
            waiting.extend(one.values())
