"""Everything that a methodology asks of its roles, gathered from wherever it is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from policyengine.model.policy import Node, Policy

ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing that is asked: of which roles, when (a term, `event X`, `before X`, `on X`, `always`), said where."""

    id: str
    roles: tuple[str, ...]
    when: str
    node: Node


def asked_of(policy: Policy, role: str) -> Iterator[Obligation]:
    """What is asked of one role: its checklist, and what stands elsewhere and is not on the checklist already."""
    own = [one for one in obligations(policy) if role in one.roles]
    checklist = [one for one in own if one.node.pointer.startswith("/duties/")]
    times, places = (
        {one.when for one in checklist} - {ALWAYS},
        {place for one in checklist for place in one.node.paragraph},
    )
    for one in own:
        repeated = one.when in times or places.issuperset(one.node.paragraph)
        if one in checklist or not repeated:
            yield one


def obligations(policy: Policy) -> Iterator[Obligation]:
    """The duties of the checklists, and those of the timetable, notices, methods, plans, acquaintance and bodies."""
    yield from _named(policy, "duties", "role", "when")
    for name, event in _section(policy, "timetable"):
        yield Obligation(id=name, roles=event.names("by"), when=f"event {name}", node=event)
    yield from _named(policy, "notices", "by", "due")
    for owner in ("methods", "plans"):
        for name, block in _section(policy, owner):
            yield from _steps(name, block)
            yield from _part(block, "placed", f"{name}.placed", "by", "due")
    for name, one in _section(policy, "acquaintance"):
        yield Obligation(id=f"acquaintance.{name}", roles=one.names("by"), when=one.says("due", ALWAYS), node=one)
    for name, body in _section(policy, "review"):
        yield from _of_body(name, body)


def _section(policy: Policy, name: str) -> Iterator[tuple[str, Node]]:
    section = policy.section(name)
    return iter(()) if section is None else section.items()


def _named(policy: Policy, section: str, role: str, when: str) -> Iterator[Obligation]:
    for name, one in _section(policy, section):
        yield Obligation(id=name, roles=one.names(role), when=one.says(when, ALWAYS), node=one)


def _steps(name: str, block: Node) -> Iterator[Obligation]:
    steps = block.get("steps")
    for step, one in steps.items() if steps is not None else ():
        yield Obligation(id=f"{name}.{step}", roles=one.names("who"), when=one.says("due", ALWAYS), node=one)


def _part(block: Node, part: str, name: str, role: str, when: str) -> Iterator[Obligation]:
    found = block.get(part)
    if found is not None:
        yield Obligation(id=name, roles=found.names(role), when=found.says(when, ALWAYS), node=found)


def _of_body(name: str, body: Node) -> Iterator[Obligation]:
    if body.get("decided") is not None:
        yield Obligation(
            id=f"{name}.decided", roles=body.names("formed_by"), when=body.says("decided"), node=body["decided"]
        )
    if body.get("held") is not None:
        yield Obligation(id=f"{name}.held", roles=body.names("organised_by"), when=body.says("held"), node=body["held"])
    heard = body.get("heard")
    for role, how in heard.items() if heard is not None else ():
        if how.text() == "must_speak":
            yield Obligation(id=f"{name}.heard.{role}", roles=(role,), when="on session_held", node=how)
    yield from _part(body, "minutes", f"{name}.minutes", "by", "placed")
    yield from _part(body, "feedback", f"{name}.feedback", "by", "due")
