"""The links between the passages of two sources."""

from __future__ import annotations

import threading

from reader.links import Alignment, ComparedSource, Comparison, Side
from reader.text import Article, find_passages
from reader.ui.background import turns
from reader.ui.background.turns import Turns
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.panes.linked.passage_links import PassageLinks


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
    links = PassageLinks(ComparisonIndex(Comparison(sources, alignments=(found,))), {"a": 9, "b": 4}, Turns())
    pair = links.ready("a", "b")
    assert pair is not None
    shown = pair.visible((0, 9), (0, 4))
    assert len(shown) == 1 and not asked
    assert shown[0].reason == "the same words" and asked == [(1, 0)]


def test_the_links_of_large_sources_are_made_in_the_turns_of_the_event_loop(qtbot, monkeypatch):
    monkeypatch.setattr(turns, "AT_A_TIME", 0.0)  # one step a turn
    sources = tuple(
        ComparedSource(letter, article, find_passages(article), ())
        for letter, article in (
            (letter, Article.from_text("Ferries sail at nine. " * 600, key=letter.lower())) for letter in "AB"
        )
    )
    found = tuple(Alignment(Side("A", (n,)), Side("B", (n,)), 0.9, "the same words") for n in range(600))
    told: list[int] = []
    lengths = {s.article.key: len(s.article.text) for s in sources}
    links = PassageLinks(
        ComparisonIndex(Comparison(sources, alignments=found)),
        lengths,
        Turns(),
        lambda: told.append(threading.get_ident()),
    )
    assert links.mapping("b", "a") is None and links.ready("a", "b") is None
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    pair = links.ready("a", "b")
    assert pair is not None and len(pair) == 600
    back = links.mapping("b", "a")
    assert back is not None and back(220.0) == 220.0


def test_a_link_that_crosses_is_faint_beside_a_stronger_one():
    texts = [Article.from_text("Ships sail. Trains stop. Birds sing.", key=key) for key in "ab"]
    sources = tuple(ComparedSource(k.key.upper(), k, find_passages(k), ()) for k in texts)
    scores = {(0, 0): 0.9, (1, 1): 0.9, (2, 0): 0.5, (2, 2): 0.4, (0, 2): 0.95}
    found = tuple(Alignment(Side("B", (b,)), Side("A", (a,)), score, "") for (a, b), score in scores.items())
    links = PassageLinks(ComparisonIndex(Comparison(sources, alignments=found)), {"a": 36, "b": 36}, Turns())
    pair = links.ready("a", "b")
    assert pair is not None
    crossing = {(k.a.start, k.b.start) for at in (0, 12, 25) for k in pair.at_a(at) if k.crossing}
    assert crossing == {(0, 25), (25, 0)}
    assert [(k.a.start, k.b.start) for k in pair.visible((0, 36), (0, 36))] == [(0, 0), (0, 25), (12, 12), (25, 25)]
