"""Which ids the options of readings put into the sections of a file, and where one may count on finding them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policyengine.model.pointer import join, split
from policyengine.model.policy import Tree
from policyengine.model.tree import is_hole, under

Chosen = tuple[str, str]  # a reading and its option


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The readings of a file with what their options set."""

    readings: Tree
    _put: dict[str, Mapping[str, Mapping[str, frozenset[str]]]] = field(default_factory=dict)  # once asked for

    def ids(self, section: str, spoken: Chosen | None) -> Iterator[str]:
        """The ids that options put into a section, as far as one may count on them.

        Everybody may count on an id that all options of a reading put there; an option that speaks also on its own, and
        on those of the options with which alone its reading goes.
        """
        together = self._together(spoken)
        for reading, put in self._put_into(section).items():
            yield from put.get(together.get(reading, ""), ())
            yield from frozenset.intersection(*put.values())

    def _put_into(self, section: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By reading and option, the ids that they put into a section; without the readings that put none."""
        if section not in self._put:
            at = join("", *section.split("."))
            readings = {reading: under(self.readings, reading, "options") for reading in self.readings}
            self._put[section] = {
                reading: {name: declared_in(under(one, "sets").get(at)) for name, one in options.items()}
                for reading, options in readings.items()
                if any(at in under(one, "sets") for one in options.values())
            }
        return self._put[section]

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
    return frozenset() if is_hole(section) else frozenset(under(section)) - {"paragraph"}
