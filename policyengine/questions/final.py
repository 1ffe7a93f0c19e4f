"""Which mark and grade of the year do the marks of its periods make, and for what is it a ground?"""

from collections.abc import Iterator, Mapping

from policyengine.blocks.case import Case
from policyengine.blocks.facts import facts_of
from policyengine.blocks.predicates import holds
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.results import Part, by_period, kind_of, part_of, result_of, uses_of
from policyengine.blocks.routes import no_day
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import CELL, COUNT, PERIODS, Input, by_name, word_of
from policyengine.model.policy import Node, Policy

NOTHING: Mapping[str, object] = {
    "mark": None,
    "mean": None,
    "periods": 0,
    "grade": None,
    "grounds": [],
    "required": [],
    "forbidden": [],
}


def applies(policy: Policy) -> bool:
    """Whether the methodology makes marks of marks."""
    return policy.section("results") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The marks of the periods by method; how many years a grade runs, where a use turns on it."""
    return {"marks": by_name(by_name(CELL, PERIODS), "methods"), "group": word_of("groups"), "years_running": COUNT}


def answer(case: Case) -> Finding:
    """`final`: by result `mark, mean, periods, grade`, and by effect the uses: `grounds`, `required`, `forbidden`."""
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
            own = {method: part for method, part in parts.items() if method in methods}
            for period, some in by_period(own, kind_of(result)).items():
                yield f"{name}@{period}" if period else name, _result(case, name, result, some)
    for name in parts:
        if name not in covered:
            yield name, _without_result(case, name, parts[name])


def _result(case: Case, name: str, result: Node, parts: Mapping[str, Part]) -> Finding:
    group, only_for = case.word("group"), result.get("only_for")
    if only_for is not None and isinstance(group, Missing):
        return only_for.finding(group, "result_not_for", name=name)
    if only_for is not None and (not only_for.ids() or (group is not None and group not in only_for.ids())):
        return only_for.finding(NOTHING, "result_not_for", name=name)
    made = result_of(result, parts)
    value = made.value
    if not isinstance(value, Mapping) or value["mark"] is None:
        return made
    names = {name, *(part["method"].text() for part in result["parts"].values())}
    uses = _uses(case, names, value["grade"])
    silent = [] if case.policy.section("uses") else [case.policy.root.place("uses").finding([], "no_uses")]
    steps = (*made.because, *(step for _, step in uses), *silent)
    step = result.finding({**value, **_by_effect(uses)}, "result", *steps, name=name)
    return resting(step, readings_in(only_for))


def _without_result(case: Case, name: str, part: Part) -> Finding:
    method = case.policy.root["methods"][name]
    if not part.numbers:
        return method.finding(NOTHING, "no_result", name=name)
    uses = _uses(case, {name}, None)
    return method.finding({**NOTHING, **_by_effect(uses)}, "no_result", *(step for _, step in uses), name=name)


def _uses(case: Case, names: set[str], grade: object) -> list[tuple[str, Finding]]:
    """The uses of a result that hold for its grade, by their effect."""
    facts = facts_of(case, {"grade": lambda: grade})
    found = []
    for use, node in uses_of(case.policy):
        when = node.get("when")
        truth = True if when is None else holds(when, facts, no_day)
        if set(node["of"].ids()) & names and truth is not False:
            effect = node["effect"].text()
            step = node.finding(truth if isinstance(truth, Missing) else use, "use", use=use, effect=effect)
            found.append((effect, step))
    return found


def _by_effect(uses: list[tuple[str, Finding]]) -> dict[str, list[object]]:
    keys = {"grounds": "ground", "required": "required", "forbidden": "forbidden"}
    return {key: [step.value for effect, step in uses if effect == wanted] for key, wanted in keys.items()}
