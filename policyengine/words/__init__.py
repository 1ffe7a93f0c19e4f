"""Words for people: sentences of a catalogue in one language, with dates, numbers and terms as officials write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from policyengine.words.values import Language, shown

LANGUAGES: Final[tuple[Language, ...]] = ("kk", "ru", "en")
PLAIN: Final = (bool, int, date, Fraction, Decimal, Mapping)
Catalogue = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text that is in words already: nobody looks for the name of it."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A catalogue (section, code, sentence) in one language; `names` are the names that a policy gives to its ids."""

    language: Language
    catalogue: Catalogue
    names: Mapping[str, object]

    def say(self, section: str, code: str, /, **values: object) -> str:
        """The sentence of a code with its values put in; the code itself where the catalogue has no sentence."""
        sentence = self.catalogue.get(section, {}).get(code)
        return code if sentence is None else sentence.format_map(_Shown(self, values))

    def has(self, section: str, code: str) -> bool:
        """Whether the catalogue has a sentence for a code."""
        return code in self.catalogue.get(section, {})

    def show(self, value: object) -> str:
        """A value as a person of the language writes it: a date, a number, a term, a text, an id by its name."""
        if isinstance(value, str):
            return self.name(value)
        if isinstance(value, Said):
            return value.text
        if isinstance(value, list | frozenset) or type(value) is tuple:
            return ", ".join(self.show(one) for one in value)
        if value is None or isinstance(value, PLAIN):
            return shown(value, self.language)
        from policyengine.words.times import in_words  # noqa: PLC0415 (phrases of time are slow to import, and rare)

        return in_words(value, self) or shown(value, self.language)

    def name(self, word: str) -> str:
        """What a policy calls an id, else the catalogue, else the word itself."""
        named = self.names.get(word)
        return shown(named, self.language) if named is not None else self.catalogue.get("names", {}).get(word, word)


class _Shown(dict[str, str]):
    """The values of a sentence, shown when they are put in; one that is not given stays as an empty place."""

    def __init__(self, words: Words, values: Mapping[str, object]) -> None:
        super().__init__({name: words.show(value) for name, value in values.items()})

    def __missing__(self, key: str) -> str:
        return ""
