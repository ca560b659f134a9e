"""Where and when claims stand, as columns of numbers, so that many pairs are told apart at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.apart import FEW_DAYS
from reader.links.ledger.pairing.figures import Marks, Places


class Settings:
    """The subject, the names and the days of some claims; what is told of pairs is what `apart` tells of each."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        numbers = {"": 0}
        self._subject: Places = np.array([numbers.setdefault(c.subject, len(numbers)) for c in claims], dtype=np.intp)
        self._wide = len(numbers)
        named = [
            place * self._wide + numbers[name]
            for place, claim in enumerate(claims)
            for name in claim.entities
            if name in numbers
        ]
        self._named: Places = np.sort(np.array(named, dtype=np.intp))
        none = (np.nan, np.nan)
        days = [(min(low for low, _ in c.when), max(high for _, high in c.when)) if c.when else none for c in claims]
        self._first, self._last = np.array(days, dtype=float).reshape(-1, 2).T
        self._daily: Marks = np.array([claim.daily for claim in claims], dtype=bool)

    def elsewhere(self, ones: Places, others: Places) -> Marks:
        """Whether each of two claims has its own subject, which the other does not name."""
        ours, theirs = self._subject[ones], self._subject[others]
        return np.asarray((ours > 0) & (theirs > 0) & ~self._names(others, ours) & ~self._names(ones, theirs))

    def _names(self, claims: Places, names: Places) -> Marks:
        """Whether each claim names the name beside it."""
        asked = claims * self._wide + names
        at = np.searchsorted(self._named, asked)
        return np.asarray(np.append(self._named, -1)[at] == asked)

    def at_other_times(self, ones: Places, others: Places) -> Marks:
        """Whether all days of each of two claims lie more than a few from those of the other; prices are left out."""
        first, last = self._first, self._last
        apart = np.maximum(first[ones] - last[others], first[others] - last[ones]) > FEW_DAYS
        return np.asarray(apart & ~(self._daily[ones] & self._daily[others]))
