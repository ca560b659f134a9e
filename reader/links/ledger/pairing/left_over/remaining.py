"""What remains in two accounts of one event when all else has its counterpart: the one thing of its kind in either."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.alike import called_otherwise
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.judging.sizes import size_of
from reader.links.ledger.pairing.left_over.bare import in_money, is_bare, is_sum
from reader.links.ledger.pairing.left_over.counterparts import dated, near_dates
from reader.links.ledger.pairing.one_event import of_one_event
from reader.links.ledger.pairing.told import Sides
from reader.links.ledger.pairing.weighing.figures import (
    Kinds,
    Marks,
    Numbers,
    Places,
    among,
    for_each_other,
    numbered,
    of_one_group,
    of_pairs,
    rows_of,
)
from reader.links.ledger.pairing.weighing.surroundings import joined
from reader.links.ledger.verdicts import TELLING, Judgement, judge_values
from reader.mentions import DateValue
from reader.stopping import checkpoint, watched

_MOST = 10
"""Of how many claims of one sort that remain in an account any may be the only one of its kind."""
_TWICE = 2
"""How often one value may hold another that is told of one thing."""
_SURELY = 0.5
"""Least score of an alignment whose sentences tell of the same people, though they call them otherwise."""
_NOT_ALL_TOLD = frozenset({"age", "ordinal"})
"""Roles of numbers of which an account may well leave out those that another gives."""
_PEOPLE, _LENGTH = "people", "metre"
_AHEAD, _DAYS_APART = "ahead", 31
_DATED = frozenset({"day", "week", "month", "interval"})
"""Precisions of dates that lie ahead, and how many days apart two of one thing may be."""
_COUNTS = frozenset({"", _PEOPLE})
"""Sorts of plain numbers, of which small ones are often the same by chance."""
_ALIGNED, _TELLING, _ALIKE = 1, 2, 3
"""What two numbers of people, or days ahead, must have besides their kinds to be of one thing: aligned sentences, a
size, nothing."""
_Sort = tuple[str, str]
_Said = tuple[object, ...]


class _Account:
    """What is asked of an account for each other: what its claims say, and of those that may remain their `place`
    among them, sort and size, when they are, also those that lie ahead, and whether each is a bare number or a sum."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.said = [_said(claim) for claim in watched(claims)]
        places = [place for place, claim in enumerate(watched(claims)) if _may_remain(claim)]
        held = [claims[place] for place in places]
        self.place: Places = np.array(places, dtype=np.intp)
        self.sorts = [_sort(claim) for claim in watched(held)]
        self.size: Numbers = np.array([size_of(claim) for claim in watched(held)], dtype=float)
        self.dated = dated(held)
        self.ahead: Numbers = np.array([_day_ahead(claim) for claim in watched(held)], dtype=float)
        self.bare: Marks = np.array([is_bare(claim) for claim in watched(held)], dtype=bool)
        self.money: Marks = np.array([is_sum(claim) for claim in watched(held)], dtype=bool)


class _Left(NamedTuple):
    """Claims that remain in one account of each pair: which pair, the claim's row among those of all, and its sort in
    that pair as a number."""

    pair: Places
    row: Places
    sort: Places


def remaining(
    sides: Sides, linked: Sequence[tuple[int, int]], kinds: Kinds, memory: Memory
) -> Iterator[tuple[int, int, Judgement]]:
    """Pairs of claims, by index, of accounts of one event that are not `linked` to the other account; judged.

    Each is the only one for the other, as far as what is counted, or the kind of measure, and the size tell.
    """
    if events := [each for each in sides.accounts if of_one_event(each)]:
        accounts = [memory.get(("may remain", each.key), lambda: _Account(each.claims)) for each in sides.told]  # noqa: B023
        yield from _Remaining(Sides(sides.told, events), accounts, kinds).found(linked)


class _Remaining:
    """What may remain in accounts, one behind the other, each set against every other that tells of its event.

    Of each row `_claim` gives the index of its claim among all.
    """

    def __init__(self, sides: Sides, accounts: Sequence[_Account], kinds: Kinds) -> None:
        self._sides, self._claims, self._kinds = sides, sides.claims, kinds
        self._count = np.array([len(each.place) for each in accounts], dtype=np.intp)
        self._claim = joined(each.place + first for each, first in zip(accounts, sides.first, strict=True))
        said, self._said = numbered([said for each in accounts for said in each.said])
        self._sorts, self._sort = numbered([sort for each in accounts for sort in each.sorts])
        self._kind = joined(kinds.kind[own.figures] for own in sides.told)[self._claim]
        self._size, self._ahead, self._bare, self._money = (
            joined(held) for held in zip(*((a.size, a.ahead, a.bare, a.money) for a in accounts), strict=True)
        )
        self._dated = joined(each.dated for each in accounts)
        self._passage = np.array([self._claims[index].passage for index in self._claim.tolist()], dtype=np.intp)
        self._ways = len(said)
        self._sure = self._surely_aligned()

    def found(self, linked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Judgement]]:
        """The pairs of claims that remain for each other, judged."""
        taken = np.array(linked, dtype=np.intp).reshape(-1, 2).T
        between = self._sides.of(*taken)
        ours, theirs = (
            self._left(accounts, between, held)
            for accounts, held in zip((self._sides.left, self._sides.right), taken, strict=True)
        )
        checkpoint()
        for a, b in self._only_ones(ours, theirs):
            one, other = self._claims[a], self._claims[b]
            judgement = values_judged(one, other)
            if judgement and of_one_time(one, other):
                yield a, b, judgement
        yield from self._without_currency(ours, theirs)

    def _left(self, accounts: Places, between: Places, taken: Places) -> _Left:
        """What remains in these accounts, but for claims that say again what is taken in the same pair of accounts.

        Those of a sort of which many are left are passed over.
        """
        pair, row = rows_of(self._count, accounts)
        said_before = between * self._ways + self._said[taken]
        free = ~among(pair * self._ways + self._said[self._claim[row]], said_before)
        pair, row = pair[free], row[free]
        sort = pair * len(self._sorts) + self._sort[row]
        few = np.bincount(sort)[sort] <= _MOST
        return _Left(pair[few], row[few], sort[few])

    def _only_ones(self, ours: _Left, theirs: _Left) -> Iterator[tuple[int, int]]:
        """The pairs of claims that each have no other than the other, or only others that give the same value; those
        that say the same first."""
        at, other_at = of_one_group(ours.sort, theirs.sort)
        size, other_size = self._size[ours.row[at]], self._size[theirs.row[other_at]]
        of_a_size = (size <= _TWICE * other_size) & (other_size <= _TWICE * size)
        at, other_at = at[of_a_size], other_at[of_a_size]
        checkpoint()
        may_be = self._may_be_of_one_thing(ours.pair[at], ours.row[at], theirs.row[other_at])
        at, other_at = at[may_be], other_at[may_be]
        one, other = self._claim[ours.row[at]], self._claim[theirs.row[other_at]]
        counts = np.array([sort in _COUNTS for _, sort in self._sorts], dtype=bool)
        equal = (self._said[one] == self._said[other]) & ~counts[self._sort[ours.row[at]]]
        left = np.flatnonzero(~(among(at, at[equal]) | among(other_at, other_at[equal])))
        alone = for_each_other(at[left], other_at[left], self._said[one[left]], self._said[other[left]])
        found = np.append(np.flatnonzero(equal), left[alone])
        return zip(one[found].tolist(), other[found].tolist(), strict=True)

    def _may_be_of_one_thing(self, pair: Places, ones: Places, others: Places) -> Marks:
        """Whether two values of a size may be told of one thing."""
        alike = of_pairs(self._alike, self._kind[ones], self._kind[others])
        may_be = alike == _ALIKE
        may_be |= (alike == _TELLING) & (np.minimum(self._size[ones], self._size[others]) >= TELLING)
        by_passages, unlike = alike == _ALIGNED, np.flatnonzero(alike == 0)
        by_passages[unlike] = self._called_otherwise(ones[unlike], others[unlike])
        asked = np.flatnonzero(by_passages)
        may_be[asked] = self._aligned(pair[asked], ones[asked], others[asked])
        dates = np.flatnonzero(~np.isnan(self._dated[2, ones]))
        may_be[dates] &= self._near_dates(ones[dates], others[dates])
        return np.asarray(may_be)

    def _called_otherwise(self, ones: Places, others: Places) -> Marks:
        """Whether two give one number of things that may have two names."""
        one, other = self._claim[ones], self._claim[others]
        found = self._said[one] == self._said[other]
        for place in np.flatnonzero(found).tolist():
            found[place] = called_otherwise(self._claims[one[place]], self._claims[other[place]])
        return np.asarray(found)

    def _near_dates(self, ones: Places, others: Places) -> Marks:
        days_apart = np.abs(self._ahead[ones] - self._ahead[others])
        near = near_dates(self._dated[:, ones], self._dated[:, others])
        return np.asarray(np.where(np.isnan(days_apart), near, days_apart <= _DAYS_APART))

    def _alike(self, one: int, other: int) -> int:
        """What claims of two kinds must have to be of one thing, 0 where they are not."""
        if not self._kinds.alike(one, other):
            return 0
        a, b = self._kinds.examples[one], self._kinds.examples[other]
        if a.kind == "date":
            return _ALIKE if _sort(a) == _sort(b) == ("date", "") else _ALIGNED
        if a.dimension == _LENGTH and a.role != b.role:
            return 0  # how far it is, and how far one could see
        if _sort(a)[1] != _PEOPLE or a.counted == b.counted or a.role == b.role not in NEUTRAL:
            return _ALIKE
        return _TELLING if a.role == b.role else _ALIGNED

    def _without_currency(self, ours: _Left, theirs: _Left) -> Iterator[tuple[int, int, Judgement]]:
        """The pairs of sums of which one leaves out its currency; judged as they stand."""
        for turned in (False, True):
            bare, sums = (theirs, ours) if turned else (ours, theirs)
            bare_at, sums_at = np.flatnonzero(self._bare[bare.row]), np.flatnonzero(self._money[sums.row])
            at, other_at = of_one_group(bare.pair[bare_at], sums.pair[sums_at])
            at, other_at = bare_at[at], sums_at[other_at]
            rows = bare.row[at], sums.row[other_at]
            same = self._size[rows[0]] == self._size[rows[1]]
            met = np.flatnonzero(same | self._aligned(bare.pair[at], *(rows[::-1] if turned else rows)))
            asked = zip(*(held[met].tolist() for held in (at, other_at)), strict=True)
            one, other = (self._claim[held[met]].tolist() for held in rows)
            claims = [(self._claims[a], self._claims[b]) for a, b in zip(one, other, strict=True)]
            for place, value in in_money(list(asked), claims):
                (a, b), (lone, money) = (one[place], other[place]), claims[place]
                judgement = judge_values(*((money.value, value) if turned else (value, money.value)))
                denied = judgement is not None and judgement.verdict == "differ"
                if judgement and of_one_time(lone, money) and not (denied and self._says_too(lone.source, b)):
                    yield (b, a, judgement) if turned else (a, b, judgement)

    def _says_too(self, source: str, index: int) -> bool:
        """Whether an account gives the value of a claim of another: then none of its other numbers denies it."""
        alike = np.flatnonzero(self._said == self._said[index]).tolist()
        return any(self._claims[other].source == source for other in alike)

    def _surely_aligned(self) -> Places:
        """The pairs of passages that are surely aligned, as numbers."""
        pair, ones, others, scores = self._sides.aligned
        self._long = 1 + max(int(held.max(initial=0)) for held in (ones, others, self._passage))
        sure = scores >= _SURELY
        return (pair[sure] * self._long + ones[sure]) * self._long + others[sure]

    def _aligned(self, pair: Places, ones: Places, others: Places) -> Marks:
        """Whether the passages of two claims are surely aligned."""
        return among((pair * self._long + self._passage[ones]) * self._long + self._passage[others], self._sure)


def _may_remain(claim: Claim) -> bool:
    if claim.aside or claim.taken_back:
        return False
    if isinstance(claim.value, DateValue):
        return claim.value.precision == "time" or _coming(claim, claim.value)
    return claim.kind == "quantity" and claim.role not in _NOT_ALL_TOLD and claim.dimension != "times"


def _coming(claim: Claim, value: DateValue) -> bool:
    """Whether a date lies ahead of its account, and is no year: few of them are told, and seldom of several things."""
    ahead = bool(value.low and claim.told and value.low.toordinal() > claim.told)
    return ahead and value.resolved and value.precision in _DATED


def _day_ahead(claim: Claim) -> float:
    """The first day of a date that lies ahead of its account; not a number for all else."""
    value = claim.value
    return value.low.toordinal() if isinstance(value, DateValue) and value.low and _coming(claim, value) else math.nan


def _said(claim: Claim) -> _Said:
    """What makes two claims of one account the same for the reader."""
    value = claim.value
    return claim.kind, claim.dimension, getattr(value, "iso", ""), getattr(value, "low", 0), getattr(value, "high", 0)


def _sort(claim: Claim) -> _Sort:
    """Claims of two sorts are never of one thing."""
    if isinstance(claim.value, DateValue):
        return claim.kind, "" if claim.value.precision == "time" else _AHEAD
    people = not claim.dimension and (claim.counted == "?" or words.human(claim.counted))
    return claim.kind, _PEOPLE if people else claim.dimension
