"""Which claims of different sources speak of the same thing, how surely, and what their values say then."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import partial
from typing import NamedTuple

import numpy as np

from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.alike import counted_alike
from reader.links.ledger.judging.apart import opposite, roles_apart
from reader.links.ledger.judging.dated import nothing_shared
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.pairing.left_over.anchored import left_beside
from reader.links.ledger.pairing.left_over.remaining import remaining
from reader.links.ledger.pairing.meetings import meetings
from reader.links.ledger.pairing.one_event import strangers
from reader.links.ledger.pairing.partners import partners
from reader.links.ledger.pairing.tallies import tallies
from reader.links.ledger.pairing.told import Accounts, Sides, Told
from reader.links.ledger.pairing.weighing.evidence import weighed
from reader.links.ledger.pairing.weighing.figures import Kinds, Numbers, Places
from reader.links.ledger.pairing.weighing.surroundings import AllSurroundings, Surroundings, joined
from reader.links.ledger.verdicts import TELLING, Judgement, judge_dates
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint

_BESIDE, _REMAINING = 0.3, 0.2
"""How sure those are that only stand beside others, and those that remain when all others have their counterpart."""


class Link(NamedTuple):
    """Two claims, by index, that can be compared: how sure (0-1) and the judgement on their values."""

    a: int
    b: int
    score: float
    judgement: Judgement


class _Linked(NamedTuple):
    """The comparable pairs of claims of two accounts, by their places in either: how sure, and the judgements."""

    ones: Places
    others: Places
    scores: Numbers
    judgements: list[Judgement]


def find_links(
    told: Sequence[Told], accounts: Sequence[Accounts], forbidden: Set[frozenset[int]], memory: Memory
) -> list[Link]:
    """All comparable pairs that the reader did not part, surest first; most of what a reader decides parts none.

    What is comparable in two accounts depends on the two alone, and on which of their claims meet: of many sources
    those that share most.
    """
    key = "links", tuple(each.key for each in told), tuple(each.key for each in accounts)
    found = memory.whole(key, lambda: _links(told, accounts, memory))
    return [link for link in found if frozenset((link.a, link.b)) not in forbidden] if forbidden else found


def judged_values(told: Sequence[Told], memory: Memory) -> Callable[[int, int], Judgement | None]:
    """What tells how the values of two claims, by index, stand to each other; judged once for the same two values."""
    kinds = _kinds(told, memory)
    numbers = joined(kinds.value[each.figures] for each in told).tolist() if told else []
    return lambda one, other: kinds.judged(numbers[one], numbers[other])


def _kinds(told: Sequence[Told], memory: Memory) -> Kinds:
    kinds = memory.get("kinds", Kinds)
    kinds.take_in([each.figures for each in told])
    return kinds


def _links(told: Sequence[Told], accounts: Sequence[Accounts], memory: Memory) -> list[Link]:
    if not (accounts and any(each.claims for each in told)):
        return []
    around, kinds = memory.get("surroundings", AllSurroundings).of(told), _kinds(told, memory)
    sides = Sides(told, accounts)
    before = [("met", tuple([each.key for each in told[:number]])) for number in range(1, len(told) + 1)]
    met = memory.all(before, partial(meetings, told, around))
    ones, others = (joined(held) for held in zip(*met, strict=True))
    places = sides.parted(ones, others)
    keys = [
        ("linked", left.key, right.key, key, (ones[at] - left.first).tobytes(), (others[at] - right.first).tobytes())
        for (left, right, _, key, _), at in zip(accounts, places, strict=True)
    ]

    def linked(asked: Sequence[int]) -> list[_Linked]:
        known = Sides(told, [accounts[n] for n in asked])
        at = joined(places[n] for n in asked)
        return _linked(known, around, others[at] * len(sides.claims) + ones[at], kinds, memory)

    return _surest_first(accounts, memory.all(keys, linked))


def _linked(sides: Sides, around: Sequence[Surroundings], met: Places, kinds: Kinds, memory: Memory) -> list[_Linked]:
    """What is comparable in each of some pairs of accounts, given which of their claims meet."""
    claims = sides.claims
    near = Sides(sides.told, [each for each in sides.accounts if not strangers(each)])
    pairs = weighed(sides, around, met, partners(sides, kinds), tallies(sides, kinds, memory))
    worth = pairs.worth_judging(sides, near, around, kinds)
    found: list[tuple[int, int, float, Judgement]] = []
    for (a, b, known), judgement in zip(pairs.of(worth), pairs.values_judged(worth, sides, kinds), strict=True):
        checkpoint()
        if link := judged(claims[a], claims[b], judgement, known):
            found.append((a, b, *link))
    beside = left_beside(sides, around, [(a, b) for a, b, _, _ in found], kinds)
    found += [(a, b, _BESIDE, judgement) for a, b, judgement in beside]
    checkpoint()
    left = remaining(near, [(a, b) for a, b, _, _ in found], kinds, memory)
    found += [(a, b, _REMAINING, judgement) for a, b, judgement in left]
    ones, others = np.array([(a, b) for a, b, _, _ in found], dtype=np.intp).reshape(-1, 2).T
    scores = np.array([score for _, _, score, _ in found], dtype=float)
    return [
        _Linked(ones[at] - left.first, others[at] - right.first, scores[at], [found[n][3] for n in at.tolist()])
        for (left, right, *_), at in zip(sides.accounts, sides.parted(ones, others), strict=True)
    ]


def _surest_first(accounts: Sequence[Accounts], found: Sequence[_Linked]) -> list[Link]:
    ones = joined(each.ones + pair.left.first for pair, each in zip(accounts, found, strict=True))
    others = joined(each.others + pair.right.first for pair, each in zip(accounts, found, strict=True))
    scores = joined(each.scores for each in found)
    order = np.lexsort((others, ones, -scores))
    judgements = [judgement for each in found for judgement in each.judgements]
    columns = (held[order].tolist() for held in (ones, others, scores))
    return list(map(Link, *columns, map(judgements.__getitem__, order.tolist())))


def same_form(a: Claim, b: Claim) -> bool:
    """Whether two claims have equal values but plainly another referent, so that one might be taken for the other."""
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        days = judge_dates(a.value, b.value)
        equal = days is not None and days.verdict == "agree" and a.value.resolved and a.value.precision == "day"
        return equal and _written_alike(a, b) and (a.aside != b.aside or nothing_shared(a, b) or opposite(a, b))
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        equal = a.value.low == a.value.high == b.value.low == b.value.high is not None
        telling = abs(a.value.low or 0) >= TELLING and bool(a.entities & b.entities)
        telling = telling and not (a.value.approximate or b.value.approximate)  # almost a thousand, an estimated 1,000
        other_things = bool(a.counted) and not counted_alike(a, b) and a.language == b.language
        others = roles_apart(a, b) or a.value.unit != b.value.unit or other_things
        return equal and telling and others and "?" not in (a.counted, b.counted)
    return False


def _written_alike(a: Claim, b: Claim) -> bool:
    """Whether two dates are given by their numbers, so that one might be taken for the other; not so "the 9th"."""
    told = [claim.mention.text for claim in (a, b)]
    return all(any(c.isdigit() for c in text) and not text.startswith("the ") for text in told)
