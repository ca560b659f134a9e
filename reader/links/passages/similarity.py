"""How far passages say the same: words matched by meaning or, for names and numbers, by being the same."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.links.passages.crowd import Crowd, NamedWords
from reader.links.passages.embedding import Matrix
from reader.links.passages.lexicon import words_of
from reader.links.passages.nearness import AT_ONCE, FULL, Marks, Nearness, Table, likeness
from reader.links.passages.vocabulary import Rows, Said, Vocabulary
from reader.stopping import checkpoint

SAME_WORD = 0.8
SAME_SHARE = 0.3
"""Share of the score that goes by words that are the same, the rest going by likeness of words."""
ALIKE = 0.5
"""Likeness from which a word counts as found on the other side."""
ENOUGH_EVIDENCE = 0.2
"""Weight of telling words found below which the score falls: common words alone never make passages alike."""
OTHER_DAY = 0.7
"""What is left of the score when both passages name days of the week, and none in common."""
WORDS = 100_000
"""Words of passages that are looked up at once."""
Days = npt.NDArray[np.int64]
Padded = tuple[Rows, Matrix]
Shared = tuple[Rows, Rows, Rows]


class Likeness(NamedTuple):
    """Of pairs of passages how alike they are, 0-1, and how much the telling words weigh that both have."""

    alike: Matrix
    shared: Matrix


def passage_similarity(a: str, b: str) -> float:
    """How far two passages say the same, 0-1; 1 only for the same words, about .5 where they speak of one event."""
    left, right = (NamedWords(Vocabulary([words_of(text)])) for text in (a, b))
    none = np.zeros(1, dtype=np.intp)
    return float(looked_up_scores(Crowd([left]), right, none, none, Nearness()).alike[0])


def looked_up_scores(crowd: Crowd, right: NamedWords, passages: Rows, others: Rows, nearness: Nearness) -> Likeness:
    """The likeness of some passages of the crowd, each with one of `right`; without words it is 0."""
    scores, shared = (np.zeros(len(passages), dtype=np.float32) for _ in range(2))
    ours, theirs = crowd.said, right.own.said
    spoken = np.flatnonzero((ours.counts[passages] > 0) & (theirs.counts[others] > 0))
    if not len(spoken):
        return Likeness(scores, shared)
    there, columns, here = nearness.between(right, crowd.sides)
    ours = ours._replace(row=columns[ours.row])
    one, other = passages[spoken], others[spoken]
    found = zip(_found(ours, one, there, other), _found(theirs, other, here, one), strict=True)
    (soft, soft_here), (same, same_here), (evidence, evidence_here) = found
    shared[spoken] = np.minimum(evidence, evidence_here)
    scores[spoken] = _blended(_mean(soft, soft_here), _mean(same, same_here), shared[spoken])
    scores[_of_other_days(crowd.days[passages], right.days[others])] *= OTHER_DAY
    return Likeness(scores, shared)


def _found(said: Said, passages: Rows, best: Table, others: Rows) -> Matrix:
    """What some passages have in common, each with another.

    That is the share of its words that are near there, the share that is the same, and how much the telling ones weigh
    that are found; `best` tells how near each word (a column) comes to each other passage (a row), in steps of 1 /
    `FULL`.
    """
    found = np.empty((3, len(passages)), dtype=np.float32)
    rounded = _rounded(said.counts)
    lengths = rounded[passages]
    for length in np.unique(lengths).tolist():
        asked, pairs = np.flatnonzero(rounded == length), np.flatnonzero(lengths == length)
        place = np.empty(len(rounded), dtype=np.intp)
        place[asked] = np.arange(len(asked))
        row, weight, telling = _filled_up(said, asked, length)
        for start in range(0, len(pairs), step := max(1, WORDS // length)):
            checkpoint()
            part = pairs[start : start + step]
            at = place[passages[part]]
            near = best.reshape(-1).take(row[at] + (others[part] * best.shape[1])[:, None]).astype(np.float32)
            weighing = weight[at]
            found[0, part] = np.einsum("ij,ij->i", weighing, near) / FULL
            found[1, part] = np.einsum("ij,ij->i", weighing, (near >= SAME_WORD * FULL).astype(np.float32))
            near *= near >= ALIKE * FULL
            found[2, part] = np.einsum("ij,ij->i", telling[at], near) / FULL
    found[:2] /= said.whole[passages]
    return found


def _filled_up(said: Said, passages: Rows, length: int) -> tuple[Rows, Matrix, Matrix]:
    """The rows and weights of the words of some passages, a line each, and those of telling ones; filled up with 0."""
    place = np.arange(length)
    inside = place < said.counts[passages][:, None]
    words = np.where(inside, said.begin[passages][:, None] + place, 0)
    return said.row[words], said.weight[words] * inside, said.telling[words] * inside


def _of_other_days(days: Days, others: Days) -> Marks:
    """Whether each of two passages names days of the week, and none that the other names."""
    return np.asarray((days > 0) & (others > 0) & ((days & others) == 0))


def _mean(there: Matrix, here: Matrix) -> Matrix:
    """The harmonic mean of the share of the words of each side that the other side has."""
    return np.asarray(2 * there * here / np.maximum(there + here, 1e-6), dtype=np.float32)


def _blended(soft: Matrix, same: Matrix, evidence: Matrix) -> Matrix:
    mixed = (1 - SAME_SHARE) * soft + SAME_SHARE * same
    # Passages of the same words and no others are the same, even where none of the words tells anything.
    return np.asarray(mixed * np.where(same > 0.999, 1, np.minimum(evidence / ENOUGH_EVIDENCE, 1)), np.float32)


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

    def share(best: Matrix, weight: Matrix) -> Matrix:
        return np.asarray((best * weight).sum(axis=1) / weight.sum(axis=1), dtype=np.float32)

    soft = _mean(*map(share, best, weights))
    same_words = _mean(*map(share, [(side >= SAME_WORD).astype(np.float32) for side in best], weights))
    found = [np.where((b >= ALIKE) & t, b * w, 0).sum(axis=1) for b, t, w in zip(best, telling, weights, strict=True)]
    evidence = np.minimum(*found)
    return Likeness(_blended(soft, same_words, evidence), evidence)
