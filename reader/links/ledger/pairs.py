"""Which claims of different sources speak of the same thing: candidates by shared words, then a score."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.apart import opposite, roles_apart
from reader.links.ledger.contexts import Claim
from reader.links.ledger.partners import Partners
from reader.links.ledger.sameness import Evidence, counted_alike, judged, values_judged
from reader.links.ledger.tallies import Tallies
from reader.links.ledger.told import Told
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
    told: Sequence[Told],
    alignments: Alignments,
    forbidden: Callable[[Claim, Claim], bool],
    check: Callable[[], None],
    memory: Memory,
) -> list[Link]:
    """All comparable pairs, surest first."""
    claims = [claim for each in told for claim in each.claims]
    weights = Weights(claims)
    partners = Partners(told, alignments, memory)
    pairs = {(a, b): judgement for a, b, judgement in _candidates(claims, told, check, memory)}
    tallies = Tallies(told, alignments, memory)
    for a, b in (*partners, *tallies):
        if (a, b) not in pairs:
            pairs[a, b] = values_judged(claims[a], claims[b])
    found = []
    for (a, b), judgement in pairs.items():
        checkpoint()
        x, y = claims[a], claims[b]
        if (judgement is None and x.kind != "quotation") or forbidden(x, y):
            continue
        link = judged(x, y, judgement, _evidence(weights, partners, tallies, alignments, a, b))
        if link:
            found.append(Link(a, b, *link))
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))


def _evidence(
    weights: Weights, partners: Partners, tallies: Tallies, alignments: Alignments, a: int, b: int
) -> Evidence:
    """What speaks for two claims, by index, being of one thing; it is weighed only for those that can be."""
    x, y = weights.claims[a], weights.claims[b]
    context, telling = weights.similarity(a, b)
    aligned = alignments.score(x.source, x.passage, y.source, y.passage)
    context = min(1.0, context + _ALIGNED * aligned)
    together = partners.together(a, b)
    return Evidence(context, telling, weights.single(a, b), together, aligned, (a, b) in tallies)


def _candidates(
    claims: Sequence[Claim], told: Sequence[Told], check: Callable[[], None], memory: Memory
) -> Iterator[tuple[int, int, Judgement | None]]:
    """Pairs of different sources in one block that share a term, with the judgement on their values.

    Those of a source are sought among the claims of the sources before it, and are found anew only where it or one of
    those has changed.
    """
    postings = _Postings(claims)
    before = 0
    for each in told:
        check()
        places = range(each.first, each.first + len(each.claims))
        before = memory.one(("told", before, each.key))
        found = memory.get(("candidates", before), lambda: _compared(claims, postings.partners(places)))  # noqa: B023
        yield from found


def _compared(claims: Sequence[Claim], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int, Judgement | None]]:
    return [(a, b, None if claims[a].kind == "quotation" else values_judged(claims[a], claims[b])) for a, b in pairs]


class _Postings:
    """Where each term of the claims read so far stands, block by block: claims of two blocks are never of one thing."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims, self._read = claims, 0
        self._held: dict[tuple[str, str, str], dict[str, deque[int]]] = defaultdict(
            lambda: defaultdict(lambda: deque(maxlen=_POSTINGS))
        )

    def partners(self, places: range) -> Iterator[tuple[int, int]]:
        """For each of these claims of one source those of the sources before it that have most in common with it."""
        for index in places:
            checkpoint()
            self._read_to(index)
            block = self._held[_block(self._claims[index])]
            shared: Counter[int] = Counter()
            for term in _terms(self._claims[index]):
                if term in block:
                    shared.update(block[term])
            others = sorted((-count, other) for other, count in shared.items() if other < places.start)
            yield from ((other, index) for _, other in others[:_CANDIDATES])

    def _read_to(self, end: int) -> None:
        for index in range(self._read, end):
            block = self._held[_block(self._claims[index])]
            for term in _terms(self._claims[index]):
                block[term].append(index)
        self._read = end


def _block(claim: Claim) -> tuple[str, str, str]:
    person = claim.counted == "?" or words.human(claim.counted)
    return claim.kind, claim.dimension, "" if claim.dimension else "human" if person else claim.counted


def _terms(claim: Claim) -> tuple[str, ...]:
    """What brings a claim together with others: its terms, and its value even where their sentences share no word."""
    return (*claim.terms, *_values(claim))


def _values(claim: Claim) -> tuple[str, ...]:
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
        other_things = bool(a.counted) and not counted_alike(a, b) and a.language == b.language
        others = roles_apart(a, b) or a.value.unit != b.value.unit or other_things
        return equal and telling and others and "?" not in (a.counted, b.counted)
    return False


def _nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences name other people and places, and have no word in common either."""
    said = [{term for term in claim.terms if term[0] != "@"} for claim in (a, b)]
    if ("BORN" in said[0]) != ("BORN" in said[1]):
        return True
    return bool(a.entities and b.entities and all(said)) and not a.entities & b.entities and not said[0] & said[1]
