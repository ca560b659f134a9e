"""Whether two names are one, and why.

`matching` decides by `words`, which compares word with word, on the `skeleton` that survives transliteration, with the
help of `tables`; `reasons` words what two spellings differ in.
"""
