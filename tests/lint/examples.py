"""The examples in the docstrings of the rules, laid over a methodology in which nothing is found."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policyengine.document import read
from policyengine.loading.layers import merged
from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from policyengine.model.policy import Policy
from tests.door import find, schema

WHOLE = Path(__file__).parent / "whole.yaml"
Fragment = dict[str, Any]


def example(docstring: str | None, name: str) -> list[Fragment]:
    """The fragments of the example that a docstring calls by this name."""
    found = re.search(rf"^{name}:\n\n((?: {{4}}.*\n|\n)+)", (docstring or "") + "\n", re.MULTILINE)
    assert found, f"no example `{name}`"
    return [fragment(text) for text in found[1].split("    ---\n")]


def fragment(text: str) -> Fragment:
    """A part of a policy file."""
    document = read(text.encode())
    assert isinstance(document.tree, dict), document.faults
    return document.tree


def over(text: str) -> tuple[Loaded, Policy]:
    """The whole methodology with a fragment laid over it, loaded; `none` removes."""
    return loaded(fragment(text))


def loaded(part: Fragment, file: str = "whole.yaml") -> tuple[Loaded, Policy]:
    """The whole methodology with a part laid over it, loaded from the text of a file."""
    tree = merged(fragment(WHOLE.read_text("utf-8")), part)
    found = load(file, json.dumps(tree, default=float).encode(), schema(), find)
    assert found.faults == ()
    assert found.raw is not None
    return found, policy_of(found.raw)


def several(docstring: str | None, name: str) -> Iterator[tuple[Loaded, Policy]]:
    """The files of an example that has more than one."""
    for number, part in enumerate(example(docstring, name), start=1):
        yield loaded(part, f"file_{number}.yaml")
