"""How much the words around claims weigh, and so how far the sentences of two claims tell of the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from reader.links.ledger.claims.contexts import Claim, document_frequency
from reader.links.ledger.pairing.figures import Marks, Numbers, Places, numbered
from reader.stopping import checkpoint

_ROOM = 200_000
"""Places of a table of claims and terms that is made at once."""


class Weights:
    """How much each term of some claims weighs: rare ones more, names a little more, common ones next to nothing.

    The terms of all claims stand one behind the other: `_claim`, `_term` and `_weight` tell of each whose it is, which,
    and what it weighs there; `_begin` where those of each claim begin.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        counts = np.array([len(claim.terms) for claim in claims], dtype=np.intp)
        terms, self._term = numbered([term for claim in claims for term in claim.terms])
        factors = np.array([factor for claim in claims for factor in claim.terms.values()], dtype=float)
        checkpoint()
        self._claim: Places = np.repeat(np.arange(len(claims)), counts)
        self._begin: Places = np.append(0, np.cumsum(counts))
        self._weight: Numbers = np.array(_rarity(claims, terms), dtype=float)[self._term] * factors
        words = np.array([term[0] != "@" for term in terms], dtype=bool)
        self._word: Marks = words[self._term]
        self._all, self._words = (
            np.bincount(self._claim, weights, len(claims)) for weights in (self._weight, self._weight * self._word)
        )
        self._wide = len(terms)
        _, self._tally = numbered([_tally(claim) for claim in claims])
        spoken, voice = numbered([(claim.source, *_tally(claim)) for claim in claims])
        self._only: Marks = np.bincount(voice, minlength=len(spoken))[voice] == 1

    def single(self, ones: Places, others: Places) -> Marks:
        """Whether each of two claims is the only number its source gives of such a thing."""
        return np.asarray((self._tally[ones] == self._tally[others]) & self._only[ones] & self._only[others])

    def similarity(self, ones: Places, others: Places) -> tuple[Numbers, Numbers]:
        """The weight of what two claims share over that of the poorer one, 0-1: of all terms, and of words alone.

        `others` are in order.
        """
        shared, told = np.zeros(len(ones)), np.zeros(len(ones))
        step = max(1, _ROOM // max(1, self._wide))
        for first in range(0, len(self._all), step):
            checkpoint()
            start, end = np.searchsorted(others, (first, first + step)).tolist()
            if start < end:
                part = slice(start, end)
                shared[part], told[part] = self._shared(ones[part], others[part] - first, first, first + step)
        whole, words = (np.minimum(held[ones], held[others]) for held in (self._all, self._words))
        return np.minimum(1.0, shared / np.maximum(whole, 1.5)), np.minimum(1.0, told / np.maximum(words, 1.0))

    def _shared(self, ones: Places, rows: Places, first: int, end: int) -> tuple[Numbers, Numbers]:
        """The weight of the terms that claims share with those from `first` on, of which `rows` are asked for."""
        begin, stop = self._begin[[first, min(end, len(self._all))]].tolist()
        table = np.zeros((end - first, self._wide))
        table[self._claim[begin:stop] - first, self._term[begin:stop]] = self._weight[begin:stop]
        counts = self._begin[ones + 1] - self._begin[ones]
        pair = np.repeat(np.arange(len(ones)), counts)
        at = np.arange(len(pair)) + (self._begin[ones] - np.cumsum(counts) + counts)[pair]
        weight = np.minimum(self._weight[at], table[rows[pair], self._term[at]])
        shared, told = (np.bincount(pair, held, len(ones)) for held in (weight, weight * self._word[at]))
        return shared.astype(float), told.astype(float)


def _rarity(claims: Sequence[Claim], terms: Sequence[str]) -> list[float]:
    """What each term weighs, by how many sentences have it."""
    seen = document_frequency(claims)
    contexts = math.log(1 + len({(claim.source, claim.passage) for claim in claims}))
    if contexts <= math.log(12):  # too few sentences to tell rare from common
        return [1.0] * len(terms)
    return [max(0.2, 1 - math.log(seen[term]) / contexts) if seen[term] else 1.0 for term in terms]


def _tally(claim: Claim) -> tuple[str, str, str, str, bool]:
    role = "" if claim.role == "strength" else claim.role
    counted = "person" if role and claim.counted == "?" else claim.counted
    return claim.kind, claim.dimension, counted, role, claim.past
