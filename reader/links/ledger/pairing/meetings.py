"""Which claims of different sources share a term, so that only these are weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reader.links.ledger.pairing.figures import Places
from reader.links.ledger.pairing.surroundings import Surroundings, joined
from reader.links.ledger.pairing.told import Told
from reader.stopping import checkpoint

_POSTINGS = 48
"""A term brings no more claims together with one than this many of its block, the nearest before it."""
_CANDIDATES = 24
"""Claims of the sources before its own that are set against each: those that share most with it."""
_AT_ONCE = 200_000
"""Meetings of claims in one term that are counted at once."""


def meetings(told: Sequence[Told], around: Sequence[Surroundings]) -> Iterator[tuple[Places, Places]]:
    """Pairs of claims of different sources and of one block that share a term: the first, and the one that asked."""
    before = np.repeat([each.first for each in told], [len(each.claims) for each in told])
    checkpoint()
    claim: Places = np.repeat(np.arange(len(before)), joined(each.asking for each in around))
    term, block = (joined(held) for held in ([each.asked for each in around], [each.block for each in around]))
    shared = block[claim] * (int(term.max(initial=0)) + 1) + term
    checkpoint()
    order = np.argsort(shared, kind="stable")  # where each term of each block stands, claim by claim
    checkpoint()
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    behind = np.minimum(place - np.searchsorted(shared[order], shared), _POSTINGS)
    for part in _parts(np.bincount(claim, behind, len(before)), np.searchsorted(claim, np.arange(len(before) + 1))):
        checkpoint()
        often = behind[part]
        step = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
        others = claim[order[np.repeat(place[part], often) - 1 - step]]
        asking = np.repeat(claim[part], often)
        kept = others < before[asking]
        yield _most_shared(others[kept], asking[kept], len(before))


def _parts(meeting: Places, begin: Places) -> Iterator[slice]:
    """The terms of claims in parts that meet about as often, by how often those of each claim meet and where they
    begin."""
    start, met = 0, np.cumsum(meeting)
    while start < len(meeting):
        reached = met[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(met, reached + _AT_ONCE)))
        yield slice(int(begin[start]), int(begin[end]))
        start = end


def _most_shared(ones: Places, asking: Places, total: int) -> tuple[Places, Places]:
    """The claims that each of those asking meets most often; of those it meets as often the first."""
    pairs, often = np.unique(asking * total + ones, return_counts=True)
    checkpoint()
    asking, ones = np.divmod(pairs, max(1, total))
    order = np.lexsort((-often, asking))
    checkpoint()
    rank = np.arange(len(order)) - np.searchsorted(asking, asking)
    kept = order[rank < _CANDIDATES]
    return ones[kept], asking[kept]
