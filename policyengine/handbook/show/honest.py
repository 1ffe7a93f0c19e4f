"""The honest end: readings, corrected references, divergences, remarks, silence, paragraphs that set nothing."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.handbook.show.clauses import clause, sentence
from policyengine.handbook.show.document import Part
from policyengine.handbook.show.kinds import text
from policyengine.handbook.show.parts import parts_of, within
from policyengine.handbook.show.said import Said, child, elements, entries, listed
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node

OFFICIAL: Final = ("kk", "ru")


def readings(voice: Voice) -> Iterator[Part]:
    """Each open question, the answer that was taken, why, and the other answers."""
    for name, reading in parts_of(voice, "readings"):
        yield within(f"reading-{name}", voice.mark(name).text, _reading(voice, name, reading))


def corrections(voice: Voice) -> Iterator[Part]:
    """References whose print is wrong."""
    for _, one in parts_of(voice, "corrections"):
        said = voice.say("corrections", "read", printed=text(voice, one["printed"]), means=text(voice, one["means"]))
        about = child(one, "about")
        why = None if about is None else text(voice, about)
        yield voice.sentence(said, why, places=listed(one["in"].value))


def divergences(voice: Voice) -> Iterator[Part]:
    """Where the texts in two languages say different things."""
    for _, one in parts_of(voice, "divergences"):
        said = {language: text(voice, one[language]) for language in OFFICIAL if child(one, language) is not None}
        about = child(one, "about")
        why = None if about is None else text(voice, about)
        yield voice.sentence(voice.say("divergences", "texts", **said), why, on=one)


def remarks(voice: Voice) -> Iterator[Part]:
    """What no value can hold, and misprints that are kept."""
    for _, one in parts_of(voice, "remarks"):
        yield sentence(voice, one, "remarks", {"about": text})


def silence(voice: Voice) -> Iterator[Part]:
    """What the act says nothing of."""
    sections = child(voice.policy.root, "says_nothing_of")
    for one in elements(sections) if sections is not None else ():
        yield voice.sentence(Said(text=str(voice.say("silence", str(one.value))), nodes=(one,)))


def idle(voice: Voice) -> Iterator[Part]:
    """Paragraphs that set nothing, with the reason."""
    for _, one in parts_of(voice, "not_operative"):
        yield sentence(voice, one, "remarks", {"about": text})


def _reading(voice: Voice, name: str, reading: Node) -> Iterator[Part]:
    options, chosen = child(reading, "options"), voice.policy.chosen.get(name, "")
    yield sentence(voice, reading, "readings", {"about": text})
    for option, one in entries(options):
        if option == chosen:
            yield _option(voice, "chosen", option, one)
    yield from _why(voice, reading)
    for option, one in entries(options):
        if option != chosen:
            yield _option(voice, "other", option, one)


def _option(voice: Voice, code: str, option: str, one: Node) -> Part:
    about = child(one, "about")
    said = Said(text=option) if about is None else text(voice, about)
    return voice.sentence(voice.say("readings", code, value=said, id=option), on=one)


def _why(voice: Voice, reading: Node) -> Iterator[Part]:
    because = clause(voice, reading, "readings", "because", text)
    if because is not None:
        yield voice.sentence(because)
    for other, option in entries(child(reading, "only_with")):
        said = voice.say("readings", "only_with", reading=voice.mark(other).text, option=text(voice, option))
        yield voice.sentence(said)
    warns = child(reading, "warns")
    if warns is not None:
        yield voice.sentence(_warning(voice, warns))


def _warning(voice: Voice, warns: Node) -> Said:
    kind, _, event = str(warns.value).partition(" event ")
    named = voice.policy.block("/timetable").get(event)
    name = voice.plain(named["name"]) if isinstance(named, Mapping) and "name" in named else event
    return Said(text=str(voice.say("readings", f"warns {kind}", event=name)), nodes=(warns,))
