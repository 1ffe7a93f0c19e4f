"""L020: of two files of one policy, the life of the one ends before that of the other begins.

On no day may two versions of a methodology be in force. A version ends on the last day that its file gives, and at the
latest on the day before the act that repeals it comes into force. An unknown day of publication is taken to be early.

Bad:

    act: {number: "1", date: 2020-01-31}
    ---
    act: {number: "2", date: 2024-01-31}

Good:

    act: {number: "1", date: 2020-01-31}
    ---
    act: {number: "2", date: 2024-01-31, repeals: {kind: order, number: "1", date: 2020-01-31, paragraph: "1"}}
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.period import day
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import under
from policyengine.terms.arithmetic import force

CODE: Final = "L020"
SEVERITY: Final = "error"


def across(files: Sequence[tuple[Loaded, Policy]]) -> Iterator[tuple[Loaded, Fault]]:
    """The versions of one policy that overlap with the version before them, each found at the later of the two."""
    versions: dict[str, dict[str, tuple[Loaded, Policy]]] = {}
    for loaded, policy in files:
        versions.setdefault(policy.id, {})[loaded.file] = (loaded, policy)
    for each in versions.values():
        in_order = sorted(each.values(), key=lambda one: _first(under(one[1].raw, "act")))
        for (earlier, old), (later, new) in pairwise(in_order):
            first, last = _first(under(new.raw, "act")), _last(under(old.raw, "act"), under(new.raw, "act"))
            if first <= last:
                says = {
                    "policy": new.id,
                    "other": earlier.file,
                    "from": first,
                    "to": None if last == date.max else last,
                }
                yield later, Fault(code=CODE, at="/act/in_force", says=says)


def _first(act: Tree) -> date:
    """The first day on which an act may be in force, as far as its file knows."""
    rule, adopted = under(act, "in_force"), day(act.get("date")) or date.min
    how, published = force(str(rule.get("rule"))), day(rule.get("published"))
    passing = how.days + 1 if how and how.days and published else 0
    return day(rule.get("applies_from")) or (published or adopted) + timedelta(days=passing)


def _last(act: Tree, after: Tree) -> date:
    """The last day on which an act is in force, where another one comes after it."""
    repealed = under(after, "repeals")
    last = day(under(act, "in_force").get("valid_until")) or date.max
    if all(repealed.get(key) == act.get(key) for key in ("number", "date")):
        return min(last, _first(after) - timedelta(days=1))
    return last
