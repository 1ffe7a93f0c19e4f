"""Facts that are asked for: their name as they are given, and what they are."""

import re

from policyengine.handbook.values import Said
from policyengine.words import Words

_index = re.compile(r"\[\d+\]", re.ASCII)


def fact_in_words(path: str, words: Words, question: str) -> str:
    """A missing fact: `person.appointed`, and what it is; of a value that is still open, its address."""
    if path.startswith("/"):
        return words.say("ui", "open", at=Said(text=path))
    name = _named(_index.sub("", path), words, question)
    return words.say("ui", "fact", fact=Said(text=path), about=name)


def _named(path: str, words: Words, question: str) -> str:
    """What a fact is: by its whole path, else by its last name, else by what it is a part of."""
    last = path.rpartition(".")[2]
    for code in (f"fact.{question}.{path}", f"fact.{path}", f"fact.{last}"):
        if words.has("names", code):
            return words.say("names", code)
    if f"facts.{last}" in words.names:
        return words.name(f"facts.{last}")
    above = path.rpartition(".")[0]
    return _named(above, words, question) if above else last
