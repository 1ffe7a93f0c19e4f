"""Nura: the mark of the head of a unit from three to five indicators (23, 27)."""

from fractions import Fraction
from typing import Final

from tests.naive.facts import Facts
from tests.naive.marks import half_up, mark_of, marked, mean, number_of, two_decimals

# Annex 3 of the model act as sister acts print it: percent from, percent to, mark from, mark to.
# 40 to 44.49 is so in print; nothing is printed for 44.50 to 44.99.
TABLE: Final = """
100    -      5     5
95     99.99  4.75  4.99
90     94.99  4.5   4.74
85     89.99  4.25  4.49
80     84.99  4     4.24
75     79.99  3.75  3.99
70     74.99  3.5   3.74
65     69.99  3.25  3.49
60     64.99  3     3.24
55     59.99  2.75  2.99
50     54.99  2.5   2.74
45     49.99  2.25  2.49
40     44.49  2     2.24
35     39.99  1.75  1.99
30     34.99  1.5   1.74
25     29.99  1.25  1.49
20     24.99  1     1.24
15     19.99  0.75  0.99
10     14.99  0.5   0.74
5      9.99   0.25  0.49
0      4.99   0     0.24
"""


def permitted(percent: Fraction) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest mark that a percentage with two decimals lets one give; None in the hole."""
    for row in TABLE.split("\n"):
        cells = row.split()
        if cells and percent >= Fraction(cells[0]) and (cells[1] == "-" or percent <= Fraction(cells[1])):
            return Fraction(cells[2]), Fraction(cells[3])
    return None


def kpi_mark(facts: Facts) -> dict[str, object]:
    """The mean of the marks of the indicators, each inside what its percentage permits."""
    facts.need("indicators")
    listed = facts.blocks("indicators", ["plan", "fact", "mark", "less_is_better"])
    facts.fault_if(isinstance(facts.given.get("indicators"), list) and len(listed) < 3, "too_few_indicators")
    facts.fault_if(len(listed) > 5, "too_many_indicators")
    found = [_indicator(one) for one in listed]
    facts.settle()
    ranges = [{"from": two_decimals(least), "to": two_decimals(most)} for _, least, most in found]
    return marked(half_up(mean(mark for mark, _, _ in found)), ranges)


def _indicator(facts: Facts) -> tuple[Fraction, Fraction, Fraction]:
    given = facts.need("mark")
    mark = Fraction(0) if given == "unknown" else mark_of(given, facts)
    percent = _percent(facts)
    if percent is None or given == "unknown":
        return mark, mark, mark
    limits = permitted(percent)
    if limits is None:
        facts.faults.add("percentage_in_gap")
        return mark, mark, mark
    facts.fault_if(not limits[0] <= mark <= limits[1], "mark_outside_permitted_range")
    return mark, *limits


def _percent(facts: Facts) -> Fraction | None:
    """Fact over plan, or plan over fact where less is better, with two decimals; None where it cannot be formed."""
    plan, fact = number_of(facts, "plan"), number_of(facts, "fact")
    part, whole = (plan, fact) if facts.yes("less_is_better") else (fact, plan)
    if part is None or whole is None:
        return None
    if whole == 0 or part < 0 or whole < 0:
        # The contract refuses a plan (there, a fact) of zero and names no code: it is a value that cannot be used.
        facts.faults.add("bad_value")
        return None
    return half_up(100 * part / whole)
