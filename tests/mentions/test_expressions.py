"""Every number, measure and date of own sentences in twelve languages: exact span, right value, nothing else marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mentions.marked import mark_all, marked_lines, unmarked

LINES = [
    line
    for name in ("expressions.tsv", "expressions_news.tsv", "expressions_fresh.tsv")
    for line in marked_lines(Path(__file__).with_name(name))
]


@pytest.mark.parametrize(("language", "sentence"), LINES, ids=[f"{code} {text[:40]}" for code, text in LINES])
def test_expressions(language: str, sentence: str) -> None:
    assert mark_all(unmarked(sentence), language) == sentence
