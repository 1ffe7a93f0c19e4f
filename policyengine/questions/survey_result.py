"""Which means do the answers of a survey make, and which competencies are the weakest?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from policyengine.blocks.case import Case
from policyengine.blocks.counting_items import count_problems, limit_fault
from policyengine.blocks.facts import facts_of
from policyengine.blocks.folds import Axes
from policyengine.blocks.marks import combined, formed, item_numbers, keeps_items, rounded_by
from policyengine.blocks.resting import readings_in, resting
from policyengine.blocks.sheet import Sheet
from policyengine.blocks.surveys import SELF, method_of
from policyengine.model.fault import Refused
from policyengine.model.finding import Finding, Missing, lacking
from policyengine.model.given import CELL, Input, by_name, word_of
from policyengine.model.number import as_mark
from policyengine.model.policy import Node, Policy


def applies(policy: Policy) -> bool:
    """Whether a method asks a number of respondents."""
    return method_of(policy) is not None


def inputs(_policy: Policy) -> Mapping[str, Input]:
    """The group, the answers by respondent and competency, the self-assessment."""
    return {"group": word_of("groups"), "answers": by_name(by_name(CELL)), "self": by_name(CELL)}


def answer(case: Case) -> Finding:
    """`competencies`: the mean of each, null where nobody answered; `weakest`: all whose mean is the lowest.

    The self-assessment is read in any case; it enters the means only where the file counts it.
    """
    method = method_of(case.policy) or case.policy.root
    group, answers = case.needed("group"), case.needed("answers")
    if isinstance(group, Missing) or isinstance(answers, Missing):
        missing = Missing(facts=lacking([group, answers]))
        return method.finding({"competencies": missing, "weakest": missing}, "survey_result")
    sheet = Sheet(method=method, group=str(group), facts=facts_of(case), complete=False)
    sheet.read(answers if isinstance(answers, Mapping) else {}, "answers")
    own = _hold_against(case, method, sheet, len(answers) if isinstance(answers, Mapping) else 0)
    if any(rater.get("counted") is None or rater.is_true("counted") for rater in _own_raters(method)):
        sheet.cells |= own.cells
    if sheet.missing:
        missing = Missing(facts=frozenset(sheet.missing))
        return method.finding({"competencies": missing, "weakest": missing}, "survey_result")
    return _means(case, method, sheet)


def _own_raters(method: Node) -> Iterator[Node]:
    """The evaluated person among the raters, where the file has one."""
    return (rater for name, rater in method["raters"].items() if name in SELF)


def _hold_against(case: Case, method: Node, sheet: Sheet, count: int) -> Sheet:
    """The sheet of the self-assessment, once nothing is wrong with it and with the answers."""
    own = Sheet(method=method, group=sheet.group, facts=sheet.facts, complete=False)
    given = case.given("self")
    own.read({"self": given} if isinstance(given, Mapping) else {}, "")
    how_many = method["how_many"]
    problems = [
        limit_fault(problem, how_many, count, "answers") for problem in count_problems(how_many, count, "respondents")
    ]
    faults = [*problems, *sheet.faults, *own.faults]
    if faults:
        raise Refused(faults)
    return own


def _means(case: Case, method: Node, sheet: Sheet) -> Finding:
    axes = Axes(raters=len({cell.raters for cell in sheet.cells}), items=len(sheet.items()), weights={})
    grid, steps = combined(method, sheet.cells, axes, facts_of(case), apart=True)
    results = {name: _of_item(case, method, number) for name, number in item_numbers(grid).items()}
    numbers = {name: number for name, number in results.items() if number is not None}
    means = {name: as_mark(numbers[name]) if name in numbers else None for name in sheet.items()}
    value = {"competencies": means, "weakest": _weakest(method, numbers, list(means))}
    rests = sheet.rests() | readings_in(method["rounding"])
    return resting(method.finding(value, "survey_result", *steps), rests)


def _of_item(case: Case, method: Node, number: Fraction) -> Fraction | None:
    """The number of one item: what is added, capped and graded is the whole, where the file makes one mark of them."""
    if keeps_items(method):
        return formed(method, number, facts_of(case)).number
    return rounded_by(method["rounding"], number)[0]


def _weakest(method: Node, numbers: Mapping[str, Fraction], order: list[str]) -> list[str]:
    """The items with the lowest mean; none where the file says that they are not reported."""
    if method.get("weakest_reported") is not None and not method.is_true("weakest_reported"):
        return []
    lowest = min(numbers.values(), default=None)
    return [name for name in order if name in numbers and numbers[name] == lowest]
