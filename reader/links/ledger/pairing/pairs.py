"""Which claims of different sources speak of the same thing, how surely, and what their values say then."""

from __future__ import annotations

from collections.abc import Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.alike import counted_alike
from reader.links.ledger.judging.apart import opposite, roles_apart
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.pairing.anchored import left_beside
from reader.links.ledger.pairing.evidence import weighed
from reader.links.ledger.pairing.figures import Kinds
from reader.links.ledger.pairing.meetings import meetings
from reader.links.ledger.pairing.one_event import strangers
from reader.links.ledger.pairing.partners import Partners
from reader.links.ledger.pairing.remaining import remaining
from reader.links.ledger.pairing.tallies import Tallies
from reader.links.ledger.pairing.told import Told
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


def find_links(
    told: Sequence[Told],
    alignments: Alignments,
    forbidden: Set[frozenset[int]],
    memory: Memory,
) -> list[Link]:
    """All comparable pairs that the reader did not part, surest first; most of what a reader decides parts none."""
    claims = [claim for each in told for claim in each.claims]
    aligned = tuple((a, b, columns.key) for a, b, columns in alignments.by_sources())
    key = "links", tuple(each.key for each in told), aligned
    found = memory.whole(key, lambda: _links(told, claims, alignments, memory))
    return [link for link in found if frozenset((link.a, link.b)) not in forbidden] if forbidden else found


def _links(told: Sequence[Told], claims: Sequence[Claim], alignments: Alignments, memory: Memory) -> list[Link]:
    if not claims:
        return []
    kinds = memory.get("kinds", Kinds)
    kinds.take_in([each.figures for each in told])
    partners = Partners(told, alignments, kinds, memory)
    tallies = Tallies(told, alignments, kinds, memory)
    pairs = weighed(told, alignments, meetings(told), partners, tallies)
    apart = strangers(told, alignments, memory)
    worth = pairs.worth_judging(told, claims, kinds)
    found: list[tuple[int, int, float, Judgement]] = []
    for (a, b, known), judgement in zip(pairs.of(worth), pairs.values_judged(worth, told, kinds), strict=True):
        checkpoint()
        x, y = claims[a], claims[b]
        if (x.source, y.source) in apart and x.kind != "quotation":
            continue
        if link := judged(x, y, judgement, known):
            found.append((a, b, *link))
    beside = left_beside(told, claims, [(a, b) for a, b, _, _ in found], kinds)
    found += [(a, b, _BESIDE, judgement) for a, b, judgement in beside]
    checkpoint()
    left = remaining(told, claims, [(a, b) for a, b, _, _ in found], alignments, kinds, memory)
    found += [
        (a, b, _REMAINING, judgement) for a, b, judgement in left if (claims[a].source, claims[b].source) not in apart
    ]
    found.sort(key=itemgetter(0, 1))
    found.sort(key=itemgetter(2), reverse=True)
    return list(map(Link._make, found))


def same_form(a: Claim, b: Claim) -> bool:
    """Whether two claims have equal values but plainly another referent, so that one might be taken for the other."""
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        days = judge_dates(a.value, b.value)
        equal = days is not None and days.verdict == "agree" and a.value.resolved and a.value.precision == "day"
        return equal and _written_alike(a, b) and (a.aside != b.aside or _nothing_shared(a, b) or opposite(a, b))
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        equal = a.value.low == a.value.high == b.value.low == b.value.high is not None
        telling = abs(a.value.low or 0) >= TELLING and bool(a.entities & b.entities)
        other_things = bool(a.counted) and not counted_alike(a, b) and a.language == b.language
        others = roles_apart(a, b) or a.value.unit != b.value.unit or other_things
        return equal and telling and others and "?" not in (a.counted, b.counted)
    return False


def _written_alike(a: Claim, b: Claim) -> bool:
    """Whether two dates are given by their numbers, so that one might be taken for the other."""
    return all(any(c.isdigit() for c in claim.mention.text) for claim in (a, b))


def _nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences name other people and places, and have no word in common either."""
    said = [{term for term in claim.terms if term[0] != "@"} for claim in (a, b)]
    if ("BORN" in said[0]) != ("BORN" in said[1]):
        return True
    return bool(a.entities and b.entities and all(said)) and not a.entities & b.entities and not said[0] & said[1]
