"""Which passages of two sources correspond, how surely, and what the ledger says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple

from reader.text import Span
from reader.ui.panes.marks import ComparisonIndex, SpanIndex
from reader.ui.panes.scroll_map import ScrollMap, Tie

if TYPE_CHECKING:
    from reader.links import Alignment, Side

AT_ONCE = 500
"""Alignments up to which the links of two sources are made while one waits (some 50 ms)."""
_GRAVITY = ("differ", "same form only", "compatible", "agree")


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
    """All links between two sources, findable from either side."""

    def __init__(self, links: list[Link], length_a: int, length_b: int) -> None:
        self.map = ScrollMap((Tie(k.a, k.b, k.score, k.manual) for k in links), length_a, length_b)
        kept = {_ends(tie.a, tie.b) for tie in self.map.chain}
        best: dict[tuple[int, int, int], float] = {}
        placed = sorted((_ends(k.a, k.b), n) for n, k in enumerate(links))
        for (a, a_end, b, b_end), n in placed:
            for end in ((0, a, a_end), (1, b, b_end)):
                best[end] = max(best.get(end, 0.0), links[n].score)
        self.links = []
        for ends, n in placed:
            k, crossing = links[n], ends not in kept
            outdone = k.score < max(best[0, *ends[:2]], best[1, *ends[2:]]) and not (k.verdict or k.manual)
            self.links.append(k._replace(crossing=crossing, faint=crossing and outdone) if crossing else k)
        self._from_a = SpanIndex([k.a for k in self.links])
        self._from_b = SpanIndex([k.b for k in self.links])

    def visible(self, a: tuple[float, float], b: tuple[float, float]) -> list[Link]:
        """The links to draw: those with an end between two places of A, or between two places of B."""
        found = set(self._from_a.overlapping(int(a[0]), int(a[1]) + 1))
        found.update(self._from_b.overlapping(int(b[0]), int(b[1]) + 1))
        return [self.links[i] for i in sorted(found) if not self.links[i].faint]

    def at_a(self, position: int) -> list[Link]:
        """The links of the passage of A at a code point, strongest first."""
        held = [self.links[i] for i in self._from_a.overlapping(position, position + 1)]
        return sorted(held, key=lambda k: (k.crossing, -k.score))


def _ends(a: Span, b: Span) -> tuple[int, int, int, int]:
    """Two passages as plain numbers, which are quicker to sort and to find than spans."""
    return a.start, a.end, b.start, b.end


class PassageLinks:
    """The links of a whole comparison, pair by pair as they are asked for; those of large sources in a thread."""

    def __init__(
        self, index: ComparisonIndex, lengths: dict[str, int], made: Callable[[], object] = lambda: None
    ) -> None:
        """`made` is called in the thread whenever it has made the links of a pair that was not ready."""
        self._index, self._lengths, self._tell = index, lengths, made
        self._made: dict[tuple[str, str], PairLinks] = {}
        self._begun: set[tuple[str, str]] = set()
        self._turn = Lock()
        self._rows_in: dict[tuple[str, int, int], frozenset[str]] = {}

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], list[Alignment]]:
        found: dict[tuple[str, str], list[Alignment]] = {}
        for alignment in self._index.comparison.alignments:
            found.setdefault((alignment.a.source, alignment.b.source), []).append(alignment)
        return found

    def ready(self, key_a: str, key_b: str) -> PairLinks | None:
        """As `between`, but None as long as many links are still being made, so that nothing waits for them."""
        pair = (key_a, key_b)
        if pair in self._made or len(self._index.comparison.alignments) <= AT_ONCE:
            return self.between(key_a, key_b)
        if pair not in self._begun:
            self._begun.add(pair)
            Thread(target=self._make, args=pair, daemon=True, name="diptych links").start()
        return None

    def _make(self, key_a: str, key_b: str) -> None:
        with self._turn:
            self.between(key_a, key_b)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._tell()

    def between(self, key_a: str, key_b: str) -> PairLinks:
        """The links between two articles, A's side first."""
        pair = (key_a, key_b)
        if pair not in self._made:
            lengths = self._lengths.get(key_a, 1), self._lengths.get(key_b, 1)
            self._made[pair] = PairLinks(list(self._links(key_a, key_b)), *lengths)
        return self._made[pair]

    def mapping(self, key_a: str, key_b: str) -> Callable[[float], float]:
        """From places in A to places in B: one map for both directions, so that going back comes back."""
        if self._turned(key_a, key_b):
            return self.between(key_b, key_a).map.backward
        return self.between(key_a, key_b).map.forward

    def ready_mapping(self, key_a: str, key_b: str) -> Callable[[float], float] | None:
        """As `mapping`, but None as long as many links are still being made."""
        pair = (key_b, key_a) if self._turned(key_a, key_b) else (key_a, key_b)
        return self.mapping(key_a, key_b) if self.ready(*pair) is not None else None

    def _turned(self, key_a: str, key_b: str) -> bool:
        return (key_b, key_a) in self._made or key_b < key_a

    def _links(self, key_a: str, key_b: str) -> Iterator[Link]:
        a, b = self._index.letters.get(key_a, ""), self._index.letters.get(key_b, "")
        for alignment in self._by_pair.get((a, b), []):
            yield from self._link(key_a, key_b, alignment, alignment.a, alignment.b)
        for alignment in self._by_pair.get((b, a), []):
            yield from self._link(key_a, key_b, alignment, alignment.b, alignment.a)

    def _link(self, key_a: str, key_b: str, found: Alignment, a: Side, b: Side) -> Iterator[Link]:
        spans = self._span(key_a, a), self._span(key_b, b)
        if spans[0] is None or spans[1] is None:
            return
        rows = self._rows(key_a, spans[0]) & self._rows(key_b, spans[1])
        verdicts = {self._index.rows[row].verdict for row in rows}
        verdict = next((v for v in _GRAVITY if v in verdicts), "")
        yield Link(spans[0], spans[1], found, verdict)

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
