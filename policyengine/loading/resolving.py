"""From a raw tree and the chosen readings to a policy: holes filled, digest taken."""

from collections.abc import Mapping

from policyengine.loading.digest import digest
from policyengine.loading.readings import choices, resolved
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Policy, Tree


def policy_of(raw: Tree, wanted: Mapping[str, str] | None = None) -> Policy:
    """The policy of a raw tree with its readings chosen as declared, or as wanted; raises Refused."""
    chosen, faults = choices(raw, wanted or {})
    if faults:
        raise Refused(faults)
    policy, resolution_faults = filled(raw, chosen)
    faults += resolution_faults
    if wanted and not faults:
        from policyengine.loading.sound import sound_faults  # noqa: PLC0415 (a declared choice was held against it before)

        faults += sound_faults(policy)
    if faults:
        raise Refused(faults)
    return policy


def filled(raw: Tree, chosen: Mapping[str, str]) -> tuple[Policy, list[Fault]]:
    """The policy with its holes filled, and what could not be filled."""
    tree, resolution = resolved(raw, chosen)
    policy = Policy(
        id=str(raw.get("policy", "")),
        tree=tree,
        digest=digest(tree, chosen),
        filled=resolution.filled,
        cited=resolution.cited,
        raw=raw,
        chosen=chosen,
        timed=resolution.timed,
    )
    return policy, resolution.faults
