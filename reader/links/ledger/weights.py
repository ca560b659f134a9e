"""How much the words around claims weigh, and so how far the sentences of two claims tell of the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from reader.links.ledger.contexts import Claim, document_frequency
from reader.stopping import checkpoint


class Weights:
    """How much each term of some claims weighs: rare ones more, names a little more, common ones next to nothing."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        seen = document_frequency(claims)
        contexts = math.log(1 + len({(claim.source, claim.passage) for claim in claims}))
        few = contexts <= math.log(12)  # too few sentences to tell rare from common
        weight = {t: 1.0 if few else max(0.2, 1 - math.log(n) / contexts) for t, n in seen.items()}
        self._terms = [{t: weight.get(t, 1.0) * f for t, f in claim.terms.items()} for claim in claims]
        checkpoint()
        self._totals = [(sum(held.values()), sum(w for t, w in held.items() if t[0] != "@")) for held in self._terms]
        checkpoint()
        self._tallies = [(claim.source, *_tally(claim)) for claim in claims]
        self._often = Counter(self._tallies)

    def single(self, a: int, b: int) -> bool:
        """Whether each of two claims is the only number its source gives of such a thing."""
        left, right = self._tallies[a], self._tallies[b]
        return left[1:] == right[1:] and self._often[left] == self._often[right] == 1

    def similarity(self, a: int, b: int) -> tuple[float, float]:
        """The weight of what two claims share over that of the poorer one, 0-1: of all terms, and of words alone."""
        left, right = self._terms[a], self._terms[b]
        shared = told = 0.0
        for term in left.keys() & right.keys():
            weight, other = left[term], right[term]
            weight = weight if weight < other else other
            shared += weight
            told += weight if term[0] != "@" else 0.0
        (all_a, words_a), (all_b, words_b) = self._totals[a], self._totals[b]
        return min(1.0, shared / max(min(all_a, all_b), 1.5)), min(1.0, told / max(min(words_a, words_b), 1.0))


def _tally(claim: Claim) -> tuple[str, str, str, str, bool]:
    role = "" if claim.role == "strength" else claim.role
    counted = "person" if role and claim.counted == "?" else claim.counted
    return claim.kind, claim.dimension, counted, role, claim.past
