"""The building blocks: each one thing that a methodology may say, as pure functions over values."""
