"""YAML files as trees of plain values with the line and column of every key and value."""

from policyengine.document.build import Place
from policyengine.document.read import Document, Limits, read

__all__ = ["Document", "Limits", "Place", "read"]
