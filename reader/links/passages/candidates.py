"""Find the few passages worth comparing with each one, in time that grows with the length of the texts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Matrix, products
from reader.links.passages.named import Index, NamedWords
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


def candidates(left: NamedWords, right: NamedWords) -> tuple[Rows, Rows]:
    """Passages of two sources that share rare words or are near in meaning: pairs in order, each once."""
    width = len(right.own.wordings)
    found = [*_by_words(left, right, width), _by_meaning(left, right, width)]
    return np.divmod(np.unique(np.concatenate(found)), max(1, width))


def _by_words(left: NamedWords, right: NamedWords, width: int) -> Iterator[Rows]:
    """For each passage of the left those that share most with it, a word weighing less the more passages have it."""
    index = right.index
    if not len(index.known):
        return
    at = _common(left.index, index)
    checkpoint()
    met = at >= 0
    at, asking = at[met], left.features[1][met]
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


def _by_meaning(left: NamedWords, right: NamedWords, width: int) -> Rows:
    """For each usable passage of either source the nearest of the other, as one number a pair; none where these are too
    many."""
    ours, theirs = np.flatnonzero(left.usable), np.flatnonzero(right.usable)
    if not len(ours) or not len(theirs) or len(left.own.wordings) * width > WHOLE_TABLE:
        return ours[:0]
    near = products(left.own.means[ours], right.own.means[theirs])
    one, other = np.nonzero(_highest(near, 1) | _highest(near, 0))
    return np.asarray(ours[one] * width + theirs[other], dtype=np.intp)


def _highest(near: Matrix, axis: int) -> npt.NDArray[np.bool_]:
    """Marks the `FROM_MEANING` greatest values along an axis, and those equal to the least of them."""
    few = min(FROM_MEANING, near.shape[axis])
    least = np.take(np.partition(near, -few, axis=axis), [-few], axis=axis)
    return np.asarray(near >= least)
