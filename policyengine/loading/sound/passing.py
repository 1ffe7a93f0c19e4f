"""What is still to be read from the act is passed over; what stands beside it is held to be sound all the same."""

from collections.abc import Iterator

from policyengine.model.fault import Fault
from policyengine.model.policy import StillOpen


def passing_open(faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults of a block, up to where something in it is still open."""
    try:
        yield from faults
    except StillOpen:
        return
