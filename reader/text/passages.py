"""Sentence-sized passages of an article, the units that are aligned and judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.text.article import Article
from reader.text.span import Span

PassageKind = Literal["heading", "sentence", "caption", "boilerplate"]

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a whole heading or caption; `block` is the index of its block in `Article.blocks`.

    `repeats` is the index of the earlier passage that this one repeats (a caption printed twice), or None.
    """

    span: Span
    kind: PassageKind
    block: int
    repeats: int | None = None


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of one paragraph, in order, without the white space around them."""
    spans, start = [], 0
    for end in [m.end() for m in _END.finditer(text)] + [len(text)]:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(left, left + len(piece.strip())))
        start = end
    return spans


def find_passages(article: Article) -> tuple[Passage, ...]:
    """All passages of the article in reading order."""
    found: list[Passage] = []
    for index, block in enumerate(article.blocks):
        if block.kind in ("heading", "caption", "boilerplate"):
            found.append(Passage(block.span, block.kind, index))
            continue
        found += [
            Passage(span.shifted(block.span.start), "sentence", index)
            for span in sentences(block.span.of(article.text))
        ]
    return tuple(found)
