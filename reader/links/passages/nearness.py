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
    from reader.links.passages.named import NamedWords
    from reader.links.passages.vocabulary import Rows, Vocabulary

NEAR_SPELLING = 0.55
"""Cosine of letter triples from which two words are taken for spellings of one (Hizbollah, Hezbollah: .67)."""
HARD_MEANING = 0.4
"""What likeness of meaning counts where a name, number or date is concerned: Tuesday is not Wednesday."""
FULL = 32_000
"""Likeness 1 in the tables, which hold whole numbers to be small."""
SAME_WORD = 0.8
SAME_SHARE = 0.3
"""Share of the score that goes by words that are the same, the rest going by likeness of words."""
ALIKE = 0.5
"""Likeness from which a telling word counts as found on the other side."""
MOST_WORDS = 6000
"""Words of which the likeness of all to all is kept; among more it is worked out each time for those that are asked."""
NEW_AT_ONCE = 128
"""New words that are compared with those before them at once: two words are as near as the same two the other way."""
AT_ONCE = 400_000
"""Pairs of words that are compared at once."""

Table = npt.NDArray[np.int16]
Marks = npt.NDArray[np.bool_]
Told = npt.NDArray[np.intc]


def likeness(meant: Matrix, spelt: Matrix, hard: Marks, same: Marks) -> Matrix:
    """Likeness of words, 0-1, from the products of their vectors, whether one of the two is hard, and whether they are
    one: forms of one word, or words of one name."""
    near: Matrix = np.clip(meant, 0, 0.99)
    near *= np.where(hard, np.float32(HARD_MEANING), np.float32(1))
    np.maximum(near, spelt * (spelt >= NEAR_SPELLING), out=near)
    near[same] = 1
    return near


def counted(near: Matrix) -> Matrix:
    """How far words count as found, by how near another comes to each: a word that is the same counts in full."""
    return near * np.float32(1 - SAME_SHARE) + np.float32(SAME_SHARE) * (near >= SAME_WORD).astype(np.float32)


class Words:
    """Words of several sources, each once, by number; what a word names, and whether it is hard, belong to it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool, str], int] = {}
        self._stems: dict[str, int] = {}
        self._names: dict[str, int] = {"": -1}
        self._parts: list[tuple[Matrix, Matrix, Told]] = []

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
        own = side.own
        stems = [self._stems.setdefault(own.stems[n], len(self._stems)) for n in own.stem[new].tolist()]
        names = [self._names.setdefault(side.names[n], len(self._names)) for n in own.group[new].tolist()]
        told = np.array([own.hard[new], stems, names, own.telling[new]], dtype=np.intc).T
        self._parts.append((own.meaning[new], own.spelling[new], told))
        return rows

    @property
    def telling(self) -> Marks:
        """Which words tell something in any text."""
        return self._joined()[2][:, 3] > 0

    def _joined(self) -> tuple[Matrix, Matrix, Told]:
        if len(self._parts) > 1:
            self._parts = [tuple(np.concatenate(held) for held in zip(*self._parts, strict=True))]  # type: ignore[list-item]
        return self._parts[0]

    def likeness(self, ones: Rows | slice, others: Rows | slice) -> Table:
        """How near some words are to some others."""
        meaning, spelling, told = self._joined()
        meant, spelt = meaning[others], spelling[others]
        their_hard, their_stem, their_name, _ = np.ascontiguousarray(told[others].T)
        ours = np.arange(len(self))[ones]
        near = np.empty((len(ours), len(meant)), dtype=np.int16)
        step = max(1, AT_ONCE // max(1, len(meant)))
        for start in range(0, len(ours), step):
            checkpoint()
            rows = ours[start : start + step]
            hard, stem, name = told[rows, :3].T[:, :, None]
            same = (stem == their_stem) | ((name == their_name) & (name >= 0))
            found = likeness(
                products(meaning[rows], meant), products(spelling[rows], spelt), (hard | their_hard) > 0, same
            )
            near[start : start + step] = np.rint(found * FULL)
        return near


class Nearness:
    """Keeps how near the words of sources are, for as long as they are few enough.

    For each source it also keeps how far each of the words is found in each of its passages: that belongs to the source
    and not to a pair, and two sources are compared by looking it up.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._words = Words()
        self._rows: WeakKeyDictionary[NamedWords, Rows] = WeakKeyDictionary()
        self._held: WeakKeyDictionary[NamedWords, Table] = WeakKeyDictionary()
        self._table: Table = np.empty((0, 0), dtype=np.int16)
        self._filled = 0

    def between(self, left: NamedWords, right: NamedWords) -> tuple[Table, Table]:
        """How far each word of the left is found in each passage of the right, and the other way (`found_in`)."""
        if left in self._rows and right in self._rows:
            here, there = self._found_in(right), self._found_in(left)
            return here.take(self._rows[left], axis=0), there.take(self._rows[right], axis=0)
        words = Words()
        ours, theirs = words.number(left), words.number(right)
        near = words.likeness(ours, theirs)
        here = found_in(right.own, near.T, np.arange(len(theirs)), left.own.telling)
        return here, found_in(left.own, near, np.arange(len(ours)), right.own.telling)

    def take_in(self, sides: Sequence[NamedWords]) -> None:
        """Put the words of these sources into the table, as far as there is room; those of others make room."""
        if self._filled + sum(len(side.own.keys) for side in sides if side not in self._rows) > MOST_WORDS:
            asked = {key for side in sides for key in side.keys}
            known = sum(key in self._words for key in asked)
            if known < self._filled and self._filled + len(asked) - known > MOST_WORDS:
                self._begin()
        for side in sides:
            if side not in self._rows and len(self._words) + len(side.own.keys) <= MOST_WORDS:
                self._rows[side] = self._words.number(side)
        self._fill()

    def _found_in(self, side: NamedWords) -> Table:
        """How far each word of the table is found in each passage of a source."""
        held = self._held.get(side)
        known = 0 if held is None else len(held)
        if held is None or known < self._filled:
            near, telling = self._table[:, known : self._filled], self._words.telling[known:]
            new = found_in(side.own, near, self._rows[side], telling)
            self._held[side] = held = new if held is None else np.concatenate([held, new])
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


def found_in(own: Vocabulary, table: Table, numbers: Rows, telling: Marks) -> Table:
    """How far each word (a row) is found in each passage of a source (a column), in steps of 1 / `FULL`; and behind all
    passages how far once more, as a telling word.

    The columns of `table` are the words, its rows `numbers` those of the source; `telling` marks the telling words.
    """
    near = best_of_passages(table, own, numbers).astype(np.float32) / np.float32(FULL)
    checkpoint()
    found = np.concatenate([counted(near), near * ((near >= ALIKE) & telling)])
    return np.ascontiguousarray(np.rint(found * FULL).T, dtype=np.int16)


def best_of_passages(table: Table, own: Vocabulary, numbers: Rows) -> Table:
    """The greatest likeness of each column to the words of each passage, as (passages, columns).

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
