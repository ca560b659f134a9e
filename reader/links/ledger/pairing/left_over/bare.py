"""Sums that leave out their currency, which the other account gives: "41 million" against "41 million pounds"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.intervals import scale
from reader.links.ledger.verdicts import SPECIFIC
from reader.mentions import Quantity

_WITHOUT_ROLE = frozenset({"", "strength"})
_TWICE = 2


def is_bare(claim: Claim) -> bool:
    """Whether a number, not a small one, says neither what it counts nor what befell it."""
    if not isinstance(claim.value, Quantity) or claim.dimension or scale(claim.value) < SPECIFIC:
        return False
    return claim.counted == "?" and claim.role in _WITHOUT_ROLE


def is_sum(claim: Claim) -> bool:
    """Whether a claim is of a sum of money."""
    return claim.mention.kind == "money" and isinstance(claim.value, Quantity)


def in_money(numbers: Sequence[tuple[int, int]], claims: Sequence[tuple[Claim, Claim]]) -> list[tuple[int, Quantity]]:
    """Of pairs of a bare number and a sum, whose `numbers` tell them apart, the places of those that have no other than
    each other, and the bare one's value."""
    options = []
    for place, (one, other) in enumerate(claims):
        value = _in_currency_of(one.value, other.value)
        sizes = scale(value), _size(other)
        if max(sizes) <= _TWICE * min(sizes):
            options.append((place, value))
    often, other_often = (Counter(numbers[place][side] for place, _ in options) for side in (0, 1))
    return [(place, v) for place, v in options if often[numbers[place][0]] == other_often[numbers[place][1]] == 1]


def _size(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    return scale(claim.value)


def _in_currency_of(value: object, other: object) -> Quantity:
    assert isinstance(value, Quantity) and isinstance(other, Quantity)
    whole = other.base_unit or other.unit  # "41 million" are never cents
    return replace(value, unit=whole, base_unit="", base_low=None, base_high=None)
