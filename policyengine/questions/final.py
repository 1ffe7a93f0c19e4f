"""Which mark and grade of the year do the marks of its periods make, and for what is it a ground?"""

from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.facts import facts_of
from policyengine.blocks.predicates import holds
from policyengine.blocks.results import Part, grounds_of, part_of, result_of
from policyengine.blocks.routes import no_day
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import CELL, COUNT, PERIODS, Input, by_name, word_of
from policyengine.model.policy import Node, Policy

NOTHING: Mapping[str, object] = {"mark": None, "mean": None, "periods": 0, "grade": None, "grounds": []}


def applies(policy: Policy) -> bool:
    """Whether the methodology makes marks of marks."""
    return policy.section("results") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The marks of the periods by method; how many years a grade runs, where a use turns on it."""
    return {"marks": by_name(by_name(CELL, PERIODS), "methods"), "group": word_of("groups"), "years_running": COUNT}


def answer(case: Case) -> Finding:
    """`final`: by result `mark, mean, periods, grade, grounds`."""
    root, marks = case.policy.root["results"], case.needed("marks")
    missing = lacking(marks)
    if missing or not isinstance(marks, Mapping):
        return root.finding({"final": Missing(facts=missing)}, "final")
    faults: list[Fault] = []
    parts = {
        name: part_of(case.policy.root["methods"][name], given, f"marks.{name}", faults)
        for name, given in marks.items()
    }
    faults += _years(parts)
    if faults:
        raise Refused(faults)
    steps = dict(_results(case, parts))
    return root.finding({"final": {name: step.value for name, step in steps.items()}}, "final", *steps.values())


def _years(parts: Mapping[str, Part]) -> Iterator[Fault]:
    years = sorted({year for part in parts.values() for year in part.years})
    if len(years) > 1:
        yield Fault(
            code="contradictory_facts",
            at="marks",
            says={"reason": "several_years", "value": ", ".join(map(str, years))},
        )


def _results(case: Case, parts: Mapping[str, Part]) -> Iterator[tuple[str, Finding]]:
    covered: set[str] = set()
    for name, result in case.policy.root["results"].items():
        methods = {part["method"].text() for part in result["parts"].values()}
        if methods & set(parts):
            covered |= methods
            yield name, _result(case, name, result, parts)
    for name in parts:
        if name not in covered:
            yield name, _without_result(case, name, parts[name])


def _result(case: Case, name: str, result: Node, parts: Mapping[str, Part]) -> Finding:
    group, only_for = case.word("group"), result.get("only_for")
    if only_for is not None and (not only_for.ids() or (isinstance(group, str) and group not in only_for.ids())):
        return only_for.finding(NOTHING, "result_not_for", name=name)
    made = result_of(result, parts, facts_of(case))
    value = made.value
    if not isinstance(value, Mapping) or value["mark"] is None:
        return made
    names = {name, *(part["method"].text() for part in result["parts"].values())}
    grounds = _grounds(case, names, value["grade"])
    silent = [] if case.policy.section("uses") else [case.policy.root.place("uses").finding([], "no_uses")]
    value = {**value, "grounds": [one.value for one in grounds]}
    return result.finding(value, "result", *made.because, *grounds, *silent, name=name)


def _without_result(case: Case, name: str, part: Part) -> Finding:
    method = case.policy.root["methods"][name]
    if not part.numbers:
        return method.finding(NOTHING, "no_result", name=name)
    grounds = _grounds(case, {name}, None)
    return method.finding({**NOTHING, "grounds": [one.value for one in grounds]}, "no_result", *grounds, name=name)


def _grounds(case: Case, names: set[str], grade: object) -> list[Finding]:
    facts = facts_of(case, {"grade": lambda: grade})
    found = []
    for use, node in grounds_of(case.policy):
        when = node.get("when")
        truth = True if when is None else holds(when, facts, no_day)
        if set(node["of"].ids()) & names and truth is not False:
            found.append(node.finding(truth if isinstance(truth, Missing) else use, "use", use=use))
    return found
