"""A folder that is made anew: written beside its place, then put there whole."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from policyengine.handbook.pages import MADE_BY


def is_demo(folder: Path) -> bool:
    """Whether a folder may be replaced: nothing is there, or nothing in it, or what an earlier run has left."""
    if not folder.is_dir():
        return not folder.exists()
    index = folder / "index.html"
    return MADE_BY in index.read_text("utf-8", "replace") if index.is_file() else not any(folder.iterdir())


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files, by their paths in the folder, in the place of the folder; on a failure it stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, data in files.items():
            (made / "new" / name).parent.mkdir(parents=True, exist_ok=True)
            (made / "new" / name).write_bytes(data)
        if folder.exists():
            folder.replace(made / "old")
        (made / "new").replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
