"""The handbook: methodologies, decisions, years and faults in words for people, and as values for programs."""
