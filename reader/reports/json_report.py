"""The comparison as the documented JSON shape (`resources/comparison.schema.json`)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from reader.links import Comparison, Side
from reader.mentions import Mention


def mention_json(mention: Mention, entity: str | None = None) -> dict[str, Any]:
    """One mention; `entity` is the id of the entity it belongs to, if any."""
    return {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind,
        "value": None if mention.value is None else _plain(asdict(mention.value)),
        "entity": entity,
        "engine": mention.engine,
        "evidence": mention.evidence,
    }


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison as JSON values; offsets are code points into each source's `text`."""
    entity_of = {m: e.id for e in comparison.entities for m in e.mentions}
    return {
        "format": "diptych-comparison",
        "version": 1,
        "sources": [
            {
                "id": source.id,
                "path": source.article.provenance.path,
                "title": source.article.title,
                "publisher": source.article.publisher,
                "author": source.article.author,
                "published": _plain(source.article.published),
                "language": source.article.language,
                "text": source.article.text,
                "passages": [
                    {"start": p.span.start, "end": p.span.end, "kind": p.kind, "repeats": p.repeats}
                    for p in source.passages
                ],
                "mentions": [mention_json(m, entity_of.get(m.id)) for m in source.mentions],
            }
            for source in comparison.sources
        ],
        "entities": [_plain(asdict(entity)) for entity in comparison.entities],
        "possible": [_plain(asdict(match)) for match in comparison.possible],
        "alignments": [
            {
                "a": _side(link.a),
                "b": _side(link.b),
                "score": link.score,
                "reason": link.reason,
                "manual": link.manual,
            }
            for link in comparison.alignments
        ],
        "ledger": [_plain(asdict(row)) for row in comparison.ledger],
        "origins": [_plain(asdict(origin)) for origin in comparison.origins],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"source": side.source, "passages": list(side.passages)}


def _plain(value: Any) -> Any:
    """JSON values only: days as ISO strings, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return value
