"""The notes of a project as they are shown on the pages: chips in the margin and washed passages, by source."""

from __future__ import annotations

from reader.notes import Note, Project, find_grade
from reader.text import Span
from reader.ui.panes.margin import Chip
from reader.ui.theme import Theme


def chips_and_washes(project: Project, chosen: str, theme: Theme) -> dict[str, tuple[list[Chip], list[Span]]]:
    """Chips and passages by article key; the note with the id `chosen` has a ring."""
    shown: dict[str, tuple[list[Chip], list[Span]]] = {source.key: ([], []) for source in project.sources}
    for note in project.notes:
        for target in note.targets:
            if target.span is not None and target.source in shown:
                chips, spans = shown[target.source]
                chips.append(_chip(project, note, target.span.start, note.id == chosen, theme))
                spans.append(target.span)
    return shown


def _chip(project: Project, note: Note, position: int, chosen: bool, theme: Theme) -> Chip:
    """A chip shows the credibility, else N for a note in words, L for a link, a dot for a bare highlight."""
    from html import escape  # brings a large table along

    grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
    names = {tag.id: tag.name for tag in project.codebook.tags}
    parts = [f"<b>{escape(grade.code)} — {escape(grade.label)}</b>"] if grade else []
    parts += [escape(note.body)] if note.body else []
    parts += [", ".join(escape(names.get(tag, tag)) for tag in note.tags)] if note.tags else []
    colour = grade.colour if grade else theme.colours["note_edge"]
    linked = len(note.targets) > 1
    label = note.rating or ("N" if note.body else "L" if linked else "•")
    return Chip(note.id, label, colour, position, "<br>".join(parts) or ("Linked" if linked else "Highlighted"), chosen)
