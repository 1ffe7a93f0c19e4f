"""Policies that were read and found whole, kept as JSON in the user's cache folder under the digest of their text.

A cache that cannot be read or written is passed over: it only saves time. See docs/decisions/0003.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from policyengine import __version__
from policyengine.cli.shipped import SCHEMAS

NUMBER = "$number"
Find = Callable[[str], tuple[str, bytes] | None]
Tree = Mapping[str, object]


def key_of(data: bytes) -> str:
    """The digest of a text together with the version of the language that it was read by."""
    return hashlib.sha256(_version() + data).hexdigest()


def recall(data: bytes, find: Find) -> Tree | None:
    """The tree of a text that was read before; None where it was not, or where a policy that it extends has changed."""
    try:
        kept = json.loads(_path(key_of(data)).read_text("utf-8"), object_hook=_revive)
        fresh = all(_digest_of(find(name)) == digest for name, digest in kept["bases"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    tree = kept["raw"] if fresh else None
    return tree if isinstance(tree, Mapping) else None


def keep(data: bytes, raw: Tree, bases: Mapping[str, bytes]) -> None:
    """Keep the tree of a text, written whole or not at all."""
    kept = {"bases": {name: key_of(one) for name, one in bases.items()}, "raw": raw}
    _write(_path(key_of(data)), kept)


def remember(name: str, make: Callable[[], Tree], data: bytes) -> Tree:
    """What was made of a text before, or now."""
    path = _path(f"{name}-{key_of(data)}")
    try:
        found: Tree = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        found = make()
        _write(path, found)
    return found


def _write(path: Path, value: Tree) -> None:
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            json.dump(value, file, ensure_ascii=False, default=_number)
        Path(file.name).replace(path)
    except OSError:
        return


@cache
def _version() -> bytes:
    text = (SCHEMAS / "policy.schema.json").read_bytes()
    return __version__.encode() + hashlib.sha256(text).digest()


def _digest_of(found: tuple[str, bytes] | None) -> str:
    return "" if found is None else key_of(found[1])


def _path(key: str) -> Path:
    return _folder() / f"{key}.json"


def _folder() -> Path:
    if own := os.environ.get("XDG_CACHE_HOME"):
        return Path(own) / "policyengine-kz"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "policyengine-kz" / "cache"
    home = Path.home()
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "policyengine-kz"


def _number(value: object) -> object:
    return {NUMBER: str(value)} if isinstance(value, Decimal) else str(value)


def _revive(kept: dict[str, object]) -> object:
    return Decimal(str(kept[NUMBER])) if set(kept) == {NUMBER} else kept
