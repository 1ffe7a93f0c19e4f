"""Build a tree from the events of a YAML parser, step by step, so that neither depth nor aliases can exhaust us."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

import yaml

from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.scalars import scalar

TAGS_OF_TEXT = frozenset({"tag:yaml.org,2002:str", "!"})


class Mark(Protocol):
    """A point in a text, counted from 0, as the parser gives it."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Point(NamedTuple):
    """A point in a text, counted from 0."""

    line: int = 0
    column: int = 0


START: Final = Point()


class Place(NamedTuple):
    """Where a value stands, and its key; `flow` tells a mapping in braces. Lines and columns are told from 1."""

    at: Mark = START
    key: Mark = START
    flow: bool = False

    @property
    def line(self) -> int:
        """The line of the value."""
        return self.at.line + 1

    @property
    def column(self) -> int:
        """The column of the value."""
        return self.at.column + 1

    @property
    def key_line(self) -> int:
        """The line of its key."""
        return self.key.line + 1

    @property
    def key_column(self) -> int:
        """The column of its key."""
        return self.key.column + 1

    def kept(self) -> "Place":
        """The same place without anything of the parser, which cannot be sent to another process."""
        return Place(Point(self.at.line, self.at.column), Point(self.key.line, self.key.column), self.flow)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled; `key` waits for its value."""

    value: Any
    pointer: str
    anchor: str | None = None
    is_mapping: bool = False
    key: str | None = None
    key_at: Mark = START

    @property
    def awaits_key(self) -> bool:
        """Whether the next value is a key."""
        return self.is_mapping and self.key is None


@dataclass(slots=True, kw_only=True)
class Builder:
    """Takes events one by one; `tree`, `places` and `faults` hold what came of them."""

    depth: int
    values: int
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    documents: int = 0
    stopped: bool = False
    _frames: list[_Frame] = field(default_factory=lambda: [_Frame([], "")])  # the file is what the outermost one holds
    _anchors: dict[str, tuple[object, int, int]] = field(default_factory=dict)
    _count: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event."""
        step = _STEPS.get(type(event))
        if step is not None:
            step(self, event)

    def start_document(self, event: yaml.DocumentStartEvent) -> None:
        """A second document in one file is a fault."""
        self.documents += 1
        if self.documents > 1:
            self._stop("D009", event)

    def add_scalar(self, event: yaml.ScalarEvent) -> None:
        """A scalar is a key, or a value."""
        tag, text, frame = event.tag, event.value, self._frames[-1]
        if tag is not None and tag not in TAGS_OF_TEXT:
            self._fault("D012", event, tag=tag)
        if frame.key is not None or not frame.is_mapping:
            self._add(scalar(text) if tag is None and event.implicit[0] else text, event, event.anchor)
            return
        frame.key, frame.key_at = text, event.start_mark or START
        if text in frame.value:
            self._fault("D005", event, key=text, at=join(frame.pointer, text))

    def add_alias(self, event: yaml.AliasEvent) -> None:
        """An alias stands for a value that was finished before; its size counts."""
        value, size, depth = self._anchors.get(event.anchor or "", (None, 0, 0))
        awaits_key = self._frames[-1].awaits_key
        if awaits_key or size == 0:
            self._stop("D010" if awaits_key else "D002", event, problem=f"alias `{event.anchor}`")
            return
        if len(self._frames) - 1 + depth > self.depth:
            self._stop("D007", event, limit=self.depth)
        self._count += size
        self._add(value, event, None)

    def open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        """A mapping or a list begins."""
        if self._frames[-1].awaits_key:
            self._stop("D010", event)
            return
        if event.tag is not None:
            self._fault("D012", event, tag=event.tag)
        if len(self._frames) > self.depth:
            self._stop("D007", event, limit=self.depth)
            return
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        value: Any = {} if is_mapping else []
        pointer = self._add(value, event, None, flow=event.flow_style is True)
        self._frames.append(_Frame(value, pointer, event.anchor, is_mapping))

    def close(self, _event: yaml.Event) -> None:
        """The innermost mapping or list ends."""
        frame = self._frames.pop()
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, *_measure(frame.value))

    @property
    def tree(self) -> object:
        """What the file says so far; None before anything."""
        return next(iter(self._frames[0].value), None)

    def _add(self, value: object, event: yaml.NodeEvent, anchor: str | None, *, flow: bool = False) -> str:
        self._count += 1
        if self._count > self.values:
            self._stop("D008", event, limit=self.values)
        at, frame = event.start_mark or START, self._frames[-1]
        if frame.key is None:
            pointer = f"{frame.pointer}/{len(frame.value)}" if len(self._frames) > 1 else ""
            frame.value.append(value)
            self.places[pointer] = Place(at, at, flow)
        else:
            pointer = join(frame.pointer, frame.key)
            frame.value.setdefault(frame.key, value)
            self.places.setdefault(pointer, Place(at, frame.key_at, flow))
            frame.key = None
        if anchor:
            self._anchors[anchor] = (value, 1, 0)
        return pointer

    def _fault(self, code: str, event: yaml.Event, **says: object) -> None:
        mark, at = event.start_mark or START, str(says.pop("at", ""))
        self.faults.append(Fault(code=code, at=at, says=says, line=mark.line + 1, column=mark.column + 1))

    def _stop(self, code: str, event: yaml.Event, **says: object) -> None:
        self._fault(code, event, **says)
        self.stopped = True


def _measure(value: object) -> tuple[int, int]:
    """The number of values in a tree and the depth of its nesting, aliases unfolded, without recursion."""
    size, deepest, waiting = 0, 0, [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        size, deepest = size + 1, max(deepest, depth)
        if isinstance(one, dict):
            waiting.extend((inner, depth + 1) for inner in one.values())
        elif isinstance(one, list):
            waiting.extend((inner, depth + 1) for inner in one)
    return size, deepest


_STEPS: dict[type[yaml.Event], Callable[[Builder, Any], None]] = {
    yaml.DocumentStartEvent: Builder.start_document,
    yaml.ScalarEvent: Builder.add_scalar,
    yaml.AliasEvent: Builder.add_alias,
    yaml.MappingStartEvent: Builder.open,
    yaml.SequenceStartEvent: Builder.open,
    yaml.MappingEndEvent: Builder.close,
    yaml.SequenceEndEvent: Builder.close,
}
