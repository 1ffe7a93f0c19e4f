"""Readings as such: every option fills every hole of its reading and nothing else; what they name must be there."""

from collections.abc import Iterator, Mapping

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.pointer import join, split
from policyengine.model.policy import Tree
from policyengine.model.tree import blocks_of, is_hole


def option_faults(raw: Tree) -> Iterator[Fault]:
    """What is wrong with the readings of a file."""
    readings = _mapping(raw.get("readings"))
    wanted = _holes(raw)
    for name in sorted(wanted.keys() - readings.keys()):
        for at in wanted[name].values():
            yield Fault(code="P030", at=at, says={"word": name}, like=nearest(name, readings))
    for name, reading in readings.items():
        yield from _of_reading(name, _mapping(reading), wanted.get(name, {}), readings)


def _holes(raw: Tree) -> dict[str, dict[str, str]]:
    """By reading, the addresses that it fills, each with where its hole stands: there, or in what an option sets."""
    found: dict[str, dict[str, str]] = {}
    for at, block in blocks_of(raw):
        if is_hole(block):
            match split(at):
                case ("readings", _, "options", _, "sets", pointer, *below):
                    found.setdefault(str(block["reading"]), {})[join(pointer, *below)] = at
                case (section, *_) if section != "readings":
                    found.setdefault(str(block["reading"]), {})[at] = at
    return found


def _of_reading(name: str, reading: Tree, wanted: Mapping[str, str], readings: Tree) -> Iterator[Fault]:
    at, options = join("/readings", name), _mapping(reading.get("options"))
    if reading.get("chosen") not in options:
        yield _no_option(join(at, "chosen"), str(reading.get("chosen")), options)
    for option, one in options.items():
        yield from _of_option(name, option, _mapping(_mapping(one).get("sets")), wanted)
    for other, wished in _mapping(reading.get("only_with")).items():
        known = _mapping(_mapping(readings.get(other)).get("options"))
        if wished not in known:
            yield _no_option(join(at, "only_with", other), str(wished), known)


def _of_option(name: str, option: str, sets: Tree, wanted: Mapping[str, str]) -> Iterator[Fault]:
    place = join("/readings", name, "options", option)
    for pointer in sets:
        if pointer not in wanted:
            says = {"word": pointer, "words": sorted(wanted), "key": pointer}
            yield Fault(code="P032", at=join(place, "sets", pointer), says=says, like=nearest(pointer, wanted))
    for pointer in wanted:
        if pointer not in sets:
            yield Fault(code="P031", at=place, says={"reading": name, "option": option, "pointer": pointer})


def _no_option(at: str, word: str, known: Tree) -> Fault:
    return Fault(code="P033", at=at, says={"word": word, "words": sorted(known)}, like=nearest(word, known))


def _mapping(value: object) -> Tree:
    return value if isinstance(value, dict) else {}
