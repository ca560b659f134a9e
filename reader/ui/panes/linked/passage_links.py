"""Which passages of two sources correspond, how surely, and what the ledger says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.stepping import Steps, at_once
from reader.text import Span
from reader.ui.background.garbage import uncollected
from reader.ui.background.turns import Turns
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.lookup.span_index import SpanIndex
from reader.ui.panes.linked.scroll_map import ScrollMap, Tie, chaining

if TYPE_CHECKING:
    from reader.links import Alignment, Side

AT_ONCE = 500
"""Alignments up to which the links of two sources are made while one waits (some 20 ms)."""
_AT_A_TIME = 200
"""So many alignments are looked up between two breaths."""
_GRAVITY = ("differ", "same form only", "compatible", "agree")


Pair = tuple[Span, Span, "Alignment"]
"""Two aligned passages, from A's side."""


class Link(NamedTuple):
    """Two corresponding passages, from A's side; `verdict` is the gravest one of the ledger on what stands in both.

    `crossing`: it runs against the order of the others, so it is never followed in scrolling. `faint`: it crosses, and
    one of its passages has a stronger link; such a one is not drawn, unless the ledger has a verdict on it.
    """

    a: Span
    b: Span
    alignment: Alignment
    verdict: str = ""
    crossing: bool = False
    faint: bool = False

    @property
    def score(self) -> float:
        return self.alignment.score

    @property
    def manual(self) -> bool:
        return self.alignment.manual

    @property
    def reason(self) -> str:
        """Why the passages were aligned; told from their words when it is asked for."""
        return self.alignment.reason


class PairLinks:
    """All links between two sources, findable from either side; each is made when it is first drawn or asked for."""

    def __init__(self, pairs: list[Pair], scroll_map: ScrollMap, verdict: Callable[[Span, Span], str]) -> None:
        """`pairs` are in the order of A; `verdict` gives the gravest one on what stands in two passages."""
        self.map, self._verdict = scroll_map, verdict
        self._pairs = pairs
        self._kept = {_ends(tie.a, tie.b) for tie in scroll_map.chain}
        self._made: dict[int, Link] = {}

    def index(self) -> Steps[None]:
        """Make the pairs findable."""
        self._from_a = yield from SpanIndex.making([a for a, _, _ in self._pairs])
        yield
        self._from_b = yield from SpanIndex.making([b for _, b, _ in self._pairs])
        yield

    def __len__(self) -> int:
        return len(self._pairs)

    def visible(self, a: tuple[float, float], b: tuple[float, float]) -> list[Link]:
        """The links to draw: those with an end between two places of A, or between two places of B."""
        found = set(self._from_a.overlapping(int(a[0]), int(a[1]) + 1))
        found.update(self._from_b.overlapping(int(b[0]), int(b[1]) + 1))
        return [link for link in map(self._link, sorted(found)) if not link.faint]

    def at_a(self, position: int) -> list[Link]:
        """The links of the passage of A at a code point, strongest first."""
        held = [self._link(n) for n in self._from_a.overlapping(position, position + 1)]
        return sorted(held, key=lambda k: (k.crossing, -k.score))

    def _link(self, number: int) -> Link:
        if number not in self._made:
            a, b, found = self._pairs[number]
            verdict = self._verdict(a, b)
            crossing = _ends(a, b) not in self._kept
            faint = crossing and not (verdict or found.manual) and found.score < self._best(a, b)
            self._made[number] = Link(a, b, found, verdict, crossing, faint)
        return self._made[number]

    def _best(self, a: Span, b: Span) -> float:
        """The strongest score of any pair with one of two passages."""
        beside = [n for n in self._from_a.overlapping(a.start, a.end) if self._pairs[n][0] == a]
        beside += [n for n in self._from_b.overlapping(b.start, b.end) if self._pairs[n][1] == b]
        return max(self._pairs[n][2].score for n in beside)


def _ends(a: Span, b: Span) -> tuple[int, int, int, int]:
    """Two passages as plain numbers, which are quicker to find than spans."""
    return a.start, a.end, b.start, b.end


class PassageLinks:
    """The links of a whole comparison, pair by pair as they are asked for, without anything waiting for them."""

    def __init__(
        self, index: ComparisonIndex, lengths: dict[str, int], turns: Turns, made: Callable[[], object] = lambda: None
    ) -> None:
        """`made` is called whenever the links of a pair are made that could not be made at once."""
        self._index, self._lengths, self._turns, self._tell = index, lengths, turns, made
        self._made: dict[tuple[str, str], PairLinks] = {}
        self._begun: set[tuple[str, str]] = set()
        self._rows_in: dict[tuple[str, int, int], frozenset[str]] = {}

    def ready(self, key_a: str, key_b: str) -> PairLinks | None:
        """The links between two articles, A's side first; None as long as many are still being made."""
        pair = (key_a, key_b)
        if pair not in self._begun:
            self._begun.add(pair)
            if len(self._index.comparison.alignments) <= AT_ONCE:
                at_once(self._making(pair))
            else:
                self._turns.take(self._making_many(pair), self._tell)
        return self._made.get(pair)

    def _making_many(self, pair: tuple[str, str]) -> Steps[None]:
        with uncollected():
            yield from self._making(pair)

    def _making(self, pair: tuple[str, str]) -> Steps[None]:
        found: list[Pair] = []
        for number, held in enumerate(self._pairs(*pair)):
            found.append(held)
            if number % _AT_A_TIME == 0:
                yield
        starts = [a.start for a, _, _ in found]
        found = [found[n] for n in sorted(range(len(found)), key=starts.__getitem__)]
        yield
        chain = yield from chaining(Tie(a, b, held.score, held.manual) for a, b, held in found)
        lengths = [self._lengths.get(key, 1) for key in pair]
        links = PairLinks(found, ScrollMap(chain, *lengths), lambda a, b: self._verdict(*pair, a, b))
        yield from links.index()
        self._made[pair] = links

    def mapping(self, key_a: str, key_b: str) -> Callable[[float], float] | None:
        """From places in A to places in B: one map for both directions, so that going back comes back.

        None as long as many links are still being made.
        """
        if (key_b, key_a) in self._begun or key_b < key_a:
            turned = self.ready(key_b, key_a)
            return turned.map.backward if turned is not None else None
        held = self.ready(key_a, key_b)
        return held.map.forward if held is not None else None

    def _pairs(self, key_a: str, key_b: str) -> Iterator[Pair]:
        if not self._index.comparison.alignments:
            return
        from reader.links import alignments_of_pair  # what it needs is not loaded before there is a comparison

        a, b = self._index.letters.get(key_a, ""), self._index.letters.get(key_b, "")
        for found in alignments_of_pair(self._index.comparison.alignments, a, b):
            one, other = (found.a, found.b) if found.a.source == a else (found.b, found.a)
            spans = self._span(key_a, one), self._span(key_b, other)
            if spans[0] is not None and spans[1] is not None:
                yield spans[0], spans[1], found

    def _verdict(self, key_a: str, key_b: str, a: Span, b: Span) -> str:
        rows = self._rows(key_a, a) & self._rows(key_b, b)
        verdicts = {self._index.rows[row].verdict for row in rows}
        return next((v for v in _GRAVITY if v in verdicts), "")

    def _span(self, key: str, side: Side) -> Span | None:
        passages = self._index.sources[key].compared.passages
        if len(side.passages) == 1 and side.passages[0] < len(passages):
            return passages[side.passages[0]].span
        held = [passages[i].span for i in side.passages if i < len(passages)]
        return Span(min(s.start for s in held), max(s.end for s in held)) if held else None

    def _rows(self, key: str, span: Span) -> frozenset[str]:
        place, row_of = (key, span.start, span.end), self._index.row_of
        if place not in self._rows_in:
            there = self._index.sources[key].overlapping(span)
            self._rows_in[place] = frozenset(row_of[m.id] for m in there if m.id in row_of)
        return self._rows_in[place]
