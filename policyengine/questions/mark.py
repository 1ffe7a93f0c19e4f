"""Which mark and grade do the given marks or indicators make?"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from policyengine.blocks.answers import range_of
from policyengine.blocks.case import Case, Fact, Facts
from policyengine.blocks.counting_items import count_faults
from policyengine.blocks.facts import facts_of, group_is_leading
from policyengine.blocks.folds import Axes, Cell, Grid
from policyengine.blocks.indicators import judged
from policyengine.blocks.marks import Formed, combined, formed, item_numbers, keeps_items, single
from policyengine.blocks.resting import allowing, resting
from policyengine.blocks.sheet import Sheet
from policyengine.model.fault import Fault, Refused
from policyengine.model.finding import Finding, Missing, lacking, unknown
from policyengine.model.given import CELL, FLAG, NUMBER, PERIOD, Input, by_name, listed, word_of, words_of
from policyengine.model.number import as_mark
from policyengine.model.period import Period
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether the methodology has methods."""
    return policy.section("methods") is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The method, the group, the marks by rater and item or the indicators, sanctions."""
    return {
        "method": word_of("methods"),
        "group": word_of("groups"),
        "marks": by_name(by_name(CELL)),
        "indicators": listed({"plan": NUMBER, "fact": NUMBER, "mark": CELL, "less_is_better": FLAG}),
        "sanction": words_of("vocabulary.sanctions"),
        "period": PERIOD,
        "leading": FLAG,
    }


def answer(case: Case) -> Finding:
    """`mark`, `grade`, for indicators `permitted`, for a method that keeps its items apart `items`."""
    root, name = case.policy.root["methods"], case.needed("method")
    if isinstance(name, Missing):
        missing = Missing(
            facts=name.facts | lacking(case.needed("marks") if case.given("indicators") is None else None)
        )
        return root.finding({"mark": missing, "grade": missing, "permitted": []}, "mark")
    method = root[str(name)]
    stranger = list(_other_group(case, str(name)))
    try:
        found = _of_indicators(case, method) if _is_measured(method) else _of_marks(case, method)
    except Refused as refused:
        raise Refused([*stranger, *refused.faults]) from None
    if stranger:
        raise Refused(stranger)
    return found


def _is_measured(method: Node) -> bool:
    answers = method.get("answers")
    return answers is not None and answers.get("measured") is not None


def _other_group(case: Case, method: str) -> Iterator[Fault]:
    group, routes = case.word("group"), case.policy.section("routes")
    if not isinstance(group, str) or routes is None:
        return
    groups = {one for route in routes.values() if route["method"].text() == method for one in route["group"].ids()}
    if groups and group not in groups:
        yield Fault(
            code="contradictory_facts", at="group", says={"reason": "other_group", "group": group, "method": method}
        )


def _of_marks(case: Case, method: Node) -> Finding:
    marks, group = case.needed("marks"), case.word("group")
    if isinstance(marks, Missing):
        return _finding(method, marks)
    if not isinstance(group, str) and _turns_on_group(method):
        return _finding(method, group or unknown("group"))
    sheet = Sheet(method=method, group=group if isinstance(group, str) else None, facts=_facts(case))
    sheet.read(marks if isinstance(marks, Mapping) else {}, "marks")
    if not sheet.faults and not sheet.missing and not sheet.cells and not _may_be_empty(sheet):
        sheet.faults.append(Fault(code="missing_item", at="marks", says={"word": ", ".join(sheet.items())}))
    if sheet.faults:
        raise Refused(sheet.faults)
    if isinstance(group, Missing) or sheet.missing:
        return _finding(method, Missing(facts=frozenset(sheet.missing) | lacking(group)))
    raters = len({cell.raters for cell in sheet.cells})
    axes = Axes(raters=raters, items=len(sheet.items()), weights=_weights(sheet))
    return resting(_made(case, method, sheet.cells, axes), sheet.rests())


def _facts(case: Case) -> Facts:
    """The facts on which items and caps turn; whether the post leads follows from the group, unless it is given."""
    period = case.given("period")
    known: dict[str, Callable[[], Fact]] = {}
    if isinstance(period, Period) and period.kind == "quarter":
        known["quarter"] = lambda: period.number
    if case.given("leading") is None:
        known["leading"] = lambda: group_is_leading(case.policy, case.given("group"))
    return facts_of(case, known)


def _may_be_empty(sheet: Sheet) -> bool:
    return sheet.method.get("starts_at") is not None


def _turns_on_group(method: Node) -> bool:
    return any(
        item.get("only_for") or isinstance(item.get("entries") and item["entries"].value, Mapping)
        for item in method["items"].values()
        if item.get("name")
    )


def _weights(sheet: Sheet) -> dict[str, Fraction]:
    return {name: item["weight"].number() for name, item in sheet.items().items() if item.get("weight")}


def _of_indicators(case: Case, method: Node) -> Finding:
    given = case.needed("indicators")
    if isinstance(given, Missing):
        return _finding(method, given)
    entries = case.entries("indicators")
    judgements = [judged(method["answers"], entry, f"indicators[{number}]") for number, entry in enumerate(entries)]
    faults = [*count_faults(method, len(entries)), *(fault for one in judgements for fault in one.faults)]
    if faults:
        raise Refused(faults)
    missing = frozenset().union(*(one.missing for one in judgements))
    if missing:
        return _finding(method, Missing(facts=missing))
    grid = {
        Cell("evaluator", str(number), "1"): one.mark
        for number, one in enumerate(judgements, 1)
        if one.mark is not None
    }
    steps = tuple(step for one in judgements for step in one.steps)
    made = _made(case, method, grid, Axes(raters=1, items=len(entries), weights={}), steps)
    value = made.value if isinstance(made.value, Mapping) else {}
    found = method.finding({**value, "permitted": [one.permitted for one in judgements]}, "mark", *made.because)
    return resting(found, allowing(range_of(method["answers"]), grid.values()))


def _made(case: Case, method: Node, grid: Grid, axes: Axes, before: tuple[Finding, ...] = ()) -> Finding:
    facts = _facts(case)
    combination, steps = combined(method, grid, axes, facts)
    steps = (*before, *_items_step(method), *steps)
    if keeps_items(method):
        results = {name: formed(method, number, facts) for name, number in item_numbers(combination).items()}
        items = {name: {"mark": _shown(one), "grade": one.grade} for name, one in results.items()}
        return method.finding({"mark": None, "grade": None, "permitted": [], "items": items}, "mark", *steps)
    result = formed(method, single(combination), facts)
    return method.finding(
        {"mark": _shown(result), "grade": result.grade, "permitted": []}, "mark", *steps, *result.steps
    )


def _items_step(method: Node) -> list[Finding]:
    """What is judged: the items of the sheet, where the file names them."""
    items = method["items"]
    return [] if items.get("set_in") else [items.finding([name for name, _ in items.items()], "items")]


def _shown(result: Formed) -> str | None:
    return None if result.number is None else as_mark(result.number)


def _finding(method: Node, missing: Missing) -> Finding:
    return method.finding({"mark": missing, "grade": missing, "permitted": []}, "mark")
