"""What the language itself knows: facts that are computed or come with the data, moments, roles of no office."""

from typing import Final, Literal

FactType = Literal["word", "words", "yes_no", "number", "date", "duration"]

FACTS: Final[dict[str, FactType]] = {
    "group": "word",
    "category": "word",
    "leading": "yes_no",
    "tenure_in_period": "duration",
    "time_to_period_end": "duration",
    "time_since_return": "duration",
    "worked_days_in_period": "number",
    "without_plan": "words",
    "on_probation": "yes_no",
    "absent_on_due": "words",
    "returned_from": "words",
    "sanction": "words",
    "dismissed": "date",
    "appointed": "date",
    "quarter": "number",
    "grade": "word",
    "years_running": "number",
    "evaluated": "number",
    "evaluated_in_body": "number",
    "unit_staff": "number",
}
FACT_VALUES: Final = {
    "group": "groups",
    "grade": "grades",
    "sanction": "vocabulary.sanctions",
    "absent_on_due": "vocabulary.absences",
    "returned_from": "vocabulary.absences",
    "without_plan": "plans",
}
DECLARED: Final[dict[str, FactType]] = {"yes_no": "yes_no", "number": "number", "date": "date", "one_of": "word"}
MOMENTS: Final = frozenset(
    "period_start period_end due appointed dismissed return_to_work sheet_received sheet_returned sheet_agreed "
    "plan_set evaluation_completed acquainted received application_made application_received session_held "
    "decision_made minutes_signed results_approved complaint_received".split()
)
ROLES: Final = frozenset({"information_system", "third_party"})
