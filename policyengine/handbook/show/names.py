"""The name of an id: what the policy calls it, its number in its section where it has no name, else the id itself."""

from collections.abc import Mapping
from typing import Final

from policyengine.handbook.show.said import Said, elements
from policyengine.handbook.show.voice import Voice
from policyengine.model.policy import Node, Tree

LANGUAGES: Final = frozenset({"kk", "ru", "en"})


def name_of(voice: Voice, word: str, *sections: str) -> str:
    """The name of an id that one of these sections declares."""
    for section in sections:
        found = _declared(voice, word, section)
        if found:
            return found
    return voice.words.name(word)


def named(voice: Voice, node: Node, *sections: str, code: str = "and") -> Said:
    """An id, or a list of ids, by name; a list of none says so."""
    ones = [Said(text=name_of(voice, str(one.value), *sections), nodes=(one,)) for one in elements(node)]
    return voice.enumerated(ones, code) if ones else Said(text=str(voice.say("list", "none")), nodes=(node,))


def number_of(voice: Voice, section: str, word: str) -> int:
    """The place of an id in its section, from 1."""
    keys = [key for key in _section(voice, section) if key != "paragraph"]
    return keys.index(word) + 1


def _declared(voice: Voice, word: str, section: str) -> str:
    block = _section(voice, section)
    if word not in block:
        return ""
    value = block[word]
    if isinstance(value, Mapping) and set(value) & LANGUAGES:
        return voice.plain({one: value[one] for one in LANGUAGES if one in value})
    if isinstance(value, Mapping) and "name" in value:
        return voice.plain(value["name"])
    return _numbered(voice, section, word)


def _numbered(voice: Voice, section: str, word: str) -> str:
    known = voice.has("numbered", section)
    return str(voice.say("numbered", section, n=number_of(voice, section, word), id=word)) if known else word


def _section(voice: Voice, section: str) -> Tree:
    return voice.policy.block("/" + section.replace(".", "/"))
