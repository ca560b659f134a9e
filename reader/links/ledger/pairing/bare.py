"""Sums that leave out their currency, which the other account gives: "41 million" against "41 million pounds"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.verdicts import SPECIFIC, scale
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


def in_money(
    bare: Sequence[Claim], sums: Sequence[Claim], aligned: Callable[[Claim, Claim], bool]
) -> list[tuple[int, int, Quantity]]:
    """Pairs of places of claims of `aligned` sentences that have no other than each other, and the bare one's value."""
    options = []
    for place, one in enumerate(bare):
        for other_place, other in enumerate(sums):
            if aligned(one, other):
                value = _in_currency_of(one.value, other.value)
                sizes = scale(value), _size(other)
                if max(sizes) <= _TWICE * min(sizes):
                    options.append((place, other_place, value))
    often, other_often = Counter(i for i, _, _ in options), Counter(j for _, j, _ in options)
    return [option for option in options if often[option[0]] == other_often[option[1]] == 1]


def _size(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    return scale(claim.value)


def _in_currency_of(value: object, other: object) -> Quantity:
    assert isinstance(value, Quantity) and isinstance(other, Quantity)
    whole = other.base_unit or other.unit  # "41 million" are never cents
    return replace(value, unit=whole, base_unit="", base_low=None, base_high=None)
