"""Places of an act: which paragraphs, parts and points there are, and what a citation reaches."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.policy import Tree

_counts = re.compile(
    r"(?:(?P<parts>\d+) parts?(?P<preamble> with preamble)?)?(?:, )?(?:(?P<points>\d+) points?)?", re.ASCII
)
_ranges = re.compile(r"(?P<head>.*?)(?P<first>\d+)-(?P<last>\d+)(?P<tail>\)?)", re.ASCII)
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
        yield from (f"{number}({point})" for point in range(1, int(found["points"]) + 1))


def known_places(structure: Mapping[str, str]) -> frozenset[str]:
    """Every address that may be cited: paragraphs, their parts and points."""
    parts = (place for number, counted in structure.items() for place in addresses(number, counted))
    return frozenset(structure) | frozenset(parts)


def single_places(citation: object) -> Iterator[str]:
    """The places of a citation one by one, with ranges such as `37-42` or `15(1-4)` spelled out."""
    for one in citation if isinstance(citation, list) else [citation]:
        found = _ranges.fullmatch(str(one))
        if found and int(found["last"]) - int(found["first"]) <= len(str(one)) * 100:
            for number in range(int(found["first"]), int(found["last"]) + 1):
                yield f"{found['head']}{number}{found['tail']}"
        else:
            yield str(one)


def is_chapter(place: str) -> bool:
    """Whether a citation names a chapter or an annex, which are not counted."""
    return place.startswith(CHAPTERS)
