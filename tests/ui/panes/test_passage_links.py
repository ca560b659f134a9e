"""The links between the passages of two sources."""

from __future__ import annotations

from threading import Event

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


def test_the_links_of_large_sources_are_made_while_the_window_goes_on():
    sources = tuple(
        ComparedSource(letter, article, find_passages(article), ())
        for letter, article in (
            (letter, Article.from_text("Ferries sail at nine. " * 600, key=letter.lower())) for letter in "AB"
        )
    )
    found = tuple(Alignment(Side("A", (n,)), Side("B", (n,)), 0.9, "the same words") for n in range(600))
    told = Event()
    lengths = {s.article.key: len(s.article.text) for s in sources}
    links = PassageLinks(ComparisonIndex(Comparison(sources, alignments=found)), lengths, told.set)
    assert links.ready_mapping("b", "a") is None
    assert told.wait(20)
    pair = links.ready("a", "b")
    assert pair is not None and len(pair.links) == 600
    back = links.ready_mapping("b", "a")
    assert back is not None and back(220.0) == 220.0
    few = PassageLinks(ComparisonIndex(Comparison(sources, alignments=found[:9])), lengths)
    assert few.ready("a", "b") is not None
