"""Claims of aligned passages that can only be meant for each other: the one number of such things in either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.pairing.figures import SAME_FATE, Kinds, Marks, Numbers, Places, of_pairs
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import NEAR, TELLING
from reader.stopping import checkpoint

_MARGIN = 0.1
"""How much better the passage of one option must be aligned than that of another."""
_STEPS = 10_000
"""Scores are told in such parts of 1."""
_CROWDED = 12
"""A passage with more claims is a list or a table: nothing in it stands alone."""

_Found = list[tuple[int, int, float]]


class _Aligned(NamedTuple):
    """Two accounts, the first of them that which comes first, and their aligned passages."""

    left: Told
    right: Told
    columns: Columns


class Partners:
    """Pairs of claims, by index, that stand alone for each other, and how surely their passages are aligned.

    Each pair of sources is worked through only once for the same claims and alignments: all that are new together.
    """

    def __init__(self, told: Sequence[Told], alignments: Alignments, kinds: Kinds, memory: Memory) -> None:
        self._found: dict[tuple[int, int], float] = {}
        by_source = {each.source: each for each in told}
        sides: list[_Aligned] = []
        for a, b, columns in alignments.by_sources():
            if a in by_source and b in by_source:
                left, right = sorted((by_source[a], by_source[b]), key=lambda each: each.first)
                sides.append(_Aligned(left, right, columns if left.source == a else columns.turned()))
        keys = [("partners", left.figured, right.figured, columns.key) for left, right, columns in sides]
        made = memory.all(keys, lambda asked: _Pairing(kinds, told, [sides[n] for n in asked]).pairs())
        for (left, right, _), pairs in zip(sides, made, strict=True):
            self._found.update({(left.first + i, right.first + j): score for i, j, score in pairs})

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._found)

    @property
    def scores(self) -> Iterable[float]:
        """The score of the alignment that pairs each two claims, in the same order."""
        return self._found.values()


class _Pairing:
    """Pairs off the claims of some pairs of accounts, the `sides`.

    Equal values are paired first, then close ones, then those to whom the same happened; what is left in a passage is
    paired where only one is left. An option is a pair of claims of aligned passages that can be of one thing: `_side`
    is its pair of accounts, `_one` and `_other` are its claims among those of all accounts one behind the other.
    """

    def __init__(self, kinds: Kinds, told: Sequence[Told], sides: Sequence[_Aligned]) -> None:
        self._kinds, self._sides = kinds, sides
        figures = [each.figures for each in told]
        self._kind, self._value = (np.concatenate([held[own] for own in figures]) for held in (kinds.kind, kinds.value))
        self._reach = np.concatenate([own.reach for own in figures], axis=1)
        self._ends = np.concatenate([own.ends for own in figures], axis=1)
        side, one, other, score = _met(told, sides)
        alike = of_pairs(kinds.alike, self._kind[one], self._kind[other])
        self._side, self._one, self._other = (held[alike > 0] for held in (side, one, other))
        self._score: Numbers = score[alike > 0]
        self._same_fate: Marks = alike[alike > 0] == SAME_FATE

    def pairs(self) -> list[_Found]:
        """For each of the `sides` the claims paired off, by their places in either source, and how surely."""
        best_first = np.rint((1 - self._score) * _STEPS).astype(np.intp)
        ours, theirs = (self._side * len(self._kind) + held for held in (self._one, self._other))
        groups = [(group, np.argsort(group * (_STEPS + 1) + best_first)) for group in (ours, theirs)]
        options = np.ones(len(self._score), dtype=bool)
        found = np.zeros(len(self._score), dtype=bool)
        for surely in (self._equal(), self._close(), self._same_fate, options):
            checkpoint()
            held = options & surely
            if held.any():
                one, other = (_clearly_best(group, order, self._score, held) for group, order in groups)
                paired = one & other
                found |= paired
                options = options & ~_among(ours, paired) & ~_among(theirs, paired)
        return self._by_side(found)

    def _equal(self) -> Marks:
        (low, high), (other_low, other_high) = self._reach[:, self._one], self._reach[:, self._other]
        reached = np.flatnonzero(~((low > other_high) | (other_low > high)))
        values = self._value[self._one[reached]], self._value[self._other[reached]]
        equal = np.zeros(len(self._one), dtype=bool)
        equal[reached] = of_pairs(self._kinds.agree, *values) > 0
        return equal

    def _close(self) -> Marks:
        (low, high), (other_low, other_high) = self._ends[:, self._one], self._ends[:, self._other]
        least, greatest = np.minimum(low, other_low), np.maximum(high, other_high)
        return np.asarray((least >= NEAR * greatest) & (greatest >= TELLING))

    def _by_side(self, found: Marks) -> list[_Found]:
        side = self._side[found]
        firsts = np.array([(left.first, right.first) for left, right, _ in self._sides], dtype=np.intp)[side].T
        ones, others = self._one[found] - firsts[0], self._other[found] - firsts[1]
        pairs = list(zip(ones.tolist(), others.tolist(), self._score[found].tolist(), strict=True))
        bounds = np.searchsorted(side, np.arange(len(self._sides) + 1)).tolist()
        return [pairs[start:end] for start, end in pairwise(bounds)]


def _met(told: Sequence[Told], sides: Sequence[_Aligned]) -> tuple[Places, Places, Places, Numbers]:
    """The pairs of claims of aligned passages: which of `sides` it is, the claims among those of all accounts, and the
    score of the alignment."""
    checkpoint()
    columns = [side.columns for side in sides]
    ones, others = (
        np.frombuffer(b"".join(held), dtype=np.intc).astype(np.intp)
        for held in ([held.ones for held in columns], [held.others for held in columns])
    )
    scores = np.frombuffer(b"".join(held.scores for held in columns))
    side = np.repeat(np.arange(len(sides)), [len(held.ones) for held in columns])
    begin, order = (
        np.concatenate([part + each.first for part, each in zip(parts, told, strict=True)])
        for parts in ([each.figures.begin for each in told], [each.figures.order for each in told])
    )
    count = np.concatenate([each.figures.count for each in told])
    passages = np.array([len(each.figures.count) for each in told])
    first = np.cumsum(passages) - passages
    number = {each.source: place for place, each in enumerate(told)}

    def claims_in(account: Places, passage: Places) -> tuple[Places, Places]:
        """Where the claims of passages begin in `order`, and how many they are."""
        place = first[account] + np.minimum(passage, passages[account] - 1)
        return begin[place], count[place]

    lefts, rights = np.array([(number[s.left.source], number[s.right.source]) for s in sides], dtype=np.intp)[side].T
    (begin_one, count_one), (begin_other, count_other) = claims_in(lefts, ones), claims_in(rights, others)
    few = np.maximum(count_one, count_other) <= _CROWDED
    options = np.where(few, count_one * count_other, 0)
    at = np.repeat(np.arange(len(options)), options)
    step = np.arange(len(at)) - (np.cumsum(options) - options)[at]
    one, other = np.divmod(step, count_other[at]) if len(at) else (step, step)
    return side[at], order[begin_one[at] + one], order[begin_other[at] + other], scores[at]


def _clearly_best(group: Places, order: Places, scores: Numbers, options: Marks) -> Marks:
    """Marks the options that are the only one of their group, or aligned clearly better than the others.

    `order` puts the options of a group together, best first.
    """
    order = order[options[order]]
    same = group[order][1:] == group[order][:-1]
    rival = same & (scores[order][1:] > scores[order][:-1] - _MARGIN)
    best = np.zeros(len(group), dtype=bool)
    best[order] = ~np.append(False, same) & ~np.append(rival, False)
    return best


def _among(group: Places, chosen: Marks) -> Marks:
    """Marks all that are of a group of which one is chosen."""
    taken = np.zeros(int(group.max(initial=0)) + 1, dtype=bool)
    taken[group[chosen]] = True
    return taken[group]
