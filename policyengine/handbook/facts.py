"""Facts that are asked for: their name as they are given, and what they are."""

import re

from policyengine.handbook.values import Said
from policyengine.words import Words

_index = re.compile(r"\[\d+\]", re.ASCII)


def fact_in_words(path: str, words: Words, question: str) -> str:
    """A missing fact: `person.appointed`, and what it is; of a value that is still open, its address."""
    if path.startswith("/"):
        return words.say("ui", "open", at=Said(text=path))
    about = _named(_index.sub("", path).removeprefix("person."), words, question)
    return words.say("ui", "fact", fact=Said(text=path), about=Said(text=about))


def _named(path: str, words: Words, question: str) -> str:
    """What a fact is: in this question, anywhere, in the words of the policy, else what it is a part of."""
    codes = (f"fact.{question}.{path}", f"fact.{path}")
    code = next((one for one in codes if words.has("names", one)), None)
    if code is not None:
        return words.say("names", code)
    above, _, last = path.rpartition(".")
    if f"facts.{last}" in words.names:
        return words.name(f"facts.{last}")
    return _named(above, words, question) if above else last
