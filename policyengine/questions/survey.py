"""Is a list of respondents of a survey in order, and what are they asked about?"""

from collections import Counter
from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.counting_items import count_problems
from policyengine.blocks.facts import facts_of
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.sheet import Sheet
from policyengine.blocks.surveys import SELF, method_of, missing_kind
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import TEXT, WORD, Input, listed, word_of
from policyengine.model.near import nearest
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether a method asks a number of respondents."""
    return method_of(policy) is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The group, the respondents with their kind, and the evaluated person's id."""
    return {"group": word_of("groups"), "respondents": listed({"id": TEXT, "role": WORD}), "evaluated": TEXT}


def answer(case: Case) -> Finding:
    """`valid, problems, competencies`."""
    method = method_of(case.policy) or case.policy.root
    group, respondents = case.needed("group"), case.needed("respondents")
    entries = case.entries("respondents")
    missing = lacking([group, respondents, case.given("evaluated")]) | _unnamed(entries)
    if missing:
        unknown_answer = Missing(facts=missing)
        return method.finding(
            {"valid": unknown_answer, "problems": unknown_answer, "competencies": unknown_answer}, "survey"
        )
    _refuse_unknown_roles(method, entries)
    problems = list(_problems(case, method, entries))
    sheet = Sheet(method=method, group=str(group), facts=facts_of(case))
    value = {
        "valid": not problems,
        "problems": sorted({str(one.value) for one in problems}),
        "competencies": list(sheet.items()),
    }
    items = method["items"].finding(value["competencies"], "competencies")
    return resting(method.finding(value, "survey", *problems, items), _rests(method, entries))


def _unnamed(entries: tuple[Mapping[str, object], ...]) -> frozenset[str]:
    named = ("id", "role")
    return lacking(
        [
            unknown(f"respondents[{number}].{part}")
            for number, one in enumerate(entries)
            for part in named
            if part not in one
        ]
    )


def _refuse_unknown_roles(method: Node, entries: tuple[Mapping[str, object], ...]) -> None:
    known = {name for name, _ in method["raters"].items()} | SELF
    faults = [
        Fault(
            code="unknown_id",
            at=f"respondents[{number}].role",
            says={"word": one["role"], "section": "raters", "words": sorted(known)},
            like=nearest(str(one["role"]), known),
        )
        for number, one in enumerate(entries)
        if one["role"] not in known
    ]
    if faults:
        raise Refused(faults)


def _rests(method: Node, entries: tuple[Mapping[str, object], ...]) -> frozenset[str]:
    """The readings on which it rests that a kind of respondent may be absent, or that there are too few."""
    roles = {one["role"] for one in entries}
    absent = [readings_in(rater.place("required")) for name, rater in method["raters"].items() if name not in roles]
    least = method["how_many"].get("least")
    few = least is not None and len(entries) < least.number()
    return frozenset().union(readings_in(method["how_many"] if few else None), *absent)


def _problems(case: Case, method: Node, entries: tuple[Mapping[str, object], ...]) -> Iterator[Finding]:
    how_many = method["how_many"]
    for problem in count_problems(how_many, len(entries), "respondents"):
        yield how_many.finding(problem, "problem", count=len(entries))
    roles, ids = {str(one["role"]) for one in entries}, Counter(str(one["id"]) for one in entries)
    for name, rater in method["raters"].items():
        count = sum(one["role"] == name for one in entries)
        for problem in count_problems(rater, count, "respondents"):
            yield rater.finding(problem, "problem", count=count)
        required = rater.get("required")
        if required is not None and required.flag() and name not in roles:
            yield required.finding(missing_kind(name), "problem")
    if roles & SELF or case.given("evaluated") in ids:
        own = next((one for name, one in method["raters"].items() if name in SELF), method)
        yield own.finding("self_among_respondents", "problem")
    if any(count > 1 for count in ids.values()):
        yield method.finding("duplicate_id", "problem")
