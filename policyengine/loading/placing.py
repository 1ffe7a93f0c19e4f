"""From an address to a line and a column."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from policyengine.document import Place
from policyengine.model.fault import Fault
from policyengine.model.pointer import above, join
from policyengine.model.policy import Policy

EXTENDS: Final = ("/extends",)
ON_KEY: Final = "key"  # a fault that says a key is found where the key stands, any other where the value does


def placed_at(fault: Fault, places: Mapping[str, Place], file: str) -> Fault:
    """A fault with the line and column of its address, or of the nearest place above it that the file has.

    Of a section that a layer below alone has, the nearest place is where the file names that layer.
    """
    *inside, whole = above(fault.at)
    pointer = next(one for one in (*inside, *(EXTENDS if inside else ()), whole) if one in places)
    place, on_key = places[pointer], ON_KEY in fault.says and pointer not in {whole, *EXTENDS}
    line, column = (place.key_line, place.key_column) if on_key else (place.line, place.column)
    return replace(fault, file=file, line=line, column=column)


def at_its_option(fault: Fault, policy: Policy) -> Fault:
    """A fault of what an option of a reading fills in, at the option that says it and not at the hole."""
    for pointer in above(fault.at):
        reading = policy.filled.get(pointer)
        if reading is not None:
            place = join("/readings", reading, "options", policy.chosen[reading], "sets", pointer)
            return replace(fault, at=place + fault.at[len(pointer) :])
    return fault
