"""What speaks for pairs of claims being of one thing, weighed for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reader.links.alignments import Alignments
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.known import Evidence, Least
from reader.links.ledger.pairing.figures import (
    Kinds,
    Marks,
    Numbers,
    Places,
    among,
    distinct,
    numbered,
    of_pairs,
    told_of_pairs,
)
from reader.links.ledger.pairing.partners import Partners
from reader.links.ledger.pairing.settings import Settings
from reader.links.ledger.pairing.tallies import Tallies
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.pairing.weights import Weights
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

    def worth_judging(self, told: Sequence[Told], claims: Sequence[Claim], kinds: Kinds) -> Places:
        """The places of pairs of which something can come: not of those whose sentences share too little, or stand in
        other places or times.

        This only saves time: judging them would say that they are not to be set together.
        """
        kind = np.array([claim.kind for claim in claims])[self.ones]
        number, date = np.flatnonzero(kind == "quantity"), np.flatnonzero(kind == "date")
        settings = Settings(claims)
        hopeful = np.ones(len(kind), dtype=bool)
        hopeful[date] = self._dates(told, settings, date)
        checkpoint()
        hopeful[number] = self._numbers(settings, number)
        number = number[hopeful[number]]
        own = np.concatenate([kinds.kind[each.figures] for each in told])
        hopeful[number] = of_pairs(kinds.alike, own[self.ones[number]], own[self.others[number]]) > 0
        return np.flatnonzero(hopeful)

    def values_judged(self, places: Places, told: Sequence[Told], kinds: Kinds) -> Iterator[Judgement | None]:
        """The judgement on the values of some of the pairs."""
        own = np.concatenate([kinds.value[each.figures] for each in told])
        found, which = told_of_pairs(kinds.judged, own[self.ones[places]], own[self.others[places]])
        return map(found.__getitem__, which.tolist())

    def _dates(self, told: Sequence[Told], settings: Settings, at: Places) -> Marks:
        context, telling, together, aligned = (
            column[at] for column in (self.context, self.telling, self.together, self.aligned)
        )
        reach = np.concatenate([each.figures.reach for each in told], axis=1)
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
    told: Sequence[Told], alignments: Alignments, met: Iterable[tuple[Places, Places]], partners: Partners,
    tallies: Tallies,
) -> Weighed:  # fmt: skip
    """What speaks for the pairs that meet, for those that stand alone for each other, and for tallies; each once."""
    claims = [claim for each in told for claim in each.claims]
    total = len(claims)
    keys = [np.array([b * total + a for a, b in pairs], dtype=np.intp) for pairs in (partners, tallies)]
    pairs = distinct(np.concatenate([*keys, *(b * total + a for a, b in met)]))
    checkpoint()
    others, ones = np.divmod(pairs, max(1, total))
    weights = Weights(claims)
    context, telling = weights.similarity(ones, others)
    aligned = _aligned(told, claims, alignments, ones, others)
    checkpoint()
    single = weights.single(ones, others)
    checkpoint()
    scores = _looked_up(keys[0], np.array(list(partners.scores), dtype=float), pairs)
    checkpoint()
    return Weighed(
        ones, others, np.minimum(1.0, context + _ALIGNED * aligned), telling, single, scores, aligned,
        among(pairs, keys[1]),
    )  # fmt: skip


def _aligned(
    told: Sequence[Told], claims: Sequence[Claim], alignments: Alignments, ones: Places, others: Places
) -> Numbers:
    """How surely the passages of two claims are aligned, 0 where they are not."""
    letters, source = numbered([claim.source for claim in claims])
    number = {letter: place for place, letter in enumerate(letters)}
    passage = np.array([claim.passage for claim in claims], dtype=np.intp)
    wide = int(passage.max(initial=0)) + 1
    keys, scores = [np.zeros(0, dtype=np.intp)], [np.zeros(0)]
    for a, b, columns in alignments.by_sources():
        checkpoint()
        if a in number and b in number:
            columns = columns if number[a] < number[b] else columns.turned()
            left, right = sorted((number[a], number[b]))
            one, other = (np.frombuffer(held, dtype=np.intc).astype(np.intp) for held in (columns.ones, columns.others))
            told_of = np.flatnonzero((one < wide) & (other < wide))
            keys.append(((left * len(letters) + right) * wide + one[told_of]) * wide + other[told_of])
            scores.append(np.frombuffer(columns.scores)[told_of])
    asked = ((source[ones] * len(letters) + source[others]) * wide + passage[ones]) * wide + passage[others]
    return _looked_up(np.concatenate(keys), np.concatenate(scores), asked)


def _looked_up(keys: Places, values: Numbers, asked: Places) -> Numbers:
    """The values of the keys that are asked for, 0 for those that are not there."""
    if not len(keys):
        return np.zeros(len(asked))
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[at] == asked, values[at], 0.0)
