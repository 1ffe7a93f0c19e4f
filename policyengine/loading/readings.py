"""Readings: holes are filled by the chosen option of the reading that they name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.pointer import join
from policyengine.model.policy import Tree
from policyengine.model.tree import under

NOT_RESOLVED: Final = frozenset(
    {
        "language",
        "policy",
        "name",
        "extends",
        "limits",
        "other_acts",
        "readings",
        "corrections",
        "divergences",
        "remarks",
        "not_operative",
        "text",
    }
)
DEEPEST: Final = 60


@dataclass(slots=True, kw_only=True)
class Resolution:
    """A tree with its holes filled; `filled` and `cited` by address, and what could not be filled.

    `timed` tells that some provision has a life of its own.
    """

    chosen: Mapping[str, str]
    options: Mapping[str, Tree]
    filled: dict[str, str] = field(default_factory=dict)
    cited: dict[str, Tree] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    timed: bool = False

    def of(self, value: object, at: str, depth: int = 0) -> object:
        """A value with every hole in it filled; None where the option wants nothing there."""
        if isinstance(value, dict):
            if len(value) == 1 and "reading" in value:
                return self._fill(str(value["reading"]), at, depth)
            self.timed = self.timed or "valid_until" in value or "valid_from" in value
            inner = ((key, self.of(one, join(at, key), depth + 1)) for key, one in value.items())
            return {key: one for key, one in inner if one is not None}
        if isinstance(value, list):
            return [self.of(one, join(at, number), depth + 1) for number, one in enumerate(value)]
        return None if value == "none" else value

    def _fill(self, reading: str, at: str, depth: int) -> object:
        option = self.options.get(reading, {})
        sets = option.get("sets")
        if depth > DEEPEST or not isinstance(sets, Mapping) or at not in sets:
            self.faults.append(
                Fault(code="P031", at=at, says={"reading": reading, "option": self.chosen.get(reading, "")})
            )
            return None
        self.filled[at] = reading
        if "from" in option or "paragraph" in option:
            self.cited[at] = {key: option[key] for key in ("from", "paragraph") if key in option}
        return self.of(sets[at], at, depth + 1)


def choices(raw: Tree, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[Fault]]:
    """The option of every reading: the declared choice, or the one that is wanted instead."""
    readings = _mapping(raw.get("readings"))
    chosen = {name: str(_mapping(one).get("chosen", "")) for name, one in readings.items()}
    faults = []
    for name, option in wanted.items():
        options = _mapping(_mapping(readings.get(name)).get("options"))
        if name not in readings:
            faults.append(
                Fault(
                    code="unknown_id",
                    at=f"--reading {name}",
                    says={"word": name, "section": "readings"},
                    like=nearest(name, readings),
                )
            )
        elif option not in options:
            says = {"word": option, "section": f"readings.{name}.options", "words": sorted(options)}
            faults.append(Fault(code="unknown_id", at=f"--reading {name}", says=says, like=nearest(option, options)))
        else:
            chosen[name] = option
    return chosen, faults


def options_by(raw: Tree, chosen: Mapping[str, str]) -> dict[str, Tree]:
    """What the chosen options of these readings say."""
    return {name: under(raw, "readings", name, "options", option) for name, option in chosen.items()}


def resolved(raw: Tree, chosen: Mapping[str, str]) -> tuple[dict[str, object], Resolution]:
    """The tree with all holes filled by the chosen options."""
    resolution, tree = Resolution(chosen=chosen, options=options_by(raw, chosen)), {}
    for key, value in raw.items():
        found = value if key in NOT_RESOLVED else resolution.of(value, join("", key))
        if found is not None:
            tree[key] = found
    return tree, resolution


def _mapping(value: object) -> Tree:
    return value if isinstance(value, dict) else {}
