"""How far passages say the same: words matched by meaning or, for names and numbers, by being the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.passages.embedding import Matrix, products
from reader.links.passages.lexicon import words_of
from reader.links.passages.vocabulary import Rows, Vocabulary, Weighed, weigh

NEAR_SPELLING = 0.55
"""Cosine of letter triples from which two words are taken for spellings of one (Hizbollah, Hezbollah: .67)."""
HARD_MEANING = 0.4
"""What likeness of meaning counts where a name, number or date is concerned: Tuesday is not Wednesday."""
SAME_WORD = 0.8
SAME_SHARE = 0.3
"""Share of the score that goes by words that are the same, the rest going by likeness of words."""
ALIKE = 0.5
"""Likeness from which a word counts as found on the other side."""
ENOUGH_EVIDENCE = 0.2
"""Weight of telling words found below which the score falls: common words alone never make passages alike."""
OTHER_DAY = 0.7
"""What is left of the score when both passages name days of the week, and none in common."""

WHOLE_TABLE = 1500
"""Words of one source up to which the likeness of all is worked out at once; a passage is compared with several."""


def passage_similarity(a: str, b: str) -> float:
    """How far two passages say the same, 0-1; 1 only for the same words, about .5 where they speak of one event."""
    left, right = (Vocabulary([words_of(text)]) for text in (a, b))
    if not left.keys or not right.keys:
        return 0.0
    return float(PairScores(*weigh(left, right)).scores(0, [0])[0])


class PairScores:
    """Scores the passages of one source against those of another.

    `means` holds for each source a unit vector a passage, the weighted sum of its words.
    """

    def __init__(self, left: Weighed, right: Weighed) -> None:
        self.left, self.right = left, right
        self.means = (_means(left), _means(right))
        every = [np.arange(len(side.own.keys)) for side in (left, right)]
        self._table = self._likeness(*every) if max(map(len, every)) <= WHOLE_TABLE else None

    def likeness(self, left: Rows, right: Rows) -> Matrix:
        """Likeness 0-1 of every word of `left` with every word of `right`."""
        return self._likeness(left, right) if self._table is None else self._table[left[:, None], right]

    def _likeness(self, left: Rows, right: Rows) -> Matrix:
        a, b = self.left, self.right
        near: Matrix = np.clip(products(a.own.meaning[left], b.own.meaning[right]), 0, 0.99)
        near[a.hard[left][:, None] | b.hard[right][None, :]] *= HARD_MEANING
        spelt = products(a.own.spelling[left], b.own.spelling[right])
        np.maximum(near, np.where(spelt >= NEAR_SPELLING, spelt, 0), out=near)
        group = a.group[left]
        same = (a.stem[left][:, None] == b.stem[right][None, :]) | (
            (group[:, None] == b.group[right][None, :]) & (group[:, None] > 0)
        )
        near[same] = 1
        return near

    def scores(self, one: int, others: Sequence[int]) -> Matrix:
        """Scores 0-1 of passage `one` of the left with each of `others` of the right; without words it is 0."""
        wordings = self.right.own.wordings
        wording = self.left.own.wordings[one]
        scores = np.zeros(len(others), dtype=np.float32)
        kept = [k for k, other in enumerate(others) if len(wordings[other].rows)]
        if not len(wording.rows) or not kept:
            return scores
        columns = [wordings[others[k]].rows for k in kept]
        starts = np.concatenate([[0], np.cumsum([len(c) for c in columns])[:-1]]).astype(np.intp)
        scores[kept] = self._mixed(wording.rows, np.concatenate(columns), starts)
        for k in kept:
            theirs = wordings[others[k]].days
            if wording.days and theirs and not wording.days & theirs:
                scores[k] *= OTHER_DAY
        return scores

    def _mixed(self, rows: Rows, right: Rows, starts: Rows) -> Matrix:
        """Scores of the words of one passage with those of several others on end; `starts`: where each begins."""
        near = self.likeness(rows, right)
        forth, back = np.maximum.reduceat(near, starts, axis=1), near.max(axis=0)
        weights = self.left.weight[rows], self.right.weight[right]
        soft = _both_ways(forth, back, weights, starts)
        same = _both_ways(_least(forth, SAME_WORD), _least(back, SAME_WORD), weights, starts)
        told = (
            np.where(self.left.telling[rows], weights[0], 0).astype(np.float32),
            np.where(self.right.telling[right], weights[1], 0).astype(np.float32),
        )
        found_forth, found_back = np.where(forth >= ALIKE, forth, 0), np.where(back >= ALIKE, back, 0)
        evidence = np.minimum(told[0] @ found_forth, np.add.reduceat(found_back * told[1], starts))
        mixed = (1 - SAME_SHARE) * soft + SAME_SHARE * same
        # Passages of the same words and no others are the same, even where none of the words tells anything.
        return np.asarray(mixed * np.where(same > 0.999, 1, np.minimum(evidence / ENOUGH_EVIDENCE, 1)), np.float32)


def _means(side: Weighed) -> Matrix:
    weighed = side.own.meaning * side.weight[:, None]
    means = np.zeros((len(side.own.wordings), weighed.shape[1]), dtype=np.float32)
    for index, wording in enumerate(side.own.wordings):
        means[index] = weighed[wording.rows].sum(axis=0)
    lengths = np.sqrt((means * means).sum(axis=1, keepdims=True))
    return np.asarray(means / np.maximum(lengths, 1e-6), dtype=np.float32)


def _least(near: Matrix, least: float) -> Matrix:
    return (near >= least).astype(np.float32)


def _both_ways(forth: Matrix, back: Matrix, weights: tuple[Matrix, Matrix], starts: Rows) -> Matrix:
    """Weighted share of the words of each side that the other side has, as the harmonic mean of the two.

    `forth` is (words of one passage, other passages), the best likeness there; `back` the best likeness of each word of
    the others; `starts` where each of the others begins.
    """
    left, right = weights
    there = (left @ forth) / max(float(left.sum()), 1e-6)
    here = np.add.reduceat(back * right, starts) / np.maximum(np.add.reduceat(right, starts), 1e-6)
    return np.asarray(2 * there * here / np.maximum(there + here, 1e-6), dtype=np.float32)
