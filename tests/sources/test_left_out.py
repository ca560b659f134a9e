"""What an import left out can be put back where it stood, shown dimmed, and taken out again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.shipped import samples
from reader.sources import load, put_back, take_out
from reader.text import Article, Removed


def made(*removed: Removed) -> Article:
    article = Article.from_text("Harbour shut\n\nThe first ferry stayed in.\n\nThe second one left.\n")
    return replace(article, provenance=replace(article.provenance, removed=removed))


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def test_a_piece_comes_back_where_it_stood() -> None:
    menu, advert, foot = (Removed(w, "navigation", "", b) for w, b in (("Menu", 3), ("Read more", 1), ("Imprint", 0)))
    article = put_back(made(menu, advert, foot), [1])
    assert texts(article) == ["Harbour shut", "The first ferry stayed in.", "Read more", "The second one left."]
    assert [block.kind for block in article.blocks][2] == "paragraph"
    assert [(r.text, r.before) for r in article.provenance.removed] == [("Menu", 4), ("Imprint", 0)]
    whole = put_back(article, [0, 1], dimmed=True)
    assert whole.text == (
        "Menu\n\nHarbour shut\n\nThe first ferry stayed in.\n\nRead more\n\nThe second one left.\n\nImprint\n"
    )
    assert [whole.blocks[n].kind for n in (0, -1)] == ["boilerplate", "boilerplate"]
    assert not whole.provenance.removed


def test_dimmed_pieces_can_be_taken_out_again() -> None:
    article = made(Removed("Menu", "navigation", "", 3), Removed("Share this", "boilerplate", "", 1))
    shown = put_back(article, [0, 1], dimmed=True)
    hidden = take_out(shown, [n for n, block in enumerate(shown.blocks) if block.kind == "boilerplate"])
    assert (hidden.text, hidden.blocks) == (article.text, article.blocks)
    assert [(r.text, r.before) for r in hidden.provenance.removed] == [("Menu", 3), ("Share this", 1)]


def test_an_attachment_is_no_text() -> None:
    article = made(Removed("report.pdf", "attachment", ""))
    assert put_back(article, [0]) == article


def test_a_saved_page_can_be_had_whole() -> None:
    article = load(next(samples().glob("b-*.html")))
    whole = put_back(article, range(len(article.provenance.removed)), dimmed=True)
    assert "Sport" in texts(whole) and texts(whole).index("Sport") < texts(whole).index(article.title)
    kept = [text for text, block in zip(texts(whole), whole.blocks, strict=True) if block.kind != "boilerplate"]
    assert kept == texts(article)


@given(st.lists(st.tuples(st.sampled_from(["a", "b c", "d"]), st.integers(0, 5))), st.sets(st.integers(0, 9)))
@settings(max_examples=60, deadline=None)
def test_nothing_of_the_text_is_ever_lost(pieces: list[tuple[str, int]], chosen: set[int]) -> None:
    article = made(*(Removed(text, "other", "", before) for text, before in pieces))
    held = put_back(article, chosen, dimmed=True)
    assert len(held.blocks) + len(held.provenance.removed) == len(article.blocks) + len(pieces)
    again = take_out(held, [n for n, block in enumerate(held.blocks) if block.kind == "boilerplate"])
    assert again.text.strip() == article.text.strip() and texts(again) == texts(article)
