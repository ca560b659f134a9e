"""How much the words around claims weigh, and so how far the sentences of two claims tell of the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from reader.links.ledger.pairing.told import Sides
from reader.links.ledger.pairing.weighing.figures import Marks, Numbers, Places, different, rows_of
from reader.links.ledger.pairing.weighing.surroundings import Surroundings, joined
from reader.stopping import checkpoint

_ROOM = 200_000
"""Places of a table of claims and terms that is made at once."""
_FEW = 11
"""Sentences of two accounts that are too few to tell rare terms from common ones."""
_LEAST = 0.2
"""What the commonest terms weigh."""


class Weights:
    """How much each term of the claims of two accounts weighs: rare ones of these two more, names a little more, common
    ones next to nothing.

    The terms of all claims stand one behind the other: `_term` and `_factor` tell of each which it is and what it
    weighs at most; `_begin` where those of each claim begin.
    """

    def __init__(self, around: Sequence[Surroundings], sides: Sides) -> None:
        self._sides = sides
        counts = joined(each.count for each in around)
        terms, self._term = different(joined(each.term for each in around))
        self._factor: Numbers = joined(each.factor for each in around)
        self._word: Marks = joined(each.word for each in around)
        self._begin: Places = np.append(0, np.cumsum(counts))
        self._wide = len(terms)
        source = np.repeat(np.arange(len(around)), [len(each.term) for each in around])
        seen = joined(each.seen for each in around)
        place = source[seen] * self._wide + self._term[seen]
        self._seen: Numbers = np.bincount(place, self._factor[seen], len(around) * self._wide).astype(float)
        self._sentences: Numbers = np.array(
            [_log_of(around[a].sentences + around[b].sentences) for a, b in zip(sides.left, sides.right, strict=True)]
        )
        self._tally: Places = joined(each.tally for each in around)
        self._only: Marks = joined(each.only for each in around)

    def single(self, ones: Places, others: Places) -> Marks:
        """Whether each of two claims is the only number its source gives of such a thing."""
        return np.asarray((self._tally[ones] == self._tally[others]) & self._only[ones] & self._only[others])

    def similarity(self, side: Places, ones: Places, others: Places) -> tuple[Numbers, Numbers]:
        """The weight of what two claims share over that of the poorer one, 0-1: of all terms, and of words alone.

        `side` is the pair of accounts they are of; `others` are in order.
        """
        shared, told = np.zeros(len(ones)), np.zeros(len(ones))
        step = max(1, _ROOM // max(1, self._wide))
        for first in range(0, len(self._begin) - 1, step):
            checkpoint()
            start, end = np.searchsorted(others, (first, first + step)).tolist()
            if start < end:
                part = slice(start, end)
                shared[part], told[part] = self._shared(side[part], ones[part], others[part] - first, first, step)
        (all_ones, words_of_ones), (all_others, words_of_others) = (
            self._all(accounts, side, claims)
            for accounts, claims in ((self._sides.left, ones), (self._sides.right, others))
        )
        whole, words = np.minimum(all_ones, all_others), np.minimum(words_of_ones, words_of_others)
        return np.minimum(1.0, shared / np.maximum(whole, 1.5)), np.minimum(1.0, told / np.maximum(words, 1.0))

    def _shared(self, side: Places, ones: Places, rows: Places, first: int, step: int) -> tuple[Numbers, Numbers]:
        """The weight of the terms that claims share with `step` claims from `first` on, of which `rows` are asked."""
        bounds = self._begin[first : first + step + 1]
        begin, end = int(bounds[0]), int(bounds[-1])
        table = np.zeros((len(bounds) - 1, self._wide))
        claim = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        table[claim, self._term[begin:end]] = self._factor[begin:end]
        pair, at = self._terms_of(ones)
        weight = np.minimum(self._factor[at], table[rows[pair], self._term[at]]) * self._rarity(side[pair], at)
        return self._summed(pair, at, weight, len(ones))

    def _all(self, accounts: Places, side: Places, claims: Places) -> tuple[Numbers, Numbers]:
        """The weight of all terms of some claims, and of their words, in the pair of accounts they are asked for; each
        claim is weighed once in each."""
        first, count = self._sides.first, self._sides.count
        which, row = rows_of(count, accounts)
        pair, at = self._terms_of(row)
        weights = self._summed(pair, at, self._factor[at] * self._rarity(which[pair], at), len(row))
        begin = np.cumsum(count[accounts]) - count[accounts] - first[accounts]
        place = begin[side] + claims
        return weights[0][place], weights[1][place]

    def _terms_of(self, claims: Places) -> tuple[Places, Places]:
        """The places of the terms of each of some claims, and which of these claims each is of."""
        counts = self._begin[claims + 1] - self._begin[claims]
        pair = np.repeat(np.arange(len(claims)), counts)
        return pair, np.arange(len(pair)) + (self._begin[claims] - np.cumsum(counts) + counts)[pair]

    def _rarity(self, side: Places, at: Places) -> Numbers:
        """What terms weigh in a pair of accounts, by how many sentences have them, and how surely."""
        left, right = (held[side] * self._wide + self._term[at] for held in (self._sides.left, self._sides.right))
        often = self._seen[left] + self._seen[right]
        often[often == 0] = 1  # of those beside other claims of a sentence
        return np.asarray(np.maximum(_LEAST, 1 - np.log(often) / self._sentences[side]))

    def _summed(self, of: Places, at: Places, weight: Numbers, total: int) -> tuple[Numbers, Numbers]:
        """The sums of the weights of terms and of words alone."""
        whole, words = (np.bincount(of, held, total) for held in (weight, weight * self._word[at]))
        return whole.astype(float), words.astype(float)


def _log_of(sentences: int) -> float:
    """What the rarity of terms is told by; infinite where all are as rare."""
    return math.log(1 + sentences) if sentences > _FEW else math.inf
