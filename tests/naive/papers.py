"""How long papers are kept, who may see a result, when an act is in force, and what it asks of whom."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from tests.naive.dates import add_months
from tests.naive.facts import Facts

# Those whose own result it is, who made it or work on it; each of this very result.
OPEN_TO = {"evaluated", "evaluator", "delegate", "substitute", "hr", "session_member"}


def retention(facts: Facts) -> dict[str, object]:
    """Three years from the day on which the evaluation was completed (Taskala 12, Nura 14); needs no calendar."""
    completed = facts.day("completed")
    facts.settle()
    return {"keep_until": add_months(completed, 36).isoformat()}


def access(facts: Facts, grounds: Collection[str]) -> dict[str, object]:
    """Whether a result is open to someone (Taskala 13; Nura 15, 20); any other viewer is a third party."""
    viewer = facts.text("viewer")
    ground = facts.text("ground") if facts.has("ground") else None
    facts.settle()
    return {"allowed": viewer in OPEN_TO or ground in grounds}


def in_force(facts: Facts, *, adopted: date, days_after: int) -> dict[str, object]:
    """From the n-th day after publication. The day of publication is in neither act and has to be given."""
    day, published = facts.day("date"), facts.maybe_day("published")
    facts.fault_if(published is not None and published < adopted, "contradictory_facts")
    if published is None:
        if facts.faults or facts.missing or day >= adopted:
            facts.need("published")
        facts.settle()
        return {"in_force": False, "from": None}
    facts.settle()
    since = published + timedelta(days=days_after)
    return {"in_force": day >= since, "from": since.isoformat()}


def duties(facts: Facts, asked: Mapping[str, str], roles: Collection[str]) -> dict[str, object]:
    """The paragraphs in which the act asks something of a role; the engine must name these at least."""
    role = facts.word("role", roles)
    facts.settle()
    return {"duties": asked.get(role, "").split()}
