"""The claims of a source as columns of numbers, so that those of many sources are set against one another at once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from reader.links.ledger.contexts import Claim
from reader.links.ledger.verdicts import ends, reach
from reader.mentions import DateValue, Quantity

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Kind = tuple[object, ...]
_Thing = TypeVar("_Thing", bound=Hashable)


class Figures:
    """What is asked of the claims of one source for every other.

    `begin` and `count` tell where the claims of each passage stand in `order`; `reach` (2, claims) between which ends a
    value must lie that can agree with that of each claim, `ends` (2, claims) its least and its greatest end, not a
    number where one is open. `kinds` and `values` hold each kind and value once, `kind` and `value` which of them the
    claims have; two claims of one kind can be partners of the same others.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        passages = np.array([claim.passage for claim in claims], dtype=np.intp)
        self.order: Places = np.argsort(passages, kind="stable")
        self.count: Places = np.append(np.bincount(passages), 0)  # the last one stands for all passages without a claim
        self.begin: Places = np.cumsum(self.count) - self.count
        self.reach: Numbers = np.array([reach(claim.value) for claim in claims], dtype=float).reshape(-1, 2).T
        self.ends: Numbers = np.array([ends(claim.value) for claim in claims], dtype=float).reshape(-1, 2).T
        self.kinds, self.kind = numbered([_kind(claim) for claim in claims])
        self.values, self.value = numbered([claim.value for claim in claims])
        self.of_kind = dict(zip(map(_kind, claims), claims, strict=True))

    def in_passages(self, passages: Places) -> tuple[Places, Places]:
        """Where the claims of some passages begin in `order`, and how many they are."""
        known = np.minimum(passages, len(self.count) - 1)
        return self.begin[known], self.count[known]


def numbered(found: Sequence[_Thing]) -> tuple[list[_Thing], Places]:
    """The different things found, in order, and which of them each is."""
    numbers: dict[_Thing, int] = {}
    which = [numbers.setdefault(thing, len(numbers)) for thing in found]
    return list(numbers), np.array(which, dtype=np.intp)


def _kind(claim: Claim) -> Kind:
    """All that decides whose partner a claim can be."""
    if isinstance(claim.value, DateValue):
        return claim.kind, claim.aside, claim.value.precision
    alone = isinstance(claim.value, Quantity) and (claim.counted == "?" or ":" in claim.counted)
    said = (claim.value.low, claim.value.high) if alone and isinstance(claim.value, Quantity) else ()
    return claim.kind, claim.dimension, claim.counted, claim.role, *said
