"""Where and when claims stand, so that many pairs are told apart at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.ledger.judging.apart import FEW_DAYS
from reader.links.ledger.pairing.weighing.figures import Marks, Places
from reader.links.ledger.pairing.weighing.surroundings import Surroundings, joined


class Settings:
    """The subject, the names and the days of some claims; what is told of pairs is what `apart` tells of each."""

    def __init__(self, around: Sequence[Surroundings]) -> None:
        self._subject: Places = joined(each.subject for each in around)
        self._wide = int(self._subject.max(initial=0)) + 1
        names, named = (joined(held) for held in ([each.names for each in around], [each.named for each in around]))
        claim = np.repeat(np.arange(len(names)), names)
        subjects = named < self._wide  # others are never asked for
        self._named: Places = np.sort(claim[subjects] * self._wide + named[subjects])
        self._first, self._last = joined(each.days for each in around)
        self._daily: Marks = joined(each.daily for each in around)

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
