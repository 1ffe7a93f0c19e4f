"""A story that was lived through, told: rolls of people, answers in words, and why they are so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from shlex import quote

from policyengine.engine import Decision
from policyengine.handbook.answers import Answer
from policyengine.handbook.citations import cited, in_order
from policyengine.handbook.explain import tree
from policyengine.handbook.facts import fact_in_words
from policyengine.handbook.faulty import hint, message
from policyengine.handbook.living import Lived, Row
from policyengine.handbook.roll import Roll
from policyengine.handbook.story import OfQuestion, OfYear
from policyengine.handbook.table import Table
from policyengine.handbook.values import Said, told
from policyengine.model.fault import Fault
from policyengine.model.policy import Policy
from policyengine.words import Words
from policyengine.words.values import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled piece of text: what it is about, a table, and lines indented as they are told.

    `folded` says that it only explains what stands above it.
    """

    title: str
    about: str = ""
    table: Table | None = None
    lines: tuple[str, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """In which words, and of which policy, a story is told."""

    words: Words
    policy: Policy

    def told(self, lived: Lived) -> Iterator[Section]:
        """A part, and the explanations of what in it may surprise."""
        part, roll = lived.part, Roll(words=self.words, policy=self.policy)
        title = shown(part.title, self.words.language)
        about = shown(part.about, self.words.language) if part.about else ""
        if isinstance(part, OfQuestion):
            yield Section(title=title, about=about, lines=tuple(self._asked(lived, part)))
        elif isinstance(part, OfYear):
            yield Section(title=title, about=about, table=roll.of_year(lived.rows))
        else:
            yield Section(title=title, about=about, table=roll.of_period(lived.rows))
        yield from (self._explained(row) for row in lived.rows if row.explained)

    def _asked(self, lived: Lived, part: OfQuestion) -> Iterator[str]:
        """How it is asked on the command line, and what came of it."""
        command = command_of(self.policy.id, part)
        if command:
            yield f"$ {command}"
        yield from (self._refused(fault) for fault in lived.faults)
        if lived.decision is not None:
            yield from self._decided(lived.decision, part)

    def _refused(self, fault: Fault) -> str:
        advice = hint(fault, self.words)
        told_by = f"{message(fault, self.words)} ({advice})" if advice else message(fault, self.words)
        return self._say("refused", fault=told_by)

    def _decided(self, decision: Decision, part: OfQuestion) -> Iterator[str]:
        """The answer with its paragraphs, or what is missing for it; and why, where that is wanted."""
        for path in decision.missing:
            yield self._say("missing", fact=fact_in_words(path, self.words, part.ask))
        yield from Answer(words=self.words, policy=self.policy, question=part.ask).lines(decision.answer or {}, "")
        places = in_order(place for one in decision.why for finding in one for place in finding.paragraph)
        if places:
            yield self._say("grounds", places=cited(places, self.words, self.policy))
        if part.explain:
            yield self.words.say("story", "why")
            yield from tree(decision, self.words, self.policy)

    def _explained(self, row: Row) -> Section:
        person, period = shown(row.person.name, self.words.language), told(row.period, self.words, "period")
        lines = tree(row.decision, self.words, self.policy)
        title = self._say("why_of", person=person, period=period)
        return Section(title=title, lines=tuple(lines), folded=True)

    def _say(self, code: str, **texts: str) -> str:
        return self.words.say("story", code, **{name: Said(text=text) for name, text in texts.items()})


def command_of(policy: str, part: OfQuestion) -> str:
    """The command that asks the same; empty where its facts are too many for a line."""
    if any(isinstance(value, Mapping | list) for value in part.given.values()):
        return ""
    facts = (quote(f"{name}={_plain(value)}") for name, value in part.given.items())
    return " ".join(("policyengine ask", policy, part.ask, *facts))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
