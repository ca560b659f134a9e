"""Which words stand together as one name, and how far it goes on.

`runs` is the way through; `growth` says how far a name goes on from its first word, `joints` which small words join
common nouns to one name, and `apart` where one run of words with capitals is two names.
"""
