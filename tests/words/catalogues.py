"""The catalogues as tests read them: all sentences of a language, and the places that a sentence leaves open."""

import json
from collections.abc import Iterator
from functools import cache
from string import Formatter

from policyengine.handbook.explain import names_of, spoken
from policyengine.model.policy import Policy
from policyengine.words import LANGUAGES, Words
from policyengine.words.values import Language
from tests.door import ROOT

FOLDER = ROOT / "policyengine" / "words"
Sentences = dict[str, dict[str, str]]


@cache
def catalogue(language: Language) -> Sentences:
    """What is said of faults and of explanations in a language."""
    read: Sentences = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return read


def words(language: Language, policy: Policy | None = None) -> Words:
    """The words of a language, with the names of a policy as the verbs hand them in."""
    names = {} if policy is None else names_of(policy)
    return Words(language=language, catalogue=catalogue(language), names=names)


def named(language: Language, policy: Policy) -> Words:
    """The words of a language with all that a policy names, moments included."""
    return spoken(words(language), policy)


def places(sentence: str) -> frozenset[str]:
    """The names of the places that a sentence leaves open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def sentences() -> Iterator[tuple[Language, str, str, str]]:
    """Every sentence with its language, section and code."""
    for language in LANGUAGES:
        for section, said in catalogue(language).items():
            yield from ((language, section, code, sentence) for code, sentence in said.items())
