"""Decisions for people and for programs: the answer in words, and what explains it as lines and as values."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from policyengine.engine import Decision
from policyengine.engine.plain import plain
from policyengine.handbook.answers import INDENT, Answer
from policyengine.handbook.citations import cited, in_order, written
from policyengine.handbook.names import names_of, spoken
from policyengine.model.finding import Finding, Missing
from policyengine.model.policy import Policy, shown_places
from policyengine.words import Said, Words

__all__ = ["decision_in_words", "explained", "names_of", "spoken", "tree"]


def explained(decision: Decision, words: Words, policy: Policy) -> list[dict[str, object]]:
    """The `why` of the contract: what each step is about, its value as text, where it stands, what it rests on."""
    said = spoken(words, policy)
    return [_explained(one, said, policy) for one in decision.why]


def tree(decision: Decision, words: Words, policy: Policy, known: Iterable[str] = ()) -> Iterator[str]:
    """The steps of a decision as indented lines; a reading not known yet is told in full where it first occurs."""
    grown = _Tree(words=spoken(words, policy), policy=policy, known=set(known))
    for one in decision.why:
        yield from grown.branch(one, INDENT, ())


def decision_in_words(decision: Decision, words: Words, policy: Policy, *, explain: bool) -> Iterator[str]:
    """What was asked and answered, on what it stands and rests or what is missing, and why, if that is wanted."""
    said, question = spoken(words, policy), words.say("names", f"question.{decision.question}")
    yield said.show(policy.tree.get("name"))
    yield said.say("ui", "question", question=question)
    known: tuple[str, ...] = ()
    if decision.missing:
        yield from _missing(decision, said)
    elif decision.answer == {"applies": False}:
        yield said.say("ui", "not_known")
    else:
        yield said.say("ui", "answer")
        yield from Answer(words=said, policy=policy, question=decision.question).lines(decision.answer or {})
        yield from _grounds(decision, said, policy)
        known = tuple(decision.readings)
    if explain and decision.why:
        yield said.say("ui", "because")
        yield from tree(decision, words, policy, known)
    yield from _courtesy(said, policy)


def _missing(decision: Decision, words: Words) -> Iterator[str]:
    from policyengine.handbook.facts import fact_in_words  # noqa: PLC0415 (only where facts are missing)

    yield words.say("ui", "missing")
    for path in decision.missing:
        yield f"{INDENT}- {fact_in_words(path, words, decision.question)}"


def _grounds(decision: Decision, words: Words, policy: Policy) -> Iterator[str]:
    places = in_order(place for one in decision.why for finding in one for place in finding.paragraph)
    if places:
        yield words.say("ui", "paragraphs", places=cited(places, words, policy))
    if decision.readings:
        yield words.say("ui", "readings")
        yield from (f"{INDENT}- {_reading(name, words, policy)}" for name in decision.readings)


def _courtesy(words: Words, policy: Policy) -> Iterator[str]:
    """The note on languages in which the act has no official text."""
    note = policy.block("/act/courtesy")
    languages = note.get("languages")
    if isinstance(languages, list) and words.language in languages:
        yield words.say("ui", "note", text=note.get("about"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """The lines of a tree of findings; `known` are the readings that were told already."""

    words: Words
    policy: Policy
    known: set[str] = field(default_factory=set)

    def branch(self, finding: Finding, indent: str, above: tuple[str, ...]) -> Iterator[str]:
        """A finding with its paragraphs, where they are not those of the one above, its readings, and all below it."""
        from policyengine.handbook.sentences import sentence  # noqa: PLC0415 (only where explanations are told)

        places = cited(finding.paragraph, self.words, self.policy) if finding.paragraph != above else ""
        yield f"{indent}- {sentence(finding, self.words, self.policy)}" + (f" [{places}]" if places else "")
        for name in sorted(finding.readings):
            yield f"{indent}{INDENT}* {self._reading(name)}"
        for one in finding.because:
            yield from self.branch(one, indent + INDENT, finding.paragraph)

    def _reading(self, name: str) -> str:
        if name in self.known:
            return self.words.say("ui", "reading_again", reading=Said(text=name))
        self.known.add(name)
        return _reading(name, self.words, self.policy)


def _reading(name: str, words: Words, policy: Policy) -> str:
    """What a reading is about, which option was chosen, and the id by which another may be."""
    chosen = policy.chosen.get(name, "")
    block, option = policy.block(f"/readings/{name}"), policy.block(f"/readings/{name}/options/{chosen}")
    about, taken = words.show(block.get("about", name)), words.show(option.get("about", chosen))
    end = "" if about.endswith((".", "?", "!", "…")) else "."
    return words.say(
        "ui", "reading", about=Said(text=f"{about}{end}"), option=Said(text=taken), reading=Said(text=name)
    )


def _explained(finding: Finding, words: Words, policy: Policy) -> dict[str, object]:
    from policyengine.handbook.sentences import sentence  # noqa: PLC0415 (only where explanations are told)

    return {
        "about": sentence(finding, words, policy),
        "value": _as_text(finding.value),
        "paragraph": shown_places(written(finding.paragraph, words, policy)),
        "readings": sorted(finding.readings),
        "because": [_explained(one, words, policy) for one in finding.because],
    }


def _as_text(value: object) -> str:
    """A value as JSON writes it, a text without its quotation marks; what is missing is `unknown`."""
    known = plain(_known(value))
    return known if isinstance(known, str) else json.dumps(known, ensure_ascii=False)


def _known(value: object) -> object:
    match value:
        case Missing():
            return "unknown"
        case Mapping():
            return {key: _known(one) for key, one in value.items()}
        case list() | tuple():
            return [_known(one) for one in value]
        case _:
            return value
