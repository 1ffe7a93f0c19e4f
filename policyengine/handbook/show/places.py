"""Citations: where in the act a value stands, and how an official of each language writes it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, Protocol

from policyengine.model.pointer import above
from policyengine.model.policy import Node, Policy, Tree
from policyengine.handbook.show.said import Said

LONG_ENOUGH: Final = 3  # 1–3 is a range, 1, 2 a list
DECISION: Final = "decision"


class Place(NamedTuple):
    """A place of the act, or of another act that `other_acts` declares; then `text` is the place in its words."""

    text: str
    act: str = ""

    @property
    def address(self) -> str:
        """The place as the policy file writes it."""
        return f"{self.act}: {self.text}".rstrip(": ") if self.act else self.text


class Speaker(Protocol):
    """What citations are said with."""

    def say(self, section: str, code: str, **parts: object) -> Said:
        """The sentence of a code."""

    def plain(self, value: object) -> str:
        """A text in languages as the one of the document."""

    def act(self, act_id: str) -> str:
        """The short name of another act."""


def places_of(node: Node, voice: Speaker) -> tuple[Place, ...]:
    """The nearest citation above a value: paragraphs of the act, a place in another act, or both."""
    for pointer in above(node.pointer):
        for block in (node.policy.block(pointer), node.policy.cited.get(pointer, {})):
            found = tuple(_own(block, voice))
            if found:
                return found
    return ()


def paragraphs(value: object) -> tuple[Place, ...]:
    """The places that a `paragraph` names."""
    listed = value if isinstance(value, list) else [value]
    return tuple(Place(text=str(one)) for one in listed)


def cited(places: Iterable[Place], voice: Speaker, policy: Policy) -> str:
    """Places in words: «п. 18, ч. 3; п. 20, ч. 1–4»."""
    own: dict[str, list[str]] = {}
    others: dict[str, None] = {}
    for place in dict.fromkeys(places):
        if place.act:
            others[", ".join(filter(None, (voice.act(place.act), place.text)))] = None
        else:
            number, rest = _split(place.text)
            own.setdefault(number, []).append(rest)
    kind = str(policy.block("/act").get("kind", ""))
    said = [text for number, rests in own.items() for text in _paragraph(number, rests, voice, kind)]
    return "; ".join([*said, *others])


def _own(block: Tree, voice: Speaker) -> Iterator[Place]:
    if "paragraph" in block:
        yield from paragraphs(block["paragraph"])
    origin = block.get("from")
    if isinstance(origin, Mapping) and "act" in origin:
        yield Place(text=voice.plain(origin.get("place", "")), act=str(origin["act"]))


def _split(place: str) -> tuple[str, str]:
    """The paragraph and what follows it: `18/3(2)` is paragraph 18, part 3, point 2."""
    start = min(at for at in (place.find("/"), place.find("("), len(place)) if at >= 0)
    return place[:start], place[start:]


def _paragraph(number: str, rests: list[str], voice: Speaker, kind: str) -> Iterator[str]:
    if " " in number or not number[0].isdigit():
        yield from (_elsewhere(number, rest, voice, kind) for rest in rests)
        return
    if "" in rests:
        yield str(voice.say("place", "paragraph", n=number))
    yield from _listed("part", number, [one[1:] for one in rests if one.startswith("/") and "(" not in one], voice)
    yield from _listed("point", number, [one[1:-1] for one in rests if one.startswith("(")], voice)
    for one in rests:
        if one.startswith("/") and "(" in one:
            part, _, point = one[1:-1].partition("(")
            yield str(voice.say("place", "point_of_part", n=number, part=part, point=point))


def _elsewhere(name: str, rest: str, voice: Speaker, kind: str) -> str:
    """A place outside the numbered paragraphs: in the decision that approves them, a chapter, an annex."""
    word, _, number = name.partition(" ")
    if word != DECISION:
        code = "annex" if word == "annex" else "chapter"
        return str(voice.say("place", code if number else f"{code}_alone", n=number))
    act = voice.say("act_of", kind)
    part = rest.strip("/()")
    if not part:
        return str(voice.say("place", "decision", act=act))
    return str(voice.say("place", "preamble" if part == "0" else "decision_paragraph", act=act, n=part))


def _listed(code: str, number: str, ones: list[str], voice: Speaker) -> Iterator[str]:
    if len(ones) == 1:
        yield str(voice.say("place", code, n=number, list=ones[0]))
    elif ones:
        separator, dash = str(voice.say("place", f"{code}_and")), str(voice.say("place", f"{code}_to"))
        runs = [(dash if len(run) >= LONG_ENOUGH else separator).join(_ends(run)) for run in _runs(ones)]
        yield str(voice.say("place", f"{code}s", n=number, list=separator.join(runs)))


def _ends(run: list[str]) -> list[str]:
    return [run[0], run[-1]] if len(run) >= LONG_ENOUGH else run


def _runs(ones: list[str]) -> Iterator[list[str]]:
    """Numbers that follow each other, together."""
    run: list[str] = []
    for one in ones:
        if run and not (one.isdigit() and run[-1].isdigit() and int(one) == int(run[-1]) + 1):
            yield run
            run = []
        run.append(one)
    yield run
