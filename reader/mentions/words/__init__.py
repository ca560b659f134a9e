"""Words and the languages they belong to, on which all finders stand.

`tokens` cuts a text, `vocabulary` loads the tables of a language, `phrases` finds their words and phrases at a token;
`language` says whose; `codes` are the one-letter classes in which grammars are written. `coordinates` are told apart
from numbers and names.
"""
