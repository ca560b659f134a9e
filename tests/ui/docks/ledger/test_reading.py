"""What a card is read from."""

from __future__ import annotations

from itertools import combinations

from reader.text import Span
from reader.ui.docks.ledger.reading import HoldingSpans


def test_a_span_is_held_when_one_of_many_contains_it():
    spans = [Span(12, 15), Span(0, 9), Span(2, 4), Span(9, 10)]
    held = HoldingSpans(spans)
    for start, end in combinations(range(17), 2):
        asked = Span(start, end)
        assert held.hold(asked) == any(span.contains(asked) for span in spans), asked
    assert not HoldingSpans(()).hold(Span(0, 1))
