"""How far passages say the same: words matched by meaning or, for names and numbers, by being the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        few = max(len(side.own.keys) for side in (left, right)) <= WHOLE_TABLE
        self._all = self._whole() if few else None

    def likeness(self, left: Rows, right: Rows) -> Matrix:
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
        if self._all is not None:
            return np.asarray(self._all[one, others], dtype=np.float32)
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

    def _whole(self) -> Matrix:
        """The scores of all passages with all, of which those without words score 0."""
        a, b = self.left, self.right
        scores = np.zeros((len(a.own.wordings), len(b.own.wordings)), dtype=np.float32)
        ours, theirs = a.own.spoken, b.own.spoken
        if not len(ours) or not len(theirs):
            return scores
        near = self.likeness(np.arange(len(a.own.keys)), np.arange(len(b.own.keys)))
        forth = np.maximum.reduceat(near[:, b.own.on_end], b.own.starts, axis=1)
        back = np.maximum.reduceat(near[a.own.on_end], a.own.starts, axis=0)
        left, right = a.spread(a.weight), b.spread(b.weight)

        def both(forth: Matrix, back: Matrix) -> Matrix:
            there = products(left, forth.T) / np.maximum(left.sum(axis=1), 1e-6)[:, None]
            here = products(back, right) / np.maximum(right.sum(axis=1), 1e-6)
            return np.asarray(2 * there * here / np.maximum(there + here, 1e-6), dtype=np.float32)

        found = [np.where(best >= ALIKE, best, 0) for best in (forth, back)]
        told = [side.spread(np.where(side.telling, side.weight, 0)) for side in (a, b)]
        evidence = np.minimum(products(told[0], found[0].T), products(found[1], told[1]))
        same = both(_least(forth, SAME_WORD), _least(back, SAME_WORD))
        scores[np.ix_(ours, theirs)] = _blended(both(forth, back), same, evidence)
        for one, other in _days_apart(a, b):
            scores[one, other] *= OTHER_DAY
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
        return _blended(soft, same, evidence)


def _blended(soft: Matrix, same: Matrix, evidence: Matrix) -> Matrix:
    mixed = (1 - SAME_SHARE) * soft + SAME_SHARE * same
    # Passages of the same words and no others are the same, even where none of the words tells anything.
    return np.asarray(mixed * np.where(same > 0.999, 1, np.minimum(evidence / ENOUGH_EVIDENCE, 1)), np.float32)


def _days_apart(a: Weighed, b: Weighed) -> Iterator[tuple[int, int]]:
    """Passages that both name days of the week, and none in common."""
    dated = [(j, wording.days) for j, wording in enumerate(b.own.wordings) if wording.days]
    for i, wording in enumerate(a.own.wordings):
        if wording.days:
            yield from ((i, j) for j, days in dated if not days & wording.days)


def _means(side: Weighed) -> Matrix:
    own = side.own
    means = np.zeros((len(own.wordings), own.meaning.shape[1]), dtype=np.float32)
    if len(own.spoken):
        means[own.spoken] = np.add.reduceat((own.meaning * side.weight[:, None])[own.on_end], own.starts, axis=0)
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
