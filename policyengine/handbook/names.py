"""What a policy calls its ids: the names under which people are told of them."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.policy import Policy, Tree
from policyengine.words import LANGUAGES, Words

# An id that several of these declare is called, where nothing says which is meant, as in the first of them.
BARE: Final = (
    "roles",
    "groups",
    "grades",
    "methods",
    "results",
    "timetable",
    "plans",
    "not_evaluated",
    "review",
    "remedies",
    "facts",
    "means",
    "forms",
    "items",
    "decides",
    "values",
    "other_acts",
)
# Their ids stand for ordinary words too often to be taken for names wherever they occur.
QUALIFIED: Final = ("duties", "notices", "readings")
# Ids that are declared one floor deeper: items of methods, decisions of bodies, values of facts.
INNER: Final = {"items": "methods", "decides": "review", "values": "facts"}
TEXTS: Final = ("name", "about", "does")


def names_of(policy: Policy) -> Mapping[str, object]:
    """The texts in languages of all ids: as `section.id` (`vocabulary.uses.training`), and as the id alone."""
    names: dict[str, object] = {}
    for section, entries in _sections(policy):
        for name, entry in entries.items():
            text = _text(entry)
            if text is not None:
                names.setdefault(f"{section}.{name}", text)
                if section not in QUALIFIED:
                    names.setdefault(name, text)
    return names


def spoken(words: Words, policy: Policy) -> Words:
    """The words with all that a policy names: its ids, and its events and declared dates as moments of time."""
    names = names_of(policy)
    named = Words(language=words.language, catalogue=words.catalogue, names=names)
    moments = {
        name: named.say("terms", code, name=names.get(f"{section}.{name}", name)).replace("{", "{{").replace("}", "}}")
        for section, code in (("timetable", "day_of_event"), ("facts", "day_of_fact"))
        for name in policy.block(f"/{section}")
    }
    catalogue = {**words.catalogue, "moments": {**moments, **words.catalogue.get("moments", {})}}
    return Words(language=words.language, catalogue=catalogue, names=names)


def _sections(policy: Policy) -> Iterator[tuple[str, Tree]]:
    inner = dict(_inner(policy))
    for section in (*BARE, *QUALIFIED):
        yield section, inner[section] if section in inner else policy.block(f"/{section}")
    for section, entries in policy.block("/vocabulary").items():
        yield f"vocabulary.{section}", _mapping(entries)


def _inner(policy: Policy) -> Iterator[tuple[str, Tree]]:
    for section, owner in INNER.items():
        found: dict[str, object] = {}
        for block in policy.block(f"/{owner}").values():
            found = {**_mapping(_mapping(block).get(section)), **found}
        yield section, found


def _text(entry: object) -> Tree | None:
    """The text in languages that names an entry: its name, what it is about, what it asks; else the entry itself."""
    block = _mapping(entry)
    for text in (*(_mapping(block.get(key)) for key in TEXTS), block):
        found: dict[str, object] = {language: text[language] for language in LANGUAGES if language in text}
        if found:
            return found
    return None


def _mapping(value: object) -> Tree:
    return value if isinstance(value, Mapping) else {}
