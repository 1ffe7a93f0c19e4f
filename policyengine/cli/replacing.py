"""A folder that is made anew: written beside its place, then put there whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policyengine.handbook.pages import MADE_BY


def is_demo(folder: Path) -> bool:
    """Whether a folder may be replaced: nothing is there, or nothing in it, or what an earlier run has left."""
    if not folder.is_dir():
        return not folder.exists()
    index = folder / "index.html"
    return MADE_BY in index.read_text("utf-8", "replace") if index.is_file() else not any(folder.iterdir())


@contextmanager
def made_anew(folder: Path) -> Iterator[Path]:
    """A new folder beside the old one, whose place it takes at the end; on a failure the old one stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        (made / "new").mkdir()
        yield made / "new"
        if folder.exists():
            folder.replace(made / "old")
        (made / "new").replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
