"""The reader's own corrections, kept as plain values and applied to the analysis.

`values` are what they are, `plain` how a project keeps them; `mention_edits` and `passage_matches` apply two kinds of
them, `reader.links.entities` and `reader.links.ledger` the others.
"""
