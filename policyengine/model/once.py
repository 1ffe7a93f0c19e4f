"""What is asked of the same thing several times in a row is found once."""

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")


class Once(Generic[Thing, Found]):
    """A function that remembers what it found for the thing that it was last asked about; that thing may not change."""

    def __init__(self, find: Callable[[Thing], Found]) -> None:
        """Hold the function, which finds the same for the same thing."""
        self._find = find
        self._last: tuple[Thing, Found] | None = None

    def __call__(self, thing: Thing) -> Found:
        """What is found for a thing."""
        last = self._last
        if last is None or last[0] is not thing:
            self._last = last = (thing, self._find(thing))
        return last[1]
