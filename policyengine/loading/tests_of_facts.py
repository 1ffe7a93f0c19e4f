"""Whether a test suits the fact that it tests: durations against durations, words against declared words."""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.number import exact
from policyengine.model.pointer import join
from policyengine.model.policy import OPEN, Tree
from policyengine.model.tree import is_hole
from policyengine.model.vocabulary import DECLARED, FACT_VALUES, FACTS, FactType
from policyengine.terms.times import duration

COMPARED: Final = frozenset({"less_than", "at_most", "more_than", "at_least"})
DATED: Final = frozenset({"before", "after", "on_or_before", "on_or_after"})
SUITS: Final[dict[FactType, frozenset[str]]] = {
    "word": frozenset({"other_than", "given"}),
    "words": frozenset({"other_than", "given"}),
    "yes_no": frozenset({"given"}),
    "number": COMPARED | {"given"},
    "date": DATED | {"given"},
    "duration": COMPARED | {"given"},
}
RANGES: Final = {"quarter": (1, 4)}


class Declared(Protocol):
    """What the tests need to know of a file."""

    @property
    def facts(self) -> Mapping[str, object]:
        """The facts that the file declares."""

    def declared(self, section: str, at: str = "") -> frozenset[str] | None:
        """The ids of a section that an address may count on; None where nothing closes it."""


def test_faults(file: Declared, fact: str, test: object, at: str) -> Iterator[Fault]:
    """What is wrong with a test of a fact."""
    kind = type_of(file, fact)
    match test:
        case _ if test == OPEN or is_hole(test):
            return
        case Mapping():
            yield from _comparisons(file, fact, kind, test, at)
        case _ if not _suits(kind, test):
            yield Fault(code="P013", at=at, says={"fact": fact, "kind": kind, "value": test})
        case _:
            yield from _words(file, fact, test, at)
            yield from _impossible(file, fact, test, at)


def type_of(file: Declared, fact: str) -> FactType:
    """The type of a fact: the language's own, or the declared one."""
    declared = file.facts.get(fact)
    if isinstance(declared, Mapping):
        return DECLARED.get(str(declared.get("type")), "word")
    return FACTS.get(fact, "word")


def _suits(kind: FactType, test: object) -> bool:
    if kind in {"word", "words"}:
        return isinstance(test, str | list)
    if kind == "yes_no":
        return isinstance(test, bool)
    return kind == "number" and all(exact(one) is not None for one in (test if isinstance(test, list) else [test]))


def _comparisons(file: Declared, fact: str, kind: FactType, test: Tree, at: str) -> Iterator[Fault]:
    for name, value in test.items():
        place = join(at, name)
        if value == OPEN or is_hole(value):
            continue
        if name not in SUITS[kind]:
            yield Fault(code="P013", at=place, says={"fact": fact, "kind": kind, "value": name})
        elif name == "other_than":
            yield from _words(file, fact, value, place)
        elif name in COMPARED:
            known = duration(str(value)) if kind == "duration" else exact(value)
            if known is None:
                yield Fault(code="P013", at=place, says={"fact": fact, "kind": kind, "value": value})
            yield from _impossible(file, fact, value, place)


def _impossible(file: Declared, fact: str, test: object, at: str) -> Iterator[Fault]:
    """Numbers that a fact of the language never has: the language counts, and counts from nought."""
    if fact in file.facts or FACTS.get(fact) != "number":
        return
    least, most = RANGES.get(fact, (0, None))
    for place, one in _each(test, at):
        number = exact(one)
        if number is not None and number < least:
            yield Fault(code="P005", at=place, says={"value": one, "least": least})
        elif number is not None and most is not None and number > most:
            yield Fault(code="P013", at=place, says={"fact": fact, "kind": FACTS[fact], "value": one})


def _each(test: object, at: str) -> list[tuple[str, object]]:
    return [(join(at, number), one) for number, one in enumerate(test)] if isinstance(test, list) else [(at, test)]


def _words(file: Declared, fact: str, test: object, at: str) -> Iterator[Fault]:
    known = _known(file, fact, at)
    if known is None:
        return
    for place, one in _each(test, at):
        if isinstance(one, str) and one not in known:
            section = FACT_VALUES.get(fact, f"facts.{fact}.values")
            yield Fault(code="P021", at=place, says={"word": one, "sections": [section]}, like=nearest(one, known))


def _known(file: Declared, fact: str, at: str) -> frozenset[str] | None:
    declared = file.facts.get(fact)
    if isinstance(declared, Mapping) and isinstance(declared.get("values"), Mapping):
        return frozenset(declared["values"])
    return file.declared(FACT_VALUES[fact], at) if fact in FACT_VALUES else None
