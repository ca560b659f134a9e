"""Claims of aligned passages that can only be meant for each other: the one number of such things in either."""

from __future__ import annotations

import numpy as np

from reader.links.ledger.pairing.told import Sides
from reader.links.ledger.pairing.weighing.figures import SAME_FATE, Kinds, Marks, Numbers, Places, of_pairs
from reader.links.ledger.pairing.weighing.surroundings import joined
from reader.links.ledger.verdicts import NEAR, TELLING
from reader.stopping import checkpoint

_MARGIN = 0.1
"""How much better the passage of one option must be aligned than that of another."""
_STEPS = 10_000
"""Scores are told in such parts of 1."""
_CROWDED = 12
"""A passage with more claims is a list or a table: nothing in it stands alone."""


def partners(sides: Sides, kinds: Kinds) -> dict[tuple[int, int], float]:
    """Pairs of claims, by index, that stand alone for each other, and how surely their passages are aligned."""
    return _Pairing(sides, kinds).pairs()


class _Pairing:
    """Pairs off the claims of some pairs of accounts.

    Equal values are paired first, then close ones, then those to whom the same happened; what is left in a passage is
    paired where only one is left. An option is a pair of claims of aligned passages that can be of one thing: `_side`
    is its pair of accounts, `_one` and `_other` are its claims among those of all accounts one behind the other. It is
    none where both claims have another of their own noun ("two men", "three guards": no two guards and two men).
    """

    def __init__(self, sides: Sides, kinds: Kinds) -> None:
        self._kinds = kinds
        figures = [each.figures for each in sides.told]
        self._kind, self._value = (joined(held[own] for own in figures) for held in (kinds.kind, kinds.value))
        self._reach = joined(own.reach for own in figures)
        self._ends = joined(own.ends for own in figures)
        side, one, other, score = _met(sides)
        alike = of_pairs(kinds.alike, self._kind[one], self._kind[other])
        options = np.flatnonzero(alike > 0)
        options = options[self._of_own_noun(side[options], one[options], other[options])]
        self._side, self._one, self._other = (held[options] for held in (side, one, other))
        self._score: Numbers = score[options]
        self._same_fate: Marks = alike[options] == SAME_FATE

    def _of_own_noun(self, side: Places, ones: Places, others: Places) -> Marks:
        """Marks the pairs of claims of one noun, and those of which not both are in such a pair with another."""
        noun = self._kinds.nouns()[self._kind]
        same = (noun[ones] == noun[others]) & (noun[ones] > 0)
        ours, theirs = (side * len(noun) + held for held in (ones, others))
        return np.asarray(same | ~(_among(ours, same) & _among(theirs, same)))

    def pairs(self) -> dict[tuple[int, int], float]:
        """The claims paired off, and how surely."""
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
        ones, others, scores = (held[found].tolist() for held in (self._one, self._other, self._score))
        return dict(zip(zip(ones, others, strict=True), scores, strict=True))

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


def _met(sides: Sides) -> tuple[Places, Places, Places, Numbers]:
    """The pairs of claims of aligned passages: which pair of accounts it is, the claims among those of all accounts,
    and the score of the alignment."""
    checkpoint()
    side, ones, others, scores = sides.aligned
    figures = [each.figures for each in sides.told]
    begin, order = (
        joined(part + first for part, first in zip(parts, sides.first.tolist(), strict=True))
        for parts in ([own.begin for own in figures], [own.order for own in figures])
    )
    count = joined(own.count for own in figures)
    passages = np.array([len(own.count) for own in figures])
    first = np.cumsum(passages) - passages

    def claims_in(account: Places, passage: Places) -> tuple[Places, Places]:
        """Where the claims of passages begin in `order`, and how many they are."""
        place = first[account] + np.minimum(passage, passages[account] - 1)
        return begin[place], count[place]

    begin_one, count_one = claims_in(sides.left[side], ones)
    begin_other, count_other = claims_in(sides.right[side], others)
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
