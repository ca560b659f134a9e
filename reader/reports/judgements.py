"""What the reader judged, in words for the reports: the reliability of sources, and the notes in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from reader.links import Comparison
from reader.notes import Note, Project, find_grade


@dataclass(frozen=True, slots=True)
class Judgement:
    """One note: the letters and words of its passages, its rating with its wording, tags, text, and who wrote it."""

    passages: tuple[tuple[str, str], ...]
    rating: str
    tags: tuple[str, ...]
    body: str
    author: str

    @property
    def said(self) -> str:
        """Rating and tags in one line, "" without any."""
        return " · ".join(part for part in (self.rating, ", ".join(self.tags)) if part)


def reliabilities(comparison: Comparison, project: Project) -> dict[str, str]:
    """By source letter "B usually reliable", and what that rests on, for the sources that were rated."""
    held = {source.key: source for source in project.sources}
    found = {}
    for compared in comparison.sources:
        source = held.get(compared.article.key)
        grade = source and find_grade(project.codebook, source.scheme, "reliability", source.reliability)
        if source and grade:
            basis = f" ({source.basis})" if source.basis else ""
            found[compared.id] = f"{grade.code} {grade.label.lower()}{basis}"
    return found


def judgements(comparison: Comparison, project: Project) -> list[Judgement]:
    """The notes on the compared sources, as the passages they begin with follow one another."""
    order = {source.article.key: n for n, source in enumerate(comparison.sources)}
    letters = {source.article.key: source.id for source in comparison.sources}

    def place(note: Note) -> tuple[int, int]:
        target = next(target for target in note.targets if target.source in order)
        return order[target.source], target.span.start if target.span else -1

    notes = [note for note in project.notes if any(target.source in order for target in note.targets)]
    return [_judgement(note, letters, project) for note in sorted(notes, key=place)]


def _judgement(note: Note, letters: dict[str, str], project: Project) -> Judgement:
    grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
    names = {tag.id: tag.name for tag in project.codebook.tags}
    return Judgement(
        tuple((letters[t.source], " ".join(t.anchor.quote.split())) for t in note.targets if t.source in letters),
        f"{grade.code} {grade.label.lower()}" if grade else "",
        tuple(names[tag] for tag in note.tags if tag in names),
        note.body.strip(),
        note.author,
    )
