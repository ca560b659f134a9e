"""Saved pages give the one article in them with its captions, and tell what was left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reader.shipped import samples
from reader.sources import load
from reader.text import Article

LONG = "The night ferry had left the harbour of Norrhamn when the first lights went out, passengers said. "


def page(tmp_path: Path, body: str, head: str = "") -> Article:
    file = tmp_path / "page.html"
    file.write_text(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>")
    return load(file)


def test_captions_stand_where_they_stood_and_repeats_are_kept() -> None:
    article = load(next(samples().glob("b-*.html")))
    kinds = [block.kind for block in article.blocks]
    assert kinds[:3] == ["heading", "caption", "paragraph"] and kinds.count("caption") == 2
    first, second = [b.span.of(article.text) for b in article.blocks if b.kind == "caption"]
    assert first == second and "flood drill" in first


def test_what_was_left_out_is_told() -> None:
    removed = load(next(samples().glob("b-*.html"))).provenance.removed
    told = {piece.text: piece.kind for piece in removed}
    assert told["Sport"] == "navigation" and "Ferry prices to rise in May" in told
    assert any("cookies" in text for text in told)


def test_of_several_articles_the_one_with_the_headline_is_read(tmp_path: Path) -> None:
    other = "<article><h2>Older news</h2><p>" + "Yesterday the council met about the price of bread and fish. " * 9
    article = page(tmp_path, f"<article><h1>Lights out</h1><p>{LONG * 4}</p></article>{other}</p></article>")
    assert "price of bread" not in article.text and "night ferry" in article.text
    assert any("price of bread" in piece.text for piece in article.provenance.removed)


def test_the_pages_own_data_win_and_stand_in_for_a_text_that_is_not_there(tmp_path: Path) -> None:
    body = "\\n".join([LONG] * 8)
    data = (
        '{"@graph": [{"@type": ["NewsArticle"], "headline": "Lights &amp; ferry", '
        '"datePublished": "2024-05-06T07:00:00Z", "author": [{"name": "Ana Lind"}, {"name": "Bo Ek"}], '
        f'"publisher": {{"name": "Kusten"}}, "articleBody": "{body}"}}]}}'
    )
    article = page(tmp_path, "<p>Loading…</p>", f'<script type="application/ld+json">{data}</script>')
    assert article.text.count("night ferry") == 8 and article.title == "Lights & ferry"
    assert (article.author, article.publisher, article.published) == ("Ana Lind, Bo Ek", "Kusten", date(2024, 5, 6))
    assert article.provenance.published_how == "the page's article data"


def test_broken_linked_data_do_no_harm(tmp_path: Path) -> None:
    for broken in ("{", "[" * 5000, '{"@type": 5, "author": 7}', '{"@type": "Article", "author": {"name": 3}}'):
        article = page(
            tmp_path,
            f"<article><h1>Lights out</h1><p>{LONG * 4}</p></article>",
            f'<script type="application/ld+json">{broken}</script><meta property="og:site_name" content="Kusten">',
        )
        assert article.publisher == "Kusten" and "night ferry" in article.text
