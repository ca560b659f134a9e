"""What speaks for pairs of claims being of one thing, weighed for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reader.links.ledger.judging.known import Evidence, Least
from reader.links.ledger.pairing.told import Sides
from reader.links.ledger.pairing.weighing.figures import (
    Kinds,
    Marks,
    Numbers,
    Places,
    among,
    distinct,
    of_pairs,
    told_of_pairs,
)
from reader.links.ledger.pairing.weighing.settings import Settings
from reader.links.ledger.pairing.weighing.surroundings import Surroundings, joined
from reader.links.ledger.pairing.weighing.weights import Weights
from reader.links.ledger.verdicts import Judgement
from reader.stopping import checkpoint

_ALIGNED = 0.25
"""How much of an alignment's score is added to what two contexts share."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs of claims by index, in order of the second, and what speaks for each: columns of what `Evidence` holds."""

    ones: Places
    others: Places
    context: Numbers
    telling: Numbers
    single: Marks
    together: Numbers
    aligned: Numbers
    tallies: Marks

    def of(self, places: Places) -> Iterator[tuple[int, int, Evidence]]:
        """Some of the pairs, each with what speaks for it."""
        columns = (self.context, self.telling, self.single, self.together, self.aligned, self.tallies)
        found = map(Evidence._make, zip(*(column[places].tolist() for column in columns), strict=True))
        return zip(self.ones[places].tolist(), self.others[places].tolist(), found, strict=True)

    def worth_judging(self, sides: Sides, near: Sides, around: Sequence[Surroundings], kinds: Kinds) -> Places:
        """The places of pairs of which something can come: not of those whose sentences share too little, or stand in
        other places or times, nor of numbers and dates of accounts that are not among those `near`.

        But for the last this only saves time: judging them would say that they are not to be set together, or, of
        things under two names, `remaining` takes them up.
        """
        quantity, date = (joined(held)[self.ones] for held in zip(*((a.quantity, a.date) for a in around), strict=True))
        hopeful = ~(quantity | date) | (near.of(self.ones, self.others) >= 0)
        quantity, date = np.flatnonzero(quantity & hopeful), np.flatnonzero(date & hopeful)
        settings = Settings(around)
        hopeful[date] = self._dates(sides, settings, date)
        checkpoint()
        hopeful[quantity] = self._numbers(settings, quantity)
        quantity = quantity[hopeful[quantity]]
        own = joined(kinds.kind[each.figures] for each in sides.told)
        hopeful[quantity] = of_pairs(kinds.alike, own[self.ones[quantity]], own[self.others[quantity]]) > 0
        return np.flatnonzero(hopeful)

    def values_judged(self, places: Places, sides: Sides, kinds: Kinds) -> Iterator[Judgement | None]:
        """The judgement on the values of some of the pairs."""
        own = joined(kinds.value[each.figures] for each in sides.told)
        found, which = told_of_pairs(kinds.judged, own[self.ones[places]], own[self.others[places]])
        return map(found.__getitem__, which.tolist())

    def _dates(self, sides: Sides, settings: Settings, at: Places) -> Marks:
        context, telling, together, aligned = (
            column[at] for column in (self.context, self.telling, self.together, self.aligned)
        )
        reach = joined(each.figures.reach for each in sides.told)
        (low, high), (other_low, other_high) = reach[:, self.ones[at]], reach[:, self.others[at]]
        same = (context >= Least.DATES) | (together > 0) | (aligned >= Least.SAME_DAY) | self.tallies[at]
        others = np.minimum(context, telling) >= Least.OTHER_DAYS
        others |= (together >= Least.ALONE[0]) & (context >= Least.ALONE[1])
        others |= (np.minimum(aligned, context) >= Least.BESIDE[0]) & (telling >= Least.BESIDE[1])
        others |= self.tallies[at]
        apart = (low > other_high) | (other_low > high)
        elsewhere = settings.elsewhere(self.ones[at], self.others[at]) & (apart | (together == 0))
        return np.asarray(np.where(apart, others, same) & ~elsewhere)

    def _numbers(self, settings: Settings, at: Places) -> Marks:
        hopeful = self.context[at] >= np.where(self.single[at], Least.SINGLE_NUMBERS, Least.NUMBERS)
        hopeful |= (self.together[at] > 0) | self.tallies[at]
        ones, others = self.ones[at], self.others[at]
        apart = settings.at_other_times(ones, others) & (self.together[at] < Least.ALONE[0])
        elsewhere = settings.elsewhere(ones, others) & (self.together[at] == 0)
        return np.asarray(hopeful & ~elsewhere & ~apart)


def weighed(
    sides: Sides, around: Sequence[Surroundings], met: Places, partners: Mapping[tuple[int, int], float],
    tallies: Sequence[tuple[int, int]],
) -> Weighed:  # fmt: skip
    """What speaks for the pairs that meet, for those that stand alone for each other, and for tallies; each once.

    Pairs are numbered by their second claim, then by the first.
    """
    total = max(1, len(sides.source))
    keys = [np.array([b * total + a for a, b in pairs], dtype=np.intp) for pairs in (partners, tallies)]
    pairs = distinct(np.concatenate([*keys, met]))
    checkpoint()
    others, ones = np.divmod(pairs, total)
    side = sides.of(ones, others)
    weights = Weights(around, sides)
    context, telling = weights.similarity(side, ones, others)
    aligned = _aligned(sides, around, side, ones, others)
    checkpoint()
    single = weights.single(ones, others)
    checkpoint()
    scores = _looked_up(keys[0], np.array(list(partners.values()), dtype=float), pairs)
    checkpoint()
    return Weighed(
        ones, others, np.minimum(1.0, context + _ALIGNED * aligned), telling, single, scores, aligned,
        among(pairs, keys[1]),
    )  # fmt: skip


def _aligned(sides: Sides, around: Sequence[Surroundings], side: Places, ones: Places, others: Places) -> Numbers:
    """How surely the passages of two claims are aligned, 0 where they are not."""
    passage: Places = joined(each.passage for each in around)
    wide = int(passage.max(initial=0)) + 1
    which, one, other, scores = sides.aligned
    told_of = (one < wide) & (other < wide)
    keys = ((which * wide + one) * wide + other)[told_of]
    return _looked_up(keys, scores[told_of], (side * wide + passage[ones]) * wide + passage[others])


def _looked_up(keys: Places, values: Numbers, asked: Places) -> Numbers:
    """The values of the keys that are asked for, 0 for those that are not there."""
    if not len(keys):
        return np.zeros(len(asked))
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[at] == asked, values[at], 0.0)
