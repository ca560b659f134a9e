"""The claims of a source as columns of numbers, so that those of many sources are set against one another at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import islice
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.alike import may_be_partners
from reader.links.ledger.judging.dated import told_in
from reader.links.ledger.verdicts import Judgement, as_judged, ends, judge, reach
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint, watched

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Marks = npt.NDArray[np.bool_]
Kind = tuple[object, ...]
ALIKE, SAME_FATE = 1, 2
MOST_KNOWN = 500_000
"""Pairs of kinds and of values of which it is kept what they are to each other."""
_SPREAD = 16
"""Numbers that reach no further than so many times as many as they are, are told apart by a table and not sorted."""
_Thing = TypeVar("_Thing", bound=Hashable)
_Told = TypeVar("_Told")


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
        checkpoint()
        self.ends: Numbers = np.array([ends(claim.value) for claim in claims], dtype=float).reshape(-1, 2).T
        checkpoint()
        self.kinds, self.kind = numbered([_kind(claim) for claim in claims])
        self.values, self.value = numbered([claim.value for claim in claims])
        self.of_kind = dict(zip(map(_kind, claims), claims, strict=True))


def numbered(found: Sequence[_Thing]) -> tuple[list[_Thing], Places]:
    """The different things found, in order, and which of them each is."""
    numbers: dict[_Thing, int] = {}
    which = [numbers.setdefault(thing, len(numbers)) for thing in found]
    return list(numbers), np.array(which, dtype=np.intp)


def _kind(claim: Claim) -> Kind:
    """All that decides whose partner a claim can be."""
    if isinstance(claim.value, DateValue):
        return claim.kind, claim.aside, told_in(claim)
    alone = isinstance(claim.value, Quantity) and (claim.counted == "?" or ":" in claim.counted)
    said = (claim.value.low, claim.value.high) if alone and isinstance(claim.value, Quantity) else ()
    return claim.kind, claim.dimension, claim.counted, claim.role, *said


class Kinds:
    """The kinds and the values of the claims of sources, each once, and what two of them are to each other.

    Values are the same here that are judged alike.

    There are few against the pairs of claims. `kind` and `value` give those of the claims of each source taken in,
    `examples` a claim of each kind.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.kind: WeakKeyDictionary[Figures, Places] = WeakKeyDictionary()
        self.value: WeakKeyDictionary[Figures, Places] = WeakKeyDictionary()
        self._kinds: dict[Kind, int] = {}
        self._values: dict[Hashable, int] = {}
        self.examples: list[Claim] = []
        self._of_number: list[Hashable] = []
        self._known: dict[tuple[int, int], int] = {}
        self._judged: dict[tuple[int, int], Judgement | None] = {}

    def take_in(self, sources: Sequence[Figures]) -> None:
        """Number what sources claim; what two kinds or values are to each other is kept until they are too many."""
        if len(self._known) + len(self._judged) > MOST_KNOWN:
            self._begin()
        for own in sources:
            if own not in self.kind:
                self.kind[own] = _numbers(self._kinds, own.kinds)[own.kind]
                self.value[own] = _numbers(self._values, map(as_judged, own.values))[own.value]
                self.examples += [own.of_kind[kind] for kind in islice(self._kinds, len(self.examples), None)]
                self._of_number += islice(self._values, len(self._of_number), None)

    def alike(self, one: int, other: int) -> int:
        """Whether claims of two kinds can be of one thing: 0, or `ALIKE`, or `SAME_FATE` where the same befell it."""
        if (one, other) not in self._known:
            a, b = self.examples[one], self.examples[other]
            found = SAME_FATE if a.role == b.role not in NEUTRAL else ALIKE
            self._known[one, other] = found if may_be_partners(a, b) else 0
        return self._known[one, other]

    def nouns(self) -> Places:
        """The noun that each kind counts, as a number; 0 where it leaves it out, or counts nothing."""
        said = ["" if claim.counted == "?" else claim.counted for claim in self.examples]
        return numbered(["", *said])[1][1:]

    def judged(self, one: int, other: int) -> Judgement | None:
        """The judgement on two values of one thing."""
        if (one, other) not in self._judged:
            self._judged[one, other] = judge(self._of_number[one], self._of_number[other])
        return self._judged[one, other]

    def agree(self, one: int, other: int) -> bool:
        """Whether two values agree."""
        judged = self.judged(one, other)
        return judged is not None and judged.verdict == "agree"


def _numbers(known: dict[_Thing, int], things: Iterable[_Thing]) -> Places:
    """The numbers of some things; those that have none are given one."""
    return np.array([known.setdefault(thing, len(known)) for thing in things], dtype=np.intp)


def of_pairs(told: Callable[[int, int], int], ones: Places, others: Places) -> npt.NDArray[np.int8]:
    """What is told of each pair of numbers; it is asked once for each of the different pairs."""
    found, which = told_of_pairs(told, ones, others)
    return np.array(found, dtype=np.int8)[which]


def told_of_pairs(told: Callable[[int, int], _Told], ones: Places, others: Places) -> tuple[list[_Told], Places]:
    """What is told of the different pairs of numbers, and of which of these each pair is."""
    width = int(others.max(initial=0)) + 1
    pairs, which = different(ones * width + others)
    return [told(*divmod(pair, width)) for pair in watched(pairs.tolist(), every=256)], which


def distinct(numbers: Places) -> Places:
    """The different ones of some numbers, in order; `np.unique` puts them into a hash table, which takes far longer."""
    found = np.sort(numbers)
    return found[np.append(True, found[1:] != found[:-1])] if len(found) else found


def among(asked: Places, held: Places) -> Marks:
    """Whether each of some numbers is among others; see `distinct`."""
    found = np.sort(held)
    return np.asarray(np.append(found, -1)[np.searchsorted(found, asked)] == asked)


def rows_of(count: Places, asked: Places) -> tuple[Places, Places]:
    """The rows of each of the blocks asked for, of which there are so many rows, and which of those asked it is."""
    often = count[asked]
    at = np.repeat(np.arange(len(asked)), often)
    return at, np.arange(len(at)) + (np.cumsum(count)[asked] - np.cumsum(often))[at]


def different(numbers: Places) -> tuple[Places, Places]:
    """The different ones of some numbers, in order, and which of these each is."""
    wide = int(numbers.max(initial=-1)) + 1
    if wide > _SPREAD * len(numbers):
        return np.unique(numbers, return_inverse=True)
    there = np.zeros(wide, dtype=bool)
    there[numbers] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[numbers]


def of_one_group(ones: Places, others: Places) -> tuple[Places, Places]:
    """The places of all pairs of one thing and another that are of the same group, given the groups of either."""
    order = np.argsort(others, kind="stable")
    begin, end = (np.searchsorted(others[order], ones, side) for side in ("left", "right"))
    count = end - begin
    one = np.repeat(np.arange(len(ones)), count)
    step = np.arange(len(one)) - (np.cumsum(count) - count)[one]
    return one, order[begin[one] + step]


def for_each_other(ones: Places, others: Places, said: Places, other_said: Places) -> Marks:
    """Marks those of some pairs that have no other than each other, or only others that say the same."""
    return _of_one_word(ones, other_said) & _of_one_word(others, said)


def _of_one_word(group: Places, said: Places) -> Marks:
    """Whether all of the group of each say the same."""
    wide = int(said.max(initial=0)) + 1
    different = np.bincount(distinct(group * wide + said) // wide, minlength=int(group.max(initial=0)) + 1)
    return np.asarray(different[group] == 1)
