"""Sentence-sized passages of an article, the units that are aligned and judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from reader.stopping import checkpoint
from reader.text.article import Article
from reader.text.paragraphs.block import BlockKind
from reader.text.paragraphs.repeats import fingerprint, nearly_same, opening
from reader.text.sentence_ends import sentences
from reader.text.span import Span

PassageKind = Literal["heading", "sentence", "caption", "boilerplate"]

_WHOLE: dict[BlockKind, PassageKind] = {
    "heading": "heading",
    "caption": "caption",
    "boilerplate": "boilerplate",
    "byline": "boilerplate",
}
SHORTEST_REPEAT = 30
"""Code points below which the same words twice mean nothing ("He denied it.")."""
CAPTIONS_BACK = 20
"""How many captions back a reworded one is looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a whole heading or caption; `block` is the index of its block in `Article.blocks`.

    `repeats` is the index of the earlier passage that this one repeats (a caption printed twice), or None.
    """

    span: Span
    kind: PassageKind
    block: int
    repeats: int | None = None


def find_passages(article: Article) -> tuple[Passage, ...]:
    """All passages of the article in reading order; bylines are boilerplate, quotes and list items are sentences."""
    found: list[Passage] = []
    for index, block in enumerate(article.blocks):
        checkpoint()
        whole = _WHOLE.get(block.kind)
        if whole:
            found.append(Passage(block.span, whole, index))
            continue
        found += [
            Passage(span.shifted(block.span.start), "sentence", index)
            for span in sentences(block.span.of(article.text))
        ]
    return _with_repeats(article.text, found)


def _with_repeats(text: str, passages: list[Passage]) -> tuple[Passage, ...]:
    openings: list[tuple[str, ...]] = []
    for passage in passages:
        checkpoint()
        openings.append(opening(passage.span.of(text)))
    often = Counter(openings)
    first_with: dict[str, int] = {}
    captions: list[int] = []
    marked = []
    for index, passage in enumerate(passages):
        checkpoint()
        words = passage.span.of(text)
        earlier: int | None = None
        if len(words) >= SHORTEST_REPEAT and often[openings[index]] > 1:
            earlier = first_with.setdefault(fingerprint(words), index)
            earlier = earlier if earlier < index else None
        if earlier is None and passage.kind == "caption":
            near = (i for i in captions[-CAPTIONS_BACK:] if nearly_same(passages[i].span.of(text), words))
            earlier = next(near, None)
            captions += [index] if earlier is None else []
        marked.append(replace(passage, repeats=earlier) if earlier is not None else passage)
    return tuple(marked)
