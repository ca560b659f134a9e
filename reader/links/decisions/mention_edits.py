"""Put the mentions the reader added in, and take out those the reader removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.links.decisions.values import Decisions, MentionEdit, PlaceRef
from reader.mentions import ENTITY_KINDS, Mention, MentionKind, find_mentions
from reader.text import Article, Span


def edited(article: Article, mentions: Sequence[Mention], decisions: Decisions) -> tuple[Mention, ...]:
    """The article's mentions with the reader's edits, sorted by place; an edit whose words are gone is passed over."""
    edits = {e.place: e for e in decisions.mentions if e.place.source == article.key}
    if not edits:
        return tuple(mentions)
    held = list(mentions)
    for edit in edits.values():
        span = _where(article.text, edit.place)
        if span is not None:
            held = [m for m in held if not _replaced(m, span, edit)]
            if edit.kind is not None:
                held.append(_made(article, span, edit.kind))
    return tuple(sorted(held, key=lambda m: (m.span.start, -m.span.end)))


def _replaced(mention: Mention, span: Span, edit: MentionEdit) -> bool:
    """A mark taken away is the one at that place; one added pushes out names and numbers it overlaps."""
    if mention.kind in ("quotation", "attribution") and edit.kind not in (None, "quotation", "attribution"):
        return False
    return mention.span == span if edit.kind is None else mention.span.overlaps(span)


def _where(text: str, place: PlaceRef) -> Span | None:
    """Where the words of an edit stand now: at their place, or at the nearest equal words."""
    if not place.quote or text[place.start : place.end] == place.quote:
        return Span(place.start, place.end) if place.end <= len(text) else None
    before = text.rfind(place.quote, 0, place.start + len(place.quote))
    after = text.find(place.quote, place.start)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - place.start))
    return Span(start, start + len(place.quote))


def _made(article: Article, span: Span, kind: MentionKind) -> Mention:
    """The reader's mention; a number or date gets its value from the finder, read in its own words."""
    words = span.of(article.text)
    mention = Mention(span, words, kind, engine="reader", evidence="marked by you")
    if kind in ENTITY_KINDS:
        return mention
    alone = Article.from_text(words, published=article.published, language=article.language)
    valued = [m for m in find_mentions(alone) if m.value is not None]
    same = [m for m in valued if m.kind == kind] or valued
    return replace(mention, value=max(same, key=lambda m: len(m.span)).value) if same else mention
