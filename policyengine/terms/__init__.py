"""Phrases of time and of arithmetic: read once, at loading, into values; shown again to the letter."""
