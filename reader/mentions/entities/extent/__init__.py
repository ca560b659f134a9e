"""Which words stand together as one name, and how far it goes on.

`runs` is the way through; `listed` says what the tables have whole, `growth` how far a name goes on from its first
word, `particles` and `joints` which small words stand inside names and join common nouns to one, `numbered` which
numbers belong to a name, and `apart` where one run of words with capitals is two names.
"""
