"""What is wrong, and what to do about it: as lines, as JSON, as SARIF."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from policyengine.handbook.faulty import faults_as_json, faults_as_sarif, faults_as_text, hint, message
from policyengine.loading.load import load
from policyengine.model.fault import Fault
from policyengine.words import LANGUAGES, Words
from tests.conftest import Golden
from tests.door import find, schema
from tests.words.catalogues import words

PLACED = Fault(
    code="P012",
    at="/timetable/evaluation/due",
    says={"value": "day 32 of the month after", "grammar": "term"},
    file="policies/x.yaml",
    line=41,
    column=11,
)
OF_A_FACT = Fault(code="unknown_id", at="person.group", says={"word": "staf", "section": "groups"}, like="staff")
BROKEN = Path(__file__).parent / "broken.yaml"


def test_a_fault_of_a_file_says_where_which_what_and_what_to_do() -> None:
    (line,) = faults_as_text([PLACED], words("en"))
    assert line.startswith(
        "policies/x.yaml:41:11: P012 `day 32 of the month after` is not a term (for instance `day 20"
    )
    assert line.endswith("a day of the month is 1 to 31, days are `working` or `calendar`)")


def test_a_fault_of_a_fact_says_which_name_what_and_what_to_do() -> None:
    assert list(faults_as_text([OF_A_FACT], words("ru"))) == [
        "unknown_id person.group: такой группы нет: `staf` (возможно, `staff`?)"
    ]


def test_what_is_not_known_of_a_place_is_left_out() -> None:
    faults = [Fault(code="D003"), Fault(code="D011", file="x.yaml", says={"kind": "absent", "problem": ""})]
    bare = Words(language="en", catalogue={"faults": words("en").catalogue["faults"]}, names={})
    assert list(faults_as_text(faults, bare)) == ["D003: the file is empty", "x.yaml: D011 there is no such file"]


def test_the_rows_beside_a_hole_are_told_by_their_limits() -> None:
    says = {"value": Fraction("44.5"), "below": {"from": 40, "to": Fraction("44.49")}, "above": None}
    told = message(Fault(code="percentage_in_gap", says=says), words("ru"))
    assert told == "процент 44,5 попал в пробел таблицы; соседние строки: `40–44,49` и `—`"  # noqa: RUF001 (an en dash is meant)


def test_faults_are_written_as_the_contract_has_them() -> None:
    written = faults_as_json([PLACED, OF_A_FACT], words("en"))
    assert json.loads(json.dumps(written)) == {
        "faults": [
            {
                "code": "P012",
                "at": "/timetable/evaluation/due",
                "file": "policies/x.yaml",
                "line": 41,
                "column": 11,
                "message": "`day 32 of the month after` is not a term",
                "hint": hint(PLACED, words("en")),
            },
            {
                "code": "unknown_id",
                "at": "person.group",
                "line": None,
                "column": None,
                "message": "there is no group `staf`",
                "hint": "did you mean `staff`?",
            },
        ]
    }


@pytest.mark.parametrize(
    ("code", "says", "said"),
    [
        ("contradictory_facts", {"reason": "said_twice"}, "the same fact is given twice"),
        ("contradictory_facts", {"reason": "never_heard_of"}, "the facts contradict each other"),
        (
            "contradictory_facts",
            {"reason": "not_for", "group": "staff", "paragraph": ("3/5",)},
            "this rule is not for the group `staff` (para. 3, part 5)",
        ),
        ("bad_value", {"value": "x", "shape": "mark"}, "`x` is not a mark"),
        ("bad_value", {"value": [1, 2], "shape": "never_heard_of"}, "`[1, 2]` cannot be taken here"),
        ("P003", {"value": 1, "kinds": ["string"]}, "a text has to stand here and not `1`"),
        (
            "P003",
            {"value": None, "kinds": ["string", "integer"]},
            "`null` is of another kind (expected: a text, a whole number)",
        ),
        ("P012", {"value": "x", "grammar": None}, "`x` is not written in the way that is required here"),
        ("P021", {"word": "x", "sections": ["roles"]}, "there is no role `x`"),
        ("P021", {"word": "x", "sections": ["roles", "groups"]}, "`x` is not declared in `roles`, `groups`"),
        ("P021", {"word": "x", "sections": ["/timetable/x/except"]}, "`x` is not declared in `/timetable/x/except`"),
        ("unknown_id", {"word": "x", "section": "vocabulary.sanctions"}, "there is no sanction `x`"),
        ("unknown_id", {"word": "x", "section": "readings.y.options"}, "the reading has no option `x`"),
        (
            "mark_out_of_range",
            {"value": "5.5", "from": "0", "to": "5", "paragraph": ("18/2",)},
            "the mark `5.5` lies outside 0 to 5 (para. 18, part 2)",
        ),
        ("mark_out_of_range", {"value": "-1", "from": "0", "to": "", "paragraph": ()}, "the mark `-1` is below 0"),
        ("mark_out_of_range", {"value": "9", "from": "", "to": "5", "paragraph": ()}, "the mark `9` is above 5"),
        ("mark_out_of_range", {"value": "3.995", "paragraph": ()}, "the mark `3.995` falls into no band"),
        (
            "P013",
            {"fact": "group", "kind": "word", "value": "less_than"},
            "the test `less_than` does not suit the fact `group` (its kind: a word)",
        ),
        (
            "P060",
            {"one": "a", "other": "b", "case": "category: E-2"},
            "one person is in two groups: `a` and `b` (category: E-2)",
        ),
        ("never_heard_of", {}, "never_heard_of"),
    ],
)
def test_a_code_is_said_as_its_case_wants(code: str, says: dict[str, object], said: str) -> None:
    assert message(Fault(code=code, says=says), words("en")) == said


def test_a_hint_lists_what_may_be_written_and_is_empty_where_there_is_none() -> None:
    listed = Fault(code="unknown_id", says={"word": "x", "section": "groups", "words": ["head", "staff"]})
    assert hint(listed, words("en")) == "write one of `head`, `staff`"
    assert hint(Fault(code="never_heard_of"), words("en")) == ""


def test_a_broken_file_is_told_in_three_languages(golden: Golden) -> None:
    faults = load("broken.yaml", BROKEN.read_bytes(), schema(), find).faults
    assert len({fault.code for fault in faults}) > 10
    for language in LANGUAGES:
        golden(f"check/broken.{language}.txt", "".join(f"{line}\n" for line in faults_as_text(faults, words(language))))


def test_sarif_has_rules_in_the_language_and_results_in_their_regions() -> None:
    warned = Fault(code="P041", at="/x", says={"place": "18/7"}, file="my policies\\x.yaml", line=3, column=5)
    log: Any = faults_as_sarif([warned, PLACED, OF_A_FACT], words("ru"), version="1.0", warnings={"P041"})
    assert json.loads(json.dumps(log)) == log
    (run,) = log["runs"]
    assert (log["version"], run["language"], run["columnKind"]) == ("2.1.0", "ru", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("policyengine", "1.0")
    assert [(one["id"], one["defaultConfiguration"]["level"]) for one in driver["rules"]] == [
        ("P012", "error"),
        ("P041", "warning"),
        ("unknown_id", "error"),
    ]
    assert driver["rules"][1]["shortDescription"]["text"] == "такого места в акте нет: `…`"
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
        ("P041", 1, "warning"),
        ("P012", 0, "error"),
        ("unknown_id", 2, "error"),
    ]
    first, _, last = (one["locations"][0] for one in run["results"])
    assert first["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20policies/x.yaml"},
        "region": {"startLine": 3, "startColumn": 5},
    }
    assert last == {"logicalLocations": [{"fullyQualifiedName": "person.group"}]}
    assert run["results"][2]["message"]["text"] == "такой группы нет: `staf` (возможно, `staff`?)"


def test_sarif_leaves_out_what_is_not_known() -> None:
    log: Any = faults_as_sarif([Fault(code="x", file="y"), Fault(code="x")], words("en"), version="1.0")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["rules"] == [
        {"id": "x", "shortDescription": {"text": "x"}, "defaultConfiguration": {"level": "error"}}
    ]
    assert run["results"][0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "y"}}}]
    assert run["results"][1]["locations"] == []
    assert run["results"][1]["message"]["text"] == "x"
