"""Whether two names are one, and why.

`matching` decides by the `telling` words of the two and by `words`, which compares word with word, on the `skeleton`
that survives transliteration, with the help of `tables`; `given` tells persons of one surname apart; `reasons` words
what two spellings differ in.
"""
