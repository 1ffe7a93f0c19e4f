"""The voice of a document: one policy in one language; every sentence that it says knows its ground."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.handbook.citations import in_order
from policyengine.handbook.show.document import Ground, Mark, Row, Sentence
from policyengine.handbook.show.said import Said, listed, nodes_of
from policyengine.model.period import day
from policyengine.model.policy import Node, Policy
from policyengine.words import Words

PREFIX: Final = "show."
DASH: Final = " – "  # noqa: RUF001 (the dash of Kazakh and Russian)
SMALL: Final = frozenset(  # English words that open no name
    "A An The All At Below Both By Each For From In It No Nobody None Nothing Of On Only That To What Where Who".split()
)
Citing = Callable[[tuple[str, ...]], tuple[tuple[str, ...], str]]  # places: their addresses, and they in words
_SPACES: Final = re.compile(r" {2,}")
_STRAY: Final = re.compile(r" +([,.;:])")
_STOPS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A policy, words that know its ids, how places are cited in them, the number of each reading.

    `courtesy` tells whether the language is one in which the act has no official text.
    """

    policy: Policy
    words: Words
    citing: Citing
    readings: Mapping[str, int]
    courtesy: bool = False

    def say(self, section: str, code: str, **parts: object) -> Said:
        """The sentence of a code with its parts put in; the code itself where the catalogue has none."""
        given = {name: part if isinstance(part, Said) else Said(text=str(part)) for name, part in parts.items()}
        text = self.words.say(PREFIX + section, code, **given)
        return Said(text=_SPACES.sub(" ", _STRAY.sub(r"\1", text)).strip(), nodes=nodes_of(given.values()))

    def has(self, section: str, code: str) -> bool:
        """Whether the catalogue has a sentence."""
        return self.words.has(PREFIX + section, code)

    def plain(self, value: object) -> str:
        """A text in languages as the one of the document, else the first that there is; anything else as it is."""
        if not isinstance(value, Mapping):
            return str(value)
        language = self.words.language
        return str(value.get(language) or next((value[one] for one in ("kk", "ru", "en") if one in value), ""))

    def short_name(self, act_id: str) -> str:
        """Another act by its number and date, where it has both, else by its name."""
        block = self.policy.block(f"/other_acts/{act_id}")
        if "number" not in block or "date" not in block:
            return self.plain(block.get("name", act_id))
        return str(self.say("act", "other", number=block["number"], date=self.date(str(block["date"]))))

    def date(self, text: str) -> Said:
        """A date as it stands in the name of an act: «от такого-то дня года»; the text itself where it is none."""
        found = day(text)
        if found is None:
            return Said(text=text)
        return self.say("act_date", str(found.month), day=found.day, year=found.year)

    def ground(self, *nodes: Node, places: tuple[str, ...] = ()) -> Ground:
        """On what values stand, taken together; `places` instead of what is cited above them."""
        readings = {reading for node in nodes for reading in node.readings}
        own = places or tuple(place for node in nodes for place in node.paragraph)
        found = in_order(own or self._asked_at(readings))
        addresses, cited = self.citing(tuple(found))
        return Ground(
            places=addresses,
            cited=cited,
            marks=tuple(Mark(id=one, number=n) for one, n in self.readings.items() if one in readings),
        )

    def _asked_at(self, readings: Iterable[str]) -> Iterator[str]:
        """The places at which readings ask, for values that the act states nowhere."""
        for reading in readings:
            block = self.policy.block(f"/readings/{reading}")
            yield from listed(block["paragraph"]) if "paragraph" in block else ()

    def sentence(self, *parts: Said | None, on: Node | None = None, places: tuple[str, ...] = ()) -> Sentence:
        """Parts as one sentence; it stands on the values that it says, on `on` where there are none, or on `places`."""
        said = [part for part in parts if part is not None and part.text]
        nodes = nodes_of(said) or ((on,) if on is not None else ())
        return Sentence(
            text=ended("; ".join(inner(part.text) for part in said)),
            ground=self.ground(*nodes, places=places),
            courtesy=self.courtesy,
            at=tuple(node.pointer for node in nodes_of(said)),
        )

    def row(self, *cells: Said | None, on: Node | None = None) -> Row:
        """Cells as one row of a table."""
        said = [part for part in cells if part is not None]
        nodes = nodes_of(said) or ((on,) if on is not None else ())
        return Row(
            cells=tuple("" if part is None else capital(part.text) for part in cells),
            ground=self.ground(*nodes),
            courtesy=self.courtesy,
            at=tuple(node.pointer for node in nodes_of(said)),
        )

    def joined(self, *parts: Said | None, by: str = "; ") -> Said:
        """Parts as one, those left out that are absent or empty."""
        said = [part for part in parts if part is not None and part.text]
        return Said(text=by.join(inner(part.text) for part in said), nodes=nodes_of(said))

    def enumerated(self, parts: list[Said], code: str = "and") -> Said:
        """Words as a list: «a, b и c»; with semicolons where a member has a comma of its own."""
        if parts[1:] == [] or any("," in part.text for part in parts):
            return self.joined(*parts)
        first = Said(text=", ".join(part.text for part in parts[:-1]), nodes=nodes_of(parts[:-1]))
        return self.say("list", code, first=first, last=parts[-1])


def capital(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]


def inner(text: str) -> str:
    """A text as it stands inside a sentence: without a final stop."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def ended(text: str) -> str:
    """A text as a sentence: a large letter at its start, a stop at its end."""
    bare = text.rstrip("»”\"')")
    return capital(text) + ("" if not text or bare.endswith(_STOPS) else ".")


def small(said: str, language: str) -> str:
    """A text as it goes on after a dash: its first letter small, unless it begins a name or an abbreviation."""
    first, _, rest = said.partition(" ")
    tail = first[1:].rstrip(",;:") or rest[:1]
    ordinary = first in SMALL if language == "en" else tail.islower()
    return said[:1].lower() + said[1:] if ordinary else said
