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
from itertools import combinations
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
    """What two files say differently of the act that they share, each found at the second of them."""
    for (first, one), (second, other) in combinations(files, 2):
        act, again = under(one.raw, "act"), under(other.raw, "act")
        if first.file != second.file and _same(act, again):
            keys = ENVELOPE if one.id == other.id else (*ENVELOPE, "amended_by")
            places = [(key,) for key in keys] + [("in_force", key) for key in IN_FORCE]
            for place in places:
                if _said(act, place) != _said(again, place):
                    says = {"key": ".".join(place), "other": first.file}
                    yield second, Fault(code=CODE, at=join("/act", *place), says=says)


def _same(act: Tree, again: Tree) -> bool:
    """Whether two files speak of one act: number and date are the same, and in some language the issuer."""
    issuer, other = under(act, "issuer"), under(again, "issuer")
    named = any(issuer[language] == other.get(language) for language in issuer)
    return named and all(act.get(key) == again.get(key) for key in ("number", "date"))


def _said(act: Tree, place: tuple[str, ...]) -> object:
    """What stands at a place of the envelope; sets as sets."""
    value = under(act, *place[:-1]).get(place[-1])
    return frozenset(ids(value)) if isinstance(value, list) else value
