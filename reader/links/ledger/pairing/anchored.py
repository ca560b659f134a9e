"""What is left for one another in two sentences that share something else: the one time of day, the one sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.roles import NEUTRAL
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.pairing.counterparts import dated, near_dates
from reader.links.ledger.pairing.figures import (
    Kinds,
    Places,
    distinct,
    for_each_other,
    numbered,
    of_one_group,
    of_pairs,
)
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import Judgement, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint, watched

_MOST = 4
"""How many claims of a sentence may be left if one of them is to be meant for one of another."""
_TIMES = 3
"""How often one number may hold the other."""
_SAID_AGAIN = frozenset({"%", "time"})
"""Dimensions of which one sentence may well give what another does not."""
_ANYBODY = frozenset({"?", "person", "man", "woman", "child"})
_TOLD_ONCE = frozenset({"time", "year"})
"""Precisions of dates of which days are none: one sentence may well tell of another day."""
_HOURS = 2 * 60
"""Minutes between two times of day that may be of one thing, where only their sentences tell it."""


def left_beside(
    told: Sequence[Told], claims: Sequence[Claim], linked: Sequence[tuple[int, int]], kinds: Kinds
) -> Iterator[tuple[int, int, Judgement]]:
    """Pairs of claims, by index, that stand beside `linked` ones, each the only one left for the other; judged.

    `linked` are of claims that already have a row in common: their sentences tell of the same.
    """
    ones, others = np.array(linked, dtype=np.intp).reshape(-1, 2).T
    sentences, sentence = numbered([(claim.source, claim.passage) for claim in claims])
    left = _left(claims, sentence, np.append(ones, others))
    pairs = distinct(sentence[ones] * len(sentences) + sentence[others])
    first, second = np.divmod(pairs, max(1, len(sentences)))
    checkpoint()
    pair, one = of_one_group(first, sentence[left])
    at, other = of_one_group(second[pair], sentence[left])
    one, other = left[one], left[other]
    kind = np.concatenate([kinds.kind[each.figures] for each in told])
    may_be = of_pairs(kinds.alike, kind[one[at]], kind[other]) > 0
    at, other = at[may_be], other[may_be]
    _, other_at = np.unique(pair[at] * len(claims) + other, return_inverse=True)
    alone = for_each_other(at, other_at, one[at], other)
    for a, b in zip(one[at[alone]].tolist(), other[alone].tolist(), strict=True):
        checkpoint()
        judgement = values_judged(claims[a], claims[b]) if of_one_time(claims[a], claims[b]) else None
        if judgement and (judgement.verdict == "agree" or _of_one_thing(claims[a], claims[b])):
            yield a, b, judgement


def _left(claims: Sequence[Claim], sentence: Places, met: Places) -> Places:
    """The claims without a partner, by index, but for those of sentences in which many are left."""
    free = np.array(
        [not (claim.aside or claim.taken_back) and claim.kind != "quotation" for claim in watched(claims)], dtype=bool
    )
    free[met] = False
    left = np.flatnonzero(free)
    return left[np.bincount(sentence[left])[sentence[left]] <= _MOST] if len(left) else left


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two values that are not the same may be told of one thing."""
    if isinstance(a.value, DateValue):
        return a.value.precision in _TOLD_ONCE and bool(near_dates(dated([a]), dated([b]), _HOURS).all())
    assert isinstance(a.value, (Quantity, Duration)) and isinstance(b.value, (Quantity, Duration))
    sizes = scale(a.value), scale(b.value)
    if max(sizes) > _TIMES * min(sizes):
        return False
    if a.role == b.role not in NEUTRAL:
        return True
    if a.dimension in _SAID_AGAIN or a.mention.kind == "money":
        return bool(a.close & b.close)
    return bool(a.dimension) or not {a.counted, b.counted} <= _ANYBODY
