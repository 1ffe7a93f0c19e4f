"""Methodologies of evaluation as policy files: one engine that reads, checks, explains and applies them."""

__version__ = "0.1.0"
