"""L013: no value is left `open`, that is, still to be read from the act.

A file may be used before it is whole: what is open is listed here, and an answer that needs it names it as missing.

Bad:

    retention:
      for: open

Good:

    retention:
      for: 3 years after evaluation_completed
"""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.loading.load import Loaded
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import OPEN, Policy, Tree, cited_for, places_of
from policyengine.model.sections import OPERATIVE
from policyengine.model.tree import under

CODE: Final = "L013"
SEVERITY: Final = "warning"


def findings(_loaded: Loaded, policy: Policy) -> Iterator[Fault]:
    """The open values, each with the nearest citation."""
    for section in ("act", *OPERATIVE):
        yield from _open(policy.raw.get(section), join("", section), ())
    for reading in under(policy.raw, "readings"):
        options = under(policy.raw, "readings", reading, "options")
        for option in options:
            at = join("/readings", reading, "options", option, "sets")
            yield from _open(under(options, option, "sets"), at, _paragraph(under(policy.raw, "readings", reading), ()))


def _open(value: object, at: str, paragraph: tuple[str, ...]) -> Iterator[Fault]:
    if value == OPEN:
        yield Fault(code=CODE, at=at, says={"pointer": at, "paragraph": paragraph})
    elif isinstance(value, list):
        yield from (fault for number, one in enumerate(value) for fault in _open(one, join(at, number), paragraph))
    elif isinstance(value, Mapping):
        nearest = _paragraph(value, paragraph)
        for key, one in value.items():
            yield from _open(one, join(at, key), cited_for(value, key) or nearest)


def _paragraph(block: Tree, above: tuple[str, ...]) -> tuple[str, ...]:
    """The citation of a block itself, else that of what stands above it."""
    return places_of(block) if "paragraph" in block or "act" in under(block, "from") else above
