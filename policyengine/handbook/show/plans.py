"""Individual plans: for whom, how many items and of what kind, who sets and approves them, when there is none."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clause, edges, titled
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part
from policyengine.handbook.show.kinds import due, every, ids, number, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import gaps, parts_of, within
from policyengine.handbook.show.said import Said, child, entries, listed
from policyengine.handbook.show.steps import steps
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

PLAN: Final[Kinds] = {
    "for": ids("groups"),
    "every": every,
    "due": due,
    "not_required_when": when,
    "changed_when": when,
    "form": titles("forms"),
}
ITEMS: Final[Kinds] = {"least": number, "most": number}
PLACED: Final[Kinds] = {"due": due, "by": ids("roles"), "in": ids("means", "roles"), "where_possible": None}


def plans(voice: Voice) -> Iterator[Part]:
    """Each plan of the act."""
    yield from gaps(voice, "plans")
    for name, plan in parts_of(voice, "plans"):
        yield within(f"plan-{name}", name_of(voice, name, "plans"), _plan(voice, plan))


def _plan(voice: Voice, plan: Node) -> Iterator[Part]:
    said = (clause(voice, plan, "plans", key, kind) for key, kind in PLAN.items())
    yield from (voice.sentence(one) for one in said if one is not None)
    yield from titled(voice, child(plan, "items"), "plan_items", ITEMS)
    for quality, place in entries(child(plan, "items_are")):
        yield _quality(voice, quality, place)
    yield from titled(voice, child(plan, "placed"), "placed", PLACED)
    for role, copies in entries(child(plan, "copies")):
        name = name_of(voice, role, "roles")
        yield voice.sentence(voice.say("plans", "copies", role=name, value=number(voice, copies)))
    yield from (voice.sentence(one, on=plan) for one in edges(voice, plan))
    yield from steps(voice, plan)


def _quality(voice: Voice, quality: str, place: Node) -> Part:
    """What an item of a plan has to be; its value is the very place that asks for it."""
    name = name_of(voice, quality, "vocabulary.words")
    said = voice.say("plan_items", "quality", value=Said(text=name, nodes=(place,)))
    return voice.sentence(said, places=listed(place.value))
