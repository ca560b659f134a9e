"""What a word means, how it is spelt and how much it tells, in whatever text it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from reader.links.passages.embedding import Embedder, Matrix, word_vectors
from reader.links.passages.lexicon import SPELLING_DIMENSIONS, spelling_vectors
from reader.stopping import checkpoint

TELLING_LENGTH = 100.0
"""Length of the vector of a word that tells as much as words do on average ("bridge"); "the" has a third of it."""
LEAST_WEIGHT, GREATEST_WEIGHT = 0.1, 1.5
UNKNOWN_WEIGHT, UNKNOWN_SHORT_WEIGHT = 0.9, 0.3
MOST_KEPT = 8192
"""Words that are kept in mind, which takes 10 MB."""
LONGEST = 40
"""Letters of a word that are looked at."""


class Measures(NamedTuple):
    """Of some words, a row each: unit vectors of `meaning` and `spelling`, and the `weight` of what each tells."""

    meaning: Matrix
    spelling: Matrix
    weight: Matrix


class MeasuredWords:
    """The words lately seen with their measures: most words of an article stand in others as well."""

    def __init__(self, embedder: Embedder, most: int = MOST_KEPT) -> None:
        self._embedder, self._most = embedder, most
        self._row: dict[str, int] = {}
        meaning, spelling = (np.empty((most, size), np.float32) for size in (embedder.dimensions, SPELLING_DIMENSIONS))
        self._kept = Measures(meaning, spelling, np.empty(most, np.float32))

    def of(self, words: Sequence[str]) -> Measures:
        """The measures of lower-case words without accents."""
        words = [word[:LONGEST] for word in words]
        new = [word for word in dict.fromkeys(words) if word not in self._row]
        if len(self._row) + len(new) > self._most:
            self._row.clear()
            new = list(dict.fromkeys(words))
            if len(new) > self._most:
                return self._measured(words)
        if new:
            first = len(self._row)
            for column, made in zip(self._kept, self._measured(new), strict=True):
                column[first : first + len(new)] = made
            self._row.update(zip(new, range(first, first + len(new)), strict=True))
        rows = [self._row[word] for word in words]
        meaning, spelling, weight = self._kept
        return Measures(meaning[rows], spelling[rows], weight[rows])

    def _measured(self, words: Sequence[str]) -> Measures:
        checkpoint()
        vectors = self._embedder.vectors(words)
        lengths = np.sqrt((vectors * vectors).sum(axis=1))
        checkpoint()
        meaning = vectors / np.maximum(lengths, 1e-6)[:, None]
        checkpoint()
        spelling = spelling_vectors(words)
        checkpoint()
        unknown = np.array(
            [UNKNOWN_SHORT_WEIGHT if len(word) <= 3 and word.isascii() else UNKNOWN_WEIGHT for word in words],
            dtype=np.float32,
        )
        told = np.where(lengths > 0, lengths / TELLING_LENGTH, unknown)
        return Measures(meaning, spelling, np.clip(told, LEAST_WEIGHT, GREATEST_WEIGHT))


@cache
def measured_words() -> MeasuredWords:
    """The words lately seen, measured by the shipped model."""
    return MeasuredWords(word_vectors())
