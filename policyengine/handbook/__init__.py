"""The handbook: what a methodology, a decision, a year and a fault say in words to people, and as values to programs."""
