"""Places of an act: which paragraphs, parts and points there are, and what a citation reaches."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Final

from policyengine.model.policy import Tree

_counts = re.compile(
    r"(?:(?P<parts>\d{1,3}) parts?(?P<preamble> with preamble)?)?(?:, )?"
    r"(?:(?P<points>\d{1,3}) points?(?P<later>(?: and \d{1,3}-\d{1,3})*))?",
    re.ASCII,
)
_ranges = re.compile(r"(?P<head>.*?)(?P<first>\d{1,4})-(?P<last>\d{1,4})(?P<tail>\)?)", re.ASCII)
_too_long = re.compile(r"\d{5}", re.ASCII)
MOST_PLACES: Final = 100_000  # of an act; so much can still be held at once
PREAMBLE: Final = "decision/preamble"
FIRST_OF_DECISION: Final = "decision/0"
CHAPTERS: Final = ("глава", "chapter", "annex")


def paragraphs(raw: Tree) -> Mapping[str, str]:
    """The structure of the act as the file declares it: paragraph to the phrase that counts its parts and points."""
    act = raw.get("act")
    found = act.get("paragraphs") if isinstance(act, Mapping) else None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, Mapping) else {}


def addresses(number: str, counted: str) -> Iterator[str]:
    """The addresses of the parts and points of a paragraph; none where it is whole."""
    found = _counts.fullmatch(counted)
    if found is None:
        return
    if found["parts"]:
        first = 0 if found["preamble"] else 1
        yield from (f"{number}/{part}" for part in range(first, int(found["parts"]) + 1))
    if found["points"]:
        points = [*range(1, int(found["points"]) + 1), *found["later"].split(" and ")[1:]]
        yield from (f"{number}({point})" for point in points)


def is_counted(phrase: str) -> bool:
    """Whether a phrase counts the parts and points of a paragraph: less than a thousand of each."""
    return phrase == "whole" or (bool(phrase) and _counts.fullmatch(phrase) is not None)


def known_places(structure: Mapping[str, str]) -> frozenset[str]:
    """Every address that may be cited: paragraphs, their parts and points."""
    parts = (place for number, counted in structure.items() for place in addresses(number, counted))
    return frozenset(structure) | frozenset(islice(parts, MOST_PLACES))


def single_places(citation: object, structure: Collection[str] = ()) -> Iterator[str]:
    """The places of a citation one by one, with ranges such as `37-42` or `15(1-4)` spelled out.

    What does not rise, or what the structure of the act names, is no range but a place that was put in later: `5-1`.
    """
    for one in map(str, citation if isinstance(citation, list) else [citation]):
        found = None if one.partition("/")[0] in structure else _ranges.fullmatch(one)
        if found and 0 < int(found["last"]) - int(found["first"]) <= len(one) * 100:
            for number in range(int(found["first"]), int(found["last"]) + 1):
                yield f"{found['head']}{number}{found['tail']}"
        else:
            yield FIRST_OF_DECISION if one == PREAMBLE else one


def can_be_cited(place: str, known: frozenset[str]) -> bool:
    """Whether an act has a place, as far as is known what it consists of; no act counts to ten thousand."""
    return is_chapter(place) or (place in known if known else _too_long.search(place) is None)


def is_chapter(place: str) -> bool:
    """Whether a citation names a chapter or an annex, which are not counted."""
    return place.startswith(CHAPTERS)
