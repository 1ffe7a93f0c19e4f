"""Values that a methodology states and no question computes with: they are shown, cited and compared, and that is all.

A test confirms for each that no answer ever reads it.
"""

import re
from typing import Final

SAID: Final[tuple[tuple[str, str], ...]] = (
    (r"/scope/.*", "scope"),
    (r"/means/.*", "means"),
    (r"/forms/.*", "form"),
    (r"/(scales|routes|plans)/[^/]+/form", "form"),
    (r"/groups/[^/]+/leading", "shown"),
)


def reason_of(pointer: str) -> str:
    """Why no answer turns on an address; empty where an answer may."""
    return next((reason for pattern, reason in SAID if re.fullmatch(pattern, pointer)), "")
