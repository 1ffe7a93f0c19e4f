"""Who evaluates whom: routes, exceptions from them, secondment, further evaluators, and who is not evaluated."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, clauses, edges, sentence
from policyengine.handbook.show.conditions import under_condition, when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import ids, text, than, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import block, gaps, parts_of, table
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

ROUTE: Final[Kinds] = {"form": titles("forms"), "when": when}
INSTEAD: Final[Kinds] = {
    "evaluator": ids("roles"),
    "decided_by": ids("roles"),
    "not_for": ids("groups"),
    "wins_over": ids("instead"),
}
SECONDMENT: Final = ("evaluated_by", "for")
DELEGATION: Final[Kinds] = {
    "outcome": None,
    "delegates": ids("vocabulary.outcomes"),
    "named_by": ids("roles"),
    "for": titles("methods"),
}
LIMIT: Final[Kinds] = {"more_than": than, "at_least": than}
EXEMPTION: Final[Kinds] = {"for": titles("methods"), "tenure": None}
WORKED: Final[Kinds] = {"all_but": ids("vocabulary.absences")}


def routes(voice: Voice) -> Iterator[Part]:
    """Which group is evaluated by which method, by whom, on which form."""
    yield from gaps(voice, "routes")
    rows = [_route(voice, route) for _, route in parts_of(voice, "routes")]
    yield from table(voice, "routes", ("group", "method", "evaluator", "form"), rows)


def instead(voice: Voice) -> Iterator[Part]:
    """Who takes the evaluator's place, and when."""
    yield from gaps(voice, "instead")
    for name, one in parts_of(voice, "instead"):
        said = under_condition(voice, one, voice.joined(*clauses(voice, one, "instead", INSTEAD)))
        yield voice.sentence(voice.joined(Said(text=name_of(voice, name, "instead")), said, by=": "), on=one)


def secondment(voice: Voice) -> Iterator[Part]:
    """Who evaluates a seconded servant."""
    yield from gaps(voice, "secondment")
    one = block(voice, "secondment")
    if one is not None:
        said = voice.joined(*(clause(voice, one, "secondment", key, None) for key in SECONDMENT), by=" ")
        yield voice.sentence(said, *edges(voice, one), on=one)


def delegation(voice: Voice) -> Iterator[Part]:
    """From how many persons others evaluate as well."""
    yield from gaps(voice, "delegation")
    one = block(voice, "delegation")
    if one is None:
        return
    limits = [clause(voice, one, "delegation", key, kind) for key, kind in LIMIT.items()]
    counted = clause(voice, one, "delegation", "counts", None)
    reach = voice.joined(*limits, by=", ")
    then = voice.joined(*clauses(voice, one, "delegation", DELEGATION))
    yield voice.sentence(voice.say("delegation", "if", counted=counted or "", reach=reach, then=then), on=one)


def not_evaluated(voice: Voice) -> Iterator[Part]:
    """Who is not evaluated, how that is counted, and which reason comes first."""
    yield from gaps(voice, "not_evaluated")
    order = child(block(voice, "not_evaluated"), "reason_first")
    named = [str(one.value) for one in elements(order)] if order is not None else []
    for name, one in parts_of(voice, "not_evaluated"):
        if name != "reason_first":
            yield from _exemption(voice, one, titled=name not in named)
    if order is not None:
        ones = (Said(text=_reason(voice, str(one.value)), nodes=(one,)) for one in elements(order))
        listed = voice.joined(*(voice.say("list", "numbered", n=n, value=one) for n, one in enumerate(ones, 1)))
        yield voice.sentence(voice.say("not_evaluated", "reason_first", value=listed))


def _route(voice: Voice, route: Node) -> Row:
    cells = {"group": ids("groups"), "method": ids("methods"), "evaluator": ids("roles")}
    said = [None if (one := child(route, key)) is None else kind(voice, one) for key, kind in cells.items()]
    return voice.row(*said, voice.joined(*clauses(voice, route, "routes", ROUTE)), on=route)


def _exemption(voice: Voice, one: Node, *, titled: bool) -> Iterator[Part]:
    """When somebody is not evaluated; the reason is named here where the order of reasons does not name it."""
    name = child(one, "name") if titled else None
    title = None if name is None else text(voice, name)
    condition = clause(voice, one, "not_evaluated", "when", when)
    yield sentence(voice, one, "not_evaluated", EXEMPTION, voice.joined(title, condition, by=": "))
    worked = child(one, "worked")
    if worked is not None:
        yield sentence(voice, worked, "not_evaluated", WORKED)


def _reason(voice: Voice, reason: str) -> str:
    exemptions = dict(entries(block(voice, "not_evaluated")))
    if reason in exemptions and child(exemptions[reason], "name") is not None:
        return name_of(voice, reason, "not_evaluated")
    return voice.words.name(reason)
