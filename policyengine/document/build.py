"""Build a tree from the events of a YAML parser, step by step, so that neither depth nor aliases can exhaust us."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.scalars import scalar

TEXT_TAG = "tag:yaml.org,2002:str"


class Place(NamedTuple):
    """Where a value stands, and its key, as lines and columns from 1; `flow` tells a mapping in braces."""

    line: int
    column: int
    key_line: int
    key_column: int
    flow: bool = False


@dataclass(slots=True, kw_only=True)
class _Frame:
    """A mapping or list that is being filled; `key` waits for its value."""

    value: Any
    pointer: str
    anchor: str | None
    key: str | None = None
    key_at: tuple[int, int] = (1, 1)


@dataclass(slots=True, kw_only=True)
class Builder:
    """Takes events one by one; `tree`, `places` and `faults` hold what came of them."""

    depth: int
    values: int
    tree: object = None
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    documents: int = 0
    stopped: bool = False
    _frames: list[_Frame] = field(default_factory=list)
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
        if event.tag not in {None, TEXT_TAG, "!"}:
            self._fault("D012", event, tag=event.tag)
        plain = event.implicit[0] and event.tag is None
        if self._awaits_key():
            self._key(event.value, event)
        else:
            self._add(scalar(event.value) if plain else event.value, event, event.anchor)

    def add_alias(self, event: yaml.AliasEvent) -> None:
        """An alias stands for a value that was finished before; its size counts."""
        value, size, depth = self._anchors.get(event.anchor or "", (None, 0, 0))
        if self._awaits_key() or size == 0:
            self._stop("D010" if self._awaits_key() else "D002", event, problem=f"alias `{event.anchor}`")
            return
        if len(self._frames) + depth > self.depth:
            self._stop("D007", event, limit=self.depth)
        self._count += size
        self._add(value, event, None)

    def open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        """A mapping or a list begins."""
        if self._awaits_key():
            self._stop("D010", event)
            return
        if event.tag is not None:
            self._fault("D012", event, tag=event.tag)
        if len(self._frames) >= self.depth:
            self._stop("D007", event, limit=self.depth)
            return
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        pointer = self._add(value, event, None)
        self._frames.append(_Frame(value=value, pointer=pointer, anchor=event.anchor))

    def close(self, _event: yaml.Event) -> None:
        """The innermost mapping or list ends."""
        frame = self._frames.pop()
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, *_measure(frame.value))

    def _awaits_key(self) -> bool:
        return bool(self._frames) and isinstance(self._frames[-1].value, dict) and self._frames[-1].key is None

    def _key(self, text: str, event: yaml.ScalarEvent) -> None:
        frame = self._frames[-1]
        frame.key, frame.key_at = text, _at(event)
        if text in frame.value:
            self._fault("D005", event, key=text, at=join(frame.pointer, text))

    def _add(self, value: object, event: yaml.NodeEvent, anchor: str | None) -> str:
        self._count += 1
        if self._count > self.values:
            self._stop("D008", event, limit=self.values)
        pointer, key_at = self._attach(value, _at(event))
        flow = getattr(event, "flow_style", False) is True
        self.places.setdefault(pointer, Place(*_at(event), *key_at, flow))
        if anchor:
            self._anchors[anchor] = (value, 1, 0)
        return pointer

    def _attach(self, value: object, at: tuple[int, int]) -> tuple[str, tuple[int, int]]:
        if not self._frames:
            self.tree = value
            return "", at
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            return join(frame.pointer, len(frame.value) - 1), at
        key, frame.key = str(frame.key), None
        frame.value.setdefault(key, value)
        return join(frame.pointer, key), frame.key_at

    def _fault(self, code: str, event: yaml.Event, **says: object) -> None:
        line, column = _at(event)
        at = str(says.pop("at", ""))
        self.faults.append(Fault(code=code, at=at, says=says, line=line, column=column))

    def _stop(self, code: str, event: yaml.Event, **says: object) -> None:
        self._fault(code, event, **says)
        self.stopped = True


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


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
