"""Own sentences with their names in brackets: how well the names of a language are found, as exact spans."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from reader.mentions import find_entities
from reader.text import Article

SENTENCES = [line.split("\t") for line in Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()]
LEAST = {"en": 0.93, "de": 0.92, "ru": 0.98, "uk": 0.98, "nl": 0.95, "pt": 0.96, "ar": 0.9, "tr": 0.88}


def score(language: str, sentences: list[str]) -> float:
    """F1 of exact spans."""
    right = wanted = found = 0
    for sentence in sentences:
        pieces = re.split(r"[\[\]]", sentence)
        ends = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces))]
        gold = {(ends[n - 1], ends[n]) for n in range(1, len(pieces), 2)}
        mentions = find_entities(Article.from_text("".join(pieces), language=language))
        right += len(gold & {(m.span.start, m.span.end) for m in mentions})
        wanted, found = wanted + len(gold), found + len(mentions)
    return 2 * right / (wanted + found)


@pytest.mark.parametrize("language", LEAST)
def test_names_in_own_sentences(language: str) -> None:
    by_language = defaultdict(list)
    for spoken, sentence in SENTENCES:
        by_language[spoken].append(sentence)
    assert score(language, by_language[language]) >= LEAST[language]
