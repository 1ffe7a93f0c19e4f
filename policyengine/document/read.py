"""Read one YAML document: tree, places and faults; within limits of size, depth and number of values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from policyengine.document.build import Builder, Place
from policyengine.model.fault import Fault

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00": "UTF-32"}


class Limits(NamedTuple):
    """How large a document may be: bytes, depth of nesting, values with aliases unfolded."""

    size: int = 2_000_000
    depth: int = 40
    values: int = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that was read: its tree, where each pointer stands, and what is wrong with it as YAML."""

    tree: object = None
    places: Mapping[str, Place] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 (a frozen value)
    """Read one document from bytes; whatever is wrong comes as faults, never as an exception."""
    if len(data) > limits.size:
        return _refused("D006", limit=limits.size)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return _parsed(text, limits)


def _parsed(text: str, limits: Limits) -> Document:
    builder = Builder(depth=limits.depth, values=limits.values)
    try:
        next_event = _Loader(text).get_event
        while not builder.stopped and (event := next_event()) is not None:
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return Document(faults=(*builder.faults, _syntax(error, text)))
    except yaml.reader.ReaderError as error:
        return _refused("D002", line=text.count("\n", 0, error.position) + 1, problem=str(error.reason))
    return _document(builder)


def _document(builder: Builder) -> Document:
    if not builder.faults and builder.documents == 0:
        return _refused("D003")
    return Document(tree=builder.tree, places=builder.places, faults=tuple(builder.faults))


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return Fault(code="D004", line=line, column=written.index("\t") + 1)
    return Fault(code="D002", says={"problem": error.problem or ""}, line=line, column=column)


def _not_utf8(data: bytes, at: int) -> Document:
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return _refused("D001", encoding=encoding)
    before = data[:at]
    column = at - (before.rfind(b"\n") + 1) + 1
    return _refused("D001", line=before.count(b"\n") + 1, column=column, encoding="?")


def _refused(code: str, *, line: int = 1, column: int = 1, **says: object) -> Document:
    return Document(faults=(Fault(code=code, says=says, line=line, column=column),))
