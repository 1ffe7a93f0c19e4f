"""Conditions in words: predicates over facts, as they stand after «если»."""

from collections.abc import Mapping
from typing import Final

from policyengine.handbook.show.kinds import fact_name, length_than, number, than
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.number import exact
from policyengine.model.period import day
from policyengine.model.policy import OPEN, Node
from policyengine.model.term import Moment
from policyengine.model.vocabulary import FACT_VALUES
from policyengine.terms.times import duration

COMPARED: Final = frozenset({"less_than", "at_most", "more_than", "at_least"})
DATED: Final = frozenset({"before", "after", "on_or_before", "on_or_after"})


def when(voice: Voice, node: Node) -> Said:
    """A predicate: all its parts must hold."""
    if not isinstance(node.value, Mapping):
        return _open(voice, node)
    return voice.enumerated([_part(voice, key, part) for key, part in entries(node)], "and also")


def under_condition(voice: Voice, block: Node, then: Said) -> Said:
    """What holds under the condition of a block: «если …, то …»; without the condition where it is absent or open."""
    node = child(block, "when")
    return then if node is None else voice.say("condition", "if", when=when(voice, node), then=then)


def _part(voice: Voice, key: str, part: Node) -> Said:
    match key:
        case "any":
            ones = [voice.say("condition", "in_brackets", value=when(voice, one)) for one in elements(part)]
            return voice.say("condition", "any", value=voice.enumerated(ones, "or"))
        case "not":
            return voice.say("condition", "not", value=when(voice, part))
        case "not_in":
            return voice.say("condition", "not_in", value=_words(voice, part, "group", "and"))
        case _:
            return _on_fact(voice, key, part)


def _on_fact(voice: Voice, key: str, part: Node) -> Said:
    """What is asked of one fact."""
    if isinstance(part.value, Mapping):
        return voice.enumerated([_test(voice, key, name, one) for name, one in entries(part)], "and also")
    return _equal(voice, key, part)


def _equal(voice: Voice, fact: str, part: Node) -> Said:
    """A fact that has a value: a yes or no, a number, one of several words."""
    if isinstance(part.value, bool):
        return _flag(voice, fact, part)
    if part.value == OPEN:
        return voice.say("condition", "is", fact=fact_name(voice, fact), value=_open(voice, part))
    if exact(part.value) is not None:
        return voice.say("condition", "is", fact=fact_name(voice, fact), value=number(voice, part))
    return _about(voice, "fact_is", "is", fact, _words(voice, part, fact, "or"))


def _flag(voice: Voice, fact: str, part: Node) -> Said:
    code = f"{fact} {str(part.value).lower()}"
    if voice.has("fact_is", code):
        return Said(text=str(voice.say("fact_is", code)), nodes=(part,))
    said = voice.say("condition", "yes" if part.value else "no", fact=fact_name(voice, fact))
    return Said(text=said.text, nodes=(part,))


def _test(voice: Voice, fact: str, name: str, wanted: Node) -> Said:
    if wanted.value == OPEN:
        return voice.say("condition", name, fact=fact_name(voice, fact), value=_open(voice, wanted))
    if name in COMPARED:
        return voice.say("condition", name, fact=fact_name(voice, fact), value=_quantity(voice, wanted))
    if name in DATED:
        return voice.say("condition", name, fact=fact_name(voice, fact), value=_day(voice, wanted))
    if name == "given":
        return _given(voice, fact, wanted)
    return _about(voice, "fact_other", name, fact, _words(voice, wanted, fact, "or"))


def _given(voice: Voice, fact: str, wanted: Node) -> Said:
    given = str(wanted.value).lower()
    if voice.has("fact_given", f"{fact} {given}"):
        return Said(text=str(voice.say("fact_given", f"{fact} {given}")), nodes=(wanted,))
    said = voice.say("condition", f"given {given}", fact=fact_name(voice, fact))
    return Said(text=said.text, nodes=(wanted,))


def _about(voice: Voice, section: str, code: str, fact: str, value: Said) -> Said:
    """The sentence that a fact has for this test, else the one for any fact."""
    if voice.has(section, fact):
        return voice.say(section, fact, value=value)
    return voice.say("condition", code, fact=fact_name(voice, fact), value=value)


def _words(voice: Voice, node: Node, fact: str, code: str) -> Said:
    """The words that a fact may have, by name."""
    if node.value == OPEN:
        return _open(voice, node)
    values = voice.policy.block(f"/facts/{fact}/values")
    section = f"facts.{fact}.values" if values else FACT_VALUES.get(fact, "")
    ones = [Said(text=name_of(voice, str(one.value), section), nodes=(one,)) for one in elements(node)]
    return voice.enumerated(ones, code)


def _quantity(voice: Voice, node: Node) -> Said:
    """A number or a length of time as it stands after «менее»."""
    length = duration(str(node.value))
    if length is None:
        return than(voice, node)
    return Said(text=length_than(voice, length.n, length.unit).text, nodes=(node,))


def _day(voice: Voice, node: Node) -> Said:
    """A day as it stands after «не позднее»: of the case, of an event, or of the calendar."""
    name = str(node.value)
    found = day(name)
    if found is not None:
        return Said(text=str(voice.say("condition", "day", value=voice.words.show(found))), nodes=(node,))
    return Said(text=voice.words.show(Moment(name=name)), nodes=(node,))


def _open(voice: Voice, node: Node) -> Said:
    return Said(text=str(voice.say("open", "value")), nodes=(node,))
