"""Plain trees: what stands where in a policy file, before anything is made of it."""

from collections.abc import Iterator, Sequence
from typing import Final

from policyengine.model.once import Once
from policyengine.model.pointer import join
from policyengine.model.policy import MAPPINGS, Tree

NESTED: Final = (dict, list)
LANGUAGES: Final = ("kk", "ru", "en")


def under(tree: object, *keys: str) -> Tree:
    """The mapping under these keys; an empty one where there is none."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, MAPPINGS) else None
    return tree if isinstance(tree, MAPPINGS) else {}


def ids(value: object) -> tuple[str, ...]:
    """The ids that a value lists: a list, or a single one; none where it is neither."""
    return tuple(map(str, value)) if isinstance(value, list) else (value,) if isinstance(value, str) else ()


def every_block(tree: object) -> Iterator[tuple[str, Tree]]:
    """Every mapping of a plain tree with its address; those of the innermost levels last."""
    level: list[tuple[str, object]] = [("", tree)]
    while level:
        deeper: list[tuple[str, object]] = []
        for at, value in level:
            if isinstance(value, dict):
                yield at, value
                deeper += [(join(at, key), one) for key, one in value.items() if isinstance(one, NESTED)]
            elif isinstance(value, list):
                deeper += [(f"{at}/{number}", one) for number, one in enumerate(value) if isinstance(one, NESTED)]
        level = deeper


def _blocks(tree: Tree) -> tuple[tuple[str, Tree], ...]:
    return tuple(every_block(tree))


blocks_of: Final = Once(_blocks)  # every mapping of a tree that is asked about several times


def texts_of(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Every text in languages of a tree with its address."""
    return ((at, block) for at, block in blocks_of(tree) if is_text(block))


def with_value(tree: Tree, keys: Sequence[str], value: object) -> Tree:
    """A copy of a tree with a value at an address; where the value is None, without what stands there."""
    return under(_put(tree, keys, value))


def _put(block: object, keys: Sequence[str], value: object) -> object:
    if not keys:
        return value
    key, below = keys[0], keys[1:]
    if isinstance(block, list):
        return [_put(one, below, value) if str(number) == key else one for number, one in enumerate(block)]
    found = dict(under(block))
    found[key] = _put(found.get(key), below, value)
    if found[key] is None:
        del found[key]
    return found


def is_hole(value: object) -> bool:
    """Whether a reading fills the place of a value."""
    return isinstance(value, MAPPINGS) and len(value) == 1 and "reading" in value


def is_text(value: object) -> bool:
    """Whether a value is a text in languages, whatever else stands beside them."""
    return isinstance(value, MAPPINGS) and (
        isinstance(value.get("ru"), str) or isinstance(value.get("kk"), str) or isinstance(value.get("en"), str)
    )
