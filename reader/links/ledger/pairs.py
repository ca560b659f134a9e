"""Which claims of different sources speak of the same thing: candidates by shared words, then a score."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.alike import counted_alike
from reader.links.ledger.apart import opposite, roles_apart
from reader.links.ledger.contexts import Claim
from reader.links.ledger.evidence import weighed
from reader.links.ledger.figures import Kinds
from reader.links.ledger.partners import Partners
from reader.links.ledger.sameness import judged, values_judged
from reader.links.ledger.tallies import Tallies
from reader.links.ledger.told import Told
from reader.links.ledger.verdicts import TELLING, Judgement, judge_dates
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint

_POSTINGS = 48
"""A term brings no more candidates than this many claims of one block, the latest."""
_CANDIDATES = 24


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
    if not claims:
        return []
    kinds = Kinds({each.source: each.figures for each in told})
    partners = Partners(told, alignments, kinds, memory)
    tallies = Tallies(told, alignments, memory)
    pairs = weighed(told, alignments, _candidates(claims, told, check, memory), partners, tallies)
    found = []
    for a, b, known in pairs.of(pairs.worth_judging(told, claims, kinds)):
        checkpoint()
        x, y = claims[a], claims[b]
        judgement = None
        if x.kind != "quotation":
            judgement = values_judged(x, y)
            if judgement is None:
                continue
        link = None if forbidden(x, y) else judged(x, y, judgement, known)
        if link:
            found.append(Link(a, b, *link))
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))


def _candidates(
    claims: Sequence[Claim], told: Sequence[Told], check: Callable[[], None], memory: Memory
) -> Iterator[tuple[int, int]]:
    """Pairs of different sources in one block that share a term.

    Those of a source are sought among the claims of the sources before it, and are found anew only where it or one of
    those has changed.
    """
    postings = _Postings(claims)
    before = 0
    for each in told:
        check()
        places = range(each.first, each.first + len(each.claims))
        before = memory.one(("told", before, each.key))
        yield from memory.get(("candidates", before), lambda: list(postings.partners(places)))  # noqa: B023


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
            held = [block[term] for term in _terms(self._claims[index]) if term in block]
            shared = Counter(chain.from_iterable(held))
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
