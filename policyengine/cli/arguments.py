"""Facts from the command line: `person.group=staff` nests, `--given FILE` is read first and what is said wins.

The file `-` is the standard input.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from policyengine.cli.opening import read_file
from policyengine.model.fault import Fault, Refused
from policyengine.model.scalars import scalar

Given = dict[str, object]
STANDARD_INPUT: Final = "-"


def given(file: str | None, pairs: Iterable[str]) -> Given:
    """The facts of a file with those of the pairs upon them; raises Refused with everything that cannot be read."""
    facts = _of_file(Path(file)) if file else {}
    faults: list[Fault] = []
    said: Given = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals or not all(name.split(".")):
            faults.append(Fault(code="bad_pair", at=pair))
        elif not _put(said, name, _value(name, text, faults)):
            faults.append(Fault(code="contradictory_facts", at=name, says={"reason": "said_twice"}))
    if faults:
        raise Refused(faults)
    return _merged(facts, said)


def readings(pairs: Iterable[str]) -> dict[str, str]:
    """The chosen options `ID=OPTION` of readings."""
    split = [pair.partition("=") for pair in pairs]
    faults = [Fault(code="bad_pair", at="".join(one)) for one in split if not one[1]]
    if faults:
        raise Refused(faults)
    return {name: option for name, _, option in split}


def _of_file(path: Path) -> Given:
    from policyengine.document import read

    document = read(sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else read_file(path))
    faults = document.faults
    if not faults and not isinstance(document.tree, dict):
        faults = (Fault(code="D013", line=1, column=1),)
    if faults or not isinstance(document.tree, dict):
        raise Refused([replace(one, file=str(path)) for one in faults])
    return document.tree


def _value(name: str, text: str, faults: list[Fault]) -> object:
    if not text.startswith(("[", "{", '"', "'")):
        return scalar(text)
    from policyengine.document import read

    document = read(text.encode())
    faults.extend(replace(one, at=name, line=0, column=0) for one in document.faults)
    return document.tree


def _put(facts: Given, name: str, value: object) -> bool:
    """Put a value at its path; False where something stands there already or on the way."""
    *way, last = name.split(".")
    for key in way:
        below = facts.setdefault(key, {})
        if not isinstance(below, dict):
            return False
        facts = below
    if last in facts:
        return False
    facts[last] = value
    return True


def _merged(below: Mapping[str, object], above: Mapping[str, object]) -> Given:
    found = dict(below)
    for key, value in above.items():
        own = found.get(key)
        found[key] = _merged(own, value) if isinstance(own, Mapping) and isinstance(value, Mapping) else value
    return found
