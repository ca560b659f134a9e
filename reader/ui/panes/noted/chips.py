"""The notes of a project as they are shown on the pages: which stand in which source, and the chip of each."""

from __future__ import annotations

from collections.abc import Iterable

from reader.notes import Note, Project, find_grade
from reader.text import Span
from reader.ui.background.garbage import uncollected
from reader.ui.looks.theme import Theme
from reader.ui.panes.page.margin import Chip


class PlacedNotes:
    """The passages that have notes, by article key; looked up anew only where there are other notes."""

    def __init__(self) -> None:
        self._notes: tuple[Note, ...] = ()
        self._placed: dict[str, list[tuple[Span, Note]]] = {}

    def of(self, project: Project, key: str) -> list[tuple[Span, Note]]:
        """The passages of one article that have notes, in the order of the notes."""
        if project.notes is not self._notes:
            self._notes = project.notes
            with uncollected():
                self._placed = _placed(project.notes)
        return self._placed.get(key, [])


def _placed(notes: Iterable[Note]) -> dict[str, list[tuple[Span, Note]]]:
    placed: dict[str, list[tuple[Span, Note]]] = {}
    for note in notes:
        for target in note.targets:
            if target.span is not None:
                placed.setdefault(target.source, []).append((target.span, note))
    return placed


def note_chip(project: Project, note: Note, position: int, theme: Theme) -> Chip:
    """A chip shows the credibility, else N for a note in words, L for a link, a dot for a bare highlight."""
    grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
    label = note.rating or ("N" if note.body else "L" if len(note.targets) > 1 else "•")
    return Chip(note.id, label, grade.colour if grade else theme.colours["note_edge"], position)


def chip_words(project: Project, note_id: str) -> str:
    """What the tooltip of a note's chip says: its credibility, its words and its tags, as HTML."""
    from html import escape  # brings a large table along

    note = next((held for held in project.notes if held.id == note_id), None)
    if note is None:
        return ""
    grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
    names = {tag.id: tag.name for tag in project.codebook.tags}
    parts = [f"<b>{escape(grade.code)} — {escape(grade.label)}</b>"] if grade else []
    parts += [escape(note.body)] if note.body else []
    parts += [", ".join(escape(names.get(tag, tag)) for tag in note.tags)] if note.tags else []
    return "<br>".join(parts) or ("Linked" if len(note.targets) > 1 else "Highlighted")
