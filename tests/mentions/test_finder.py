"""The finder: overlaps settled, long articles read in pieces as if they were whole."""

from __future__ import annotations

from itertools import pairwise

from reader.mentions import find_mentions
from reader.text import Article

LINE = "The council of Kirvane counted 1,200 cows on 4 May 2018, “far too many”, said Ida Marr."


def test_a_long_article_is_read_as_a_short_one_is() -> None:
    article = Article.from_text("\n\n".join([LINE] * 700))
    short = find_mentions(Article.from_text(LINE))
    found = find_mentions(article)
    per_line = [m for m in found if m.span.start < len(LINE)]
    assert [(m.text, m.kind, m.value) for m in per_line if m.kind in ("number", "date")] == [
        (m.text, m.kind, m.value) for m in short if m.kind in ("number", "date")
    ]
    for kind in ("number", "date", "quotation", "attribution"):
        assert sum(m.kind == kind for m in found) == 700 * sum(m.kind == kind for m in short), kind
    assert all(m.span.of(article.text) == m.text for m in found)


def test_only_quotations_and_attributions_overlap_others() -> None:
    text = "On 3 March 2011 the Seventh Fleet lost 3 ships, “the 3 best of 2011”, said Admiral Brandt of the 12 Group."
    plain = [m for m in find_mentions(Article.from_text(text)) if m.kind not in ("quotation", "attribution")]
    for one, following in pairwise(plain):
        assert one.span.end <= following.span.start
    assert any(m.kind == "date" and "3 March 2011" in m.text for m in plain)


def test_the_work_can_be_stopped_between_pieces() -> None:
    calls = []
    find_mentions(Article.from_text("\n\n".join([LINE] * 700)), check=lambda: calls.append(1))
    assert len(calls) >= 3


def test_raised_digits_behind_a_name_are_no_age() -> None:
    found = find_mentions(Article.from_text("We met Kirvane, 4², and Marrow, 45, at noon."))
    assert [m.text for m in found if m.evidence == "age"] == ["Marrow"]


def test_digits_of_a_name_are_its_own() -> None:
    text = "L'indice S&P 500 ha chiuso in calo."
    assert [m.text for m in find_mentions(Article.from_text(text, language="it"))] == ["S&P 500"]
    found = find_mentions(Article.from_text("They own 24 A320s, 24 m2 of floor and use 5 A of current."))
    assert [m.text for m in found] == ["24", "A320s", "24 m2", "5 A"]


def test_a_long_paragraph_is_read_in_pieces_too() -> None:
    calls = []
    article = Article.from_text(" ".join([LINE] * 700))
    found = find_mentions(article, check=lambda: calls.append(1))
    assert len(calls) >= 4
    assert sum(m.kind == "date" for m in found) == 700
    assert all(m.span.of(article.text) == m.text for m in found)
