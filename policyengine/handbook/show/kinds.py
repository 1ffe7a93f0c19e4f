"""How values of each kind are said: terms, numbers, folds, roundings, texts, ids by their names."""

from collections.abc import Callable, Mapping
from typing import Final

from policyengine.handbook.show.kazakh import with_ending
from policyengine.handbook.show.names import name_of, named
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.number import exact
from policyengine.model.policy import OPEN, Node
from policyengine.terms.arithmetic import fold, force, over_periods, rounding
from policyengine.terms.times import term
from policyengine.words.values import number_in_words

Kind = Callable[[Voice, Node], Said]
ENDS: Final = ("from", "above", "to", "below")


def text(voice: Voice, node: Node) -> Said:
    """A text in languages, or a plain one."""
    said = str(voice.say("open", "value")) if node.value == OPEN else voice.plain(node.value)
    return Said(text=said, nodes=(node,))


def texts(voice: Voice, node: Node) -> Said:
    """Several texts, by id or in a list."""
    ones = [one for _, one in entries(node)] if isinstance(node.value, Mapping) else elements(node)
    return voice.joined(*(text(voice, one) for one in ones))


def number(voice: Voice, node: Node) -> Said:
    """A number, a share or a count."""
    found = exact(node.value)
    said = str(node.value) if found is None else number_in_words(found, voice.words.language)
    return Said(text=said, nodes=(node,))


def date(voice: Voice, node: Node) -> Said:
    """A date as it stands in the name of an act or after «с», «по»."""
    said = voice.say("open", "value") if node.value == OPEN else voice.date(str(node.value))
    return Said(text=said.text, nodes=(node,))


def due(voice: Voice, node: Node) -> Said:
    """A term in words."""
    found = term(str(node.value))
    return Said(text=str(node.value) if found is None else voice.words.show(found), nodes=(node,))


def ids(*sections: str) -> Kind:
    """An id, or several, by the names of these sections."""

    def said(voice: Voice, node: Node) -> Said:
        return named(voice, node, *sections)

    return said


def every(voice: Voice, node: Node) -> Said:
    """How often: a period, several, or a single stretch of days."""
    if isinstance(node.value, Mapping):
        return voice.say("every", "stretch", **{key: date(voice, end) for key, end in node.items()})
    said = [Said(text=str(voice.say("every", str(one.value))), nodes=(one,)) for one in elements(node)]
    return voice.listed(said)


def folds(voice: Voice, node: Node) -> Said:
    """The steps of a combination, numbered where there are several."""
    steps = elements(node)
    said = [Said(text=_fold(voice, str(one.value)), nodes=(one,)) for one in steps]
    if len(said) == 1:
        return said[0]
    return voice.joined(*(voice.say("combine", "step", n=n, fold=one) for n, one in enumerate(said, 1)))


def _fold(voice: Voice, phrase: str) -> str:
    found = fold(phrase)
    return phrase if found is None else str(voice.say("fold", phrase))


def rounded(voice: Voice, node: Node) -> Said:
    """How a number is rounded."""
    found = rounding(str(node.value))
    said = str(node.value) if found is None else str(voice.say("rounding", found.mode, digits=found.digits))
    return Said(text=said, nodes=(node,))


def yearly(voice: Voice, node: Node) -> Said:
    """How the marks of periods make one."""
    found = over_periods(str(node.value))
    if found is None:
        return Said(text=str(node.value), nodes=(node,))
    code = f"{found.kind} over" if found.divisor else found.kind
    return Said(text=str(voice.say("yearly", code, n=found.divisor)), nodes=(node,))


def taking_force(voice: Voice, node: Node) -> Said:
    """From which day an act holds."""
    found = force(str(node.value))
    if found is None:
        return Said(text=str(node.value), nodes=(node,))
    days = "working" if found.working else "calendar"
    code = f"{days} days after {found.occasion}" if found.days else f"on {found.occasion}"
    return Said(text=str(voice.say("force", code, n=found.days)), nodes=(node,))


def capped(voice: Voice, node: Node) -> Said:
    """What a cap holds for: the whole mark, or one item of the method."""
    kind, _, item = str(node.value).partition(" ")
    name = name_of(voice, item, node.pointer.removeprefix("/").rpartition("/caps/")[0].replace("/", ".") + ".items")
    return Said(text=str(voice.say("caps", f"on {kind}", item=name)), nodes=(node,))


def span(voice: Voice, block: Node | None) -> Said | None:
    """From where to where numbers go: «от 3 до 3,99», «больше 2»; None where no end is set."""
    found = {key: end for key in ENDS if (end := child(block, key)) is not None}
    if not found:
        return None
    ends = {key: _end(voice, key, node) for key, node in found.items()}
    return voice.say("span", " ".join(ends), **ends)


def _end(voice: Voice, key: str, node: Node) -> Said:
    said = number(voice, node)
    if voice.words.language != "kk":
        return said
    return Said(text=with_ending(said.text, "to" if key == "to" else "from"), nodes=said.nodes)
