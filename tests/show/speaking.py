"""Documents as tests make them: any policy, any language, with all catalogues that `show` speaks from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from policyengine.handbook.show.document import Document, Row, Sentence, inside
from policyengine.handbook.show.outline import outline
from policyengine.model import tree
from policyengine.model.pointer import split
from policyengine.model.policy import Policy, Tree
from policyengine.words import Words
from policyengine.words.values import Language
from tests.door import ROOT

POLICIES = ("nura", "taskala")
FOLDER = ROOT / "policyengine" / "words"
Catalogue = dict[str, dict[str, str]]


@cache
def own(language: Language) -> Catalogue:
    """The sentences of `show` alone."""
    found: Catalogue = json.loads((FOLDER / f"show.{language}.json").read_text("utf-8"))
    return found


@cache
def catalogue(language: Language) -> Catalogue:
    """All sentences that `show` needs."""
    common: Catalogue = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return common | own(language)


def words(language: Language) -> Words:
    """The words of a language."""
    return Words(language=language, catalogue=catalogue(language), names={})


def document(policy: Policy, language: Language) -> Document:
    """A policy as a document."""
    return outline(policy, words(language))


def sentences(made: Document) -> list[Sentence | Row]:
    """Everything that is said in a document."""
    return list(inside(made.sections))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening(Words):
    """Words that note which sentences they were asked for in vain."""

    missed: set[tuple[str, str]] = field(default_factory=set)

    def say(self, section: str, code: str, /, **values: object) -> str:
        if section.startswith("show.") and not self.has(section, code):
            self.missed.add((section, code))
        return Words.say(self, section, code, **values)


def with_value(policy: Policy, pointer: str, value: object) -> Policy:
    """A policy with another value at an address; without one where the value is None."""
    return replace(policy, tree=tree.with_value(policy.tree, split(pointer), value))


def leaves(tree: object, at: str = "") -> Iterator[str]:
    """The addresses of all that is no mapping and no list."""
    if isinstance(tree, Mapping):
        for key, one in tree.items():
            yield from leaves(one, f"{at}/{key}")
    elif isinstance(tree, list):
        for number, one in enumerate(tree):
            yield from leaves(one, f"{at}/{number}")
    else:
        yield at


def operative(tree: Tree, sections: list[str]) -> dict[str, object]:
    """The sections of a policy that hold its rules."""
    return {name: tree[name] for name in sections if name in tree}
