"""How values of each kind are said: terms, numbers, folds, roundings, texts, ids by their names."""

from collections.abc import Callable, Mapping
from typing import Final

from policyengine.handbook.show.kazakh import with_ending
from policyengine.handbook.show.names import name_of, named
from policyengine.handbook.show.said import Said, child, elements, entries
from policyengine.handbook.show.voice import Voice, small
from policyengine.model.number import exact
from policyengine.model.period import day
from policyengine.model.policy import OPEN, Node
from policyengine.model.term import EventDay, NotStated, Unit
from policyengine.terms.arithmetic import fold, force, over_periods, rounding
from policyengine.terms.times import term
from policyengine.words.values import number_in_words

Kind = Callable[[Voice, Node], Said]
ELEVEN: Final = 11  # counted like twelve, not like one
WHOLE: Final = frozenset({"items", "everything"})  # the axes with which nothing is left item by item
ENDS: Final = ("from", "above", "to", "below")


def text(voice: Voice, node: Node) -> Said:
    """A text in languages, or a plain one."""
    said = str(voice.say("open", "value")) if node.value == OPEN else voice.plain(node.value)
    return Said(text=said, nodes=(node,))


def phrase(voice: Voice, node: Node) -> Said:
    """A text as it goes on after a colon."""
    said = text(voice, node)
    return Said(text=small(said.text, voice.words.language), nodes=said.nodes)


def texts(voice: Voice, node: Node) -> Said:
    """Several texts, by id or in a list."""
    ones = [one for _, one in entries(node)] if isinstance(node.value, Mapping) else elements(node)
    return voice.joined(*(text(voice, one) for one in ones))


def number(voice: Voice, node: Node) -> Said:
    """A number, a share or a count."""
    found = exact(node.value)
    as_written = found is None or "/" in str(node.value)
    said = str(node.value) if found is None or as_written else number_in_words(found, voice.words.language)
    return Said(text=said, nodes=(node,))


def than(voice: Voice, node: Node) -> Said:
    """A number as it stands after «больше»: in Kazakh with its ending."""
    said = number(voice, node)
    return Said(text=with_ending(said.text, "from"), nodes=said.nodes) if voice.words.language == "kk" else said


def date(voice: Voice, node: Node) -> Said:
    """A date as the language writes it."""
    found = day(node.value)
    if node.value == OPEN:
        return Said(text=str(voice.say("open", "value")), nodes=(node,))
    return Said(text=str(node.value) if found is None else voice.words.show(found), nodes=(node,))


def due(voice: Voice, node: Node) -> Said:
    """A term in words."""
    return Said(text=_term(voice, str(node.value)), nodes=(node,))


def _term(voice: Voice, phrase: str) -> str:
    found = term(phrase)
    match found:
        case None:
            return phrase
        case NotStated():
            return str(voice.say("term", "not_stated"))
        case EventDay(event=event):
            return str(voice.say("term", "event", event=name_of(voice, event, "timetable")))
        case _:
            return voice.words.show(found)


def ids(*sections: str) -> Kind:
    """An id, or several, by the names of these sections."""

    def said(voice: Voice, node: Node) -> Said:
        return named(voice, node, *sections)

    return said


def any_of(*sections: str) -> Kind:
    """An id, or several of which one suffices, by the names of these sections."""

    def said(voice: Voice, node: Node) -> Said:
        return named(voice, node, *sections, code="or")

    return said


def titles(*sections: str) -> Kind:
    """An id, or several, by their names in quotation marks."""

    def said(voice: Voice, node: Node) -> Said:
        ones = (Said(text=name_of(voice, str(one.value), *sections), nodes=(one,)) for one in elements(node))
        return voice.enumerated([voice.say("list", "quoted", name=one) for one in ones])

    return said


def every(voice: Voice, node: Node) -> Said:
    """How often: a period, several, a single stretch of days, or each person's own year."""
    if isinstance(node.value, Mapping) and "year_from" in node.value:
        return voice.say("every", "own_year", day=fact_name(voice, str(node["year_from"].value)))
    if isinstance(node.value, Mapping):
        ends = {key: date(voice, node[key]) for key in ("from", "to") if key in node.value}
        return voice.say("every", "stretch", **ends)
    said = [Said(text=str(voice.say("every", str(one.value))), nodes=(one,)) for one in elements(node)]
    return voice.enumerated(said)


def fact_name(voice: Voice, fact: str) -> str:
    """A fact by its name: the catalogue's, or what the file says it is about."""
    about = voice.policy.block(f"/facts/{fact}").get("about")
    if isinstance(about, Mapping):
        return small(voice.plain(about), voice.words.language)
    return str(voice.say("fact", fact))


def folds(voice: Voice, node: Node) -> Said:
    """The steps of a combination, numbered where there are several; items that none of them folds stay apart."""
    steps = elements(node)
    planned = "set_in" in voice.policy.block(node.pointer.rpartition("/")[0] + "/items")
    said = [Said(text=_fold(voice, str(one.value), planned=planned), nodes=(one,)) for one in steps]
    if len(said) > 1:
        said = [voice.say("combine", "step", n=n, fold=one) for n, one in enumerate(said, 1)]
    axes = {found.axis for one in steps if (found := fold(str(one.value))) is not None}
    apart = None if axes & WHOLE else voice.say("combine", "by_item")
    return voice.joined(*said, apart)


def _fold(voice: Voice, phrase: str, *, planned: bool) -> str:
    found = fold(phrase)
    if found is None:
        return phrase
    name = f"all {found.axis}" if found.all else found.axis
    axis = voice.say("axis", f"{name} of a plan" if planned and found.axis == "items" else name)
    return str(voice.say("fold", found.kind, axis=axis))


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
    if not found.days:
        return Said(text=str(voice.say("force", f"on {found.occasion}")), nodes=(node,))
    unit: Unit = "working days" if found.working else "calendar days"
    length = length_than(voice, found.days, unit)
    said = voice.say("force", f"{unit} after {found.occasion}", n=found.days, length=length)
    return Said(text=said.text, nodes=(node,))


def length_than(voice: Voice, n: int, unit: Unit) -> Said:
    """A length of time as it stands after «менее», «по истечении»."""
    one = n % 10 == 1 and n % 100 != ELEVEN
    return voice.say("length_than", f"{unit} {'one' if one else 'many'}", n=n)


def forms(voice: Voice, node: Node) -> Said:
    """A form, or the form of each group."""
    pairs = [(name_of(voice, group, "groups"), titles("forms")(voice, one)) for group, one in entries(node)]
    if not pairs:
        return titles("forms")(voice, node)
    return voice.joined(*(voice.say("items", "for_group", group=group, value=said) for group, said in pairs), by=", ")


def capped(voice: Voice, node: Node) -> Said:
    """What a cap holds for: the whole mark, or one item of the method."""
    kind, _, item = str(node.value).partition(" ")
    name = name_of(voice, item, node.pointer.removeprefix("/").rpartition("/caps/")[0].replace("/", ".") + ".items")
    return Said(text=str(voice.say("caps", f"on {kind}", item=name)), nodes=(node,))


def span(voice: Voice, block: Node | None) -> Said | None:
    """From where to where numbers go: «от 3 до 3,99», «больше 2», «5» alone; None where no end is set."""
    ended = {key: end for key in ENDS if (end := child(block, key)) is not None}
    found = {key: _end(voice, key, end) for key, end in ended.items()}
    if tuple(found) == ("from", "to"):
        least, most = ended.values()
        if least.value == most.value:
            return Said(text=number(voice, least).text, nodes=(least, most))
        return voice.say("span", "from to", **found)
    ends = [voice.say("span", key, value=said) for key, said in found.items()]
    return voice.joined(*ends, by=", ") if ends else None


def _end(voice: Voice, key: str, node: Node) -> Said:
    said = number(voice, node)
    if voice.words.language != "kk":
        return said
    return Said(text=with_ending(said.text, "to" if key == "to" else "from"), nodes=said.nodes)
