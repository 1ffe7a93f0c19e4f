"""The examples in the docstrings of the rules, laid over a methodology in which nothing is found."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from policyengine.document import read
from policyengine.lint import lint
from policyengine.loading.layers import merged
from policyengine.loading.load import Loaded, load
from policyengine.loading.resolving import policy_of
from policyengine.model.policy import Policy, Tree
from tests.door import find, schema

WHOLE = (Path(__file__).parent / "whole.yaml").read_text("utf-8")
TEXT = '{kk: "а", ru: "а", en: "a"}'


def example(docstring: str | None, name: str) -> list[Tree]:
    """The fragments of the example that a docstring calls by this name."""
    found = re.search(rf"^{name}:\n\n((?: {{4}}.*\n|\n)+)", f"{docstring}\n", re.MULTILINE)
    assert found, f"no example `{name}`"
    return [fragment(text) for text in found[1].split("    ---\n")]


def fragment(text: str) -> Tree:
    """A part of a policy file."""
    document = read(text.encode())
    assert isinstance(document.tree, dict), document.faults
    return document.tree


def loaded(part: Tree, file: str = "whole.yaml") -> tuple[Loaded, Policy]:
    """The whole methodology with a part laid over it (`none` removes), loaded from the text of a file."""
    return from_text(json.dumps(merged(fragment(WHOLE), part), default=float), file)


def from_text(text: str, file: str = "whole.yaml") -> tuple[Loaded, Policy]:
    """A methodology loaded from its text."""
    found = load(file, text.encode(), schema(), find)
    assert found.faults == ()
    assert found.raw is not None
    return found, policy_of(found.raw)


def found_over(*texts: str) -> list[tuple[str, str]]:
    """The codes and addresses of what is found in the whole methodology with fragments laid over it."""
    part: Tree = {}
    for text in texts:
        part = {**part, **fragment(text)}
    return [(fault.code, fault.at) for _, fault in lint(*loaded(part))]


def several(docstring: str | None, name: str) -> Iterator[tuple[Loaded, Policy]]:
    """The files of an example that has more than one."""
    for number, part in enumerate(example(docstring, name), start=1):
        yield loaded(part, f"file_{number}.yaml")


def giving(*sections: str) -> str:
    """The list of silent sections without those that a test gives."""
    named = WHOLE.partition("says_nothing_of: ")[2].strip("[]\n").replace("\n", " ").split(",")
    return f"says_nothing_of: [{', '.join(one for one in map(str.strip, named) if one not in sections)}]\n"


def readings(chosen: str = "one", more: str = "", **options: str) -> str:
    """Readings by their options in flow style, each with its texts."""
    said = f"{{about: {TEXT}, because: {TEXT}, chosen: {chosen}, {more} options: "
    return f"readings: {{{', '.join(f'{name}: {said}{{{one}}}}}' for name, one in options.items())}}}\n"
