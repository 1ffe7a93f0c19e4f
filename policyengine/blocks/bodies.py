"""Deciding bodies and the remedies that lead to them, found by their shape."""

from policyengine.blocks.case import Case
from policyengine.model.finding import Missing, NeedsFacts
from policyengine.model.policy import Node, Policy


def remedy_against_result(policy: Policy) -> Node | None:
    """The remedy against a result that leads to a deciding body, else any against a result; None if there is none."""
    remedies = policy.section("remedies")
    against = [one for one in remedies.values() if "result" in one.names("against")] if remedies else []
    return next((one for one in against if one.get("leads_to")), against[0] if against else None)


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
