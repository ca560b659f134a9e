"""Tie a note to its passage by quotation, context and position, and find it again after the text has changed."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.span import Span

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is kept of a passage: its words, up to 32 code points either side, where it began, and its paragraph."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    block: int = 0


@dataclass(frozen=True, slots=True)
class AnchorMatch:
    """Where an anchor was found: `score` 0-1, and `certain` only when no other place comes near."""

    span: Span
    score: float
    certain: bool


def make_anchor(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`; `block` counts the non-blank lines before it."""
    return Anchor(
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        block=sum(1 for line in text[: span.start].split("\n")[:-1] if line.strip()),
    )


def find_anchor(anchor: Anchor, text: str) -> AnchorMatch | None:
    """The place of `anchor` in `text`, or None when the passage is gone."""
    end = anchor.start + len(anchor.quote)
    if text[anchor.start : end] == anchor.quote:
        return AnchorMatch(Span(anchor.start, end), 1.0, True)
    start = text.find(anchor.quote)
    if start < 0:
        return None
    return AnchorMatch(Span(start, start + len(anchor.quote)), 1.0, text.count(anchor.quote) == 1)
