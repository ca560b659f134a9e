"""What is left for one another in two sentences that share something else: the one time of day, the one sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.judging.sizes import of_a_size
from reader.links.ledger.pairing.left_over.counterparts import dated, near_dates
from reader.links.ledger.pairing.told import Sides
from reader.links.ledger.pairing.weighing.figures import (
    Kinds,
    Places,
    among,
    distinct,
    for_each_other,
    of_one_group,
    of_pairs,
)
from reader.links.ledger.pairing.weighing.surroundings import Surroundings, joined
from reader.links.ledger.verdicts import Judgement
from reader.mentions import DateValue
from reader.stopping import checkpoint, watched

_MOST = 4
"""How many claims of a sentence may be left if one of them is to be meant for one of another."""
_SAID_AGAIN = frozenset({"%", "time"})
"""Dimensions of which one sentence may well give what another does not."""
_ANYBODY = frozenset({"?", "person", "man", "woman", "child"})
_TOLD_ONCE = frozenset({"time", "year"})
"""Precisions of dates of which days are none: one sentence may well tell of another day."""
_HOURS = 2 * 60
"""Minutes between two times of day that may be of one thing, where only their sentences tell it."""


def left_beside(
    sides: Sides, around: Sequence[Surroundings], linked: Sequence[tuple[int, int]], kinds: Kinds
) -> Iterator[tuple[int, int, Judgement]]:
    """Pairs of claims, by index, that stand beside `linked` ones, each the only one left for the other; judged.

    `linked` are of claims that already have a row in common: their sentences tell of the same. What is linked to other
    accounts is left for this one.
    """
    claims = sides.claims
    ones, others = np.array(linked, dtype=np.intp).reshape(-1, 2).T
    passage: Places = joined(each.passage for each in around)
    wide = int(passage.max(initial=0)) + 1
    sentence = sides.source * wide + passage
    pairs = distinct(sentence[ones] * len(sides.told) * wide + sentence[others])
    first, second = np.divmod(pairs, len(sides.told) * wide)
    checkpoint()
    side = sides.of(ones, others)
    between = sides.between(first // wide, second // wide)
    free = np.flatnonzero(joined(each.said & (each.quantity | each.date) for each in around))
    pair, one = _left(first, sentence, free, side, between, ones)
    other_pair, other = _left(second, sentence, free, side, between, others)
    at, other_at = of_one_group(pair, other_pair)
    kind = joined(kinds.kind[each.figures] for each in sides.told)
    may_be = of_pairs(kinds.alike, kind[one[at]], kind[other[other_at]]) > 0
    at, other_at = at[may_be], other_at[may_be]
    pairs_left = zip(one[at].tolist(), other[other_at].tolist(), strict=True)
    agree = np.array([_agree(claims[a], claims[b]) for a, b in watched(list(pairs_left))], dtype=bool)
    left = agree | ~(among(at, at[agree]) | among(other_at, other_at[agree]))
    at, other_at = at[left], other_at[left]
    alone = for_each_other(at, other_at, one[at], other[other_at])
    for a, b in zip(one[at[alone]].tolist(), other[other_at[alone]].tolist(), strict=True):
        checkpoint()
        judgement = values_judged(claims[a], claims[b]) if of_one_time(claims[a], claims[b]) else None
        if judgement and (judgement.verdict == "agree" or _of_one_thing(claims[a], claims[b])):
            yield a, b, judgement


def _agree(a: Claim, b: Claim) -> bool:
    """Whether two dates agree, so that no other in their sentences is meant."""
    judgement = values_judged(a, b) if a.kind == b.kind == "date" else None
    return judgement is not None and judgement.verdict == "agree"


def _left(
    asked: Places, sentence: Places, free: Places, side: Places, between: Places, met: Places
) -> tuple[Places, Places]:
    """The claims of the sentences asked for that have no partner in the other account, by index, and for which of these
    they are; but for sentences in which many are left.

    `side` gives the pair of accounts of each claim `met`, `between` that of each sentence asked for.
    """
    place, claim = of_one_group(asked, sentence[free])
    claim = free[claim]
    left = ~among(between[place] * len(sentence) + claim, side * len(sentence) + met)
    place, claim = place[left], claim[left]
    few = np.bincount(place, minlength=len(asked))[place] <= _MOST
    return place[few], claim[few]


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two values that are not the same may be told of one thing."""
    if isinstance(a.value, DateValue):
        return a.value.precision in _TOLD_ONCE and bool(near_dates(dated([a]), dated([b]), _HOURS).all())
    if not of_a_size(a, b):
        return False
    if a.role == b.role not in NEUTRAL:
        return True
    if a.dimension in _SAID_AGAIN or a.mention.kind == "money":
        return bool(a.close & b.close)
    return bool(a.dimension) or not {a.counted, b.counted} <= _ANYBODY
