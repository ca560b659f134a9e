"""The ledger as plain rows of words, the common ground of all reports but the JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.links import ComparedSource, Comparison, LedgerRow, Verdict
from reader.mentions import Mention
from reader.text import Passage, Span

GROUPS: tuple[tuple[str, tuple[Verdict, ...]], ...] = (
    ("Differ", ("differ",)),
    ("Same form only", ("same form only",)),
    ("Agree", ("agree", "compatible")),
    ("Only in one source", ("only",)),
)

_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says in a row: its letter, the words, and what stands before and after them in the passage,
    cut at a word with an ellipsis; `count` is how many mentions the row has in this source."""

    source: str
    before: str
    words: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """One ledger row in words."""

    verdict: Verdict
    label: str
    reason: str
    kind: str
    cells: tuple[Cell, ...]


def grouped_rows(comparison: Comparison) -> Iterator[tuple[str, list[Row]]]:
    """The groups of the ledger in the order they are read, each with its rows, most important first; none is empty."""
    reader = _Reader(comparison)
    ordered = sorted(comparison.ledger, key=lambda row: -row.importance)
    for name, verdicts in GROUPS:
        rows = [reader.row(row) for row in ordered if row.verdict in verdicts]
        if rows:
            yield name, rows


def source_line(source: ComparedSource) -> str:
    """ "Title, Outlet, 14 March 2025, 512 words": what is known of a source, in one line."""
    return ", ".join(source_parts(source))


def source_parts(source: ComparedSource) -> list[str]:
    """What is known of a source: its title, outlet, day and length."""
    article = source.article
    day = article.published
    words = len(article.text.split())
    parts = [
        article.title or article.provenance.path.replace("\\", "/").rpartition("/")[2] or "Untitled",
        article.publisher,
        f"{day.day} {day:%B %Y}" if day else "no date",
        f"{words:,} word" if words == 1 else f"{words:,} words",
    ]
    return [part for part in parts if part]


class _Reader:
    """Looks up the words behind mention ids."""

    def __init__(self, comparison: Comparison) -> None:
        self._mentions: dict[str, tuple[ComparedSource, Mention]] = {
            mention.id: (source, mention) for source in comparison.sources for mention in source.mentions
        }

    def row(self, row: LedgerRow) -> Row:
        cells = tuple(self._cell(source, ids) for source, ids in row.cells.items() if ids)
        return Row(row.verdict, row.label, row.reason, row.kind, cells)

    def _cell(self, source_id: str, ids: tuple[str, ...]) -> Cell:
        source, mention = self._mentions[ids[0]]
        context = _passage_around(source.passages, mention.span)
        text = source.article.text
        before, after = text[context.start : mention.span.start], text[mention.span.end : context.end]
        return Cell(source_id, _ending(_folded(before)), _folded(mention.text), _beginning(_folded(after)), len(ids))


def _passage_around(passages: tuple[Passage, ...], span: Span) -> Span:
    """The passage that holds the start of `span`, widened to hold all of it."""
    at = bisect_right(passages, span.start, key=lambda passage: passage.span.end)
    if at == len(passages) or passages[at].span.start > span.start:
        return span
    return Span(passages[at].span.start, max(span.end, passages[at].span.end))


def _folded(words: str) -> str:
    """On one line, every run of white space a single blank."""
    return re.sub(r"\s+", " ", words)


def _ending(words: str) -> str:
    if len(words) <= _CONTEXT:
        return words
    return "…" + words[-_CONTEXT:].partition(" ")[2]


def _beginning(words: str) -> str:
    if len(words) <= _CONTEXT:
        return words
    return words[:_CONTEXT].rpartition(" ")[0] + "…"
