"""Put the passages the reader matched by hand in, and take out those they said do not belong together."""

from __future__ import annotations

from collections.abc import Sequence

from reader.links.alignments import Alignments, PassagePair
from reader.links.decisions.values import Decisions, PlaceRef
from reader.links.values import Alignment, ComparedSource, Side
from reader.text import Span


def matched(alignments: Alignments, sources: Sequence[ComparedSource], decisions: Decisions) -> Alignments:
    """The alignments with the reader's matches; a match whose words are gone from its source is passed over."""
    by_key = {source.article.key: source for source in sources}
    apart: set[PassagePair] = set()
    manual: dict[PassagePair, Alignment] = {}
    for decision in decisions.passages:
        sides = [_side(by_key.get(place.source), place) for place in (decision.a, decision.b)]
        if sides[0] is None or sides[1] is None or sides[0].source == sides[1].source:
            continue
        a, b = sorted((sides[0], sides[1]), key=lambda side: (len(side.source), side.source))
        pairs: set[PassagePair] = {(a.source, i, b.source, j) for i in a.passages for j in b.passages}
        manual = {pair: link for pair, link in manual.items() if pair not in pairs}
        apart |= pairs
        if decision.matched:
            manual[min(pairs)] = Alignment(a, b, 1.0, "matched by you", manual=True)
    return alignments.decided(apart, tuple(manual.values())) if apart else alignments


def _side(source: ComparedSource | None, place: PlaceRef) -> Side | None:
    """The passages that a place touches; None when its words no longer stand in the source."""
    if source is None:
        return None
    text, start = source.article.text, place.start
    if place.quote and text[start : place.end] != place.quote:
        start = text.find(place.quote)
    if start < 0 or start >= len(text):
        return None
    span = Span(start, start + max(1, place.end - place.start))
    touched = tuple(i for i, passage in enumerate(source.passages) if passage.span.overlaps(span))
    return Side(source.id, touched) if touched else None
