"""Steps of a procedure: who fills, agrees, approves, signs, sends, after which step, by when."""

from collections.abc import Iterator
from typing import Final

from policyengine.handbook.show.clauses import Kinds, clauses
from policyengine.handbook.show.conditions import when
from policyengine.handbook.show.document import Part, Row
from policyengine.handbook.show.kinds import due, forms, ids
from policyengine.handbook.show.names import named
from policyengine.handbook.show.parts import table
from policyengine.handbook.show.said import Said, child, entries
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node


def after(voice: Voice, node: Node) -> Said:
    """The step after which another comes, by its number."""
    keys = list(voice.policy.block(node.pointer.rpartition("/")[0].rpartition("/")[0]))
    word = str(node.value)
    return Said(text=str(keys.index(word) + 1) if word in keys else word, nodes=(node,))


def reasons(voice: Voice, node: Node) -> Said:
    """For what a document may be sent back."""
    return named(voice, node, "vocabulary.words")


STEP: Final[Kinds] = {
    "after": after,
    "due": due,
    "when": when,
    "form": forms,
    "or_returns_when": reasons,
    "refusal": ids("refusals"),
}


def _does(voice: Voice, node: Node | None) -> Said | None:
    """What is done; what a plan says of it in its own way."""
    if node is None:
        return None
    code = f"does {node.value}"
    of_plan = f"{code} in a plan"
    own = node.pointer.startswith("/plans/") and voice.has("steps", of_plan)
    return Said(text=str(voice.say("steps", of_plan if own else code)), nodes=(node,))


def steps(voice: Voice, block: Node) -> Iterator[Part]:
    """The steps of a method or plan, numbered."""
    rows = [_step(voice, n, step) for n, (_, step) in enumerate(entries(child(block, "steps")), 1)]
    yield from table(voice, "steps", ("n", "action", "doer", "features"), rows)


def _step(voice: Voice, n: int, step: Node) -> Row:
    who = child(step, "who")
    return voice.row(
        Said(text=str(n)),
        _does(voice, child(step, "does")),
        None if who is None else ids("roles")(voice, who),
        voice.joined(*clauses(voice, step, "steps", STEP)),
        on=step,
    )
