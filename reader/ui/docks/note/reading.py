"""Read a note for display: where it stands in words, what state it is in, what overlaps it, what is aligned with it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reader.links import alignments_at
from reader.notes import Note, Project, Target, find_grade
from reader.text import Article, Span
from reader.ui.workspace import Workspace

MOST_ALIGNED = 3
"""So many aligned passages are shown with a note."""


@dataclass(frozen=True, slots=True)
class AlignedPassage:
    """A passage that the comparison pairs with a note's: source letter, article key, its span, words and the reason."""

    letter: str
    key: str
    span: Span
    words: str
    reason: str


def paragraph_number(article: Article, offset: int) -> int:
    """The number, from 1, of the block that a code point stands in."""
    return max(1, bisect_right([block.span.start for block in article.blocks], offset))


def target_place(workspace: Workspace, target: Target) -> str:
    """Where a target stands: "A · paragraph 9", or that it is lost."""
    letter = workspace.letter(target.source)
    if target.span is None or letter == "?":
        return f"{letter} · passage lost"
    article = workspace.project.source(target.source).article
    return f"{letter} · paragraph {paragraph_number(article, target.span.start)}"


def note_place(workspace: Workspace, note: Note) -> str:
    """Where a note stands, with what it is linked to."""
    first, *others = [target_place(workspace, target) for target in note.targets]
    return " · linked to ".join((first, ", ".join(others))) if others else first


def target_words(target: Target, project: Project) -> str:
    """The words a target covers now, or covered when it was last found."""
    try:
        text = project.source(target.source).article.text
    except KeyError:
        return target.anchor.quote
    return target.span.of(text) if target.span is not None else target.anchor.quote


def rating_words(project: Project, note: Note) -> tuple[str, str]:
    """The rating as "4 doubtful" and its colour; two empty strings when there is none."""
    grade = find_grade(project.codebook, note.scheme, "credibility", note.rating)
    return (f"{grade.code} {grade.label.lower()}", grade.colour) if grade else ("", "")


def note_state(note: Note) -> str:
    """ "lost" when a target has no place, "uncertain" when one is a guess, else ""."""
    if any(target.span is None for target in note.targets):
        return "lost"
    return "" if all(target.certain for target in note.targets) else "uncertain"


def notes_here(project: Project, note: Note) -> list[Note]:
    """Other notes whose passages overlap those of this one, in reading order."""
    spans: dict[str, list[Span]] = {}
    for target in note.targets:
        if target.span is not None:
            spans.setdefault(target.source, []).append(target.span)
    found = []
    for other in project.notes:
        starts = [
            target.span.start
            for target in other.targets
            if target.span is not None and any(target.span.overlaps(span) for span in spans.get(target.source, ()))
        ]
        if other.id != note.id and starts:
            found.append((min(starts), other))
    return [other for _, other in sorted(found, key=lambda pair: pair[0])]


def aligned_passages(workspace: Workspace, target: Target) -> list[AlignedPassage]:
    """The passages of other sources that the comparison pairs with a target's, the strongest first."""
    source = workspace.compared(target.source)
    span = target.span
    if source is None or span is None:
        return []
    here = {n for n, passage in enumerate(source.passages) if passage.span.overlaps(span)}
    held = {s.id: s for s in workspace.comparison.sources}
    found = []
    for alignment in alignments_at(workspace.comparison.alignments, source.id, here):
        for side, other in ((alignment.a, alignment.b), (alignment.b, alignment.a)):
            if side.source == source.id and not here.isdisjoint(side.passages) and other.source in held:
                there = held[other.source]
                place = Span(
                    there.passages[min(other.passages)].span.start, there.passages[max(other.passages)].span.end
                )
                words = place.of(there.article.text)
                found.append(
                    (alignment.score, AlignedPassage(there.id, there.article.key, place, words, alignment.reason))
                )
    strongest: dict[tuple[str, Span], AlignedPassage] = {}  # one passage may be paired with several sentences here
    for _, passage in sorted(found, key=lambda pair: -pair[0]):
        strongest.setdefault((passage.key, passage.span), passage)
    return [*strongest.values()][:MOST_ALIGNED]
