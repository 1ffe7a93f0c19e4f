"""Every rule finds exactly its own code in its bad example, and no rule finds anything in its good one."""

import pytest

from policyengine.lint import Rule, RuleAcross, across, lint, rules, rules_across
from tests.lint.examples import example, loaded, several


def name_of(rule: Rule | RuleAcross) -> str:
    return rule.CODE


@pytest.mark.parametrize("rule", rules(), ids=name_of)
def test_a_bad_example_makes_the_code_of_its_rule_alone(rule: Rule) -> None:
    [part] = example(rule.__doc__, "Bad")
    found = lint(*loaded(part))
    assert {(severity, fault.code) for severity, fault in found} == {(rule.SEVERITY, rule.CODE)}


@pytest.mark.parametrize("rule", rules(), ids=name_of)
def test_in_a_good_example_no_rule_finds_anything(rule: Rule) -> None:
    [part] = example(rule.__doc__, "Good")
    assert lint(*loaded(part)) == []


@pytest.mark.parametrize("rule", rules_across(), ids=name_of)
def test_a_bad_example_of_several_files_makes_the_code_of_its_rule_alone(rule: RuleAcross) -> None:
    found = across(list(several(rule.__doc__, "Bad")))
    assert {(severity, fault.code) for severity, fault in found} == {(rule.SEVERITY, rule.CODE)}


@pytest.mark.parametrize("rule", rules_across(), ids=name_of)
def test_between_the_files_of_a_good_example_nothing_is_found(rule: RuleAcross) -> None:
    assert across(list(several(rule.__doc__, "Good"))) == []
