"""YAML files as trees of plain values with the line and column of every key and value."""

from policyengine.document.read import Document, Limits, Place, read

__all__ = ["Document", "Limits", "Place", "read"]
