"""Where policies, schemas and catalogues lie: in the installed package, or in the folder that they are developed in."""

import json
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]
SHIPPED = PACKAGE / "shipped"
HOME = SHIPPED if SHIPPED.is_dir() else PACKAGE.parent
POLICIES = HOME / "policies"
SCHEMAS = HOME / "schemas"


@cache
def schema(name: str = "policy") -> dict[str, Any]:
    """A schema by its name."""
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return found


@cache
def catalogue(language: str) -> dict[str, dict[str, str]]:
    """All sentences in a language, by section and code."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((PACKAGE / "words").glob(f"*{language}.json")):
        if path.name.removesuffix(".json").rpartition(".")[2] == language:
            for section, sentences in json.loads(path.read_text("utf-8")).items():
                found.setdefault(section, {}).update(sentences)
    return found
