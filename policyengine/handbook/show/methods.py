"""Methods: how the mark of a period is made, from the first cell of a sheet to the grade."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, clauses, edges, titled
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.items import answers, caps, items
from policyengine.handbook.show.kinds import every, folds, ids, number, rounded, text
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import gaps, parts_of, table, within
from policyengine.handbook.show.said import Said, child, entries
from policyengine.handbook.show.steps import steps
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

HELD: Final[Kinds] = {"every": every}
ASKED: Final[Kinds] = {"entries_are": text, "chosen_by": ids("roles"), "anonymous": None}
MADE: Final[Kinds] = {
    "starts_at": number,
    "combine": folds,
    "rounding": rounded,
    "bands": ids("bands"),
    "weakest_reported": None,
}
RATER: Final[Kinds] = {
    "required": None,
    "least": number,
    "most": number,
    "counted": None,
    "of": ids("roles"),
    "when": when,
}
HOW_MANY: Final[Kinds] = {"least": number, "most": number, "where_fewer_exist": None}


def methods(voice: Voice) -> Iterator[Part]:
    """Each method of the act."""
    yield from gaps(voice, "methods")
    for name, method in parts_of(voice, "methods"):
        title = name_of(voice, name, "methods")
        yield within(f"method-{name}", title, _method(voice, method))


def _method(voice: Voice, method: Node) -> Iterator[Part]:
    yield from _only(voice, method, HELD)
    yield from items(voice, method)
    said = [*answers(voice, child(method, "answers"))]
    yield from (voice.sentence(one) for one in said)
    yield from _raters(voice, method)
    yield from _only(voice, method, ASKED)
    yield from caps(voice, method)
    yield from _only(voice, method, MADE)
    yield from (voice.sentence(one, on=method) for one in edges(voice, method))
    yield from steps(voice, method)


def _only(voice: Voice, method: Node, kinds: Kinds) -> Iterator[Part]:
    """Some clauses of a method, without what is said of the whole."""
    said = (clause(voice, method, "methods", key, kind) for key, kind in kinds.items())
    yield from (voice.sentence(one) for one in said if one is not None)


def _raters(voice: Voice, method: Node) -> Iterator[Part]:
    rows = [_rater(voice, name, rater) for name, rater in entries(child(method, "raters"))]
    yield from table(voice, "raters", ("rater", "features"), rows)
    yield from titled(voice, child(method, "how_many"), "how_many", HOW_MANY)


def _rater(voice: Voice, name: str, rater: Node) -> Row:
    features = voice.joined(*clauses(voice, rater, "raters", RATER))
    return voice.row(Said(text=name_of(voice, name, "roles")), features, on=rater)
