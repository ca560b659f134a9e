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
    from reader.links.passages.vocabulary import Rows, Vocabulary

NEAR_SPELLING = 0.55
"""Cosine of letter triples from which two words are taken for spellings of one (Hizbollah, Hezbollah: .67)."""
HARD_MEANING = 0.4
"""What likeness of meaning counts where a name, number or date is concerned: Tuesday is not Wednesday."""
FULL = 32_000
"""Likeness 1 in the tables, which hold whole numbers to be small."""
MOST_WORDS = 6000
"""Words of which the likeness of all to all is kept; among more it is worked out each time for those that are asked."""
NEW_AT_ONCE = 128
"""New words that are compared with those before them at once: two words are as near as the same two the other way."""
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
        numbered, first = np.unique(rows, return_index=True)  # two names of one entity may have a word in common
        new = first[numbered >= known]
        if len(new):
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
    """Keeps how near the words of sources are, for as long as they are few enough.

    For each source it also keeps how near each of the words comes to the words of each of its passages: that belongs to
    the source and not to a pair, and two sources are compared by looking it up.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._words = Words()
        self._rows: WeakKeyDictionary[NamedWords, Rows] = WeakKeyDictionary()
        self._best: WeakKeyDictionary[NamedWords, Table] = WeakKeyDictionary()
        self._table: Table = np.empty((0, 0), dtype=np.int16)
        self._filled = 0

    def between(self, right: NamedWords, sides: Sequence[NamedWords]) -> tuple[Table, Rows, Table]:
        """How near the words of `sides`, set one behind the other, come to each passage of `right`, and those of
        `right` to each of theirs.

        The first table has a row for each passage of `right`; with it comes which of its columns is that of each word
        of `sides`. The second has a row for each passage of `sides` and a column for each word of `right`.
        """
        if self.take_in([right, *sides]):
            here = np.concatenate([self._best_of(side).take(self._rows[right], axis=1) for side in sides])
            return self._best_of(right), np.concatenate([self._rows[side] for side in sides]), here
        words = Words()
        rows = [words.number(side) for side in (*sides, right)]
        near = words.likeness(rows.pop(), slice(None))
        turned = np.ascontiguousarray(near.T)
        here = np.concatenate([best_of_passages(turned, side.own, own) for side, own in zip(sides, rows, strict=True)])
        return best_of_passages(near, right.own, np.arange(len(near))), np.concatenate(rows), here

    def take_in(self, sides: Sequence[NamedWords]) -> bool:
        """Whether the words of these sources are in the table, or could be taken in; those of others make room."""
        if self._filled + sum(len(side.own.keys) for side in sides if side not in self._rows) > MOST_WORDS:
            asked = {key for side in sides for key in side.keys}
            if len(asked) > MOST_WORDS:
                return False
            if self._filled + sum(key not in self._words for key in asked) > MOST_WORDS:
                self._begin()
        for side in sides:
            if side not in self._rows:
                self._rows[side] = self._words.number(side)
        self._fill()
        return True

    def _best_of(self, side: NamedWords) -> Table:
        """How near each word of the table comes to each passage of a source."""
        held = self._best.get(side)
        known = 0 if held is None else held.shape[1]
        if held is None or known < self._filled:
            new = best_of_passages(self._table[:, known : self._filled], side.own, self._rows[side])
            self._best[side] = held = new if held is None else np.concatenate([held, new], axis=1)
        return held

    def _fill(self) -> None:
        """Work out how near the words that came in are to all."""
        filled, total = self._filled, len(self._words)
        if filled == total:
            return
        if total > len(self._table):
            larger = np.empty((2 * total, 2 * total), dtype=np.int16)
            larger[:filled, :filled] = self._table[:filled, :filled]
            self._table = larger
        for start in range(filled, total, NEW_AT_ONCE):
            end = min(start + NEW_AT_ONCE, total)
            found = self._words.likeness(slice(start, end), slice(0, end))
            self._table[start:end, :end] = found
            self._table[:start, start:end] = found[:, :start].T
        self._filled = total


def best_of_passages(table: Table, own: Vocabulary, numbers: Rows) -> Table:
    """The greatest likeness, column by column, of the words of each passage, as (passages, columns).

    `numbers` are the rows of the table that hold the words of `own`; a passage without words has a row of zeros.
    """
    found = np.zeros((len(own.wordings), table.shape[1]), dtype=np.int16)
    if len(own.spoken):
        order, places = own.by_place
        best = table[numbers[places[0]]]
        for rows in places[1:]:
            longer = best[: len(rows)]
            np.maximum(longer, table[numbers[rows]], out=longer)
        checkpoint()
        found[own.spoken[order]] = best
    return found
