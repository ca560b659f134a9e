"""Whether two numbers may be of one thing as far as their sizes tell: ages, shocks, stretches of time, crowds."""

from __future__ import annotations

import math

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.intervals import scale
from reader.links.ledger.verdicts import TELLING, Judgement, ends, near_values
from reader.mentions import Duration, Quantity

_NO_OTHER, _OF_PEOPLE, _OF_THINGS = 3, 4, 12
"""How many times larger one of two numbers may be; of people who were counted at leisure, and of anything else."""
_YEAR, _YEARS_APART = 366, 6
_EVERYDAY = frozenset({"%", "time"})
_COUNTED_AT_LEISURE = frozenset({"testified", "employed", "population", "capacity", "aboard"})
"""Roles of people of whom two accounts know about as well how many they are, unlike the dead and the missing."""


def size_of(claim: Claim) -> float:
    """How large a number is, by `scale`; 0 for what is none."""
    return scale(claim.value) if isinstance(claim.value, (Quantity, Duration)) else 0.0


def near_ages(a: Claim, b: Claim) -> bool:
    """Whether two ages may be told of one person, though they are not the same: nobody is taken for half as old."""
    return abs(size_of(a) - size_of(b)) <= _YEARS_APART * _YEAR


def near_shocks(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether two magnitudes may be of one shock: an open limit ("aftershocks over 5.0") is told of lesser ones."""
    return judgement.verdict == "differ" or near_values(a.value, b.value)


def open_stretches(a: Claim, b: Claim) -> bool:
    """Whether two stretches of time overlap only because one has no end ("more than two hours", "6 to 75 years")."""
    if not (isinstance(a.value, Duration) and isinstance(b.value, Duration)):
        return False
    sides = [ends(claim.value) for claim in (a, b)]
    return any(math.isnan(low) for low, _ in sides) and not any(low == high for low, high in sides)


def of_a_size(a: Claim, b: Claim, times: float = _NO_OTHER) -> bool:
    """Whether neither of two numbers is so many times the other."""
    sizes = size_of(a), size_of(b)
    return max(sizes) <= times * min(sizes)


def is_small_count(claim: Claim) -> bool:
    """Whether a number is a small count, which one account is likely to share with any other."""
    return not claim.dimension and scale(claim.value) < TELLING if isinstance(claim.value, Quantity) else False


def many_times(a: Claim, b: Claim) -> bool:
    """Whether one of two counts is many times the other, of what no account gets so wrong: not of two tolls."""
    if a.dimension or {a.role, b.role}.isdisjoint(NEUTRAL | _COUNTED_AT_LEISURE):
        return False
    return not of_a_size(a, b, _OF_PEOPLE if {a.role, b.role} & _COUNTED_AT_LEISURE else _OF_THINGS)


def is_everyday(a: Claim, b: Claim) -> bool:
    """Whether two shares or stretches of time are of those that many things of one account last or take."""
    if a.dimension not in _EVERYDAY or a.language != b.language:
        return False
    return isinstance(a.value, Quantity | Duration) and a.value.low is not None and float(a.value.low).is_integer()
