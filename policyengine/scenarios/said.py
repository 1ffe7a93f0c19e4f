"""Values that a methodology states and no question computes with: they are shown, cited and compared, and that is all.

A test confirms for each that no answer ever reads it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from policyengine.blocks.mentions import words_in
from policyengine.model.pointer import split
from policyengine.model.policy import Policy

Address = re.Match[str]
Condition = Callable[[Policy, Address], bool]
PREDICATES: Final = ("methods", "routes", "instead", "not_evaluated", "plans", "timetable", "acquaintance", "uses")


def stands(place: str) -> Condition:
    """Whether a policy has something at a place, in which the groups of the pattern may be written."""
    return lambda policy, address: policy.section(*split(address.expand(place))) is not None


def says(place: str, word: str) -> Condition:
    """Whether a policy says a word at a place, alone or in a list."""

    def found(policy: Policy, address: Address) -> bool:
        node = policy.section(*split(address.expand(place)))
        return node is not None and word in node.ids()

    return found


def turned_on(fact: str) -> Condition:
    """Whether a rule of a policy turns on a fact."""
    return lambda policy, _address: any(fact in words_in(policy.tree.get(section)) for section in PREDICATES)


def is_entered(policy: Policy, address: Address) -> bool:
    """Whether a table is entered with marks, and not with a percentage or mark that is computed for it alone."""
    return address[1] not in _computed_for(policy)


def is_given(policy: Policy, address: Address) -> bool:
    """Whether numbers of a scale are given, or graded by a table that is entered with marks."""
    methods, tables, computed = policy.section("methods"), policy.section("bands"), _computed_for(policy)
    answered = {one["answers"].says("scale") for one in methods.values() if one.get("answers")} if methods else set()
    entered = {one["of"].text() for name, one in tables.items() if name not in computed} if tables else set()
    return address[1] in answered | entered


def never(_policy: Policy, _address: Address) -> bool:
    """No condition."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Addresses (a pattern) whose values are only said, the code of the reason, and where an answer turns on them."""

    at: str
    reason: str
    unless: Condition = never


SAID: Final = (
    Said(at=r"/act/in_force/pinned", reason="version"),
    Said(at=r"/act/in_force/(gains_force|covers)", reason="shown"),
    Said(at=r"/scope/.*", reason="scope"),
    Said(at=r"/means/.*", reason="means"),
    Said(at=r"/forms/.*", reason="form"),
    Said(at=r"/(scales|routes|plans|remedies)/[^/]+/form", reason="form"),
    Said(at=r"/(methods|plans)/[^/]+/steps/[^/]+/form(/[^/]+)?", reason="form"),
    Said(at=r"/groups/[^/]+/leading", reason="shown", unless=turned_on("leading")),
    Said(at=r"/bands/[^/]+/rows/[^/]+/as_printed", reason="shown"),
    Said(at=r"/bands/([^/]+)/of", reason="computed", unless=is_entered),
    Said(at=r"/scales/([^/]+)/(from|above|to|below|step)", reason="computed", unless=is_given),
    Said(at=r"/methods/([^/]+)/raters/[^/]+/required", reason="raters_by_name", unless=stands(r"/methods/\1/how_many")),
    Said(at=r"/methods/[^/]+/raters/[^/]+/of", reason="who"),
    Said(at=r"/methods/[^/]+/chosen_by", reason="who"),
    Said(at=r"/methods/[^/]+/anonymous", reason="shown"),
    Said(at=r"/(methods|plans)/[^/]+/steps/[^/]+/(does|after|when/.*|or_returns_when|refusal)", reason="step"),
    Said(at=r"/results/[^/]+/computed_by", reason="who"),
    Said(at=r"/instead/[^/]+/decided_by", reason="who"),
    Said(at=r"/secondment/for", reason="shown"),
    Said(at=r"/delegation/named_by", reason="who"),
    Said(at=r"/(delegation|duties/[^/]+)/for", reason="of_which"),
    Said(at=r"/(timetable|notices)/[^/]+/about", reason="of_which"),
    Said(at=r"/plans/[^/]+/(items_are|changed_when)/.*", reason="quality"),
    Said(at=r"/plans/[^/]+/placed/(in|where_possible)", reason="where_kept"),
    Said(at=r"/review/[^/]+/minutes/(in|where_possible)", reason="where_kept"),
    Said(at=r"/retention/(at|where_possible)", reason="where_kept"),
    Said(at=r"/timetable/[^/]+/(to|with)", reason="who"),
    Said(at=r"/acquaintance/[^/]+/who", reason="who"),
    Said(at=r"/acquaintance/[^/]+/recorded", reason="shown"),
    Said(at=r"/acquaintance/[^/]+/refusal", reason="refusal"),
    Said(at=r"/refusals/.*", reason="refusal"),
    Said(at=r"/uses/[^/]+/due", reason="shown"),
    Said(at=r"/notices/[^/]+/(to|who)", reason="who"),
    Said(at=r"/notices/[^/]+/channels", reason="shown"),
    Said(at=r"/review/[^/]+/feedback/to", reason="who"),
    Said(at=r"/review/[^/]+/(called|may_be_refused|papers)", reason="course"),
    Said(at=r"/review/[^/]+/correction/.*", reason="course"),
    Said(at=r"/review/[^/]+/(working_body|approved_by|minutes/kept_by|members/replaced_by)", reason="who"),
    Said(at=r"/review/[^/]+/vote/open", reason="course"),
    Said(at=r"/remedies/[^/]+/(who|to)", reason="who"),
    Said(at=r"/remedies/[^/]+/(what|under|examined)", reason="course"),
    Said(at=r"/remedies/([^/]+)/due", reason="course", unless=says(r"/remedies/\1/against", "result")),
    Said(at=r"/secrecy/(level|under)", reason="shown"),
)


def reason_of(policy: Policy, pointer: str) -> str:
    """Why no answer turns on an address; empty where an answer may."""
    found = ((one, re.fullmatch(one.at, pointer)) for one in SAID)
    return next((one.reason for one, address in found if address and not one.unless(policy, address)), "")


def _computed_for(policy: Policy) -> frozenset[str]:
    """The tables that are entered with what is computed on the way: percentages, and the means of parts of a year."""
    methods, results = policy.section("methods"), policy.section("results")
    answers = [one["answers"] for one in methods.values() if one.get("answers")] if methods else []
    parts = [part for result in results.values() for part in result["parts"].values()] if results else []
    named = [one.says("permitted_by") for one in answers] + [part.says("convert_by") for part in parts]
    return frozenset(named) - {""}
