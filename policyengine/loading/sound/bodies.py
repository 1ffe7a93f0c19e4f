"""Deciding bodies that can sit and vote, and steps that follow steps that are there."""

from collections.abc import Iterator

from policyengine.loading.sound.passing import passing_open
from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.number import exact
from policyengine.model.policy import Node, Policy


def bodies(policy: Policy) -> Iterator[Fault]:
    """What is wrong with the deciding bodies, and with the steps of methods and plans."""
    section = policy.section("review")
    for body in section.values() if section is not None else ():
        for part in (_members, _quorum, _vote):
            yield from passing_open(part(body))
    for owner in ("methods", "plans"):
        blocks = policy.section(owner)
        for block in blocks.values() if blocks is not None else ():
            yield from passing_open(_steps(block))


def _members(body: Node) -> Iterator[Fault]:
    rules = body.get("members")
    if rules is None:
        return
    least, most = rules.get("least"), rules.get("most")
    if (least is not None and most is not None and least.number() > most.number()) or (
        most is not None
        and rules.get("number") is not None
        and least is not None
        and least.number() == most.number()
        and most.number() % 2 == 0
    ):
        yield Fault(code="P080", at=rules.pointer)
    both = sorted(set(rules.names("must")) & set(rules.names("must_not")))
    if both:
        yield Fault(code="P080", at=f"{rules.pointer}/must_not", says={"words": both})


def _quorum(body: Node) -> Iterator[Fault]:
    quorum = body.get("quorum")
    share = None if quorum is None else exact(quorum.text())
    if quorum is not None and (share is None or not 0 < share <= 1):
        yield Fault(code="P081", at=quorum.pointer, says={"value": quorum.value})


def _vote(body: Node) -> Iterator[Fault]:
    vote = body.get("vote")
    if vote is None:
        return
    if vote["for"].text() == "decision" and body.get("decides") is None:
        yield Fault(code="P002", at=body.pointer, says={"key": "decides"})
    share = exact(vote["more_than"].text())
    if share is None or not 0 <= share < 1:
        yield Fault(code="P081", at=f"{vote.pointer}/more_than", says={"value": vote["more_than"].value})


def _steps(block: Node) -> Iterator[Fault]:
    section = block.get("steps")
    steps = {} if section is None else dict(section.items())
    for step in steps.values():
        after = step.get("after")
        if after is not None and after.text() not in steps:
            says = {"word": after.text(), "sections": [f"{block.pointer}/steps"]}
            yield Fault(code="P021", at=after.pointer, says=says, like=nearest(after.text(), steps))
