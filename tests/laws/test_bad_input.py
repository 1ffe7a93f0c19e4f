"""Bad input is refused by a code, at the input where it stands, in words that say what is wrong and what to do."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import pytest

from policyengine.cli.shipped import catalogue
from policyengine.document import read
from policyengine.engine import ask
from policyengine.handbook.faulty import hint, message
from policyengine.loading.resolving import policy_of
from policyengine.model.fault import Fault, Refused
from policyengine.words import LANGUAGES, Words
from tests.door import ROOT, calendar, loaded
from tests.laws.examples_of_faults import examples as examples_of_faults

TABLE: Final = ROOT / "tests" / "cases" / "bad_input.yaml"
# What a file may be that cannot be used, and what it may say that nobody can answer by.
OF_FILES: Final = "D001 D002 D003 D011 P001 P003 P008 P021 P032 P033 P050 P066 P076".split()


@cache
def examples() -> list[dict[str, Any]]:
    tree = read(TABLE.read_bytes()).tree
    assert isinstance(tree, Mapping)
    return list(tree["examples"])


@pytest.mark.parametrize("example", examples(), ids=lambda one: str(one["name"]))
def test_bad_input_is_refused_where_it_stands(example: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        ask(
            policy_of(loaded(example["policy"]).raw or {}, example.get("with")),
            example["ask"],
            example["given"],
            calendar,
        )
    found = [one for one in refused.value.faults if (one.code, one.at) == (example["code"], example["at"])]
    assert found, [(one.code, one.at) for one in refused.value.faults]
    for language in LANGUAGES:
        _is_said(found[0], Words(language=language, catalogue=catalogue(language), names={}))


def test_what_is_wrong_with_files_has_examples_too() -> None:
    by_bytes = {"D001", "D011"}
    assert set(OF_FILES) <= {one.code for one in examples_of_faults()} | by_bytes


def _is_said(fault: Fault, words: Words) -> None:
    assert message(fault, words) != fault.code
    assert "{" not in message(fault, words)
    assert hint(fault, words)
