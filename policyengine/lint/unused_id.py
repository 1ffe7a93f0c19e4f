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
from policyengine.model.tree import every_value, is_text, under
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
    """What a file refers to: by words of its values, and by keys with the keys that they stand below."""

    words: frozenset[str]
    keys: frozenset[tuple[str, str]]

    def of(self, section: str, name: str) -> bool:
        """Whether an id of a section is referred to."""
        if name in self.words:
            return True
        if section == "facts":
            return any(key == name and parent != section for parent, key in self.keys)
        return any((parent, name) in self.keys for parent in AS_KEYS.get(section, ()))

    def tested(self, section: str) -> bool:
        """Whether a fact of the language is used whose values are all the ids of a section."""
        facts = {fact for fact, values in FACT_VALUES.items() if values == section}
        return any(key in facts for _, key in self.keys)


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The ids that are declared and not referred to; roles that the language itself knows are left alone."""
    mentions, vocabulary = _mentions(policy.raw), under(policy.raw, "vocabulary")
    for section in (*SECTIONS, *(f"vocabulary.{name}" for name in vocabulary)):
        declared = under(policy.raw, *section.split("."))
        for name in () if mentions.tested(section) else declared:
            if name not in ROLES and not mentions.of(section, name):
                yield Fault(code=CODE, at=join("", *section.split("."), name), says={"word": name, "within": section})


def _mentions(raw: Tree) -> Mentions:
    words, keys = set[str](), set[tuple[str, str]]()
    for at, value in every_value({section: one for section, one in raw.items() if section not in REFER_TO_NOTHING}):
        path = _path(at)
        keys.update([(path[-2], path[-1])] if len(path) > 1 else [])
        if isinstance(value, str) and path[-1] != "chosen" and not _of_text(raw, at):
            words.update(value.split())
    return Mentions(words=frozenset(words), keys=frozenset(keys))


def _path(at: str) -> tuple[str, ...]:
    """The keys of an address, and inside what an option sets those of the address that it sets."""
    return tuple(inner for key in split(at) for inner in (split(key) if key.startswith("/") else (key,)))


def _of_text(raw: Tree, at: str) -> bool:
    return is_text(under(raw, *split(at)[:-1]))
