"""Which claims of different sources share a term, so that only these are weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reader.links.ledger.pairing.told import Told
from reader.links.ledger.pairing.weighing.figures import Marks, Places
from reader.links.ledger.pairing.weighing.surroundings import Surroundings, joined
from reader.stopping import checkpoint

_POSTINGS = 48
"""A term brings no more claims together with one than this many of its block, the nearest before it."""
_CANDIDATES = 24
"""Claims of the sources before its own that are set against each: those that share most with it."""
_AT_ONCE = 200_000
"""Meetings of claims in one term that are counted at once."""


def meetings(
    told: Sequence[Told], around: Sequence[Surroundings], asked: Sequence[int]
) -> list[tuple[Places, Places]]:  # fmt: skip
    """For each source asked for, by its number, which claims of those before it share a term and a block with its own.

    Of each pair the first is the other's. What a source meets depends on it and on those before it alone.
    """
    account = np.repeat(np.arange(len(told)), [len(each.claims) for each in told])
    first = np.array([each.first for each in told])
    met = [np.zeros((2, 0), dtype=np.intp)]
    for others, asking in _sharing(around, np.isin(account, asked)):
        kept = others < first[account[asking]]
        met.append(np.stack(_most_shared(others[kept], asking[kept], len(account))))
    ones, others = np.concatenate(met, axis=1)
    begin, end = (np.searchsorted(account[others], asked, side) for side in ("left", "right"))
    return [(ones[low:high], others[low:high]) for low, high in zip(begin.tolist(), end.tolist(), strict=True)]


def _sharing(around: Sequence[Surroundings], wanted: Marks) -> Iterator[tuple[Places, Places]]:
    """The claims wanted with those before them that share a term of their block, as often as they share one."""
    claim: Places = np.repeat(np.arange(len(wanted)), joined(each.asking for each in around))
    term, block = (joined(held) for held in ([each.asked for each in around], [each.block for each in around]))
    shared = block[claim] * (int(term.max(initial=0)) + 1) + term
    checkpoint()
    order = np.argsort(shared, kind="stable")  # where each term of each block stands, claim by claim
    checkpoint()
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    asking = np.flatnonzero(wanted[claim])
    place, asked = place[asking], claim[asking]
    behind = np.minimum(place - np.searchsorted(shared[order], shared[asking]), _POSTINGS)
    for part in _parts(np.bincount(asked, behind, len(wanted)), np.searchsorted(asked, np.arange(len(wanted) + 1))):
        checkpoint()
        often = behind[part]
        step = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
        yield claim[order[np.repeat(place[part], often) - 1 - step]], np.repeat(asked[part], often)


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
