"""How far passages say the same: words matched by meaning or, for names and numbers, by being the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.passages.embedding import Matrix, products
from reader.links.passages.lexicon import Lexicon, Rows, words_of

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
"""Words up to which the likeness of all of them is worked out at once; a passage is compared with several others."""


def passage_similarity(a: str, b: str) -> float:
    """How far two passages say the same, 0-1; 1 only for the same words, about .5 where they speak of one event."""
    lexicon = Lexicon([words_of(a), words_of(b)])
    if not all(len(wording.rows) for wording in lexicon.wordings):
        return 0.0
    return float(PairScores(lexicon).scores(0, [1])[0])


class PairScores:
    """Scores passages of one lexicon against one another; a passage is its index in `lexicon.wordings`.

    `means` holds a unit vector for each passage, the weighted sum of its words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        weighed = lexicon.meaning * lexicon.weight[:, None]
        means = np.zeros((len(lexicon.wordings), lexicon.meaning.shape[1]), dtype=np.float32)
        for index, wording in enumerate(lexicon.wordings):
            means[index] = weighed[wording.rows].sum(axis=0)
        lengths = np.sqrt((means * means).sum(axis=1, keepdims=True))
        self.means: Matrix = means / np.maximum(lengths, 1e-6)
        every = np.arange(len(lexicon.keys))
        self._table = self._likeness(every, every) if len(every) <= WHOLE_TABLE else None

    def likeness(self, left: Rows, right: Rows) -> Matrix:
        """Likeness 0-1 of every word of `left` with every word of `right`."""
        return self._likeness(left, right) if self._table is None else self._table[left[:, None], right]

    def _likeness(self, left: Rows, right: Rows) -> Matrix:
        lex = self.lexicon
        near: Matrix = np.clip(products(lex.meaning[left], lex.meaning[right]), 0, 0.99)
        near[lex.hard[left][:, None] | lex.hard[right][None, :]] *= HARD_MEANING
        spelt = products(lex.spelling[left], lex.spelling[right])
        np.maximum(near, np.where(spelt >= NEAR_SPELLING, spelt, 0), out=near)
        group = lex.group[left]
        same = (lex.stem[left][:, None] == lex.stem[right][None, :]) | (
            (group[:, None] == lex.group[right][None, :]) & (group[:, None] > 0)
        )
        near[same] = 1
        return near

    def scores(self, one: int, others: Sequence[int]) -> Matrix:
        """Scores 0-1 of passage `one` with each of `others`; passages without words score 0."""
        lex = self.lexicon
        rows = lex.wordings[one].rows
        scores = np.zeros(len(others), dtype=np.float32)
        kept = [k for k, other in enumerate(others) if len(lex.wordings[other].rows)]
        if not len(rows) or not kept:
            return scores
        columns = [lex.wordings[others[k]].rows for k in kept]
        starts = np.concatenate([[0], np.cumsum([len(c) for c in columns])[:-1]]).astype(np.intp)
        right = np.concatenate(columns)
        near = self.likeness(rows, right)
        soft = _both_ways(near, lex.weight[rows], lex.weight[right], starts)
        same = _both_ways((near >= SAME_WORD).astype(np.float32), lex.weight[rows], lex.weight[right], starts)
        mixed = (1 - SAME_SHARE) * soft + SAME_SHARE * same
        told = [np.where(lex.telling[side], lex.weight[side], 0).astype(np.float32) for side in (rows, right)]
        evidence = _evidence(np.where(near >= ALIKE, near, 0).astype(np.float32), told[0], told[1], starts)
        # Passages of the same words and no others are the same, even where none of the words tells anything.
        mixed *= np.where(same > 0.999, 1, np.minimum(evidence / ENOUGH_EVIDENCE, 1))
        days = lex.wordings[one].days
        for at, k in enumerate(kept):
            theirs = lex.wordings[others[k]].days
            if days and theirs and not days & theirs:
                mixed[at] *= OTHER_DAY
        scores[kept] = mixed
        return scores


def _both_ways(near: Matrix, left: Matrix, right: Matrix, starts: Rows) -> Matrix:
    """Weighted share of the words of each side that the other side has, as the harmonic mean of the two.

    `near` is (words of one passage, words of several others on end), `starts` where each of the others begins.
    """
    forth = (np.maximum.reduceat(near, starts, axis=1) * left[:, None]).sum(axis=0) / max(float(left.sum()), 1e-6)
    back = np.add.reduceat(near.max(axis=0) * right, starts) / np.maximum(np.add.reduceat(right, starts), 1e-6)
    return np.asarray(2 * forth * back / np.maximum(forth + back, 1e-6), dtype=np.float32)


def _evidence(near: Matrix, left: Matrix, right: Matrix, starts: Rows) -> Matrix:
    """Weight of the telling words of the poorer side that are found on the other; shapes as in `_both_ways`."""
    forth = (np.maximum.reduceat(near, starts, axis=1) * left[:, None]).sum(axis=0)
    back = np.add.reduceat(near.max(axis=0) * right, starts)
    return np.asarray(np.minimum(forth, back), dtype=np.float32)
