"""How far passages say the same: words matched by meaning or, for names and numbers, by being the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Matrix, multiplied
from reader.links.passages.lexicon import words_of
from reader.links.passages.named import NamedWords
from reader.links.passages.nearness import ALIKE, AT_ONCE, FULL, Marks, Nearness, Table, counted, likeness
from reader.links.passages.vocabulary import Rows, Vocabulary
from reader.stopping import checkpoint

ENOUGH_EVIDENCE = 0.2
"""Weight of telling words found below which the score falls: common words alone never make passages alike."""
OTHER_DAY = 0.7
"""What is left of the score when both passages name days of the week, and none in common."""
MOST_PRODUCTS = 200_000_000
"""Multiplications between two questions whether to stop."""
Days = npt.NDArray[np.int64]
Padded = tuple[Rows, Matrix]
Shared = tuple[Rows, Rows, Rows]


class Likeness(NamedTuple):
    """Of passages how alike they are, 0-1, and how much the telling words weigh that both have."""

    alike: Matrix
    shared: Matrix


def passage_similarity(a: str, b: str) -> float:
    """How far two passages say the same, 0-1; 1 only for the same words, about .5 where they speak of one event."""
    left, right = (NamedWords(Vocabulary([words_of(text)])) for text in (a, b))
    return float(all_scores([left], right, Nearness()).alike[0, 0])


def all_scores(lefts: Sequence[NamedWords], right: NamedWords, nearness: Nearness) -> Likeness:
    """The likeness of all passages of some sources, one behind the other (rows), and of `right` (columns); without
    words it is 0."""
    *first, total = accumulate((len(left.own.wordings) for left in lefts), initial=0)
    width = len(right.own.wordings)
    (ours, evidence), (theirs, evidence_there) = (np.empty((2, total, width), dtype=np.float32) for _ in range(2))
    for left, start, end in zip(lefts, first, [*first[1:], total], strict=True):
        here, there = nearness.between(left, right)
        ours[start:end], evidence[start:end] = _found(left.own, here)
        theirs[start:end], evidence_there[start:end] = (held.T for held in _found(right.own, there))
    shared = np.minimum(evidence, evidence_there)
    alike = _blended(_mean(ours, theirs), shared)
    if right.days.any():
        days = np.concatenate([left.days for left in lefts])
        alike[_of_other_days(days[:, None], right.days)] *= OTHER_DAY
    return Likeness(alike, shared)


def _found(own: Vocabulary, found: Table) -> tuple[Matrix, Matrix]:
    """For each passage (a row) the share of its words that each other passage has, and how much the telling ones weigh
    that it has; `found` tells that of each word (`Nearness.between`)."""
    width, whole, told = found.shape[1] // 2, own.whole[:, None], found.astype(np.float32)
    weighed: Matrix = np.empty((len(whole), 2 * width), dtype=np.float32)
    for start in range(0, len(whole), step := max(1, MOST_PRODUCTS // max(1, found.size))):
        checkpoint()
        weighed[start : start + step] = multiplied(own.said[start : start + step], told)
    weighed /= FULL
    weighed[:, :width] /= whole
    return weighed[:, :width], weighed[:, width:]


def _of_other_days(days: Days, others: Days) -> Marks:
    """Whether each of two passages names days of the week, and none that the other names."""
    return np.asarray((days > 0) & (others > 0) & ((days & others) == 0))


def _mean(there: Matrix, here: Matrix) -> Matrix:
    """The harmonic mean of the share of the words of each side that the other side has."""
    return np.asarray(2 * there * here / np.maximum(there + here, 1e-6), dtype=np.float32)


def _blended(mean: Matrix, evidence: Matrix) -> Matrix:
    blended = mean * np.minimum(evidence / ENOUGH_EVIDENCE, 1)
    # Passages of the same words and no others are the same, even where none of the words tells anything.
    return np.asarray(np.where(mean > 0.999, mean, blended), dtype=np.float32)


def chosen_scores(left: NamedWords, right: NamedWords, passages: Rows, others: Rows) -> Likeness:
    """The likeness of some passages, each with one of `right`: for sources too long to score all with all."""
    scores, shared = (np.zeros(len(passages), dtype=np.float32) for _ in range(2))
    numbers = _numbers(left, right)
    ours, theirs = (np.array([len(w.rows) for w in side.own.wordings]) for side in (left, right))
    spoken = np.flatnonzero((ours[passages] > 0) & (theirs[others] > 0))
    sizes = _rounded(ours[passages[spoken]]), _rounded(theirs[others[spoken]])
    order = np.lexsort(sizes)
    start = 0
    while start < len(order):
        checkpoint()
        long, other = sizes[0][order[start]], sizes[1][order[start]]
        part = order[start : start + max(1, AT_ONCE // int(long * other) // 4)]
        part = part[(sizes[0][part] == long) & (sizes[1][part] == other)]
        pairs = spoken[part]
        padded = _padded(left.own, passages[pairs], long), _padded(right.own, others[pairs], other)
        scores[pairs], shared[pairs] = _each(left.own, right.own, padded, numbers)
        start += len(part)
    scores[_of_other_days(left.days[passages], right.days[others])] *= OTHER_DAY
    return Likeness(scores, shared)


def _numbers(left: NamedWords, right: NamedWords) -> Shared:
    """The stem and the name of each word of the left by the numbers they have in `right`, -1 where it has none; and the
    number of the name of each word of the right."""
    stems = {name: number for number, name in enumerate(right.own.stems)}
    names: dict[str, int] = {}
    theirs = np.array([names.setdefault(name, len(names)) for name in right.names], dtype=np.intp)
    ours = np.array([names.get(name, -1) if name else -1 for name in left.names], dtype=np.intp)
    stem = np.array([stems.get(name, -1) for name in left.own.stems], dtype=np.intp)
    return stem[left.own.stem], ours[left.own.group], theirs[right.own.group]


def _rounded(lengths: Rows) -> Rows:
    """Lengths of passages rounded up, so that many are of one size."""
    steps = np.where(lengths <= 64, 8, 64)
    return np.asarray((lengths + steps - 1) // steps * steps, dtype=np.intp)


def _padded(own: Vocabulary, passages: Rows, length: int) -> Padded:
    """The words of some passages, `length` each, and 1 for a word, 0 for what fills up."""
    runs = np.searchsorted(own.spoken, passages)
    ends = np.append(own.starts, len(own.on_end))
    places = own.starts[runs][:, None] + np.arange(length)
    inside = places < ends[runs + 1][:, None]
    return np.where(inside, own.on_end[np.minimum(places, len(own.on_end) - 1)], 0), inside.astype(np.float32)


def _each(left: Vocabulary, right: Vocabulary, padded: tuple[Padded, Padded], shared: Shared) -> Likeness:
    """The likeness of passages with one other each, of which the words are given."""
    (rows, inside), (columns, within) = padded
    same = (shared[0][rows][:, :, None] == right.stem[columns][:, None]) | (
        shared[1][rows][:, :, None] == shared[2][columns][:, None]
    )
    meant = left.meaning[rows] @ right.meaning[columns].transpose(0, 2, 1)
    spelt = left.spelling[rows] @ right.spelling[columns].transpose(0, 2, 1)
    near = likeness(meant, spelt, left.hard[rows][:, :, None] | right.hard[columns][:, None], same)
    near *= inside[:, :, None] * within[:, None]
    best = near.max(axis=2), near.max(axis=1)
    weights = left.weight[rows] * inside, right.weight[columns] * within
    telling = left.telling[rows], right.telling[columns]

    shares = [(counted(b) * w).sum(axis=1) / w.sum(axis=1) for b, w in zip(best, weights, strict=True)]
    found = [np.where((b >= ALIKE) & t, b * w, 0).sum(axis=1) for b, t, w in zip(best, telling, weights, strict=True)]
    evidence = np.minimum(*found)
    return Likeness(_blended(_mean(*shares), evidence), evidence)
