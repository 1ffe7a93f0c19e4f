"""The sheet: a grid of raters, items and entries that is read from given marks, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from policyengine.blocks.answers import range_of, read
from policyengine.blocks.case import Facts
from policyengine.blocks.counting_items import count_faults
from policyengine.blocks.folds import Cell
from policyengine.blocks.predicates import holds
from policyengine.blocks.resting import allowing
from policyengine.blocks.routes import no_day
from policyengine.model.fault import Fault
from policyengine.model.finding import Missing, lacking
from policyengine.model.near import nearest
from policyengine.model.policy import Node

Marks = Mapping[str, object]
ANY: Final = "any"


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One sheet of a method for a person of a group: `cells`, `faults` and `missing` come of reading it.

    Where it is not `complete` items may be left out: a survey counts the answers that were given.
    """

    method: Node
    group: str | None
    facts: Facts
    complete: bool = True
    cells: dict[Cell, Fraction] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def items(self, rater: str | None = None) -> dict[str, Node]:
        """The items of the method for the group, and for a rater; none where the person's plan sets them."""
        items = self.method["items"]
        if items.get("set_in"):
            return {}
        return {name: item for name, item in items.items() if self._applies(item, rater)}

    def read(self, marks: Marks, at: str) -> None:
        """Read the marks of all raters."""
        for rater, given in marks.items():
            if isinstance(given, Missing):
                self.missing |= given.facts
            elif isinstance(given, Mapping):
                self._read_rater(rater, given, f"{at}.{rater}" if at else rater)

    def rests(self) -> frozenset[str]:
        """The readings of scales but for which one of the answers might be refused."""
        items = self.items()
        cells = ((range_of(self.answers(items.get(cell.items))), number) for cell, number in self.cells.items())
        return frozenset().union(*(allowing(limits, [number]) for limits, number in cells))

    def _read_rater(self, rater: str, given: Marks, at: str) -> None:
        items, free = self.items(rater), self.method["items"].get("set_in") is not None
        for name, value in given.items():
            if name in items or free:
                self._read_item(rater, name, items.get(name), value, f"{at}.{name}")
            else:
                says = {"word": name, "words": list(items)}
                self.faults.append(Fault(code="unknown_item", at=f"{at}.{name}", says=says, like=nearest(name, items)))
        if free:
            self.faults += count_faults(self.method, len(given))
        for name in given if free else items:
            if self.complete and given.get(name) is None and self._is_due(items.get(name)):
                self.faults.append(Fault(code="missing_item", at=f"{at}.{name}", says={"word": name}))

    def _read_item(self, rater: str, name: str, item: Node | None, value: object, at: str) -> None:
        if value is None:
            return
        for entry, one in self._entries(item, value, at):
            if isinstance(one, Missing):
                self.missing |= one.facts
                continue
            found = read(self.answers(item), one, at)
            if isinstance(found, list):
                self.faults += found
            else:
                self.cells[Cell(rater, name, entry)] = found

    def _entries(self, item: Node | None, value: object, at: str) -> Iterator[tuple[str, object]]:
        entries = None if item is None else item.get("entries")
        if entries is None:
            yield "1", value
            return
        listed = value if isinstance(value, list) else [value]
        allowed = self._how_many(entries)
        if allowed is not None and len(listed) != allowed:
            self.faults.append(
                Fault(code="bad_value", at=at, says={"value": len(listed), "shape": "entries", "count": int(allowed)})
            )
        yield from ((str(number), one) for number, one in enumerate(listed, 1))

    def _how_many(self, entries: Node) -> Fraction | None:
        """The number of answers in a cell, for the group where groups differ; None where any number may be given."""
        own = entries.get(self.group or "") if isinstance(entries.value, Mapping) else entries
        return None if own is None or own.text() == ANY else own.number()

    def answers(self, item: Node | None) -> Node:
        """How an item is answered: its own way, else the method's."""
        own = None if item is None else item.get("answers")
        return own or self.method["answers"]

    def _applies(self, item: Node, rater: str | None) -> bool:
        only_for, only_by, when = item.names("only_for"), item.names("only_by"), item.get("when")
        if (only_for and self.group not in only_for) or (only_by and rater is not None and rater not in only_by):
            return False
        truth = True if when is None else holds(when, self.facts, no_day)
        self.missing |= lacking(truth)
        return truth is not False

    def _is_due(self, item: Node | None) -> bool:
        """Whether an item must have an answer: it surely applies, and is no mere count of what happened."""
        when = None if item is None else item.get("when")
        sure = when is None or holds(when, self.facts, no_day) is True
        return sure and not self._may_be_empty(item)

    def _may_be_empty(self, item: Node | None) -> bool:
        entries = None if item is None else item.get("entries")
        return (entries is not None and entries.text() == ANY) or self.answers(item).get("each") is not None
