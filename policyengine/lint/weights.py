"""L014: the weights of what is weighed together make 1.

Weights that make something else move every mark up or down, which is seldom meant. Of items that only some groups have,
those of each group are counted; an item without a weight among others that have one weighs 1. A part of a result that
weighs 1 beside others that make 1 is added to them, as an act may say outright.

Bad:

    methods:  # 0.6 and 0.6 make 1.2
      sheet:
        items:
          quality:
            name: {kk: "сапа", ru: "качество", en: "quality"}
            weight: 0.6
          overall:
            weight: 0.6
        combine: [mean of raters, weighted sum of items]

Good:

    methods:  # 0.6 and 0.4 make 1
      sheet:
        items:
          quality:
            name: {kk: "сапа", ru: "качество", en: "quality"}
            weight: 0.6
          overall:
            weight: 0.4
        combine: [mean of raters, weighted sum of items]
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.number import exact, shortest
from policyengine.model.pointer import join
from policyengine.model.policy import META, Policy, Tree
from policyengine.model.tree import ids, under

CODE: Final = "L014"
SEVERITY: Final = "warning"
WEIGHED: Final = (("methods", "items"), ("results", "parts"))


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The items and parts whose weights make another sum than 1, with the groups for which they do."""
    groups = tuple(under(policy.tree, "groups"))
    for section, key in WEIGHED:
        for name in under(policy.tree, section):
            parts = under(policy.tree, section, name, key)
            weighed = [one for part in parts if part not in META and not _is_added(one := under(parts, part), section)]
            if any("weight" in part for part in weighed):
                at = join("", section, name, key)
                yield from (
                    Fault(code=CODE, at=at, says={"sum": shortest(total), "groups": having})
                    for total, having in _sums(weighed, groups).items()
                    if total not in {0, 1}
                )


def _is_added(part: Tree, section: str) -> bool:
    """Whether a part is added whole to what the others make together."""
    return section == "results" and exact(part.get("weight")) == 1


def _sums(parts: list[Tree], groups: tuple[str, ...]) -> dict[Fraction, list[str]]:
    """The groups by what the weights of their parts make; a weight that is still open makes nothing."""
    sums: dict[Fraction, list[str]] = {}
    for group in groups:
        weights = [exact(part.get("weight", 1)) for part in parts if group in ids(part.get("only_for", list(groups)))]
        total = Fraction(0) if None in weights else sum((weight for weight in weights if weight), Fraction(0))
        sums.setdefault(total, []).append(group)
    return sums
