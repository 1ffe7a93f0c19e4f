"""Deciding bodies and the remedies that lead to them, found by their shape."""

from typing import Final

from policyengine.blocks.case import Case
from policyengine.model.finding import Missing, NeedsFacts
from policyengine.model.policy import Node, Policy

DECISIONS: Final = frozenset({"commission_decision", "session_decision"})


def remedy_against_result(policy: Policy) -> Node | None:
    """The remedy against a result that leads to a deciding body, else any against a result; None if there is none.

    Where a body decides on every evaluation and nothing goes against the result itself, its decision is the result.
    """
    against = _against(policy, frozenset({"result"})) or (_against(policy, DECISIONS) if _decides_all(policy) else [])
    return next((one for one in against if one.get("leads_to")), against[0] if against else None)


def _against(policy: Policy, what: frozenset[str]) -> list[Node]:
    remedies = policy.section("remedies")
    return [one for one in remedies.values() if what & set(one.names("against"))] if remedies else []


def _decides_all(policy: Policy) -> bool:
    """Whether a body decides on every evaluation, and not only on those that somebody objects to."""
    review = policy.section("review")
    return review is not None and any(one.says("called") == "on_every_evaluation" for one in review.values())


def body_of(case: Case) -> Node:
    """The body that a question is about; raises NeedsFacts where it is given as unknown."""
    wanted = case.word("body")
    if isinstance(wanted, Missing):
        raise NeedsFacts(wanted.facts)
    return deciding_body(case.policy, wanted) or case.policy.root


def deciding_body(policy: Policy, wanted: str | None = None) -> Node | None:
    """The body that decides on objections: the wanted one, the one that the remedy leads to, else the first."""
    review = policy.section("review")
    if review is None:
        return None
    remedy = remedy_against_result(policy)
    name = (
        wanted
        or (None if remedy is None else remedy.says("leads_to"))
        or next((name for name, _ in review.items()), "")
    )
    return review.get(name)
