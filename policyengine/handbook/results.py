"""The results of a story as rows for other programs: one for each person, method and period, and for the year."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from policyengine.handbook.living import Lived
from policyengine.handbook.story import OfQuestion, OfYear, Story, tree_of
from policyengine.model.policy import Policy

NO_MARK: Final = "no_mark"
COLUMNS: Final = ("person", "period", "method", "evaluated", "reason", "by", "due", "mark", "grade")


def results_of(parts: Sequence[Lived]) -> list[Mapping[str, object]]:
    """The rows sorted by person, method and period; a mark that a body decided stands in its place."""
    found = {(row["person"], row["method"], row["period"]): row for one in parts for row in _rows(one)}
    for one in parts:
        if isinstance(one.part, OfQuestion) and one.part.replaces in found and one.decision is not None:
            answer = tree_of(one.decision.answer)
            changed = {"mark": answer.get("mark"), "grade": answer.get("grade")}
            if changed["mark"] is not None:
                found[one.part.replaces] = {**found[one.part.replaces], **changed}
    return [found[key] for key in sorted(found, key=lambda key: tuple(map(str, key)))]


def as_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """The rows as comma-separated values: `true` and `false`, nothing for null."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_plain(row[column]) for column in COLUMNS] for row in rows)
    return text.getvalue()


def as_json(rows: Sequence[Mapping[str, object]], story: Story, policy: Policy) -> str:
    """The rows with the policy, its digest and the people."""
    people = {one.id: {"name": one.name, "post": one.post} for one in story.people}
    head = {"policy": policy.id, "year": story.year, "digest": policy.digest, "people": people}
    return json.dumps({**head, "results": list(rows)}, ensure_ascii=False, indent=2) + "\n"


def _rows(one: Lived) -> Iterator[Mapping[str, object]]:
    of_year = isinstance(one.part, OfYear)
    for row in one.rows:
        evaluated = row.mark is not None if of_year else row.answer["evaluated"]
        yield {
            "person": row.person.id,
            "period": row.period,
            "method": row.method,
            "evaluated": evaluated,
            "reason": NO_MARK if evaluated and row.mark is None else row.answer.get("reason"),
            "by": row.answer.get("by"),
            "due": row.answer.get("due"),
            "mark": row.mark,
            "grade": row.grade,
        }


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case _:
            return str(value)
