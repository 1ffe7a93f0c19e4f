"""Which ids the options of readings put into the sections of a file, and where one may count on finding them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from policyengine.model.pointer import split
from policyengine.model.policy import Tree
from policyengine.model.tree import is_hole, under

NONE: Final = "none"
Chosen = tuple[str, str]  # a reading and its option


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The readings of a file with what their options set."""

    readings: Tree

    def ids(self, section: str, spoken: Chosen | None) -> Iterator[str]:
        """The ids that options put into a section, as far as one may count on them.

        Everybody may count on an id that all options of a reading put there; an option that speaks also on its own, and
        on those of the options with which alone its reading goes.
        """
        keys, together = tuple(section.split(".")), self._together(spoken)
        for reading in self.readings:
            options = under(self.readings, reading, "options")
            put = {name: _put(under(one, "sets"), keys) for name, one in options.items()}
            yield from put.get(together.get(reading, ""), ())
            yield from frozenset.intersection(*put.values()) if put else ()

    def _together(self, spoken: Chosen | None) -> Mapping[str, str]:
        """The options that are chosen wherever one speaks: itself, and those with which it goes."""
        found: dict[str, str] = {}
        waiting = [] if spoken is None else [spoken]
        while waiting:
            reading, option = waiting.pop()
            if reading not in found:
                found[reading] = option
                waiting += [(name, str(one)) for name, one in under(self.readings, reading, "only_with").items()]
        return found


def speaking(at: str) -> Chosen | None:
    """The option that an address lies in; None where it lies in none."""
    match split(at):
        case ("readings", reading, "options", option, *_):
            return reading, option
        case _:
            return None


def declared_in(section: object) -> frozenset[str]:
    """The ids of a section that stand there whatever is chosen."""
    return frozenset(key for key, one in under(section).items() if key != "paragraph" and not is_hole(one))


def _put(sets: Tree, section: tuple[str, ...]) -> frozenset[str]:
    """The ids that an option puts into a section: whole, or one by one."""
    found: set[str] = set()
    for pointer, value in sets.items():
        keys = split(pointer)
        if keys == section:
            found |= declared_in(value)
        elif keys[:-1] == section and value != NONE and not is_hole(value):
            found.add(keys[-1])
    return frozenset(found)
