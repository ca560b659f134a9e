"""The comparison as plain text, for a terminal or an e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from heapq import nlargest

from reader.links import Alignment, Comparison, Side
from reader.notes import Project
from reader.reports.judgements import Judgement, judgements, reliabilities
from reader.reports.ledger_table import Row, grouped_rows, source_line

_WIDTH = 100
_ALIGNED = 12


def comparison_text(comparison: Comparison, project: Project | None = None) -> str:
    """What agrees, what differs and what only one source says, and what the reader of a project noted.

    Lines are at most 100 characters long.
    """
    lines = []
    rated = reliabilities(comparison, project) if project else {}
    for source in comparison.sources:
        lines += _wrapped(f"{source.id}  {source_line(source)}", "", "   ")
        lines += _wrapped(f"Reliability: {rated[source.id]}", "   ", "   ") if source.id in rated else []
    for name, rows in grouped_rows(comparison):
        lines += ["", f"{name.upper()} ({len(rows)})"]
        compact = name == "Only in one source"
        for row in rows:
            lines += _only(row) if compact else _compared(row)
    lines += _origins(comparison)
    lines += _judgements(judgements(comparison, project)) if project else []
    lines += _aligned(comparison)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _compared(row: Row) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"{row.label}  [{row.verdict}]", "  ", "  ")
    for cell in row.cells:
        times = f"  (and {cell.count - 1} more)" if cell.count > 1 else ""
        yield from _wrapped(f"{cell.source}  {cell.before}[{cell.words}]{cell.after}{times}", "    ", "       ")
    if row.reason:
        yield from _wrapped(row.reason, "    = ", "      ")


def _only(row: Row) -> Iterator[str]:
    for cell in row.cells:
        times = f" × {cell.count}" if cell.count > 1 else ""
        yield from _wrapped(f"{cell.source}  {row.label}{times}", "  ", "     ")


def _origins(comparison: Comparison) -> Iterator[str]:
    if comparison.origins:
        yield ""
        yield f"ONE ORIGIN ({len(comparison.origins)})"
    for origin in comparison.origins:
        yield from _wrapped(f"{'+'.join(origin.sources)}  {origin.label}: {origin.reason}", "  ", "       ")


def _judgements(held: list[Judgement]) -> Iterator[str]:
    if held:
        yield ""
        yield f"WHAT THE READER NOTED ({len(held)})"
    for one in held:
        yield ""
        for letter, words in one.passages:
            yield from _wrapped(f"{letter}  [{words}]", "  ", "     ")
        for line in (one.said, *one.body.splitlines(), f"— {one.author}" if one.author else ""):
            if line:
                yield from _wrapped(line, "     ", "     ")


def _aligned(comparison: Comparison) -> Iterator[str]:
    best = nlargest(_ALIGNED, comparison.alignments, key=lambda link: link.score)
    if best:
        yield ""
        yield f"PASSAGES THAT SPEAK OF THE SAME ({len(comparison.alignments)}, the strongest first)"
    for link in best:
        yield ""
        for side in (link.a, link.b):
            yield from _wrapped(f"{side.source}  {_words(comparison, side)}", "  ", "     ")
        yield from _wrapped(_because(link), "    = ", "      ")


def _because(link: Alignment) -> str:
    return f"{link.reason} ({link.score:.0%})"


def _words(comparison: Comparison, side: Side) -> str:
    source = next(source for source in comparison.sources if source.id == side.source)
    return " ".join(" ".join(source.passages[n].span.of(source.article.text).split()) for n in side.passages)


def _wrapped(words: str, first: str, later: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent=first, subsequent_indent=later) or [first]
