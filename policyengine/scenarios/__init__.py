"""Scenarios: tests that legal staff write, what they cover, and whether they would notice a changed value."""
