"""The year: how a mark is made of the marks of its periods."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, clauses, edges
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import every, ids, number, rounded, yearly
from policyengine.handbook.show.names import name_of, number_of
from policyengine.handbook.show.parts import gaps, parts_of, table, within
from policyengine.handbook.show.said import child, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

PART: Final[Kinds] = {"over": None, "fold": yearly, "convert_by": ids("bands"), "weight": number}
RESULT: Final[Kinds] = {
    "only_for": ids("groups"),
    "where_part_missing": None,
    "rounding": rounded,
    "bands": ids("bands"),
    "computed_by": ids("roles"),
}


def results(voice: Voice) -> Iterator[Part]:
    """Each final mark, and the methods that have none."""
    yield from gaps(voice, "results")
    for name, result in parts_of(voice, "results"):
        yield within(f"result-{name}", _title(voice, name), _result(voice, result))
    yield from _without(voice)


def _title(voice: Voice, name: str) -> str:
    if "name" in voice.policy.block(f"/results/{name}"):
        return name_of(voice, name, "results")
    if name in voice.policy.block("/methods"):
        return str(voice.say("results", "of_method", name=name_of(voice, name, "methods")))
    return str(voice.say("results", "numbered", n=number_of(voice, "results", name), id=name))


def _result(voice: Voice, result: Node) -> Iterator[Part]:
    held = clause(voice, result, "results", "every", every)
    if held is not None:
        yield voice.sentence(held)
    rows = [_part(voice, part) for _, part in entries(child(result, "parts"))]
    yield from table(voice, "parts", ("method", "features"), rows)
    said = (clause(voice, result, "results", key, kind) for key, kind in RESULT.items())
    yield from (voice.sentence(one) for one in said if one is not None)
    yield from (voice.sentence(one, on=result) for one in edges(voice, result))


def _part(voice: Voice, part: Node) -> Row:
    method = child(part, "method")
    name = None if method is None else ids("methods")(voice, method)
    return voice.row(name, voice.joined(*clauses(voice, part, "parts", PART)), on=part)


def _without(voice: Voice) -> Iterator[Part]:
    """The methods that no final mark is made of."""
    named = [result for _, result in parts_of(voice, "results")]
    parts = [part for result in named for _, part in entries(child(result, "parts"))]
    counted = {str(one.value) for part in parts if (one := child(part, "method")) is not None}
    places = tuple(place for result in named for place in result.paragraph)
    for name, _ in parts_of(voice, "methods") if counted else ():
        if name not in counted:
            yield voice.sentence(voice.say("results", "none", name=name_of(voice, name, "methods")), places=places)
