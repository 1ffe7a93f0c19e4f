"""The digest of a policy: of what it says and how its readings are chosen, not of how its file looks."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from policyengine.model.number import shortest
from policyengine.model.policy import Tree


def digest(tree: Tree, chosen: Mapping[str, str]) -> str:
    """SHA-256 over canonical JSON: keys sorted, numbers in their shortest form, the chosen options of the readings."""
    said = {key: value for key, value in tree.items() if key != "readings"}
    text = json.dumps([said, dict(chosen)], ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_number)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _number(value: object) -> object:
    """A decimal as the shortest text of its number; a whole one as an int, so that `5` and `5.0` are the same."""
    number = Fraction(value) if isinstance(value, Decimal) else Fraction(0)
    return int(number) if number.denominator == 1 else shortest(number)
