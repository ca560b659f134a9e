"""What numbers of own sentences in eleven languages count."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.mentions import Quantity, find_mentions
from reader.text import Article
from tests.mentions.marked import PUBLISHED, marked_lines

_MARK = re.compile(r"\[([^]|]+)\|([^]]*)\]")
LINES = marked_lines(Path(__file__).with_name("counted.tsv"))


@pytest.mark.parametrize(("language", "sentence"), LINES, ids=[f"{code} {text[:40]}" for code, text in LINES])
def test_counted(language: str, sentence: str) -> None:
    article = Article.from_text(_MARK.sub(r"\1", sentence), language=language, published=PUBLISHED)
    found = {m.text: m.value.counted for m in find_mentions(article) if isinstance(m.value, Quantity)}
    expected = dict(_MARK.findall(sentence))
    assert {said: found.get(said) for said in expected} == expected
