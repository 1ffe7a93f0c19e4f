"""L015: every role, fact, scale, table of bands, form, other act and word of the vocabulary is referred to somewhere.

What nothing refers to is left over from an older text, or the rule that should name it was forgotten.

Bad:

    other_acts:
      code:
        name: {kk: "кодекс", ru: "кодекс", en: "code"}

Good:

    other_acts:
      code:
        name: {kk: "кодекс", ru: "кодекс", en: "code"}
    act:
      basis: [law, code]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join, split
from policyengine.model.policy import Policy, Tree
from policyengine.model.tree import is_text, under
from policyengine.model.vocabulary import FACT_VALUES, ROLES

CODE: Final = "L015"
SEVERITY: Final = "warning"
SECTIONS: Final = ("other_acts", "roles", "facts", "scales", "bands", "forms")
REFER_TO_NOTHING: Final = frozenset({"vocabulary", "text"})
# Where an id is referred to by a key: below a key of these names.
AS_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "roles": frozenset({"heard"}),
    "vocabulary.uses": frozenset({"uses"}),
    "vocabulary.words": frozenset({"items_are", "values"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What a file refers to: by words of its values, by keys with the keys that they stand below, by tests of facts."""

    words: set[str]
    keys: set[tuple[str, str]]
    tests: set[str]

    def of(self, section: str, name: str) -> bool:
        """Whether an id of a section is referred to."""
        if name in self.words:
            return True
        if section == "facts":
            return name in self.tests
        return any((parent, name) in self.keys for parent in AS_KEYS.get(section, ()))

    def tested(self, section: str) -> bool:
        """Whether a fact of the language is used whose values are all the ids of a section."""
        return any(fact in self.tests for fact, values in FACT_VALUES.items() if values == section)


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The ids that are declared and not referred to; roles that the language itself knows are left alone."""
    mentions, vocabulary = _mentions(policy.raw), under(policy.raw, "vocabulary")
    for section in (*SECTIONS, *(f"vocabulary.{name}" for name in vocabulary)):
        declared = under(policy.raw, *section.split("."))
        for name in () if mentions.tested(section) else declared:
            if name not in ROLES and not mentions.of(section, name):
                yield Fault(code=CODE, at=join("", *section.split("."), name), says={"word": name, "within": section})


def _mentions(raw: Tree) -> Mentions:
    found = Mentions(words=set(), keys=set(), tests=set())
    for section, one in raw.items():
        if section not in REFER_TO_NOTHING:
            _mention(one, section, found)
    found.tests.update(key for parent, key in found.keys if parent != "facts")
    return found


def _mention(value: object, key: str, found: Mentions) -> None:
    """Take in what a value under a key mentions; words of prose mention nothing, nor does the choice of an option."""
    if isinstance(value, str):
        found.words.update(value.split() if key != "chosen" else ())
    elif isinstance(value, list):
        for one in value:
            _mention(one, "", found)
    elif isinstance(value, dict):
        prose = is_text(value)
        for name, one in value.items():
            below = (key, *(split(name) if name.startswith("/") else (name,)))
            found.keys.add((below[-2], below[-1]))
            if not (prose and isinstance(one, str)):
                _mention(one, below[-1], found)
