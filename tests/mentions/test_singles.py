"""What there was but one of."""

from __future__ import annotations

import pytest

from reader.mentions import Quantity, find_mentions
from reader.text import Article


def ones(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The numbers of a text that are one, each with what it counts."""
    found = find_mentions(Article.from_text(text, language=language))
    return [(m.text, m.value.counted) for m in found if isinstance(m.value, Quantity) and m.value.low == 1]


@pytest.mark.parametrize(
    ("text", "language", "said", "counted"),
    [
        ("A single guided bomb hit the mill.", "en", "A single", "bomb"),
        ("They counted a lone skiff in the bay.", "en", "a lone", "skiff"),
        ("The party kept a single seat.", "en", "a single", "seat"),
        ("Police said that one drone came down.", "en", "one", "drone"),
        ("Ein einziger Zeuge wurde gehört.", "de", "Ein einziger", "Zeuge"),
        ("Il y a eu un seul blessé.", "fr", "un seul", "blessé"),
        ("Hubo un único herido.", "es", "un único", "herido"),
        ("Houve um só ferido.", "pt", "um só", "ferido"),
    ],
)
def test_what_there_was_but_one_of(text: str, language: str, said: str, counted: str) -> None:
    assert ones(text, language) == [(said, counted)]


@pytest.mark.parametrize(
    "text",
    [
        "Not a single shot was fired.",
        "They did not lose a single boat.",
        "A single mother of four spoke.",
        "They want a single market.",
        "It is the single biggest prize.",
    ],
)
def test_what_is_single_otherwise(text: str) -> None:
    assert ones(text) == []
