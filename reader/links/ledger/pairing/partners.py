"""Claims of aligned passages that can only be meant for each other: the one number of such things in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.pairing.figures import SAME_FATE, Figures, Kinds, Marks, Numbers, Places, of_pairs
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import NEAR, TELLING
from reader.stopping import checkpoint

_MARGIN = 0.1
"""How much better the passage of one option must be aligned than that of another."""
_STEPS = 10_000
"""Scores are told in such parts of 1."""
_CROWDED = 12
"""A passage with more claims is a list or a table: nothing in it stands alone."""

_Aligned = tuple[Told, Columns]
_Found = list[tuple[int, int, float]]


class Partners:
    """Pairs of claims, by index, that stand alone for each other, and how surely their passages are aligned.

    Each pair of sources is worked through only once for the same claims and alignments: a source with all those before
    it together.
    """

    def __init__(self, told: Sequence[Told], alignments: Alignments, kinds: Kinds, memory: Memory) -> None:
        self._found: dict[tuple[int, int], float] = {}
        by_source = {each.source: each for each in told}
        sides: dict[str, list[_Aligned]] = defaultdict(list)
        for a, b, columns in alignments.by_sources():
            if a in by_source and b in by_source:
                left, right = sorted((by_source[a], by_source[b]), key=lambda each: each.first)
                sides[right.source].append((left, columns if left.source == a else columns.turned()))
        for source, lefts in sides.items():
            checkpoint()
            right = by_source[source]
            keys = [("partners", left.figured, right.figured, columns.key) for left, columns in lefts]
            made = memory.all(keys, lambda asked: _Pairing(kinds, [lefts[n] for n in asked], right).pairs())  # noqa: B023
            for (left, _), pairs in zip(lefts, made, strict=True):
                self._found.update({(left.first + i, right.first + j): score for i, j, score in pairs})

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._found)

    @property
    def scores(self) -> Iterable[float]:
        """The score of the alignment that pairs each two claims, in the same order."""
        return self._found.values()


class _Pairing:
    """Pairs off the claims of some sources, the `lefts`, with those of another.

    Equal values are paired first, then close ones, then those to whom the same happened; what is left in a passage is
    paired where only one is left. An option is a pair of claims of aligned passages that can be of one thing: `_one` is
    its claim among those of all `lefts` one behind the other, `_side` its source, `_other` its claim of the right.
    """

    def __init__(self, kinds: Kinds, lefts: Sequence[_Aligned], right: Told) -> None:
        self._lefts, self._right, self._kinds = [left for left, _ in lefts], right, kinds
        self._first = np.cumsum([0, *(len(left.claims) for left in self._lefts)])
        side, one, other, score = _met(lefts, right.figures, self._first)
        ours = np.concatenate([kinds.kind[left.figures] for left in self._lefts])
        alike = of_pairs(kinds.alike, ours[one], kinds.kind[right.figures][other])
        self._side, self._one, self._other = (held[alike > 0] for held in (side, one, other))
        self._score: Numbers = score[alike > 0]
        self._same_fate: Marks = alike[alike > 0] == SAME_FATE

    def pairs(self) -> list[_Found]:
        """For each of the `lefts` the claims paired off, by their places in either source, and how surely."""
        theirs = self._side * len(self._right.claims) + self._other
        best_first = np.rint((1 - self._score) * _STEPS).astype(np.intp)
        groups = [(group, np.argsort(group * (_STEPS + 1) + best_first)) for group in (self._one, theirs)]
        options = np.ones(len(self._score), dtype=bool)
        found = np.zeros(len(self._score), dtype=bool)
        for surely in (self._equal(), self._close(), self._same_fate, options):
            checkpoint()
            held = options & surely
            if held.any():
                one, other = (_clearly_best(group, order, self._score, held) for group, order in groups)
                paired = one & other
                found |= paired
                options = options & ~_among(self._one, paired) & ~_among(theirs, paired)
        return self._by_side(found)

    def _equal(self) -> Marks:
        low, high = np.concatenate([left.figures.reach for left in self._lefts], axis=1)[:, self._one]
        other_low, other_high = self._right.figures.reach[:, self._other]
        reached = np.flatnonzero(~((low > other_high) | (other_low > high)))
        ours = np.concatenate([self._kinds.value[left.figures] for left in self._lefts])[self._one]
        theirs = self._kinds.value[self._right.figures][self._other]
        equal = np.zeros(len(self._one), dtype=bool)
        equal[reached] = of_pairs(self._kinds.agree, ours[reached], theirs[reached]) > 0
        return equal

    def _close(self) -> Marks:
        low, high = np.concatenate([left.figures.ends for left in self._lefts], axis=1)[:, self._one]
        other_low, other_high = self._right.figures.ends[:, self._other]
        least, greatest = np.minimum(low, other_low), np.maximum(high, other_high)
        return np.asarray((least >= NEAR * greatest) & (greatest >= TELLING))

    def _by_side(self, found: Marks) -> list[_Found]:
        side = self._side[found]
        ones, others = (self._one[found] - self._first[side]).tolist(), self._other[found].tolist()
        pairs = list(zip(ones, others, self._score[found].tolist(), strict=True))
        bounds = np.searchsorted(side, np.arange(len(self._lefts) + 1)).tolist()
        return [pairs[start:end] for start, end in pairwise(bounds)]


def _met(lefts: Sequence[_Aligned], right: Figures, first: Places) -> tuple[Places, Places, Places, Numbers]:
    """The pairs of claims of aligned passages: which of `lefts` it is, the claim among those of all of them, that of
    the right, and the score of the alignment; the claims of each source begin at `first`."""
    checkpoint()
    columns = [held for _, held in lefts]
    ones, others = (
        np.frombuffer(b"".join(held), dtype=np.intc).astype(np.intp)
        for held in ([held.ones for held in columns], [held.others for held in columns])
    )
    scores = np.frombuffer(b"".join(held.scores for held in columns))
    side = np.repeat(np.arange(len(lefts)), [len(held.ones) for held in columns])
    figures = [left.figures for left, _ in lefts]
    begin, order = (
        np.concatenate([held + start for held, start in zip(parts, first.tolist(), strict=False)])
        for parts in ([own.begin for own in figures], [own.order for own in figures])
    )
    count = np.concatenate([own.count for own in figures])
    passages = np.array([len(own.count) for own in figures])
    place = (np.cumsum(passages) - passages)[side] + np.minimum(ones, passages[side] - 1)
    begin, count = begin[place], count[place]
    other_begin, other_count = right.in_passages(others)
    few = np.maximum(count, other_count) <= _CROWDED
    options = np.where(few, count * other_count, 0)
    at = np.repeat(np.arange(len(options)), options)
    step = np.arange(len(at)) - (np.cumsum(options) - options)[at]
    one, other = np.divmod(step, other_count[at]) if len(at) else (step, step)
    return side[at], order[begin[at] + one], right.order[other_begin[at] + other], scores[at]


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
