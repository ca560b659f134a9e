"""The one entry to the analysis: compare sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.errors import AnalysisStopped
from reader.links.alignment import align_passages
from reader.links.comparing_edits import edited
from reader.links.comparing_memory import Memory
from reader.links.decisions import Decisions
from reader.links.ledger import build_ledger
from reader.links.letters import source_id
from reader.links.origins import find_origins
from reader.links.values import Alignment, ComparedSource, Comparison, Entity, Side
from reader.mentions import ENTITY_KINDS, find_mentions
from reader.text import Article, Passage, find_passages

Progress = Callable[[float, str], None]


class _Watch:
    """Tells how far the work is, and stops it when asked to."""

    def __init__(self, progress: Progress | None, should_stop: Callable[[], bool] | None) -> None:
        self._progress, self._should_stop = progress, should_stop

    def check(self) -> None:
        """Raise AnalysisStopped once the work is no longer wanted."""
        if self._should_stop and self._should_stop():
            raise AnalysisStopped("The comparison was stopped before it was done.")

    def tell(self, fraction: float, what: str) -> None:
        self.check()
        if self._progress:
            self._progress(fraction, what)


def compare(
    articles: Sequence[Article],
    decisions: Decisions | None = None,
    *,
    progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
    memory: Memory | None = None,
) -> Comparison:
    """Compare any number of articles, lettered A, B, C … in the order given.

    `progress(fraction, what)` is called now and then; when `should_stop()` turns true, AnalysisStopped is raised.
    With a `memory`, work on articles and pairs of articles that were compared before is not done again.
    """
    own, kept = decisions or Decisions(), memory or Memory()
    watch = _Watch(progress, should_stop)
    sources = []
    for index, article in enumerate(articles):
        watch.tell(0.6 * index / len(articles), "Reading names, numbers and dates")
        sources.append(_source(source_id(index), article, own, kept))
    watch.tell(0.6, "Joining names")
    entities = _entities(sources)
    watch.tell(0.7, "Aligning passages")
    alignments = _alignments(sources, kept, watch)
    watch.tell(0.9, "Weighing what agrees and what differs")
    ledger = build_ledger(sources, entities, alignments, own, watch.check)
    origins = find_origins(sources, entities, alignments)
    kept.finish()
    watch.tell(1.0, "Done")
    return Comparison(tuple(sources), entities, (), alignments, ledger, origins)


def _source(letter: str, article: Article, decisions: Decisions, memory: Memory) -> ComparedSource:
    found = memory.get(("mentions", article), lambda: find_mentions(article))
    passages: tuple[Passage, ...] = memory.get(("passages", article), lambda: find_passages(article))
    mentions = edited(article, found, decisions)
    return ComparedSource(
        letter, article, passages, tuple(replace(m, id=f"{letter}{n}") for n, m in enumerate(mentions, 1))
    )


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


def _alignments(sources: Sequence[ComparedSource], memory: Memory, watch: _Watch) -> tuple[Alignment, ...]:
    found = []
    for x, a in enumerate(sources):
        for b in sources[x + 1 :]:
            watch.check()
            texts = [[p.span.of(s.article.text) for p in s.passages] for s in (a, b)]
            pairs = memory.get(("aligned", a.article, b.article), lambda texts=texts: align_passages(*texts))  # type: ignore[misc]
            found += [Alignment(Side(a.id, (i,)), Side(b.id, (j,)), score, "similar wording") for i, j, score in pairs]
    return tuple(found)
