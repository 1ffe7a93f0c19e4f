"""Everything that a methodology asks of its roles, gathered from wherever it is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyengine.model.policy import Node, Policy

ALWAYS = "always"
UNTIMED = frozenset({ALWAYS, "not stated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing that is asked: of which roles, when (a term, `event X`, `before X`, `on X`, `always`), said where.

    `readings` are those on which it rests, also who is asked and when.
    """

    id: str
    roles: tuple[str, ...]
    when: str
    node: Node
    readings: frozenset[str]


def asked_of(policy: Policy, role: str) -> Iterator[Obligation]:
    """What is asked of one role: its checklist, and what stands elsewhere and is not on the checklist already."""
    own = [one for one in obligations(policy) if role in one.roles]
    checklist = [one for one in own if one.node.pointer.startswith("/duties/")]
    times, places = (
        {one.when for one in checklist} - {ALWAYS},
        {place for one in checklist for place in one.node.paragraph},
    )
    for one in own:
        repeated = one.when in times or (one.when in UNTIMED and places.issuperset(one.node.paragraph))
        if one in checklist or not repeated:
            yield one


def obligations(policy: Policy) -> Iterator[Obligation]:
    """The duties of the checklists, and those of the timetable, notices, methods, plans, acquaintance and bodies."""
    for name, duty in _section(policy, "duties"):
        yield _asked(name, duty, "role", "when")
    for name, event in _section(policy, "timetable"):
        yield replace(_asked(name, event, "by", "by"), when=f"event {name}")
    for name, notice in _section(policy, "notices"):
        yield _asked(name, notice, "by", "due")
    for owner in ("methods", "plans"):
        for name, block in _section(policy, owner):
            yield from _steps(name, block)
            yield from _part(block, "placed", f"{name}.placed", "by", "due")
    for name, one in _section(policy, "acquaintance"):
        yield _asked(f"acquaintance.{name}", one, "by", "due")
    for name, body in _section(policy, "review"):
        yield from _of_body(name, body)


def _section(policy: Policy, name: str) -> Iterator[tuple[str, Node]]:
    section = policy.section(name)
    return iter(()) if section is None else section.items()


def _asked(name: str, block: Node, role: str, when: str) -> Obligation:
    readings = block.place(role).readings | block.place(when).readings
    return Obligation(id=name, roles=block.names(role), when=block.says(when, ALWAYS), node=block, readings=readings)


def _steps(name: str, block: Node) -> Iterator[Obligation]:
    steps = block.get("steps")
    for step, one in steps.items() if steps is not None else ():
        yield _asked(f"{name}.{step}", one, "who", "due")


def _part(block: Node, part: str, name: str, role: str, when: str) -> Iterator[Obligation]:
    found = block.get(part)
    if found is not None:
        yield _asked(name, found, role, when)


def _of_body(name: str, body: Node) -> Iterator[Obligation]:
    for part, role in (("decided", "formed_by"), ("held", "organised_by")):
        if body.get(part) is not None:
            yield replace(_asked(f"{name}.{part}", body, role, part), node=body[part])
    heard = body.get("heard")
    for role, how in heard.items() if heard is not None else ():
        if how.text() == "must_speak":
            id_, when = f"{name}.heard.{role}", "on session_held"
            yield Obligation(id=id_, roles=(role,), when=when, node=how, readings=how.readings)
    yield from _part(body, "minutes", f"{name}.minutes", "by", "placed")
    yield from _part(body, "feedback", f"{name}.feedback", "by", "due")
