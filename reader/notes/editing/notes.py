"""Edits of notes, each a pure function from project to project, and the drafting of new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.errors import EditRefusedError
from reader.notes.schemes import find_grade
from reader.notes.stamps import Clock, fresh_id, now
from reader.notes.values import Note, Project, SourceSpan, Target
from reader.text import Anchor, Span, make_anchors

_RECENT = 12


def make_target(project: Project, key: str, span: Span) -> Target:
    """A target on that passage, anchored to the text as it is now.

    An empty passage, or one beyond the end of the text, is refused; KeyError if there is no such source.
    """
    return _targets(project, [(key, span)])[0]


def draft_note(
    project: Project,
    places: Sequence[SourceSpan],
    *,
    author: str = "",
    body: str = "",
    tags: Iterable[str] = (),
    rating: str = "",
    scheme: str = "admiralty",
    clock: Clock = now,
) -> Note:
    """A new note on one passage, or on two or more (a link); give it to `add_note` to have it in the project."""
    if not places:
        raise EditRefusedError("A note needs a passage. Select some words first.")
    kept = _checked(project, tags, scheme, rating)
    moment, taken = clock(), {note.id for note in project.notes}
    targets = tuple(_targets(project, places))
    return Note(fresh_id(taken), targets, body, kept, rating, scheme, author, moment, moment)


def draft_notes(
    project: Project,
    places: Iterable[SourceSpan],
    *,
    author: str = "",
    body: str = "",
    tags: Iterable[str] = (),
    rating: str = "",
    scheme: str = "admiralty",
    clock: Clock = now,
) -> tuple[Note, ...]:
    """One new note for each passage, all alike (*annotate every occurrence*); give them to `add_notes`."""
    kept = _checked(project, tags, scheme, rating)
    moment, taken, notes = clock(), {note.id for note in project.notes}, list[Note]()
    for target in _targets(project, places):
        notes.append(Note(fresh_id(taken), (target,), body, kept, rating, scheme, author, moment, moment))
        taken.add(notes[-1].id)
    return tuple(notes)


def _targets(project: Project, places: Iterable[SourceSpan]) -> list[Target]:
    """A target on each passage, as `make_target`; the lines of each text are counted only once."""
    asked = list(places)
    spans: dict[str, list[Span]] = {}
    for key, span in asked:
        spans.setdefault(key, []).append(span)
    anchors: dict[str, Iterator[Anchor]] = {}
    for key, wanted in spans.items():
        text = project.source(key).article.text
        if any(not len(span) or span.end > len(text) for span in wanted):
            raise EditRefusedError("There is nothing selected there. Select some words first.")
        anchors[key] = iter(make_anchors(text, wanted))
    return [Target(key, next(anchors[key]), span) for key, span in asked]


def _checked(project: Project, tags: Iterable[str], scheme: str, rating: str) -> tuple[str, ...]:
    """The tags, once they and the rating are known to be in the codebook."""
    kept = tuple(tags)
    _check_rating(project, scheme, rating)
    _check_tags(project, kept)
    return kept


def _check_rating(project: Project, scheme: str, rating: str) -> None:
    if rating and find_grade(project.codebook, scheme, "credibility", rating) is None:
        raise EditRefusedError(f"The scheme “{scheme}” has no grade “{rating}” for passages.")


def _check_tags(project: Project, tags: Iterable[str]) -> None:
    known = {tag.id for tag in project.codebook.tags}
    for tag in tags:
        if tag not in known:
            raise EditRefusedError(f"There is no tag “{tag}” in the codebook. Add it there first.")


def add_note(project: Project, note: Note) -> Project:
    """The project with one more note; its tags become the most recent ones."""
    return add_notes(project, [note])


def add_notes(project: Project, notes: Sequence[Note]) -> Project:
    """The project with more notes, in the order given, as one edit."""
    taken = {note.id for note in project.notes}
    for note in notes:
        if note.id in taken:
            raise EditRefusedError(f"There is a note “{note.id}” already.")
        taken.add(note.id)
    used = dict.fromkeys(tag for note in notes for tag in note.tags)
    return _remembering(replace(project, notes=(*project.notes, *notes)), used)


def _remembering(project: Project, used: Iterable[str]) -> Project:
    """The project with these tags first among the recent ones."""
    recent = tuple(dict.fromkeys((*used, *project.codebook.recent)))[:_RECENT]
    return replace(project, codebook=replace(project.codebook, recent=recent))


def remove_notes(project: Project, note_ids: Iterable[str]) -> Project:
    """The project without those notes; KeyError when one is not there."""
    gone = set(note_ids)
    kept = tuple(note for note in project.notes if note.id not in gone)
    if len(kept) != len(project.notes) - len(gone):
        raise KeyError(", ".join(sorted(gone - {note.id for note in project.notes})))
    return replace(project, notes=kept)


def change_note(project: Project, note_id: str, change: Callable[[Note], Note], clock: Clock = now) -> Project:
    """The project with that note replaced by what `change` makes of it, its time of change set if it did change."""
    before = project.note(note_id)
    after = change(before)
    if after == before:
        return project
    after = replace(after, modified=clock())
    return replace(project, notes=tuple(after if note is before else note for note in project.notes))


def set_body(project: Project, note_id: str, body: str, clock: Clock = now) -> Project:
    """The project with other words in that note."""
    return change_note(project, note_id, lambda note: replace(note, body=body), clock)


def set_rating(
    project: Project, note_id: str, rating: str, *, scheme: str | None = None, clock: Clock = now
) -> Project:
    """The project with that note's credibility set to a grade of its scheme (or of `scheme`); "" takes it away."""
    chosen = scheme or project.note(note_id).scheme
    _check_rating(project, chosen, rating)
    return change_note(project, note_id, lambda note: replace(note, rating=rating, scheme=chosen), clock)


def rate_notes(project: Project, note_ids: Iterable[str], rating: str, *, scheme: str, clock: Clock = now) -> Project:
    """The project with the credibility of all those notes set to a grade of `scheme`; "" takes their ratings away."""
    _check_rating(project, scheme, rating)
    change = lambda note: replace(note, rating=rating, scheme=scheme if rating else note.scheme)  # noqa: E731
    return _change_notes(project, note_ids, change, clock)


def tag_notes(project: Project, note_ids: Iterable[str], tag: str, clock: Clock = now) -> Project:
    """The project with that tag on those notes (kept where it is already), and first among the recent ones."""
    _check_tags(project, [tag])
    return _remembering(
        _change_notes(project, note_ids, lambda note: replace(note, tags=(*note.tags, tag)), clock, lacking=tag), [tag]
    )


def untag_notes(project: Project, note_ids: Iterable[str], tag: str, clock: Clock = now) -> Project:
    """The project without that tag on those notes."""
    return _change_notes(
        project, note_ids, lambda note: replace(note, tags=tuple(t for t in note.tags if t != tag)), clock
    )


def _change_notes(
    project: Project, note_ids: Iterable[str], change: Callable[[Note], Note], clock: Clock, lacking: str = ""
) -> Project:
    chosen, moment, notes = set(note_ids), clock(), []
    for note in project.notes:
        after = change(note) if note.id in chosen and (not lacking or lacking not in note.tags) else note
        notes.append(note if after == note else replace(after, modified=moment))
    return replace(project, notes=tuple(notes))


def set_target_span(project: Project, note_id: str, index: int, span: Span, clock: Clock = now) -> Project:
    """The project with target `index` of that note on another passage of its source, anchored and certain.

    Serves the adjusting of boundaries, the re-attaching of an orphan, and the confirming of an uncertain place.
    """
    target = make_target(project, project.note(note_id).targets[index].source, span)
    return _with_target(project, note_id, index, target, clock)


def confirm_target(project: Project, note_id: str, index: int, clock: Clock = now) -> Project:
    """The project with the uncertain place of target `index` taken as right; an orphan is refused."""
    span = project.note(note_id).targets[index].span
    if span is None:
        raise EditRefusedError("This note has lost its passage. Select the passage it belongs to, and re-attach it.")
    return set_target_span(project, note_id, index, span, clock)


def add_target(project: Project, note_id: str, place: SourceSpan, clock: Clock = now) -> Project:
    """The project with that note tied to one more passage, so that it becomes a link."""
    target = make_target(project, *place)
    return change_note(project, note_id, lambda note: replace(note, targets=(*note.targets, target)), clock)


def remove_target(project: Project, note_id: str, index: int, clock: Clock = now) -> Project:
    """The project with target `index` of that note taken away; the last one is refused."""
    if len(project.note(note_id).targets) == 1:
        raise EditRefusedError("This is the note's only passage. Delete the note instead.")
    return change_note(
        project,
        note_id,
        lambda note: replace(note, targets=tuple(t for n, t in enumerate(note.targets) if n != index)),
        clock,
    )


def _with_target(project: Project, note_id: str, index: int, target: Target, clock: Clock) -> Project:
    def change(note: Note) -> Note:
        targets = tuple(target if n == index else held for n, held in enumerate(note.targets))
        return replace(note, targets=targets)

    return change_note(project, note_id, change, clock)
