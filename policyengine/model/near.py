"""The nearest known word: what "did you mean" offers."""

from collections.abc import Iterable
from typing import Final

MANY: Final = 1000  # among so many words the nearest says little, and is costly to find
# Capital letters of the Cyrillic alphabet that look like Latin ones: A B C E H K M O P T X.
_LATIN: Final = str.maketrans("\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0425", "ABCEHKMOPTX")


def as_code(word: str) -> str:
    """A code such as `E-2` in Latin letters alone, where some were typed as Cyrillic ones that look the same."""
    latin = word.translate(_LATIN)
    return latin if latin.isascii() else word


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that needs the fewest changes, if they are few for its length; else the empty text."""
    words, allowed, letters = tuple(known), max(1, len(word) // 3), set(word)
    if len(words) > MANY:
        return ""
    alike = (one for one in words if abs(len(one) - len(word)) <= allowed >= len(letters.difference(one)))
    best = min(((_changes(word, one), one) for one in alike), default=(allowed + 1, ""))
    return best[1] if best[0] <= allowed else ""


def is_slip(word: str, other: str) -> bool:
    """Whether one letter put in, taken out, changed or swapped with the next makes of a word another."""
    return _changes(word, other) == 1


def _changes(one: str, other: str) -> int:
    """How many letters must be put in, taken out, changed or swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, letter_of_other in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != letter_of_other))
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == letter_of_other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
