"""L021: files of one act, such as its annexes or a transitional chapter, agree on its envelope.

An act is known by its number, its date and its issuer. What is said of it twice is said alike: who signed it, when it
comes into force, on what it stands. Of two editions of one methodology, only the later names all amendments.

Bad:

    policy: heads
    act: {annex: annex 1, signed_by: {office: chair, name: "A. B."}}
    ---
    policy: staff
    act: {annex: annex 2, signed_by: {office: chair, name: "C. D."}}

Good:

    policy: heads
    act: {annex: annex 1, signed_by: {office: chair, name: "A. B."}}
    ---
    policy: staff
    act: {annex: annex 2, signed_by: {office: chair, name: "A. B."}}
"""

from collections.abc import Iterator, Sequence
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import ids, under

CODE: Final = "L021"
SEVERITY: Final = "error"
ENVELOPE: Final = ("issuer", "kind", "registered", "signed_by", "languages", "basis", "repeals")
IN_FORCE: Final = ("rule", "gains_force", "published")


def across(files: Sequence[tuple[Loaded, Policy]]) -> Iterator[tuple[Loaded, Fault]]:
    """What a file says of its act otherwise than the first file of that act, found where it says it."""
    acts: dict[object, list[tuple[Loaded, Policy]]] = {}
    for loaded, policy in files:
        act = under(policy.raw, "act")
        known = acts.setdefault((act.get("number"), act.get("date")), [])
        first = next((one for one in known if _of_one_issuer(one[1], policy)), None)
        if first is None:
            known.append((loaded, policy))
        else:
            yield from ((loaded, fault) for fault in _differences(first[0].file, first[1], policy))


def _of_one_issuer(one: Policy, other: Policy) -> bool:
    issuer, again = under(one.raw, "act", "issuer"), under(other.raw, "act", "issuer")
    return any(issuer[language] == again.get(language) for language in issuer)


def _differences(first: str, one: Policy, other: Policy) -> Iterator[Fault]:
    act, again = under(one.raw, "act"), under(other.raw, "act")
    keys = ENVELOPE if one.id == other.id else (*ENVELOPE, "amended_by")
    for place in [*((key,) for key in keys), *(("in_force", key) for key in IN_FORCE)]:
        if _said(act, place) != _said(again, place):
            yield Fault(code=CODE, at=join("/act", *place), says={"key": ".".join(place), "other": first})


def _said(act: Tree, place: tuple[str, ...]) -> object:
    """What stands at a place of the envelope; sets as sets."""
    value = under(act, *place[:-1]).get(place[-1])
    return frozenset(ids(value)) if isinstance(value, list) else value
