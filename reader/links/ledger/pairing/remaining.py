"""What remains in two accounts of one event when all else has its counterpart: the one thing of its kind in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.roles import NEUTRAL
from reader.links.ledger.judging.alike import may_be_partners
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.pairing.bare import in_money, is_bare, is_sum
from reader.links.ledger.pairing.counterparts import dated, near_dates
from reader.links.ledger.pairing.one_event import of_one_event
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import TELLING, Judgement, judge_values, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint, watched

_MOST = 10
"""Of how many claims of one sort that remain in an account any may be the only one of its kind."""
_TWICE = 2
"""How often one value may hold another that is told of one thing."""
_SURELY = 0.5
"""Least score of an alignment whose sentences tell of the same people, though they call them otherwise."""
_NOT_ALL_TOLD = frozenset({"age", "ordinal"})
"""Roles of numbers of which an account may well leave out those that another gives."""
_PEOPLE = "people"
_AHEAD, _DAYS_APART = "ahead", 31
_DATED = frozenset({"day", "week", "month", "interval"})
"""Precisions of dates that lie ahead, and how many days apart two of one thing may be."""
_COUNTS = frozenset({"", _PEOPLE})
"""Sorts of plain numbers, of which small ones are often the same by chance."""
_Sort = tuple[str, str]
_Said = tuple[object, ...]
_Aligned = Callable[[Claim, Claim], bool]


class _Open(NamedTuple):
    """A claim that may remain, by its place in its account: its sort, what it says, and how large it is."""

    place: int
    claim: Claim
    sort: _Sort
    said: _Said
    size: float


_Left = Mapping[_Sort, Sequence[_Open]]


class _Account(NamedTuple):
    """What is asked of an account for each other: what its claims say, and those that may remain."""

    said: Sequence[_Said]
    open: Sequence[_Open]


def remaining(
    told: Sequence[Told], claims: Sequence[Claim], linked: Iterable[tuple[int, int]], alignments: Alignments,
    memory: Memory,
) -> Iterator[tuple[int, int, Judgement]]:  # fmt: skip
    """Pairs of claims, by index, of accounts of one event that are not `linked` to the other account; judged.

    Each is the only one for the other, as far as what is counted, or the kind of measure, and the size tell.
    """
    by_source = {each.source: each for each in told}
    met: dict[frozenset[str], set[int]] = defaultdict(set)
    for one, other in linked:
        met[frozenset((claims[one].source, claims[other].source))] |= {one, other}
    accounts = {each.source: memory.get(("may remain", each.key), lambda: _account(each)) for each in told}  # noqa: B023
    for a, b, columns in alignments.by_sources():
        if a in by_source and b in by_source and of_one_event(by_source[a], by_source[b], columns, memory):
            left, right = sorted((by_source[a], by_source[b]), key=lambda each: each.first)
            places = columns if left.source == a else columns.turned()
            taken = met[frozenset((a, b))]
            sides = [(accounts[each.source], _places(each, taken)) for each in (left, right)]
            key = "remaining", left.key, right.key, *(taken for _, taken in sides), places.key
            for one, other, judgement in memory.get(key, lambda: _remaining(sides[0], sides[1], places)):  # noqa: B023
                yield left.first + one, right.first + other, judgement


def _places(told: Told, indices: Iterable[int]) -> frozenset[int]:
    """Those of some claims, by index, that are of one account, by their places in it."""
    return frozenset(index - told.first for index in indices if 0 <= index - told.first < len(told.claims))


def _remaining(
    one: tuple[_Account, Set[int]], other: tuple[_Account, Set[int]], columns: Columns
) -> list[tuple[int, int, Judgement]]:
    """The pairs of two accounts, by the places of their claims; those of each that are taken do not remain."""
    ours, theirs, aligned = _left(*one), _left(*other), _aligned_passages(columns)
    found = [*_only_ones(ours, theirs, aligned), *_without_currency(ours, theirs, aligned)]
    return [(a.place, b.place, judgement) for a, b, judgement in found]


def _account(told: Told) -> _Account:
    said = [_said(claim) for claim in watched(told.claims)]
    found = [
        _Open(place, claim, _sort(claim), said[place], _size(claim))
        for place, claim in enumerate(watched(told.claims))
        if _may_remain(claim)
    ]
    return _Account(said, found)


def _left(account: _Account, taken: Set[int]) -> _Left:
    """The claims of an account that are not taken, by sort, but for those that say again what is taken.

    Those of a sort of which many are left are passed over.
    """
    checkpoint()
    said = {account.said[place] for place in taken}
    held: dict[_Sort, list[_Open]] = defaultdict(list)
    for each in account.open:
        if each.place not in taken and each.said not in said:
            held[each.sort].append(each)
    return {sort: left for sort, left in held.items() if len(left) <= _MOST}


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


def _aligned_passages(columns: Columns) -> _Aligned:
    """Tells whether the passages of two claims are surely aligned; what is aligned is looked up when it is asked."""
    sure: set[tuple[int, int]] = set()

    def aligned(a: Claim, b: Claim) -> bool:
        if not sure:
            sure.update((one, other) for one, other, score in columns if score >= _SURELY)
        return (a.passage, b.passage) in sure

    return aligned


def _only_ones(ours: _Left, theirs: _Left, aligned: _Aligned) -> Iterator[tuple[_Open, _Open, Judgement]]:
    """The pairs of claims that each have no other than the other, or only others that give the same value."""
    for sort in sorted(ours.keys() & theirs.keys()):
        checkpoint()
        options = [
            (a, b)
            for a in ours[sort]
            for b in theirs[sort]
            if a.size <= _TWICE * b.size and b.size <= _TWICE * a.size and _near(a, b)
        ]
        options = [(a, b) for a, b in options if may_be_partners(a.claim, b.claim)]
        if sort[1] == _AHEAD:
            options = [(a, b) for a, b in options if aligned(a.claim, b.claim)]
        if sort[1] == _PEOPLE:
            options = [(a, b) for a, b in options if _of_the_same(a, b, aligned)]
        equal = [(a, b) for a, b in options if sort[1] not in _COUNTS and a.said == b.said]
        met: set[int] = set()
        for some in (equal, options):
            for a, b in _alone([(a, b) for a, b in some if met.isdisjoint((id(a), id(b)))]):
                met |= {id(a), id(b)}
                judgement = values_judged(a.claim, b.claim)
                if judgement and of_one_time(a.claim, b.claim):
                    yield a, b, judgement


def _without_currency(ours: _Left, theirs: _Left, aligned: _Aligned) -> Iterator[tuple[_Open, _Open, Judgement]]:
    """The pairs of sums of which one leaves out its currency; judged as they stand."""
    for bare_side, other_side, turned in ((ours, theirs, False), (theirs, ours, True)):
        bare = [each for each in bare_side.get(("quantity", _PEOPLE), ()) if is_bare(each.claim)]
        sums = [each for left in other_side.values() for each in left if is_sum(each.claim)] if bare else []
        meant = (lambda a, b: aligned(b, a)) if turned else aligned
        for i, j, value in in_money([each.claim for each in bare], [each.claim for each in sums], meant):
            pair = value, sums[j].claim.value
            judgement = judge_values(*(pair[::-1] if turned else pair))
            if judgement and of_one_time(bare[i].claim, sums[j].claim):
                yield (sums[j], bare[i], judgement) if turned else (bare[i], sums[j], judgement)


def _alone(options: Sequence[tuple[_Open, _Open]]) -> list[tuple[_Open, _Open]]:
    """Those of some pairs that have no other than each other, or only others that give the same value."""
    values: dict[int, set[_Said]] = defaultdict(set)
    for a, b in options:
        values[id(a)].add(b.said)
        values[id(b)].add(a.said)
    return [(a, b) for a, b in options if len(values[id(a)]) == len(values[id(b)]) == 1]


def _size(claim: Claim) -> float:
    return scale(claim.value) if isinstance(claim.value, (Quantity, Duration)) else 0.0


def _near(a: _Open, b: _Open) -> bool:
    """Whether two values of a size may be told of one thing."""
    value, other = a.claim.value, b.claim.value
    if not isinstance(value, DateValue) or not isinstance(other, DateValue):
        return True
    if a.sort[1] == _AHEAD and value.low and other.low:
        return abs((value.low - other.low).days) <= _DAYS_APART
    return bool(near_dates(dated([a.claim]), dated([b.claim])).all())


def _of_the_same(a: _Open, b: _Open, aligned: _Aligned) -> bool:
    """Whether two numbers of people may be of the same: there are many of whom an account tells."""
    one, other = a.claim, b.claim
    if one.counted == other.counted or one.role == other.role not in NEUTRAL:
        return True
    return min(a.size, b.size) >= TELLING if one.role == other.role else aligned(one, other)
