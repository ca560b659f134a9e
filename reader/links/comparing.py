"""The one entry to the analysis: compare sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.links.alignment import align_passages
from reader.links.decisions import Decisions
from reader.links.letters import source_id
from reader.links.values import Alignment, ComparedSource, Comparison, Entity, LedgerRow, Side
from reader.mentions import ENTITY_KINDS, find_mentions
from reader.text import Article, find_passages

Progress = Callable[[float, str], None]


def compare(
    articles: Sequence[Article],
    decisions: Decisions | None = None,
    *,
    progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare any number of articles, lettered A, B, C … in the order given.

    `progress(fraction, what)` is called now and then; when `should_stop()` turns true, AnalysisStopped is raised.
    """
    sources = []
    for index, article in enumerate(articles):
        letter = source_id(index)
        mentions = tuple(replace(m, id=f"{letter}{n}") for n, m in enumerate(find_mentions(article), 1))
        sources.append(ComparedSource(letter, article, find_passages(article), mentions))
    entities = _entities(sources)
    ledger = tuple(
        LedgerRow(f"R{n}", "entity", "agree" if len(e.variants) > 1 else "only", e.label,
                  {s: tuple(m for m in e.mentions if m.startswith(s)) for s in e.variants}, "", entity=e.id)
        for n, e in enumerate(entities, 1)
    )  # fmt: skip
    return Comparison(tuple(sources), entities, (), _alignments(sources), ledger, ())


def _entities(sources: Sequence[ComparedSource]) -> tuple[Entity, ...]:
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for source in sources:
        for m in source.mentions:
            if m.kind in ENTITY_KINDS:
                groups.setdefault(m.text.casefold(), []).append((source.id, m.text, m.id))
    return tuple(
        Entity(f"E{n}", held[0][1], "name",
               {s: tuple(dict.fromkeys(t for i, t, _ in held if i == s)) for s in dict.fromkeys(i for i, _, _ in held)},
               tuple(i for _, _, i in held))
        for n, held in enumerate(groups.values(), 1)
    )  # fmt: skip


def _alignments(sources: Sequence[ComparedSource]) -> tuple[Alignment, ...]:
    found = []
    for x, a in enumerate(sources):
        for b in sources[x + 1 :]:
            texts = [[p.span.of(s.article.text) for p in s.passages] for s in (a, b)]
            found += [
                Alignment(Side(a.id, (i,)), Side(b.id, (j,)), score, "similar wording")
                for i, j, score in align_passages(*texts)
            ]
    return tuple(found)
