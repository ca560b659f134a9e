"""What remains in two accounts of one event when all else has its counterpart: the one thing of its kind in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.roles import NEUTRAL
from reader.links.ledger.judging.alike import may_be_partners
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.pairing.counterparts import near_dates
from reader.links.ledger.pairing.one_event import of_one_event
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import TELLING, Judgement, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint

_MOST = 10
"""Of how many claims of one sort that remain in an account any may be the only one of its kind."""
_TWICE = 2
"""How often one value may hold another that is told of one thing."""
_SURELY = 0.5
"""Least score of an alignment whose sentences tell of the same people, though they call them otherwise."""
_NOT_ALL_TOLD = frozenset({"age", "ordinal"})
"""Roles of numbers of which an account may well leave out those that another gives."""
_PEOPLE = "people"
_COUNTS = frozenset({"", _PEOPLE})
"""Sorts of plain numbers, of which small ones are often the same by chance."""
_Sort = tuple[str, str]
_Aligned = Callable[[Claim, Claim], bool]


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
    for a, b, columns in alignments.by_sources():
        if a in by_source and b in by_source and of_one_event(by_source[a], by_source[b], columns, memory):
            taken = met[frozenset((a, b))]
            yield from _only_ones(
                claims, _left(by_source[a], taken), _left(by_source[b], taken), _aligned_passages(columns)
            )


def _left(told: Told, taken: set[int]) -> Mapping[_Sort, Sequence[int]]:
    """The claims of an account that are not taken, by sort, but for those that say again what is taken.

    Those of a sort of which many are left are passed over.
    """
    own = range(told.first, told.first + len(told.claims))
    said = {_said(told.claims[index - told.first]) for index in taken if index in own}
    held: dict[_Sort, list[int]] = defaultdict(list)
    for index, claim in zip(own, told.claims, strict=True):
        checkpoint()
        if index not in taken and _may_remain(claim) and _said(claim) not in said:
            held[_sort(claim)].append(index)
    return {sort: left for sort, left in held.items() if len(left) <= _MOST}


def _may_remain(claim: Claim) -> bool:
    if claim.aside or claim.taken_back:
        return False
    if isinstance(claim.value, DateValue):
        return claim.value.precision == "time"
    return claim.kind == "quantity" and claim.role not in _NOT_ALL_TOLD and claim.dimension != "times"


def _said(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one account the same for the reader."""
    value = claim.value
    return claim.kind, claim.dimension, getattr(value, "iso", ""), getattr(value, "low", 0), getattr(value, "high", 0)


def _sort(claim: Claim) -> _Sort:
    """Claims of two sorts are never of one thing."""
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


def _only_ones(
    claims: Sequence[Claim], ours: Mapping[_Sort, Sequence[int]], theirs: Mapping[_Sort, Sequence[int]],
    aligned: _Aligned,
) -> Iterator[tuple[int, int, Judgement]]:  # fmt: skip
    """The pairs of claims that each have no other than the other, or only others that give the same value."""
    for sort in sorted(ours.keys() & theirs.keys()):
        checkpoint()
        options = [
            (a, b)
            for a in ours[sort]
            for b in theirs[sort]
            if may_be_partners(claims[a], claims[b]) and _near(claims[a], claims[b])
        ]
        if sort[1] == _PEOPLE:
            options = [(a, b) for a, b in options if _of_the_same(claims[a], claims[b], aligned)]
        equal = [(a, b) for a, b in options if sort[1] not in _COUNTS and _said(claims[a]) == _said(claims[b])]
        met: set[int] = set()
        for some in (equal, options):
            for a, b in _alone([pair for pair in some if met.isdisjoint(pair)], claims):
                met |= {a, b}
                first, second = sorted((a, b))
                judgement = values_judged(claims[first], claims[second])
                if judgement and of_one_time(claims[a], claims[b]):
                    yield first, second, judgement


def _alone(options: Sequence[tuple[int, int]], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Those of some pairs that have no other than each other, or only others that give the same value."""
    values: dict[int, set[object]] = defaultdict(set)
    for a, b in options:
        values[a].add(_said(claims[b]))
        values[b].add(_said(claims[a]))
    return [(a, b) for a, b in options if len(values[a]) == len(values[b]) == 1]


def _near(a: Claim, b: Claim) -> bool:
    """Whether two values may be told of one thing."""
    if isinstance(a.value, DateValue):
        return near_dates(a, b)
    assert isinstance(a.value, Quantity | Duration) and isinstance(b.value, Quantity | Duration)
    sizes = scale(a.value), scale(b.value)
    return max(sizes) <= _TWICE * min(sizes)


def _of_the_same(a: Claim, b: Claim, aligned: _Aligned) -> bool:
    """Whether two numbers of people may be of the same: there are many of whom an account tells."""
    if a.counted == b.counted or a.role == b.role not in NEUTRAL:
        return True
    assert isinstance(a.value, Quantity) and isinstance(b.value, Quantity)
    return min(scale(a.value), scale(b.value)) >= TELLING if a.role == b.role else aligned(a, b)
