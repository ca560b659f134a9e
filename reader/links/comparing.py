"""The one entry to the analysis: compare sources."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import combinations

from reader.errors import AnalysisStopped
from reader.links.aligning import align_sources, passage_words, surely
from reader.links.comparing_memory import Memory
from reader.links.comparison import Comparison
from reader.links.decisions.mention_edits import edited
from reader.links.decisions.passage_matches import matched
from reader.links.decisions.values import Decisions
from reader.links.entities.joining import group_entities
from reader.links.finding import Found
from reader.links.ledger.building import build_ledger
from reader.links.ledger.origins import find_origins
from reader.links.ledger.unmarked import with_unmarked
from reader.links.letters import source_id
from reader.links.passages.copying import Copied, copied_origins, copy_words, find_copied, quotations
from reader.links.values import ComparedSource
from reader.mentions import Evidence, Mention, entity_evidence, find_mentions, find_numbers
from reader.stopping import stoppable
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
    own, kept = decisions or Decisions(), Memory() if memory is None else memory
    watch = _Watch(progress, should_stop)
    with stoppable(watch.check) if should_stop else nullcontext(), _uncollected():
        return _compared(articles, own, kept, watch)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles of dead objects: the analysis makes none, and a search through all that a long text
    brings takes longer than may pass between two questions whether to stop. What is left then counts as old, so that
    the next object made does not set off that search after all."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _compared(articles: Sequence[Article], own: Decisions, kept: Memory, watch: _Watch) -> Comparison:
    sources = []
    evidence = Evidence.of_all([_evidence(article, kept) for article in articles])
    for index, article in enumerate(articles):
        watch.tell(0.6 * index / len(articles), "Reading names, numbers and dates")
        sources.append(_source(source_id(index), article, evidence, own, kept, watch))
    watch.tell(0.6, "Joining names")
    entities, possible = group_entities(sources, own, kept)
    watch.tell(0.7, "Aligning passages")
    near = matched(align_sources(sources, entities, kept), sources, own)
    alignments = surely(near, kept)
    watch.tell(0.9, "Weighing what agrees and what differs")
    quoting = with_unmarked(sources, alignments, own, kept)
    ledger = build_ledger(quoting, entities, near, own, watch.check, kept)
    origins = find_origins(sources, entities, alignments, copied_origins(sources, _copied(sources, kept)), kept)
    kept.finish()
    watch.tell(1.0, "Done")
    return Comparison(tuple(quoting), entities, possible, alignments, ledger, origins)


_KEPT = Memory()


def compare_again(
    articles: Sequence[Article],
    decisions: Decisions | None = None,
    *,
    progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Comparison:
    """As `compare`, for a process that compares again and again: work is kept from one call to the next."""
    return compare(articles, decisions, progress=progress, should_stop=should_stop, memory=_KEPT)


def _evidence(article: Article, memory: Memory) -> Evidence:
    return memory.get(("evidence", article), lambda: entity_evidence(article))


def _source(
    letter: str, article: Article, evidence: Evidence, decisions: Decisions, memory: Memory, watch: _Watch
) -> ComparedSource:
    engine = decisions.engine
    numbers = memory.get(("numbers", article), lambda: find_numbers(article, watch.check))
    found = memory.get(("found", article, engine), Found)
    mentions = found.again(
        evidence, lambda asked: find_mentions(article, asked, engine, check=watch.check, numbers=numbers)
    )
    passages: tuple[Passage, ...] = memory.get(("passages", article), lambda: find_passages(article))
    changed = edited(article, mentions, decisions)
    if changed is not mentions:
        return _lettered(letter, article, passages, changed)
    key = "source", letter, article, engine, found.times
    return memory.get(key, lambda: _lettered(letter, article, passages, mentions))


def _lettered(
    letter: str, article: Article, passages: tuple[Passage, ...], mentions: Sequence[Mention]
) -> ComparedSource:
    numbered = [mention.with_id(f"{letter}{number}") for number, mention in enumerate(mentions, 1)]
    return ComparedSource(letter, article, passages, tuple(numbered))


def _copied(sources: Sequence[ComparedSource], memory: Memory) -> dict[tuple[int, int], list[Copied]]:
    """The passages that share their wording in each two sources, by their places."""
    keys = [memory.one(("copied", source.article, quotations(source))) for source in sources]
    words = [
        memory.get(("copy words", key), lambda one=one: copy_words(one, passage_words(one, memory)))  # type: ignore[misc]
        for key, one in zip(keys, sources, strict=True)
    ]
    pairs = list(combinations(range(len(sources)), 2))
    found = memory.all(
        [("copied", keys[a], keys[b]) for a, b in pairs],
        lambda asked: find_copied(words, [pairs[n] for n in asked]),
    )
    return dict(zip(pairs, found, strict=True))
