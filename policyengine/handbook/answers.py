"""Answers in words: what is known line by line, what is inside of something indented below it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.handbook.citations import cited
from policyengine.handbook.values import Said, day_with_iso, told
from policyengine.model.period import day
from policyengine.model.policy import Policy, Tree
from policyengine.words import Words

INDENT: Final = "  "
# What need not be said where there is nothing to say.
SILENT: Final = frozenset(
    {"reason", "by", "takes_part", "act_by", "delegates", "warnings", "permitted", "required", "forbidden"}
)
# Questions to which a day that is not there means that the act sets none.
UNDATED: Final = frozenset({"timetable", "acquaintance"})
LISTED: Final = frozenset({"duties", "permitted"})
# Below these keys stand names that somebody gave and no parts of the answer.
NAMED: Final = frozenset({"methods", "final", "events", "items", "competencies"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that is told: in which words, of which policy, to which question."""

    words: Words
    policy: Policy
    question: str

    def lines(self, parts: Tree, indent: str = INDENT, key: str = "") -> Iterator[str]:
        """The lines of the answer, or of a part of it that stands under a key."""
        for name, value in parts.items():
            if _is_silent(name, value, parts):
                continue
            title = told(name, self.words, key) if key in NAMED else label(self.words, self.question, name)
            if isinstance(value, Mapping) and value:
                yield f"{indent}{title}:"
                yield from self.lines(value, indent + INDENT, name)
            elif name in LISTED and isinstance(value, list):
                yield f"{indent}{title}:"
                yield from (f"{indent}{INDENT}- {self._entry(number, one)}" for number, one in enumerate(value, 1))
            else:
                yield f"{indent}{title}: {self._text(name, value)}"

    def _entry(self, number: int, entry: Tree) -> str:
        """One duty, or the range that one indicator permits."""
        if "id" not in entry:
            ends = {end: Said(text=told(entry[end], self.words)) for end in ("from", "to")}
            return self.words.say("ui", "range", number=number, **ends)
        from policyengine.handbook.duties import duty_in_words, when_in_words  # noqa: PLC0415 (only of duties)

        duty = duty_in_words(str(entry["id"]), self.words, self.policy)
        when, places = when_in_words(str(entry["when"]), self.words), self._text("paragraph", entry["paragraph"])
        return self.words.say("ui", "duty", duty=Said(text=duty), when=Said(text=when), places=Said(text=places))

    def _text(self, key: str, value: object) -> str:
        """A value on one line."""
        if key == "paragraph":
            return cited(value if isinstance(value, list) else [str(value)], self.words, self.policy)
        if key == "problems" and isinstance(value, list) and value:
            from policyengine.handbook.sentences import problem_in_words  # noqa: PLC0415 (only of problems)

            return "; ".join(problem_in_words(str(one), self.words) for one in value)
        if key == "warnings" and isinstance(value, list):
            return "; ".join(told(one, self.words, key) for one in value)
        if key == "due" and value is None and self.question in UNDATED:
            return self.words.say("ui", "no_day")
        found = day(value)
        return told(value, self.words, key) if found is None else day_with_iso(found, self.words)


def _is_silent(name: str, value: object, beside: Tree) -> bool:
    """Whether nothing need be said: of what is not there, and of what is said again for each event."""
    if name == "warnings" and "events" in beside:
        return True
    return value in (None, []) and (name in SILENT or beside.get("evaluated") is False)


def label(words: Words, question: str, key: str) -> str:
    """What a part of an answer is called, where it matters by the question."""
    codes = (f"{question}.{key}", f"answer.{key}")
    return words.say("names", next((one for one in codes if words.has("names", one)), key))
