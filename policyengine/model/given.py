"""The inputs of a question: their names, shapes and where their words are declared."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Shape = Literal[
    "day", "count", "flag", "happened", "word", "words", "text", "period", "number", "cell", "fields", "list", "map"
]


class Input(NamedTuple):
    """One input.

    `section` closes a word to the ids of a section of the policy; `fields` are the parts of a mapping, or of each
    entry of a list; `each` is the shape of what stands under free names. `happened` is yes, no or the day.
    """

    shape: Shape
    section: str = ""
    fields: Mapping[str, "Input"] = MappingProxyType({})
    each: "Input | None" = None


PERIODS = "(periods)"  # the names of a mapping are periods
DAY = Input(shape="day")
COUNT = Input(shape="count")
FLAG = Input(shape="flag")
WORD = Input(shape="word")
TEXT = Input(shape="text")
PERIOD = Input(shape="period")
NUMBER = Input(shape="number")
CELL = Input(shape="cell")
HAPPENED = Input(shape="happened")
DECLARED = {"yes_no": FLAG, "number": NUMBER, "date": DAY, "one_of": WORD}


def word_of(section: str) -> Input:
    """A word that must be an id of a section."""
    return Input(shape="word", section=section)


def words_of(section: str) -> Input:
    """One word or several, each an id of a section."""
    return Input(shape="words", section=section)


def fields(parts: Mapping[str, Input]) -> Input:
    """A mapping of named parts."""
    return Input(shape="fields", fields=parts)


def listed(parts: Mapping[str, Input]) -> Input:
    """A list of entries, each with named parts."""
    return Input(shape="list", fields=parts)


def list_of(each: Input) -> Input:
    """A list of values of one shape."""
    return Input(shape="list", each=each)


def by_name(each: Input, section: str = "") -> Input:
    """A mapping from free names, or from the ids of a section, to one shape."""
    return Input(shape="map", each=each, section=section)
