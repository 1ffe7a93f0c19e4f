"""Duties by role, and the forms that are filled in."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.duties import when_in_words
from policyengine.handbook.show.clauses import Kinds, clauses
from policyengine.handbook.show.document import Part
from policyengine.handbook.show.kinds import due, text, titles
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import gaps, parts_of, within
from policyengine.handbook.show.said import Said, child, elements
from policyengine.handbook.show.voice import DASH, Voice
from policyengine.model.policy import Node
from policyengine.model.term import Length, NotStated
from policyengine.terms.times import term


def occasion(voice: Voice, node: Node) -> Said:
    """When a duty is done: always, before or on a day, with an event of the timetable, within a term."""
    said = str(node.value)
    event = said.removeprefix("event ")
    if event == said:
        return Said(text=when_in_words(said, voice.words), nodes=(node,))
    return Said(text=str(voice.say("term", "with_event", event=name_of(voice, event, "timetable"))), nodes=(node,))


DUTY: Final[Kinds] = {"for": titles("methods"), "due": due}
FORM: Final[Kinds] = {"is": None}


def duties(voice: Voice) -> Iterator[Part]:
    """What each role has to do."""
    yield from gaps(voice, "duties")
    found: dict[str, list[Node]] = {}
    for _, duty in parts_of(voice, "duties"):
        who = child(duty, "role")
        for role in elements(who) if who is not None else [duty]:
            found.setdefault(str(role.value) if who is not None else "", []).append(duty)
    for name, ones in found.items():
        yield within(f"duties-{name}", name_of(voice, name, "roles"), (_duty(voice, one) for one in ones))


def forms(voice: Voice) -> Iterator[Part]:
    """Each form, and whether the act has it."""
    yield from gaps(voice, "forms")
    for name, form in parts_of(voice, "forms"):
        said = voice.joined(*clauses(voice, form, "forms", FORM))
        yield voice.sentence(voice.joined(Said(text=name_of(voice, name, "forms")), said, by=DASH), on=form)


def _duty(voice: Voice, duty: Node) -> Part:
    does = child(duty, "does")
    title = None if does is None else text(voice, does)
    return voice.sentence(title, _occasion(voice, child(duty, "when")), *clauses(voice, duty, "duties", DUTY), on=duty)


def _occasion(voice: Voice, node: Node | None) -> Said | None:
    """When a duty is done; a stretch of days, and that none is set, is told as a term."""
    if node is None:
        return None
    if isinstance(term(str(node.value)), Length | NotStated):
        return voice.say("duties", "due", value=due(voice, node))
    return voice.say("duties", "when", value=occasion(voice, node))
