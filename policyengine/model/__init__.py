"""The nouns of the engine: frozen values, standard library only."""
