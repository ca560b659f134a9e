"""Find the few passages worth comparing with each one, in time that grows with the length of the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.links.passages.crowd import Crowd, Index, NamedWords
from reader.links.passages.embedding import Matrix, products
from reader.links.passages.vocabulary import Rows
from reader.stopping import checkpoint

POSTINGS = 40
"""A word or pair of words in more passages than this is too common to lead anywhere."""
FEWEST, FROM_MEANING = 8, 4
"""Candidates by shared words, and by likeness of meaning, for each passage."""
WHOLE_TABLE = 400_000
"""Passages times passages up to which likeness of meaning is asked of all; beyond it shared words must lead."""
ROOM = 2_000_000
"""Pairs of passages up to which votes are counted in a table; among more they are sorted."""
AT_ONCE = 250_000
"""Meetings of passages in one word that are counted at once."""


def candidates(crowd: Crowd, right: NamedWords) -> tuple[Rows, Rows]:
    """Passages of the crowd and of `right` that share rare words or are near in meaning: pairs in order, each once."""
    width = len(right.own.wordings)
    found = [*_by_words(crowd, right, width), *_by_meaning(crowd, right, width)]
    if not found:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    if crowd.total * width <= ROOM:
        marked = np.zeros(crowd.total * width, dtype=bool)
        for keys in found:
            marked[keys] = True
        keys = np.flatnonzero(marked)
    else:
        keys = np.unique(np.concatenate(found))
    return np.divmod(keys, width)


def _by_words(crowd: Crowd, right: NamedWords, width: int) -> Iterator[Rows]:
    """For each passage of the crowd those that share most with it, a word weighing less the more passages have it."""
    index = right.index
    if not len(index.known):
        return
    at = np.concatenate([_common(side.index, index) for side in crowd.sides])
    checkpoint()
    met = at >= 0
    at, asking = at[met], crowd.asking[met]
    ends = np.cumsum(index.counts[at])
    start = 0
    while start < len(at):
        checkpoint()
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + AT_ONCE)))
        if end < len(at):  # no passage is cut in two
            whole = int(np.searchsorted(asking, asking[end]))
            end = whole if whole > start else int(np.searchsorted(asking, asking[start], side="right"))
        part = slice(start, end)
        yield _most_met(asking[part], at[part], index, width)
        start = end


def _common(left: Index, right: Index) -> Rows:
    """Which feature of the right each feature of the left is, passage by passage; -1 where it is none that leads."""
    at = np.searchsorted(right.known, left.known)
    at[at == len(right.known)] = 0
    at[(right.known[at] != left.known) | (right.counts[at] > POSTINGS)] = -1
    return np.asarray(at[left.number], dtype=np.intp)


def _most_met(asking: Rows, at: Rows, index: Index, width: int) -> Rows:
    """The pairs of passages, as one number each, that meet in the most and rarest features."""
    often = index.counts[at]
    within = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
    keys = np.repeat(asking, often) * width + index.places[np.repeat(index.begin[at], often) + within]
    weights = np.repeat(1 / often, often)
    if (asking[-1] + 1 - asking[0]) * width <= ROOM:
        first = asking[0] * width
        table = np.zeros((int(asking[-1] + 1 - asking[0]), width))
        table += np.bincount(keys - first, weights, minlength=table.size).reshape(table.shape)
        return np.asarray(first + np.flatnonzero(_most(table)))
    pairs, number = np.unique(keys, return_inverse=True)
    checkpoint()
    votes = np.bincount(number, weights)
    passages = pairs // width
    order = np.lexsort((pairs, -votes.round(9), passages))
    ranked = passages[order]
    rank = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    kept: Rows = pairs[order[rank < FEWEST]]
    return kept


def _most(votes: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Marks the `FEWEST` greatest votes of each row; of equal ones the first."""
    few = min(FEWEST, votes.shape[1])
    ranked = votes - np.arange(votes.shape[1]) * 1e-9
    least = np.partition(ranked, -few, axis=1)[:, -few]
    return np.asarray((ranked >= least[:, None]) & (votes > 0))


def _by_meaning(crowd: Crowd, right: NamedWords, width: int) -> Iterator[Rows]:
    """For each usable passage of either source the nearest of the other, as one number a pair."""
    new = [side for side in crowd.sides if side.own not in right.near]
    for side, pairs in zip(new, _near_in_meaning(new, right, width), strict=True):
        right.near[side.own] = pairs
    for side, first in zip(crowd.sides, crowd.first, strict=True):
        ours, theirs = right.near[side.own]
        yield (ours + first) * width + theirs


def _near_in_meaning(sides: Sequence[NamedWords], right: NamedWords, width: int) -> Iterator[tuple[Rows, Rows]]:
    """For each of `sides` the pairs of its passages and those of `right`; none where these are too many."""
    theirs = np.flatnonzero(right.usable)
    few = [len(theirs) and len(side.own.wordings) * width <= WHOLE_TABLE for side in sides]
    used = [np.flatnonzero(side.usable) if asked else theirs[:0] for side, asked in zip(sides, few, strict=True)]
    if not any(map(len, used)):
        yield from ((ours, theirs[:0]) for ours in used)
        return
    ends = np.cumsum([len(ours) for ours in used])
    means = np.concatenate([side.own.means[ours] for side, ours in zip(sides, used, strict=True)])
    near = products(means, right.own.means[theirs])
    marked = _highest(near, 1)
    for start, end in pairwise([0, *ends.tolist()]):
        if start < end:
            marked[start:end] |= _highest(near[start:end], 0)
    places, found = np.divmod(np.flatnonzero(marked), len(theirs))
    cuts = np.searchsorted(places, ends[:-1])
    yield from zip(np.split(np.concatenate(used)[places], cuts), np.split(theirs[found], cuts), strict=True)


def _highest(near: Matrix, axis: int) -> npt.NDArray[np.bool_]:
    """Marks the `FROM_MEANING` greatest values along an axis, and those equal to the least of them."""
    few = min(FROM_MEANING, near.shape[axis])
    least = np.take(np.partition(near, -few, axis=axis), [-few], axis=axis)
    return np.asarray(near >= least)
