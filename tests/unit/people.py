"""One person asked about: what `participation` says of the method `sheet`."""

from typing import Any

from tests.unit.made import answer, made

# 64 working days from January to March 2026, of them 22, 20 and 22 by months.
REASONS = """
vocabulary: {absences: {leave: {en: leave}, illness: {en: illness}, trip: {en: trip}}}
secondment: {evaluated_by: receiving_body, for: time_of_secondment, paragraph: "8"}
not_evaluated:
  short: {when: {tenure_in_period: {less_than: 1 month}}, paragraph: "7/1"}
  few: {when: {worked_days_in_period: {less_than: 15}}, worked: {all_but: [leave, illness]}, paragraph: "7/2"}
  reason_first: [seconded, short, few]
"""


def sheet(fragments: tuple[str, ...], person: str, period: str = "2026-Q1", more: str = "") -> dict[str, Any]:
    """What holds for the method `sheet`."""
    given = f"{{period: {period}, person: {{group: staff, {person}}}{more}}}"
    found: dict[str, Any] = answer(made(*fragments), "participation", given)["methods"]["sheet"]
    return found
