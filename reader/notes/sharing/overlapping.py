"""Find the notes that stand on the same passage as another note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from reader.notes.values import Note, SourceSpan

Placed = tuple[int, int, Note]
Rows = tuple[list[Placed], int]
"""The notes on one source as (start, end, note), by start, and the length of the longest passage."""


def by_source(notes: Iterable[Note]) -> dict[str, Rows]:
    """The notes on passages of one source (not the links), for `overlapping`."""
    rows: dict[str, list[Placed]] = {}
    for note in notes:
        if (place := passage_of(note)) is not None:
            rows.setdefault(place[0], []).append((place[1].start, place[1].end, note))
    for placed in rows.values():
        placed.sort(key=lambda row: row[:2])
    return {key: (placed, max(end - start for start, end, _ in placed)) for key, placed in rows.items()}


def passage_of(note: Note) -> SourceSpan | None:
    """The source and span of a note on one passage; None for a link or an orphan."""
    if len(note.targets) != 1 or note.targets[0].span is None:
        return None
    return note.targets[0].source, note.targets[0].span


def overlapping(note: Note, rows: Mapping[str, Rows]) -> list[Note]:
    """The notes of `rows` on the same passage: what both cover is at least half of what either covers."""
    place = passage_of(note)
    if place is None or place[0] not in rows:
        return []
    key, span = place
    placed, longest = rows[key]
    found = []
    for start, end, other in placed[bisect_left(placed, span.start - longest, key=lambda row: row[0]) :]:
        if start >= span.end:
            break
        common, either = min(end, span.end) - max(start, span.start), max(end, span.end) - min(start, span.start)
        if common > 0 and 2 * common >= either:
            found.append(other)
    return found
