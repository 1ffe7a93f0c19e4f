"""The honest end: readings, corrected references, divergences, remarks, silence, paragraphs that set nothing."""

from collections.abc import Iterator
from dataclasses import replace

from policyengine.handbook.show.clauses import clause, edges, sentence
from policyengine.handbook.show.document import NO_GROUND, Part
from policyengine.handbook.show.kinds import phrase, text
from policyengine.handbook.show.names import name_of
from policyengine.handbook.show.parts import block, parts_of, within
from policyengine.handbook.show.said import Said, child, elements, entries, listed
from policyengine.handbook.show.voice import Voice, inner
from policyengine.model.policy import Node
from policyengine.words import LANGUAGES


def readings(voice: Voice) -> Iterator[Part]:
    """Each open question, the answer that was taken, why, and the other answers."""
    for name, reading in parts_of(voice, "readings"):
        question = text(voice, reading["about"])
        yield within(f"reading-{name}", inner(question.text), _reading(voice, name, reading))


def corrections(voice: Voice) -> Iterator[Part]:
    """References whose print is wrong."""
    for _, one in parts_of(voice, "corrections"):
        said = voice.say("corrections", "read", printed=text(voice, one["printed"]), means=text(voice, one["means"]))
        about = child(one, "about")
        why = None if about is None else phrase(voice, about)
        yield voice.sentence(voice.joined(said, why, by=": "), places=listed(one["in"].value))


def divergences(voice: Voice) -> Iterator[Part]:
    """Where the texts in two languages say different things."""
    for _, one in parts_of(voice, "divergences"):
        said = {language: text(voice, found) for language in LANGUAGES if (found := child(one, language)) is not None}
        about = child(one, "about")
        why = None if about is None else text(voice, about)
        yield voice.sentence(voice.joined(voice.say("divergences", "texts", **said), why, by=". "), on=one)


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
    """The answer taken, with the place that asks; why; the other answers; what the question and they are called."""
    options, chosen = dict(entries(child(reading, "options"))), voice.policy.chosen.get(name, "")
    others = [one for one in options if one != chosen]
    if chosen in options:
        taken = _answer(voice, "chosen", chosen, options[chosen])
        yield voice.sentence(Said(text=taken.text, nodes=(reading, *taken.nodes)))
    because = clause(voice, reading, "readings", "because", phrase)
    if because is not None:
        yield _bare(voice, because)
    for one in others:
        yield _option(voice, one, options[one])
    for other, option in entries(child(reading, "only_with")):
        yield _bare(voice, _only_with(voice, other, option))
    warns = child(reading, "warns")
    if warns is not None:
        yield _bare(voice, _warning(voice, warns))
    called = ", ".join([*(one for one in options if one == chosen), *others])
    yield _bare(voice, voice.say("readings", "code", id=name, value=called))


def _option(voice: Voice, option: str, one: Node) -> Part:
    """Another answer; it is cited only where it stands on a place of its own."""
    answer = _answer(voice, "other", option, one)
    own = {"paragraph", "from"} & set(voice.policy.block(one.pointer))
    return voice.sentence(answer, on=one) if own else _bare(voice, answer)


def _answer(voice: Voice, code: str, option: str, one: Node) -> Said:
    return voice.joined(voice.say("readings", code, value=_told(voice, option, one)), *edges(voice, one))


def _told(voice: Voice, option: str, one: Node | None) -> Said:
    """What an answer says; its id where the file has no words for it."""
    about = child(one, "about")
    return Said(text=option) if about is None else phrase(voice, about)


def _only_with(voice: Voice, other: str, option: Node) -> Said:
    """Beside which answer of another reading a question matters: the other by its place, the answer in its words."""
    answer = str(option.value)
    told = _told(voice, answer, block(voice, "readings", other, "options", answer))
    place = voice.readings.get(other, other)
    return voice.say("readings", "only_with", reading=place, option=Said(text=told.text, nodes=(option,)))


def _bare(voice: Voice, said: Said) -> Part:
    """A sentence about a reading that stands on no place of its own."""
    return replace(voice.sentence(said), ground=NO_GROUND)


def _warning(voice: Voice, warns: Node) -> Said:
    kind, _, event = str(warns.value).partition(" event ")
    said = voice.say("readings", f"warns {kind}", event=name_of(voice, event, "timetable"))
    return Said(text=said.text, nodes=(warns,))
