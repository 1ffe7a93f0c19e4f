"""`show`: the whole methodology in plain words, as a document of sentences that each know their paragraph."""
