"""What a comparison is looked up in is the same, whether it was made bit by bit or when it was asked for."""

from __future__ import annotations

from reader.links import compare
from reader.stepping import at_once
from reader.text import Article, Span
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.lookup.span_index import SpanIndex
from tests.ui.conftest import FIRST, SECOND


def test_made_ahead_or_when_asked_for():
    comparison = compare([Article.from_text(FIRST, key="a"), Article.from_text(SECOND, key="b")])
    ahead, asked = ComparisonIndex(comparison), ComparisonIndex(comparison)
    at_once(ahead.steps())
    made = set(vars(ahead))
    assert {"rows", "entities", "row_of", "entity_of", "said", "origins", "differing"} <= made
    assert ahead.row_of == asked.row_of and ahead.entity_of == asked.entity_of and ahead.rows == asked.rows
    assert {m: asked.row(asked.mention(m)).id for m in asked.row_of} == asked.row_of
    assert list(ahead.said) == list(asked.said) == ["A", "B"]
    for key in ("a", "b"):
        one, other = ahead.sources[key], asked.sources[key]
        assert {r: held.starts for r, held in one.by_role.items()} == {r: h.starts for r, h in other.by_role.items()}
        assert one.overlapping(one.mentions[0].span) == other.overlapping(one.mentions[0].span)
    differ = [row for row in comparison.ledger if row.verdict == "differ"]
    assert sum(len(held.starts) for held in ahead.differing.values()) == sum(len(row.mentions) for row in differ)
    assert set(vars(ahead)) == made


def test_an_index_of_many_spans_is_made_bit_by_bit_and_finds_the_same():
    spans = [Span(7 * n % 500, 7 * n % 500 + 1 + n % 40) for n in range(400)]
    steps = SpanIndex.making(spans)
    taken = sum(1 for _ in iter(lambda: next(steps, "made"), "made"))
    made, whole = at_once(SpanIndex.making(spans)), SpanIndex(spans)
    assert taken > 4
    for place in range(0, 540, 3):
        assert list(made.overlapping(place, place + 5)) == list(whole.overlapping(place, place + 5))
