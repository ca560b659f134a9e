"""All alignments of a comparison, held as columns of numbers: there are many, and few are ever looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, product
from typing import TYPE_CHECKING, overload

from reader.links.values import Alignment, Side

if TYPE_CHECKING:
    from reader.links.passages.why import Grounds

PassagePair = tuple[str, int, str, int]
"""A passage of one source and a passage of another: source, index, source, index."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Aligned passages of two sources: indices in the one and in the other, and scores 0-1."""

    ones: array[int] = field(default_factory=lambda: array("i"))
    others: array[int] = field(default_factory=lambda: array("i"))
    scores: array[float] = field(default_factory=lambda: array("d"))

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.ones, self.others, self.scores, strict=True)

    @property
    def key(self) -> tuple[bytes, bytes, bytes]:
        """What tells these from others."""
        return self.ones.tobytes(), self.others.tobytes(), self.scores.tobytes()

    def turned(self) -> Columns:
        """These as seen from the other source."""
        return Columns(self.others, self.ones, self.scores)

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int, float]]) -> Columns:
        ones, others, scores = zip(*pairs, strict=True) if (pairs := list(pairs)) else ((), (), ())
        return cls(array("i", ones), array("i", others), array("d", scores))


@dataclass(frozen=True)
class AlignedSources:
    """The alignments of source `a` with source `b`, in order of `a`, best first; `grounds` tell the reasons."""

    a: str
    b: str
    columns: Columns
    grounds: Grounds

    def at(self, place: int) -> Alignment:
        held = self.columns
        a, b = Side(self.a, (held.ones[place],)), Side(self.b, (held.others[place],))
        return Alignment(a, b, held.scores[place], self.grounds)


class Alignments(Sequence[Alignment]):
    """Alignments of pairs of sources one behind the other, those by the reader's hand last."""

    def __init__(self, found: Sequence[AlignedSources] = (), manual: tuple[Alignment, ...] = ()) -> None:
        self.found, self.manual = tuple(found), manual
        self._starts = list(accumulate((len(pair.columns.ones) for pair in self.found), initial=0))
        self._place = {(pair.a, pair.b): n for n, pair in enumerate(self.found)}

    def between(self, places: Collection[tuple[str, int]]) -> Iterator[tuple[str, int, str, int, float]]:
        """The aligned pairs of passages that are both among `places`, in order, each with its score."""
        held: dict[str, set[int]] = defaultdict(set)
        for source, passage in places:
            held[source].add(passage)
        for pair in self.found:
            ours, theirs = held.get(pair.a), held.get(pair.b)
            if ours and theirs:
                for one, other, score in pair.columns:
                    if one in ours and other in theirs:
                        yield pair.a, one, pair.b, other, score
        for link in self.manual:
            for one, other in product(link.a.passages, link.b.passages):
                if (link.a.source, one) in places and (link.b.source, other) in places:
                    yield link.a.source, one, link.b.source, other, link.score

    def by_sources(self) -> Iterator[tuple[str, str, Columns]]:
        """The aligned passages of each pair of sources, those matched by the reader's hand among them."""
        marked: dict[tuple[str, str], list[tuple[int, int, float]]] = defaultdict(list)
        for link in self.manual:
            a, b = link.a, link.b
            if (b.source, a.source) in self._place:
                a, b = b, a
            marked[a.source, b.source] += [(i, j, link.score) for i, j in product(a.passages, b.passages)]
        for pair in self.found:
            own = marked.pop((pair.a, pair.b), [])
            yield pair.a, pair.b, Columns.of(dict.fromkeys((*pair.columns, *own))) if own else pair.columns
        yield from ((a, b, Columns.of(dict.fromkeys(own))) for (a, b), own in marked.items())

    def decided(self, apart: set[PassagePair], manual: tuple[Alignment, ...]) -> Alignments:
        """These without the pairs of passages the reader has decided on, and with those matched by hand."""
        touched = {(a, b) for a, _, b, _ in apart}
        found = []
        for pair in self.found:
            if (pair.a, pair.b) in touched:
                kept = (held for held in pair.columns if (pair.a, held[0], pair.b, held[1]) not in apart)
                found.append(AlignedSources(pair.a, pair.b, Columns.of(kept), pair.grounds))
            else:
                found.append(pair)
        return Alignments(found, manual)

    def of_pair(self, a: str, b: str) -> Iterator[Alignment]:
        """Those between two sources, whichever comes first in them."""
        for pair in self.found:
            if (pair.a, pair.b) in ((a, b), (b, a)):
                yield from (pair.at(place) for place in range(len(pair.columns.ones)))
        yield from (link for link in self.manual if {link.a.source, link.b.source} == {a, b})

    def at_passages(self, source: str, passages: Container[int]) -> Iterator[Alignment]:
        """Those with one of these passages of a source; the others are passed over without being made."""
        for pair in self.found:
            held = {pair.a: pair.columns.ones, pair.b: pair.columns.others}.get(source, ())
            yield from (pair.at(place) for place, passage in enumerate(held) if passage in passages)
        yield from (link for link in self.manual if _touches(link, source, passages))

    def __len__(self) -> int:
        return self._starts[-1] + len(self.manual)

    @overload
    def __getitem__(self, place: int) -> Alignment: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Alignment, ...]: ...
    def __getitem__(self, place: int | slice) -> Alignment | tuple[Alignment, ...]:
        if isinstance(place, slice):
            return tuple(self[n] for n in range(*place.indices(len(self))))
        at = range(len(self))[place]
        if at >= self._starts[-1]:
            return self.manual[at - self._starts[-1]]
        pair = bisect_right(self._starts, at) - 1
        return self.found[pair].at(at - self._starts[pair])

    def __iter__(self) -> Iterator[Alignment]:
        for pair in self.found:
            yield from (pair.at(place) for place in range(len(pair.columns.ones)))
        yield from self.manual

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence of the same alignments, whatever their reasons are told from."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(len(self))


def alignments_of_pair(alignments: Sequence[Alignment], a: str, b: str) -> Iterator[Alignment]:
    """The alignments between two sources, by their letters, in either direction."""
    if isinstance(alignments, Alignments):
        return alignments.of_pair(a, b)
    return (link for link in alignments if {link.a.source, link.b.source} == {a, b})


def aligned_cells(alignments: Sequence[Alignment], a: str, b: str) -> Columns:
    """Which passages of `a` are aligned with which of `b`, and how surely, as columns."""
    cells = Columns()
    for held in alignments.found if isinstance(alignments, Alignments) else ():
        if {held.a, held.b} == {a, b}:
            columns = held.columns if held.a == a else held.columns.turned()
            cells.ones.extend(columns.ones)
            cells.others.extend(columns.others)
            cells.scores.extend(columns.scores)
    for link in alignments.manual if isinstance(alignments, Alignments) else alignments:
        if {link.a.source, link.b.source} == {a, b}:
            one, other = (link.a, link.b) if link.a.source == a else (link.b, link.a)
            for i, j in product(one.passages, other.passages):
                cells.ones.append(i)
                cells.others.append(j)
                cells.scores.append(link.score)
    return cells


def alignments_at(alignments: Sequence[Alignment], source: str, passages: Container[int]) -> Iterator[Alignment]:
    """The alignments with one of these passages of a source on either side."""
    if isinstance(alignments, Alignments):
        return alignments.at_passages(source, passages)
    return (link for link in alignments if _touches(link, source, passages))


def _touches(link: Alignment, source: str, passages: Container[int]) -> bool:
    return any(side.source == source and any(n in passages for n in side.passages) for side in (link.a, link.b))
