"""How near the words of all sources are to one another, each pair of words worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Matrix, products
from reader.stopping import checkpoint

if TYPE_CHECKING:
    from reader.links.passages.crowd import NamedWords
    from reader.links.passages.vocabulary import Rows

NEAR_SPELLING = 0.55
"""Cosine of letter triples from which two words are taken for spellings of one (Hizbollah, Hezbollah: .67)."""
HARD_MEANING = 0.4
"""What likeness of meaning counts where a name, number or date is concerned: Tuesday is not Wednesday."""
FULL = 32_000
"""Likeness 1 in the tables, which hold whole numbers to be small."""
MOST_WORDS = 6000
"""Words of which the likeness of all to all is kept; among more it is worked out each time for those that are asked."""
AT_ONCE = 400_000
"""Pairs of words that are compared at once."""

Table = npt.NDArray[np.int16]
Marks = npt.NDArray[np.bool_]


def likeness(meant: Matrix, spelt: Matrix, hard: Marks, same: Marks) -> Matrix:
    """Likeness of words, 0-1, from the products of their vectors, whether one of the two is hard, and whether they are
    one: forms of one word, or words of one name."""
    near: Matrix = np.clip(meant, 0, 0.99)
    near[hard] *= HARD_MEANING
    np.maximum(near, np.where(spelt >= NEAR_SPELLING, spelt, 0), out=near)
    near[same] = 1
    return near


class Words:
    """Words of several sources, each once, by number; what a word names, and whether it is hard, belong to it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool, str], int] = {}
        self._stems: dict[str, int] = {}
        self._names: dict[str, int] = {"": -1}
        self._parts: list[tuple[Matrix, Matrix, Rows]] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, key: tuple[str, bool, str]) -> bool:
        return key in self._numbers

    def number(self, side: NamedWords) -> Rows:
        """The number of each word of a source; new words are taken in."""
        numbers, known = self._numbers, len(self._numbers)
        rows = np.array([numbers.setdefault(key, len(numbers)) for key in side.keys], dtype=np.intp)
        new = rows >= known
        if new.any():
            own = side.own
            stems = [self._stems.setdefault(own.stems[n], len(self._stems)) for n in own.stem[new].tolist()]
            names = [self._names.setdefault(side.names[n], len(self._names)) for n in own.group[new].tolist()]
            told = np.array([own.hard[new], stems, names], dtype=np.intp).T
            self._parts.append((own.meaning[new], own.spelling[new], told))
        return rows

    def likeness(self, ones: Rows | slice, others: Rows | slice) -> Table:
        """How near some words are to some others."""
        if len(self._parts) > 1:
            self._parts = [tuple(np.concatenate(held) for held in zip(*self._parts, strict=True))]  # type: ignore[list-item]
        (meaning, spelling, told) = self._parts[0]
        meant, spelt, theirs = meaning[others], spelling[others], told[others]
        ours = np.arange(len(self))[ones]
        near = np.empty((len(ours), len(theirs)), dtype=np.int16)
        step = max(1, AT_ONCE // max(1, len(theirs)))
        for start in range(0, len(ours), step):
            checkpoint()
            rows = ours[start : start + step]
            hard, stem, name = told[rows].T[:, :, None]
            same = (stem == theirs[:, 1]) | ((name == theirs[:, 2]) & (name >= 0))
            found = likeness(
                products(meaning[rows], meant), products(spelling[rows], spelt), (hard | theirs[:, 0]) > 0, same
            )
            near[start : start + step] = np.rint(found * FULL)
        return near


class Nearness:
    """Keeps how near the words of sources are, for as long as they are few enough."""

    def __init__(self) -> None:
        self._words = Words()
        self._rows: WeakKeyDictionary[NamedWords, Rows] = WeakKeyDictionary()
        self._table: Table = np.empty((0, 0), dtype=np.int16)
        self._filled = 0

    def between(self, right: NamedWords, sides: Sequence[NamedWords]) -> tuple[Table, list[Rows]]:
        """(words of `right`, words): how near they are; and which of the words are those of each of `sides`."""
        if self._take_in([right, *sides]):
            return self._table[self._rows[right], : self._filled], [self._rows[side] for side in sides]
        words = Words()
        rows = [words.number(side) for side in (*sides, right)]
        return words.likeness(rows[-1], slice(None)), rows[:-1]

    def _take_in(self, sides: Sequence[NamedWords]) -> bool:
        """Whether the words of these sources are in the table, or could be taken in."""
        new = [side for side in sides if side not in self._rows]
        if self._filled + sum(len(side.own.keys) for side in new) > MOST_WORDS:
            unknown = {key for side in new for key in side.keys if key not in self._words}
            if self._filled + len(unknown) > MOST_WORDS:
                return False
        for side in new:
            self._rows[side] = self._words.number(side)
        self._fill()
        return True

    def _fill(self) -> None:
        """Work out how near the words that came in are to all."""
        filled, total = self._filled, len(self._words)
        if filled == total:
            return
        if total > len(self._table):
            larger = np.empty((2 * total, 2 * total), dtype=np.int16)
            larger[:filled, :filled] = self._table[:filled, :filled]
            self._table = larger
        found = self._words.likeness(slice(filled, total), slice(None))
        self._table[filled:total, :total] = found
        self._table[:filled, filled:total] = found[:, :filled].T
        self._filled = total
