"""A finding is a value with what it is about, where it comes from and why: the tree of findings is the explanation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A value that cannot be known until the named facts are given."""

    facts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence yet to be said in some language: its code in the catalogue and the values that it names."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One step of an answer.

    `value` may hold `Missing` anywhere inside it. `paragraph` are the places of the act on which the step stands,
    `readings` the declared readings on which it rests.
    """

    value: object
    about: Phrase
    at: str = ""
    paragraph: tuple[str, ...] = ()
    readings: frozenset[str] = frozenset()
    because: tuple["Finding", ...] = ()

    def __iter__(self) -> Iterator["Finding"]:
        """This finding and all below it, from the top."""
        yield self
        for finding in self.because:
            yield from finding


class NeedsFacts(Exception):
    """Facts are missing that decide what is asked about, or whether a cap holds."""

    def __init__(self, facts: frozenset[str]) -> None:
        """Keep the names of the facts."""
        self.facts = facts
        super().__init__(", ".join(sorted(facts)))


def unknown(*facts: str) -> Missing:
    """What is missing when these facts are."""
    return Missing(facts=frozenset(facts))


def lacking(value: object) -> frozenset[str]:
    """The facts that are missing anywhere inside a value."""
    match value:
        case Missing(facts=facts):
            return facts
        case Mapping():
            return frozenset().union(*(lacking(inner) for inner in value.values()))
        case tuple() | list():
            return frozenset().union(*(lacking(inner) for inner in value))
        case _:
            return frozenset()
