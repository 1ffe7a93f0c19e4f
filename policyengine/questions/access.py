"""May somebody know a result?"""

from collections.abc import Mapping

from policyengine.blocks.case import Case
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import WORD, Input
from policyengine.model.policy import Policy


def applies(policy: Policy) -> bool:
    """Whether the methodology says who may know results."""
    return policy.section("secrecy") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The viewer as a role in relation to this very result, and the ground, where there is one."""
    return {"viewer": WORD, "ground": WORD}


def answer(case: Case) -> Finding:
    """`allowed`."""
    rule, viewer, ground = case.policy.root["secrecy"], case.needed("viewer"), case.given("ground")
    open_to, grounds = rule["open_to"], rule.get("grounds")
    party = open_to.finding(None if isinstance(viewer, Missing) else viewer in open_to.ids(), "party", viewer=viewer)
    if party.value is True:
        return rule.finding({"allowed": True}, "access", party)
    by_ground = grounds is not None and ground in grounds.ids()
    opened = (grounds or rule).finding(by_ground, "ground", ground=ground)
    missing = frozenset() if by_ground else lacking([viewer, ground if grounds is not None else None])
    return rule.finding({"allowed": Missing(facts=missing) if missing else by_ground}, "access", party, opened)
