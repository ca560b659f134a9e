"""What is left for one another in two accounts of one event: the one sum, time of day or year that either gives."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.clock import minutes
from reader.links.ledger.judging.apart import of_other_stuff, roles_apart
from reader.links.ledger.verdicts import SPECIFIC, judge_values, reach, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint


class _Measured(NamedTuple):
    """A claim, its place in its account, its size, and between which ends any value must reach that can agree."""

    place: int
    claim: Claim
    size: float
    low: float
    high: float


Key = tuple[str, str]
Kept = Mapping[Key, Sequence[_Measured]]
"""Claims of an account, by what they are of."""
_SHAPES = frozenset({"wide", "high", "deep", "thickness", "altitude", "diameter", "level"})
"""Of lengths only those of one kind may be left for one another: of others most accounts give several."""
_LASTING = frozenset({"", "lasting"})
_HOURS, _YEARS = 4 * 60, 5 * 366
"""Minutes between two times of day, and days between two years, that may be of one thing."""
_TWICE, _THRICE = 2, 3
"""How often one value may hold another that is told of one thing: of the many times and sums, and of other measures."""
_ANYBODY = frozenset({"", "?", "person", "man", "woman", "child", "day", "time", "figure"})
_MOST = 6
"""Of how many things of one kind in an account any is left for another."""


def kept_by_kind(claims: Sequence[Claim]) -> Kept:
    """Those claims of an account that may have a counterpart elsewhere, by what they are of."""
    held: dict[Key, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        checkpoint()
        if not (claim.aside or claim.taken_back):
            for key in _kinds(claim):
                held[key].append(place)
    few = {key: places for key, places in held.items() if len(places) <= _MOST}
    return {key: [_measured(place, claims[place]) for place in places] for key, places in few.items()}


def _measured(place: int, claim: Claim) -> _Measured:
    size = scale(claim.value) if isinstance(claim.value, (Quantity, Duration)) else 0.0
    timed = isinstance(claim.value, DateValue) and claim.value.precision == "time"
    return _Measured(place, claim, size, *((-math.inf, math.inf) if timed else reach(claim.value)))


def _kinds(claim: Claim) -> list[Key]:
    """What a claim is of, each as one who looks for its counterpart may ask."""
    value = claim.value
    if isinstance(value, DateValue):
        past = claim.past and value.precision in ("month", "year")
        return [("time of day", "")] if value.precision == "time" else [("past", value.precision)] if past else []
    if claim.past or claim.cumulative:
        return []
    if isinstance(value, Duration):
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


def left_for_each_other(kept: Kept, others: Kept) -> Iterator[tuple[int, int]]:
    """Pairs of claims, by their places: those of one kind that agree, and of the rest those near each other alone."""
    for key in kept.keys() & others.keys():
        checkpoint()
        ours, theirs = kept[key], others[key]
        agreed = [
            (a.place, b.place) for a in ours for b in theirs if a.low <= b.high and b.low <= a.high and _agree(a, b)
        ]
        yield from agreed
        met, other_met = {i for i, _ in agreed}, {j for _, j in agreed}
        ours, theirs = [a for a in ours if a.place not in met], [b for b in theirs if b.place not in other_met]
        near = [
            (a, b) for a in ours for b in theirs
            if a.size <= _THRICE * b.size and b.size <= _THRICE * a.size and _near(a, b)
        ]  # fmt: skip
        yield from _alone(near)


def _alone(near: Sequence[tuple[_Measured, _Measured]]) -> Iterator[tuple[int, int]]:
    """Those of some pairs that have no other than each other, or only others that give the same value."""
    of_one: dict[int, list[_Measured]] = defaultdict(list)
    of_other: dict[int, list[_Measured]] = defaultdict(list)
    for a, b in near:
        of_one[a.place].append(b)
        of_other[b.place].append(a)
    one, other = ({place for place, found in held.items() if _all_the_same(found)} for held in (of_one, of_other))
    return ((a.place, b.place) for a, b in near if a.place in one and b.place in other)


def _agree(a: _Measured, b: _Measured) -> bool:
    judgement = judge_values(a.claim.value, b.claim.value)
    return judgement is not None and judgement.verdict == "agree"


def _near(a: _Measured, b: _Measured) -> bool:
    """Whether two values may be told of one thing, though they are not the same."""
    one, other = a.claim, b.claim
    if isinstance(one.value, DateValue) and isinstance(other.value, DateValue):
        return near_dates(one, other)
    most = _TWICE if isinstance(one.value, Duration) or one.mention.kind == "money" else _THRICE
    return (
        max(a.size, b.size) <= most * min(a.size, b.size)
        and one.counted == other.counted
        and not roles_apart(one, other)
        and not of_other_stuff(one, other)
    )


def near_dates(a: Claim, b: Claim, minutes_apart: int = _HOURS) -> bool:
    """Whether two dates may be told of one thing, though they are not the same; times of day so many minutes apart."""
    value, other_value = a.value, b.value
    assert isinstance(value, DateValue) and isinstance(other_value, DateValue)
    if (one := minutes(value)) is not None and (other := minutes(other_value)) is not None:
        return abs(one - other) <= minutes_apart
    told = value.relative == other_value.relative and not (value.relative and value.precision == "year")
    return bool(told and a.when and b.when and abs(a.when[0][0] - b.when[0][0]) <= _YEARS)


def _all_the_same(found: Sequence[_Measured]) -> bool:
    return all(each.claim.value == found[0].claim.value for each in found)
