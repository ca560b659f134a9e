"""Find what a number counts: the noun phrase behind it, or a noun that stands earlier."""
