"""Values that are only said, each with a reason that people can read."""

import json

import pytest

from policyengine.scenarios.said import SAID, reason_of
from policyengine.scenarios.same import SAME
from tests.door import ROOT
from tests.scenarios.files import TABLES
from tests.unit.made import made

LEADING = "groups: {staff: {leading: true}}\n"
TURNS_ON_LEADING = (
    'not_evaluated: {heads: {when: {leading: true}, paragraph: "7"}, reason_first: [heads], paragraph: "7"}'
)
SURVEY = "methods: {sheet: {how_many: {least: 3}, combine: [mean of raters], bands: none}}"
REMEDIES = """
remedies:
  application: {against: [result], to: head, due: 5 working days after acquainted, paragraph: "7"}
  complaint: {against: [procedure], to: head, due: not stated, paragraph: "7"}
"""


@pytest.mark.parametrize(
    ("pointer", "reason", "text"),
    [
        ("/scope/who", "scope", ""),
        ("/means/paper/used", "means", ""),
        ("/bands/grades/rows/good/as_printed", "shown", ""),
        ("/bands/grades/rows/good/from", "", ""),
        ("/groups/staff/leading", "shown", LEADING),
        ("/groups/staff/leading", "", LEADING + TURNS_ON_LEADING),
        ("/methods/sheet/raters/evaluator/required", "raters_by_name", ""),
        ("/methods/sheet/raters/evaluator/required", "", SURVEY),
        ("/remedies/complaint/due", "course", REMEDIES),
        ("/remedies/application/due", "", REMEDIES),
        ("/remedies/appeal/due", "course", ""),
        ("/bands/permitted/of", "computed", TABLES),
        ("/bands/as_points/of", "computed", TABLES),
        ("/bands/grades/of", "", TABLES),
        ("/scales/percent/from", "computed", TABLES),
        ("/scales/points/to", "computed", TABLES),
        ("/scales/marks/to", "", TABLES),
        ("/scales/marks/to", "", ""),
    ],
)
def test_a_value_is_only_said_where_no_question_computes_with_it(pointer: str, reason: str, text: str) -> None:
    assert reason_of(made(*([text] if text else [])), pointer) == reason


def test_a_scale_that_nothing_is_held_against_is_only_said() -> None:
    policy = made(
        "{methods: none, bands: none, routes: none, timetable: {evaluation: {completes: none}}, grades: none}"
    )
    assert reason_of(policy, "/scales/marks/from") == "computed"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_reason_has_a_sentence(language: str) -> None:
    file = ROOT / "policyengine" / "words" / f"cli.{language}.json"
    sentences = json.loads(file.read_text("utf-8"))["cli"]
    assert {one.reason for one in (*SAID, *SAME)} <= sentences.keys()
