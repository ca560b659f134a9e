"""What is left for one another in two accounts of one event: the one sum, time of day or year that either gives."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.records import RECORD
from reader.links.ledger.clock import minutes
from reader.links.ledger.judging.apart import of_other_stuff, roles_apart
from reader.links.ledger.judging.sizes import size_of
from reader.links.ledger.pairing.told import Accounts, Told
from reader.links.ledger.pairing.weighing.figures import (
    Kinds,
    Marks,
    Numbers,
    Places,
    for_each_other,
    numbered,
    of_one_group,
    of_pairs,
    rows_of,
)
from reader.links.ledger.verdicts import SPECIFIC, reach
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint, watched

Key = tuple[str, str]
_SHAPES = frozenset({"wide", "high", "deep", "thickness", "altitude", "diameter", "level"})
"""Of lengths only those of one kind may be left for one another: of others most accounts give several."""
_LASTING = frozenset({"", "lasting", "taking"})
_HOURS, _YEARS = 4 * 60, 5 * 366
"""Minutes between two times of day, and days between two years, that may be of one thing."""
_TWICE, _THRICE = 2, 3
"""How often one value may hold another that is told of one thing: of the many times and sums, and of other measures."""
_ANYBODY = frozenset({"", "?", "person", "man", "woman", "child", "day", "time", "figure"})
_MOST = 6
"""Of how many things of one kind in an account any is left for another."""


class _Kept:
    """Those claims of an account that may have a counterpart elsewhere, once for each thing they may be asked as.

    `keys` tells what that is, `place` which claim of the account it is; `size` how large, with how often it may hold
    another; `reach` (2, n) between which ends any value must reach that can agree, and `dated` (4, n) when it is.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        held: dict[Key, list[int]] = defaultdict(list)
        for place, claim in enumerate(claims):
            checkpoint()
            if not (claim.aside or claim.taken_back):
                for key in _kinds(claim):
                    held[key].append(place)
        few = [(key, place) for key, places in held.items() if len(places) <= _MOST for place in places]
        self.keys = [key for key, _ in few]
        self.place: Places = np.array([place for _, place in few], dtype=np.intp)
        kept = [claims[place] for _, place in few]
        self.size: Numbers = np.array([_size(claim) for claim in watched(kept)], dtype=float).reshape(-1, 2).T
        self.reach: Numbers = np.array([_reach(claim) for claim in watched(kept)], dtype=float).reshape(-1, 2).T
        self.dated = dated(kept)


def _size(claim: Claim) -> tuple[float, int]:
    return size_of(claim), _TWICE if isinstance(claim.value, Duration) or claim.mention.kind == "money" else _THRICE


def _reach(claim: Claim) -> tuple[float, float]:
    timed = isinstance(claim.value, DateValue) and claim.value.precision == "time"
    return (-math.inf, math.inf) if timed else reach(claim.value)


def _kinds(claim: Claim) -> list[Key]:
    """What a claim is of, each as one who looks for its counterpart may ask."""
    value = claim.value
    if isinstance(value, DateValue):
        if claim.role == RECORD:
            return [(RECORD, "")]
        past = claim.past and value.precision in ("month", "year")
        return [("time of day", "")] if value.precision == "time" else [("past", value.precision)] if past else []
    if claim.past or claim.cumulative:
        return []
    if isinstance(value, Duration):
        if claim.role == "age" and value.low == value.high:
            return [("age", f"{value.low}")]
        return [("lasting", "")] if claim.role in _LASTING else []
    if not isinstance(value, Quantity) or claim.dimension:
        return _measure(claim) if isinstance(value, Quantity) else []
    plain = value.low == value.high and value.low is not None and value.low >= SPECIFIC
    same = [("count", f"{value.low}")] if plain else []
    return [("things", claim.counted), *same] if _of_things(claim) else same


def _of_things(claim: Claim) -> bool:
    """Whether a number is of things, or of people of whom an account seldom tells of several lots."""
    return claim.counted not in _ANYBODY and claim.role not in ("part", "new", "age", "magnitude", "figure", "ordinal")


def _measure(claim: Claim) -> list[Key]:
    if claim.dimension == "%":
        return [("share", "")]
    if claim.mention.kind == "money":
        return [("sum", claim.dimension)]
    if claim.dimension == "metre":
        return [("length", claim.role)] if claim.role in _SHAPES else []
    other = claim.dimension == "times" or claim.role.startswith("per ")
    return [] if other else [("measure", claim.dimension)]


def left_for_each_other(events: Sequence[Accounts], kinds: Kinds, memory: Memory) -> Iterator[tuple[int, int]]:
    """Pairs of claims, by index, of pairs of accounts of one event: those of one kind that agree, and of the rest those
    near each other alone."""
    if not events:
        return
    told = list({each.source: each for pair in events for each in (pair.left, pair.right)}.values())
    kept = [memory.get(("kept", each.key), lambda: _Kept(each.claims)) for each in told]  # noqa: B023
    columns = _Columns(told, kept, kinds)
    number = {each.source: place for place, each in enumerate(told)}
    sides = np.array([(number[a.source], number[b.source]) for a, b, *_ in events], dtype=np.intp).T
    groups, rows = zip(*(columns.of(side) for side in sides), strict=True)
    checkpoint()
    at, other_at = of_one_group(*groups)
    one, other = rows[0][at], rows[1][other_at]
    agree = columns.agree(one, other)
    checkpoint()
    met, other_met = (np.zeros(len(held), dtype=bool) for held in rows)
    met[at[agree]] = other_met[other_at[agree]] = True
    left = np.flatnonzero(~(met[at] | other_met[other_at]))
    left = left[columns.near(one[left], other[left])]
    checkpoint()
    left = left[for_each_other(at[left], other_at[left], columns.said[one[left]], columns.said[other[left]])]
    found = np.concatenate([np.flatnonzero(agree), left])
    yield from zip(columns.claim[one[found]].tolist(), columns.claim[other[found]].tolist(), strict=True)


class _Columns:
    """What several accounts keep, one behind the other; `claim` is the index of each among the claims of all."""

    def __init__(self, told: Sequence[Told], kept: Sequence[_Kept], kinds: Kinds) -> None:
        self._count = np.array([len(each.place) for each in kept], dtype=np.intp)
        keys, self._key = numbered([key for each in kept for key in each.keys])
        self._wide = len(keys)
        self.claim = np.concatenate([each.place + own.first for each, own in zip(kept, told, strict=True)])
        self._size, self._reach, self._dated = (
            np.concatenate(held, axis=1) for held in zip(*((k.size, k.reach, k.dated) for k in kept), strict=True)
        )
        self._kinds = kinds
        self._kind, self._value, self.said = (
            np.concatenate([held[each.place] for held, each in zip(whole, kept, strict=True)])
            for whole in zip(
                *((kinds.kind[own.figures], kinds.value[own.figures], own.figures.value) for own in told), strict=True
            )
        )

    def of(self, accounts: Places) -> tuple[Places, Places]:
        """What the account of each pair keeps, and a number for what it is of in that pair."""
        pair, rows = rows_of(self._count, accounts)
        return pair * self._wide + self._key[rows], rows

    def agree(self, ones: Places, others: Places) -> Marks:
        """Whether the values of two agree."""
        (low, high), (other_low, other_high) = self._reach[:, ones], self._reach[:, others]
        reached = np.flatnonzero((low <= other_high) & (other_low <= high))
        agree = np.zeros(len(ones), dtype=bool)
        agree[reached] = of_pairs(self._kinds.agree, self._value[ones[reached]], self._value[others[reached]]) > 0
        return agree

    def near(self, ones: Places, others: Places) -> Marks:
        """Whether two values may be told of one thing, though they are not the same."""
        (size, often), (other_size, _) = self._size[:, ones], self._size[:, others]
        near = np.maximum(size, other_size) <= often * np.minimum(size, other_size)
        date = ~np.isnan(self._dated[2, ones])
        near[date] = near_dates(self._dated[:, ones[date]], self._dated[:, others[date]])
        number = np.flatnonzero(near & ~date)
        alike = of_pairs(self._of_one_thing, self._kind[ones[number]], self._kind[others[number]])
        near[number] = alike > 0
        return np.asarray(near)

    def _of_one_thing(self, one: int, other: int) -> bool:
        """Whether numbers of two kinds count or measure the same."""
        a, b = self._kinds.examples[one], self._kinds.examples[other]
        return a.counted == b.counted and not roles_apart(a, b) and not of_other_stuff(a, b)


def dated(claims: Sequence[Claim]) -> Numbers:
    """When claims are (4, n): the minutes of a time of day, the first day; for dates whether it is told from the
    account's own, and whether it is a year told so. What is not known is not a number."""
    return np.array([_dated(claim) for claim in watched(claims)], dtype=float).reshape(-1, 4).T


def _dated(claim: Claim) -> tuple[float, float, float, float]:
    value = claim.value
    if not isinstance(value, DateValue):
        return math.nan, math.nan, math.nan, math.nan
    minute = minutes(value)
    day = claim.when[0][0] if claim.when else math.nan
    if claim.role == RECORD and value.low:
        day = value.low.toordinal()
    return math.nan if minute is None else minute, day, value.relative, value.relative and value.precision == "year"


def near_dates(dates: Numbers, others: Numbers, minutes_apart: int = _HOURS) -> Marks:
    """Whether two dates may be told of one thing, though they are not the same; times of day so many minutes apart."""
    (minute, day, relative, yearly), (other_minute, other_day, other_relative, _) = dates, others
    gap = np.abs(minute - other_minute)
    told = (relative == other_relative) & ~(yearly > 0) & (np.abs(day - other_day) <= _YEARS)
    return np.asarray(np.where(np.isnan(gap), told, gap <= minutes_apart))
