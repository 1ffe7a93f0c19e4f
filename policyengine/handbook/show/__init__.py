"""`show`: the whole methodology in plain words, as a document of sentences that each know their paragraph."""

from collections.abc import Callable, Mapping
from typing import Final

from policyengine.handbook.show.document import Document
from policyengine.handbook.show.html import html
from policyengine.handbook.show.markdown import markdown
from policyengine.handbook.show.outline import outline
from policyengine.handbook.show.text import text
from policyengine.words import Words

__all__ = ["FORMS", "Document", "outline", "written"]

FORMS: Final[Mapping[str, Callable[[Document], str]]] = {"text": text, "md": markdown, "html": html}


def written(document: Document, form: str, words: Words) -> str:
    """A document in one of the forms; KeyError for another."""
    del words  # a document holds all its words
    return FORMS[form](document)
