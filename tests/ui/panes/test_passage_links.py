"""The links between the passages of two sources."""

from __future__ import annotations

from reader.links import Alignment, ComparedSource, Comparison, Side
from reader.text import Article, find_passages
from reader.ui.panes.marks import ComparisonIndex
from reader.ui.panes.passage_links import PassageLinks


def test_why_passages_are_aligned_is_told_only_when_it_is_asked_for():
    asked = []

    class Grounds:
        def why(self, a: int, b: int) -> str:
            asked.append((a, b))
            return "the same words"

    sources = tuple(
        ComparedSource(letter, article, find_passages(article), ())
        for letter, article in (
            ("A", Article.from_text("One. Two.", key="a")),
            ("B", Article.from_text("Two.", key="b")),
        )
    )
    found = Alignment(Side("A", (1,)), Side("B", (0,)), 0.9, Grounds())
    links = PassageLinks(ComparisonIndex(Comparison(sources, alignments=(found,))), {"a": 9, "b": 4})
    shown = links.between("a", "b").visible((0, 9), (0, 4))
    assert len(shown) == 1 and not asked
    assert shown[0].reason == "the same words" and asked == [(1, 0)]
