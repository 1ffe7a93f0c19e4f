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
def catalogue(language: str, *parts: str) -> dict[str, dict[str, str]]:
    """The sentences of a language by section and code: those that every verb needs, and those of the named parts."""
    found: dict[str, dict[str, str]] = {}
    for name in (f"{language}.json", *(f"{part}.{language}.json" for part in parts)):
        for section, sentences in json.loads((PACKAGE / "words" / name).read_text("utf-8")).items():
            found.setdefault(section, {}).update(sentences)
    return found
