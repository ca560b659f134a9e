"""Which claims of different sources speak of the same thing: candidates by shared words, then a score."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reader.links.alignments import Alignments
from reader.links.ledger import words
from reader.links.ledger.apart import opposite, roles_apart
from reader.links.ledger.contexts import Claim
from reader.links.ledger.partners import Partners
from reader.links.ledger.sameness import Evidence, counted_alike, judged, may_be_partners
from reader.links.ledger.verdicts import TELLING, Judgement, judge_dates
from reader.links.ledger.weights import Weights
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint

_POSTINGS = 48
"""A term brings no more candidates than this many claims of one block, the latest."""
_CANDIDATES = 24
_ALIGNED = 0.25
"""How much of an alignment's score is added to what two contexts share."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, by index, that can be compared: how sure (0-1) and the judgement on their values."""

    a: int
    b: int
    score: float
    judgement: Judgement


def find_links(
    claims: Sequence[Claim],
    alignments: Alignments,
    forbidden: Callable[[Claim, Claim], bool],
    check: Callable[[], None],
) -> list[Link]:
    """All comparable pairs, surest first."""
    weights = Weights(claims)
    partners = Partners(claims, alignments, may_be_partners)
    found = []
    for a, b in dict.fromkeys((*partners, *_candidates(claims, check))):
        checkpoint()
        x, y = claims[a], claims[b]
        if forbidden(x, y):
            continue
        link = judged(x, y, partial(_evidence, weights, partners, alignments, a, b))
        if link:
            found.append(Link(a, b, *link))
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))


def _evidence(weights: Weights, partners: Partners, alignments: Alignments, a: int, b: int) -> Evidence:
    """What speaks for two claims, by index, being of one thing; it is weighed only for those that can be."""
    x, y = weights.claims[a], weights.claims[b]
    context, telling = weights.similarity(a, b)
    aligned = alignments.score(x.source, x.passage, y.source, y.passage)
    context = min(1.0, context + _ALIGNED * aligned)
    return Evidence(context, telling, weights.single(a, b), partners.together(a, b), aligned)


def _candidates(claims: Sequence[Claim], check: Callable[[], None]) -> Iterator[tuple[int, int]]:
    """Pairs of different sources in one block that share a term, those with most in common first for each claim."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        person = claim.counted == "?" or words.human(claim.counted)
        thing = "" if claim.dimension else "human" if person else claim.counted
        blocks[claim.kind, claim.dimension, thing].append(index)
    for members in blocks.values():
        postings: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_POSTINGS))
        for index in members:
            check()
            partners: Counter[int] = Counter()
            for term in (*claims[index].terms, *_values(claims[index])):
                partners.update(postings[term])
                postings[term].append(index)
            usable = [
                (count, other) for other, count in partners.items() if claims[other].source != claims[index].source
            ]
            for _, other in sorted(usable, key=lambda pair: (-pair[0], pair[1]))[:_CANDIDATES]:
                yield other, index


def _values(claim: Claim) -> tuple[str, ...]:
    """What brings equal values together even where their sentences share no word."""
    if isinstance(claim.value, DateValue):
        return (f"={claim.value.iso}",)
    return (f"={claim.value.low}",) if isinstance(claim.value, Quantity) else ()


def same_form(a: Claim, b: Claim) -> bool:
    """Whether two claims have equal values but plainly another referent, so that one might be taken for the other."""
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        days = judge_dates(a.value, b.value)
        equal = days is not None and days.verdict == "agree" and a.value.resolved and a.value.precision == "day"
        return equal and (a.aside != b.aside or _nothing_shared(a, b) or opposite(a, b))
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        equal = a.value.low == a.value.high == b.value.low == b.value.high is not None
        telling = abs(a.value.low or 0) >= TELLING and bool(a.entities & b.entities)
        others = roles_apart(a, b) or a.value.unit != b.value.unit or (bool(a.counted) and not counted_alike(a, b))
        return equal and telling and others and "?" not in (a.counted, b.counted)
    return False


def _nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences name other people and places, and have no word in common either."""
    said = [{term for term in claim.terms if term[0] != "@"} for claim in (a, b)]
    if ("BORN" in said[0]) != ("BORN" in said[1]):
        return True
    return bool(a.entities and b.entities and all(said)) and not a.entities & b.entities and not said[0] & said[1]
