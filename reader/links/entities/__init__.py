"""Mentions of one person, body or place, joined across sources.

`joining` is the way through: `forms` are the names as written, `blocks` the pairs of them worth comparing (by
`reader.links.names`, or as one a part of the other: `parts`), `clusters` joins them without ever joining what must stay
apart. `shared_groups` tells the aligner which words stand for one entity.
"""
