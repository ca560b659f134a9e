"""What is left for one another in two accounts of one event: the one sum, time of day or year that either gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.clock import minutes
from reader.links.ledger.judging.apart import of_other_stuff, roles_apart
from reader.links.ledger.verdicts import judge_values, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint

Key = tuple[str, str]
Kept = Mapping[Key, Sequence[int]]
"""The places of an account's claims, by what they are of."""
_SHAPES = frozenset({"wide", "high", "deep", "thickness", "altitude", "diameter"})
"""Of lengths only those of one kind may be left for one another: of others most accounts give several."""
_LASTING = frozenset({"", "lasting"})
_HOURS, _YEARS = 4 * 60, 5 * 366
"""Minutes between two times of day, and days between two years, that may be of one thing."""
_TWICE, _THRICE = 2, 3
"""How often one value may hold another that is told of one thing: of the many times and sums, and of other measures."""
_ANYBODY = frozenset({"", "?", "person", "man", "woman", "child", "day", "time", "figure"})
_SPECIFIC = 100
"""A number from which on the same number in two accounts of one event is hardly of two things of one sort."""
_MOST = 6
"""Of how many things of one kind in an account any is left for another."""


def kept_by_kind(claims: Sequence[Claim]) -> Kept:
    """The places of those claims of an account that may have a counterpart elsewhere, by what they are of."""
    held: dict[Key, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        checkpoint()
        if not (claim.aside or claim.taken_back):
            for key in _kinds(claim):
                held[key].append(place)
    return {key: places for key, places in held.items() if len(places) <= _MOST}


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
    plain = value.low == value.high and value.low is not None and value.low >= _SPECIFIC
    same = [("count", f"{value.low}")] if plain else []
    return [("things", claim.counted), *same] if _of_things(claim) else same


def _of_things(claim: Claim) -> bool:
    """Whether a number is of things, or of people of whom an account seldom tells of several lots."""
    return claim.counted not in _ANYBODY and claim.role not in ("part", "new", "age", "magnitude", "figure")


def _measure(claim: Claim) -> list[Key]:
    if claim.dimension == "%":
        return [("share", "")]
    if claim.mention.kind == "money":
        return [("sum", claim.dimension)]
    if claim.dimension == "metre":
        return [("length", claim.role)] if claim.role in _SHAPES else []
    other = claim.dimension == "times" or claim.role.startswith("per ")
    return [] if other else [("measure", claim.dimension)]


def left_for_each_other(
    left: Sequence[Claim], right: Sequence[Claim], ones: Kept, others: Kept
) -> Iterator[tuple[int, int]]:
    """Pairs of claims, by their places: those of one kind that agree, and of the rest those near each other alone."""
    for key in ones.keys() & others.keys():
        checkpoint()
        agreed = [(i, j) for i in ones[key] for j in others[key] if _agree(left[i], right[j])]
        yield from agreed
        met, other_met = {i for i, _ in agreed}, {j for _, j in agreed}
        near = [
            (i, j) for i in ones[key] for j in others[key]
            if i not in met and j not in other_met and _near(left[i], right[j])
        ]  # fmt: skip
        yield from (
            (i, j) for i, j in near
            if _all_the_same(left[one] for one, other in near if other == j)
            and _all_the_same(right[other] for one, other in near if one == i)
        )  # fmt: skip


def _agree(a: Claim, b: Claim) -> bool:
    judgement = judge_values(a.value, b.value)
    return judgement is not None and judgement.verdict == "agree"


def _near(a: Claim, b: Claim) -> bool:
    """Whether two values may be told of one thing, though they are not the same."""
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        if (one := minutes(a.value)) is not None and (other := minutes(b.value)) is not None:
            return abs(one - other) <= _HOURS
        told = a.value.relative == b.value.relative and not (a.value.relative and a.value.precision == "year")
        return bool(told and a.when and b.when and abs(a.when[0][0] - b.when[0][0]) <= _YEARS)
    sizes = [scale(claim.value) for claim in (a, b) if isinstance(claim.value, Quantity | Duration)]
    most = _TWICE if isinstance(a.value, Duration) or a.mention.kind == "money" else _THRICE
    return (
        a.counted == b.counted
        and not roles_apart(a, b)
        and not of_other_stuff(a, b)
        and max(sizes) <= most * min(sizes)
    )


def _all_the_same(claims: Iterable[Claim]) -> bool:
    return len({claim.value for claim in claims}) == 1
