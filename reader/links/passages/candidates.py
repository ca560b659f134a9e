"""Find the few passages worth comparing with each one, in time that grows with the length of the texts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reader.links.passages.crowd import Crowd, NamedWords
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
AT_ONCE = 500_000
"""Meetings of passages in one word that are counted at once."""


def candidates(crowd: Crowd, right: NamedWords) -> tuple[Rows, Rows]:
    """Passages of the crowd and of `right` that share rare words or are near in meaning: pairs in order, each once."""
    width = len(right.own.wordings)
    found = _by_words(crowd, right, width)
    found += [
        crowd.first[n] * width + _by_meaning(side, right)
        for n, side in enumerate(crowd.sides)
        if len(side.own.wordings) * width <= WHOLE_TABLE
    ]
    keys = np.unique(np.concatenate(found)) if found else np.zeros(0, np.intp)
    return keys // max(1, width), keys % max(1, width)


def _by_words(crowd: Crowd, right: NamedWords, width: int) -> list[Rows]:
    """For each passage of the crowd those that share most with it, a word weighing less the more passages have it."""
    features, places = right.features
    known, begin, counts = np.unique(features, return_index=True, return_counts=True)
    asked, asking = crowd.features
    if not len(known) or not len(asked):
        return []
    at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    order = np.argsort(features, kind="stable")  # the passages of each feature stand together
    places = places[order]
    met = (known[at] == asked) & (counts[at] <= POSTINGS)
    begin = np.concatenate([[0], np.cumsum(counts)[:-1]])
    at, asking = at[met], asking[met]
    by_passage = np.argsort(asking, kind="stable")
    at, asking = at[by_passage], asking[by_passage]
    ends = np.cumsum(counts[at])
    found: list[Rows] = []
    start = 0
    while start < len(at):
        checkpoint()
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + AT_ONCE)))
        if end < len(at):  # no passage is cut in two
            whole = int(np.searchsorted(asking, asking[end]))
            end = whole if whole > start else int(np.searchsorted(asking, asking[start], side="right"))
        part = slice(start, end)
        found.append(_most_met(asking[part], at[part], counts, begin, places, width))
        start = end
    return found


def _most_met(asking: Rows, at: Rows, counts: Rows, begin: Rows, places: Rows, width: int) -> Rows:
    """The pairs of passages, as one number each, that meet in the most and rarest features."""
    often = counts[at]
    within = np.arange(int(often.sum())) - np.repeat(np.cumsum(often) - often, often)
    keys = np.repeat(asking, often) * width + places[np.repeat(begin[at], often) + within]
    weights = np.repeat(1 / often, often)
    if (asking[-1] + 1 - asking[0]) * width <= ROOM:
        first = asking[0] * width
        table = np.zeros((int(asking[-1] + 1 - asking[0]), width))
        table += np.bincount(keys - first, weights, minlength=table.size).reshape(table.shape)
        return np.asarray(first + np.flatnonzero(_most(table)))
    pairs, number = np.unique(keys, return_inverse=True)
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


def _by_meaning(left: NamedWords, right: NamedWords) -> Rows:
    """For each usable passage of either source the nearest of the other, as one number a pair."""
    ours, theirs = np.flatnonzero(left.usable), np.flatnonzero(right.usable)
    if not len(ours) or not len(theirs):
        return np.zeros(0, np.intp)
    near = products(left.own.means[ours], right.own.means[theirs])
    marked = _highest(near, 1) | _highest(near, 0)
    rows, columns = np.nonzero(marked)
    return np.asarray(ours[rows] * len(right.own.wordings) + theirs[columns])


def _highest(near: Matrix, axis: int) -> npt.NDArray[np.bool_]:
    """Marks the `FROM_MEANING` greatest values along an axis."""
    marked = np.zeros(near.shape, dtype=bool)
    few = min(FROM_MEANING, near.shape[axis])
    best = np.take(np.argpartition(-near, few - 1, axis=axis), range(few), axis=axis)
    np.put_along_axis(marked, best, True, axis)
    return marked
