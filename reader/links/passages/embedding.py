"""Word vectors: how near in meaning two words are, and how much a word tells at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from reader.shipped import resource
from reader.threads import on_one_thread

if TYPE_CHECKING:
    from collections.abc import Mapping

Matrix = npt.NDArray[np.float32]

LONGEST_WORD = 40
"""Characters of a word that are divided into pieces; what is longer is no word."""
LONGEST_PIECE = 20


ONE_THREAD = 250_000
"""Multiplications up to which the library under numpy stays on one thread; waking others costs more than it saves."""
MOST_ROWS = 64


def products(left: Matrix, right: Matrix) -> Matrix:
    """All scalar products of the rows of two matrices."""
    return multiplied(left, right.T)


def multiplied(left: Matrix, right: Matrix) -> Matrix:
    """The product of two matrices; where other threads may be woken, made of pieces so small that none is."""
    deep, columns = right.shape
    room = ONE_THREAD // max(1, deep)
    if on_one_thread() or len(left) * columns <= room:
        return np.asarray(left @ right, dtype=np.float32)
    made = np.empty((len(left), columns), dtype=np.float32)
    wide = max(4, room // min(len(left), MOST_ROWS)) if columns > room // 4 else columns
    tall = max(1, room // wide)
    whole = len(left) // tall * tall
    stacked = np.ascontiguousarray(left[:whole]).reshape(-1, tall, deep)
    for start in range(0, columns, wide):
        part = right[:, start : start + wide]
        made[:whole, start : start + wide] = np.matmul(stacked, part).reshape(whole, part.shape[1])
        np.matmul(left[whole:], part, out=made[whole:, start : start + wide])
    return made


class Embedder(Protocol):
    """What the aligner asks of a word-vector model."""

    dimensions: int

    def vectors(self, words: Sequence[str]) -> Matrix:
        """One row a word (lower-case, without accents), zeros when unknown; a row is longer the more its word tells."""
        ...


class WordVectors:
    """The shipped table: 4-bit steps with one scale a row, opened a few rows at a time."""

    def __init__(self) -> None:
        with np.load(resource("data", "word_vectors.npz")) as table:
            words = table["words"].tobytes().decode("ascii").split("\n")
            self._packed: npt.NDArray[np.uint8] = table["packed"]
            self._scale = table["scale"].astype(np.float32)
        self._row: Mapping[str, int] = {word: row for row, word in enumerate(words)}
        self.dimensions = 2 * self._packed.shape[1]
        self._pieces = lru_cache(maxsize=65_536)(self._divide)

    def vectors(self, words: Sequence[str]) -> Matrix:
        rows = [self._pieces(word) for word in words]
        lengths = np.array([len(pieces) for pieces in rows], dtype=np.intp)
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.intp, count=int(lengths.sum()))
        summed = np.zeros((len(words), self.dimensions), dtype=np.float32)
        unpacked, starts = self._unpacked(flat), np.cumsum(lengths) - lengths
        for place in range(int(lengths.max(initial=0))):
            longer = np.flatnonzero(lengths > place)
            summed[longer] += unpacked[starts[longer] + place]
        return summed

    def _unpacked(self, rows: npt.NDArray[np.intp]) -> Matrix:
        packed = self._packed[rows]
        opened = np.empty((len(rows), self.dimensions), dtype=np.float32)
        opened[:, 0::2] = packed & 15
        opened[:, 1::2] = packed >> 4
        opened -= 8
        opened *= self._scale[rows, None]
        return opened

    def _divide(self, word: str) -> tuple[int, ...]:
        """Rows of the longest pieces that make up `word` from the left (WordPiece); none when it cannot be made."""
        rows: list[int] = []
        start, word = 0, word[:LONGEST_WORD]
        while start < len(word):
            for end in range(min(len(word), start + LONGEST_PIECE), start, -1):
                row = self._row.get(word[start:end] if start == 0 else "##" + word[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return ()
        return tuple(rows)


@cache
def word_vectors() -> Embedder:
    """The shipped model, read on first use."""
    return WordVectors()
