"""Sections and tables, put together from what the modules of constructs say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from policyengine.handbook.show.clauses import nothing, still_open
from policyengine.handbook.show.document import Part, Row, Section, Table
from policyengine.handbook.show.said import child, entries, is_open
from policyengine.handbook.show.voice import Voice, capital
from policyengine.model.policy import Node

Told = Callable[[Voice], Iterator[Part]]


def section(voice: Voice, name: str, told: tuple[Told, ...] | Mapping[str, Told]) -> Section:
    """A section with its title; without parts where the policy says nothing of it."""
    if isinstance(told, Mapping):
        inner = (section(voice, one, (tell,)) for one, tell in told.items())
        parts: tuple[Part, ...] = tuple(one for one in inner if one.parts)
    else:
        parts = tuple(part for tell in told for part in tell(voice))
    return Section(id=name, title=str(voice.say("section", name)), parts=parts)


def within(name: str, title: str, parts: Iterable[Part]) -> Section:
    """A section inside another."""
    return Section(id=name, title=capital(title), parts=tuple(parts))


def numbered(sections: Iterable[Section], above: str = "") -> tuple[Section, ...]:
    """Sections with their numbers, those without parts left out."""
    found = []
    for number, one in enumerate((one for one in sections if one.parts), 1):
        mine = f"{above}{number}"
        subsections = iter(numbered((part for part in one.parts if isinstance(part, Section)), f"{mine}."))
        parts = tuple(next(subsections, part) if isinstance(part, Section) else part for part in one.parts)
        found.append(replace(one, number=mine, parts=parts))
    return tuple(found)


def table(voice: Voice, name: str, heads: Iterable[str], rows: Iterable[Row], caption: str = "") -> Iterator[Table]:
    """A table with its caption and heads; none where there are no rows, and no column that is empty in every row."""
    listed, titles = tuple(rows), tuple(heads)
    used = [at for at in range(len(titles)) if any(row.cells[at] for row in listed)]
    grounds = {row.ground for row in listed}
    if listed:
        yield Table(
            caption=capital(caption or str(voice.say("caption", name))),
            heads=tuple(str(voice.say("head", titles[at])) for at in used),
            rows=tuple(replace(row, cells=tuple(row.cells[at] for at in used)) for row in listed),
            common=grounds.pop() if len(grounds) == 1 else None,
        )


def block(voice: Voice, *keys: str) -> Node | None:
    """A block of the policy; None where it is absent or still open."""
    node: Node | None = voice.policy.root
    for key in keys:
        node = child(node, key)
    return node


def parts_of(voice: Voice, name: str) -> Iterator[tuple[str, Node]]:
    """The entries of a section of the policy."""
    yield from entries(block(voice, name))


def gaps(voice: Voice, name: str) -> Iterator[Part]:
    """What has to be said of a whole section of the policy: that it is open, or empty on purpose."""
    node = voice.policy.root.get(name)
    if node is not None and is_open(node):
        yield voice.sentence(still_open(voice, node))
    elif node is None and (f"/{name}" in voice.policy.filled or voice.policy.raw.get(name) == "none"):
        yield voice.sentence(nothing(voice, voice.policy.root.place(name)))
