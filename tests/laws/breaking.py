"""All single edits that break a policy file, each with where its fault has to be found.

What must be refused is read off the schema: a key that is asked for and gone; a known key, an id that something refers
to, a word of a closed list or a phrase misspelt; a value of a type that no branch takes; a required text left empty;
a number beyond what it is held against. An edit that leaves the file valid in meaning is none of these.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from jsonschema import Draft202012Validator

from policyengine.loading.references import BUILT_IN
from policyengine.loading.walk import Visit, Walk
from policyengine.model.pointer import join, split
from policyengine.terms.times import moments, term
from tests.laws.written import Written

Kind = str
OTHERS: Final[Mapping[str, object]] = {"qq": "qq", "7": 7, "true": True, "~": None, "[qq]": ["qq"], "{qq: 1}": {"qq": 1}}
FAR: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """An edit: `found` are the addresses at which its fault may stand, `on_key` where it is the key that is wrong."""

    kind: Kind
    pointer: str
    make: Callable[[], str]
    codes: frozenset[str]
    found: tuple[str, ...]
    on_key: bool = False
    word: str = ""


@dataclass(frozen=True)
class File:
    """A policy file, what its schema says at every place, and every edit that breaks it."""

    written: Written
    schema: Mapping[str, Any]

    @cached_property
    def visits(self) -> Mapping[str, Visit]:
        """What the schema takes every value for, the values that options set included."""
        walk, tree = Walk(definitions=self.schema["$defs"]), self.written.document.tree
        seen = [*walk.along(self.schema, tree, ""), *_set_by_options(walk, self.schema, tree)]
        return {one.pointer: one for one in seen if isinstance(one, Visit) and not one.key}
