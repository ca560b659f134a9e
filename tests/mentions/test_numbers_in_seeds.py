"""Every number and date a reader would mark in the two seed articles is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

from reader.mentions import NUMBER_KINDS, find_mentions
from reader.text import Article

_KINDS = NUMBER_KINDS | {"date", "duration"}


def marked(path: Path, published: str) -> list[str]:
    article = Article.from_text(path.read_text(encoding="utf-8"), published=published, language="en")
    return [m.text for m in find_mentions(article) if m.kind in _KINDS]


def test_seed_a(seeds: list[Path]) -> None:
    assert marked(seeds[0], "2016-12-01") == [
        *["February 6, 2016"] * 2, "Thursday", "last week", "first", "two", "year-long", "two",
        *["November 24, 2016"] * 2, "6,000-8,000", "Thursday", "first", "mid-November",
        *["November 2016"] * 2, "November 16",
    ]  # fmt: skip


def test_seed_b(seeds: list[Path]) -> None:
    assert marked(seeds[1], "2017-01-05") == [
        "ten thousand", "more than two thousand", "2015", "At the end of December", "late October last year",
        "about 35", "24 November 2016", "first", "at the end of December",
    ]  # fmt: skip
