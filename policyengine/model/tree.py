"""Plain trees: what stands where in a policy file, before anything is made of it."""

from collections.abc import Iterator, Mapping
from typing import Final

from policyengine.model.pointer import join
from policyengine.model.policy import Tree

LANGUAGES: Final = ("kk", "ru", "en")


def under(tree: object, *keys: str) -> Tree:
    """The mapping under these keys; an empty one where there is none."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    return tree if isinstance(tree, Mapping) else {}


def ids(value: object) -> tuple[str, ...]:
    """The ids that a value lists: a list, or a single one; none where it is neither."""
    return tuple(map(str, value)) if isinstance(value, list) else (value,) if isinstance(value, str) else ()


def every_value(tree: object, at: str = "") -> Iterator[tuple[str, object]]:
    """Every value of a tree with its address, from the top down."""
    yield at, tree
    if isinstance(tree, Mapping):
        for key, one in tree.items():
            yield from every_value(one, join(at, key))
    elif isinstance(tree, list):
        for number, one in enumerate(tree):
            yield from every_value(one, join(at, number))


def is_hole(value: object) -> bool:
    """Whether a reading fills the place of a value."""
    return isinstance(value, Mapping) and set(value) == {"reading"}


def is_text(value: object) -> bool:
    """Whether a value is a text in languages, whatever else stands beside them."""
    return isinstance(value, Mapping) and any(isinstance(value.get(language), str) for language in LANGUAGES)
