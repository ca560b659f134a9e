"""Articles as plain JSON values, to cross from the parsing process."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from reader.sources.days import iso_day
from reader.text import Article, Block, Provenance, Removed, Span


def article_to_json(article: Article) -> dict[str, Any]:
    """JSON values that `article_from_json` turns back into an equal article."""
    held = asdict(article)
    held["published"] = article.published.isoformat() if article.published else ""
    held["blocks"] = [[b.span.start, b.span.end, b.kind, b.level] for b in article.blocks]
    return held


def article_from_json(held: dict[str, Any]) -> Article:
    """The article that `article_to_json` wrote."""
    known = held["provenance"]
    provenance = Provenance(
        **known | {"removed": tuple(Removed(**r) for r in known["removed"]), "warnings": tuple(known["warnings"])}
    )
    plain = {name: held[name] for name in ("text", "title", "publisher", "author", "language", "url", "key")}
    blocks = tuple(Block(Span(start, end), kind, level) for start, end, kind, level in held["blocks"])
    article = Article(**plain, blocks=blocks, provenance=provenance)
    return replace(article, published=iso_day(held["published"]))
