"""The rules as a whole: all are found in their folder, and what they find is placed where it stands."""

import re
from pathlib import Path
from typing import Any

import pytest

import policyengine.lint
from policyengine.lint import Rule, RuleAcross, across, lint, placed, rules, rules_across
from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Fault
from policyengine.model.sections import MAY_BE_SILENT, OPERATIVE
from tests.door import policy, schema
from tests.lint.examples import WHOLE, from_text, loaded

NO_RULES = {"__init__", "small_body"}


def test_every_file_of_the_folder_is_a_rule_and_every_rule_a_file() -> None:
    files = {path.stem for path in Path(policyengine.lint.__file__).parent.glob("*.py")} - NO_RULES
    assert len(files) == len(rules()) + len(rules_across())


def test_every_rule_has_a_code_of_its_own_with_which_its_docstring_begins() -> None:
    all_rules: list[Rule | RuleAcross] = [*rules(), *rules_across()]
    assert len({rule.CODE for rule in all_rules}) == len(all_rules)
    for rule in all_rules:
        assert re.fullmatch(r"L\d{3}", rule.CODE)
        assert (rule.__doc__ or "").startswith(f"{rule.CODE}: ")
        assert rule.SEVERITY in {"error", "warning"}


def sections_that_may_be_silent(of: dict[str, Any]) -> list[str]:
    found: list[str] = of["properties"]["says_nothing_of"]["items"]["enum"]
    return found


def test_the_sections_of_the_model_are_those_of_the_schema() -> None:
    assert list(OPERATIVE) == schema()["x-operative"]
    assert list(MAY_BE_SILENT) == sections_that_may_be_silent(schema())


def test_in_the_whole_methodology_nothing_is_found() -> None:
    assert lint(*from_text(WHOLE)) == []
    assert across([from_text(WHOLE)]) == []


def test_a_finding_stands_at_the_line_and_column_of_its_key() -> None:
    text = WHOLE.replace("for: 3 years after evaluation_completed", "for: open")
    [(severity, fault)] = lint(*from_text(text, "policies/whole.yaml"))
    line = text.splitlines().index("  for: open") + 1
    assert (severity, fault.code, fault.file) == ("warning", "L013", "policies/whole.yaml")
    assert (fault.line, fault.column) == (line, 3)


def test_a_finding_about_what_is_absent_stands_at_the_nearest_key_above() -> None:
    found, _ = from_text(WHOLE)
    absent = placed(Fault(code="L003", at="/act/annex/of/it"), found)
    assert (absent.line, absent.column) == (WHOLE.splitlines().index("act:") + 1, 1)


def test_what_is_found_comes_in_the_order_of_the_file() -> None:
    text = WHOLE.replace("for: 3 years after evaluation_completed", "for: open").replace("basis: [law]", "basis: []")
    found = lint(*from_text(text))
    assert [fault.code for _, fault in found] == ["L019", "L015", "L013"]
    assert [fault.line for _, fault in found] == sorted(fault.line for _, fault in found)


def overlay(text: str, base: str) -> tuple[Loaded, Any]:
    found = load("over.yaml", text.encode(), schema(), lambda _: ("whole.yaml", base.encode()))
    assert found.faults == ()
    assert found.raw is not None
    return found, policy_of(found.raw)


UNUSED = 'roles:\n  clerk:\n    name: {kk: "маман", ru: "специалист", en: "clerk"}\n    paragraph: "1"\n  head:'
OVER = """\
language: 1
policy: over
extends: whole
name: {kk: "басқа", ru: "другая", en: "another"}
act: {number: "2", date: 2024-01-31}
"""


def test_warnings_about_a_base_are_left_to_the_base() -> None:
    base = WHOLE.replace("roles:\n  head:", UNUSED)
    assert [fault.at for _, fault in lint(*from_text(base))] == ["/roles/clerk"]
    assert lint(*overlay(OVER, base)) == []


def test_warnings_about_what_an_overlay_touches_are_its_own() -> None:
    text = OVER + 'roles:\n  head:\n    paragraph: "1"\n  clerk:\n    paragraph: "1"\n'
    base = WHOLE.replace("roles:\n  head:", UNUSED)
    assert ("L015", "/roles/clerk", 9) in [(one.code, one.at, one.line) for _, one in lint(*overlay(text, base))]


def test_errors_of_a_base_stand_at_extends() -> None:
    [(severity, fault)] = lint(*overlay(OVER, WHOLE.replace('  paragraph: "3/2"\n', "")))
    assert (severity, fault.code, fault.at) == ("error", "L004", "/retention")
    assert (fault.file, fault.line, fault.column) == ("over.yaml", 3, 1)


@pytest.mark.parametrize("policy_id", ["taskala", "nura"])
def test_the_shipped_policies_account_for_the_whole_of_their_acts(policy_id: str) -> None:
    found = policyengine.lint.coverage(policy(policy_id))
    assert (found.paragraphs.missing, found.parts.missing, found.points.missing) == ((), (), ())
    assert str(found.paragraphs) == {"taskala": "24/24", "nura": "42/42"}[policy_id]


def test_files_given_twice_are_one() -> None:
    assert across([loaded({}), loaded({})]) == []
