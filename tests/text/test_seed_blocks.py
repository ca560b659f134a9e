"""What the seed articles must show, where they are at hand."""

from __future__ import annotations

from pathlib import Path

from reader.text import Article, find_passages, normalise


def test_captions_boilerplate_and_byline(seeds: list[Path]) -> None:
    article = Article.from_text(normalise(seeds[0].read_text(encoding="utf-8")))
    kinds = [block.kind for block in article.blocks]
    assert kinds.count("caption") == 6 and kinds.count("byline") == 1
    assert kinds[-2:] == ["boilerplate", "boilerplate"]
    captions = [p for p in find_passages(article) if p.kind == "caption"]
    assert [p.repeats is not None for p in captions] == [False, True] * 3


def test_section_lines_are_headings(seeds: list[Path]) -> None:
    article = Article.from_text(normalise(seeds[1].read_text(encoding="utf-8")))
    assert [b.kind for b in article.blocks].count("heading") == 6
