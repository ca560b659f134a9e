"""The verbs of annotating: rate, tag, write, highlight, link, move a boundary, delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.notes import (
    Grade,
    Note,
    Project,
    SourceSpan,
    add_note,
    add_notes,
    add_tag_to_notes,
    add_target,
    draft_note,
    draft_notes,
    find_scheme,
    remove_notes,
    set_rating,
    set_target_span,
    tag_notes,
    untag_notes,
)
from reader.text import Span
from reader.ui.wording import shortened
from reader.ui.workspace import Workspace


class AnnotateVerbs(QObject):
    """What the selection bar, the Annotate menu and the keys do to the selection, or to the chosen note without one.

    Signals:
        tagging_wanted(): the reader wants to choose a tag for the note or selection.
        link_begun(str): one end of a link is held; the words say which, "" when it is done.
    """

    tagging_wanted = Signal()
    link_begun = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._link_from: SourceSpan | None = None
        workspace.sources_changed.connect(self._follow_sources)

    # --- what they act on ---------------------------------------------------------------------------------------

    def selection(self) -> SourceSpan | None:
        """What is selected, if its source is still in the project and its text that long."""
        texts = {source.key: source.article.text for source in self.workspace.project.sources}
        held = self.workspace.selection
        return held if held is not None and held[1].end <= len(texts.get(held[0], "")) and len(held[1]) else None

    def present_note(self) -> Note | None:
        """The note exactly on the selection, or the chosen one when nothing is selected."""
        held = {note.id: note for note in self.workspace.project.notes}
        chosen = held.get(self.workspace.chosen_note)
        place = self.selection()
        if place is None:
            return chosen
        key, span = place
        here = [n for n in held.values() if any(t.source == key and t.span == span for t in n.targets)]
        return chosen if chosen in here else next(iter(here), None)

    def grades(self) -> tuple[Grade, ...]:
        """The credibility grades that the number keys stand for now."""
        note = self.present_note()
        scheme = find_scheme(self.workspace.project.codebook, note.scheme if note else self.workspace.scheme)
        return scheme.credibility if scheme else ()

    def _annotate(self, text: str, change: Callable[[Project, str], Project]) -> str:
        """Change the present note, or make one on the selection and change that; its id, "" when nothing was done."""
        note, place = self.present_note(), self.selection()
        if note is None and place is None:
            self.workspace.trouble.emit("Select some words first, or choose a note.", "info")
            return ""
        made = note.id if note else ""

        def edit(project: Project) -> Project:
            nonlocal made
            if note is None and place is not None:
                drafted = draft_note(project, [place], author=self.workspace.author, scheme=self.workspace.scheme)
                project, made = add_note(project, drafted), drafted.id
            return change(project, made)

        if not self.workspace.edit(text, edit) and note is None:
            return ""
        self.workspace.choose_note(made)
        return made

    # --- verbs --------------------------------------------------------------------------------------------------

    def rate(self, code: str) -> None:
        """Rate the credibility of the selection or note; "" takes the rating away."""
        grade = next((g for g in self.grades() if g.code == code), None)
        text = f"Rate {code} {grade.label.lower()}" if grade else "Take rating away"
        self._annotate(text, lambda project, note: set_rating(project, note, code))

    def rate_nth(self, number: int) -> None:
        """Rate with the `number`-th grade of the scheme, from 1; what the number keys do."""
        grades = self.grades()
        if 0 < number <= len(grades):
            self.rate(grades[number - 1].code)

    def tag(self) -> None:
        """Let the reader choose a tag."""
        if self.present_note() is None and self.selection() is None:
            self.workspace.trouble.emit("Select some words first, or choose a note.", "info")
        else:
            self.tagging_wanted.emit()

    def put_tag(self, tag_id: str) -> None:
        """Tag the selection or note; a tag it has already is taken off."""
        note = self.present_note()
        change = untag_notes if note is not None and tag_id in note.tags else tag_notes
        verb = "Remove tag" if change is untag_notes else "Tag"
        names = {tag.id: tag.name for tag in self.workspace.project.codebook.tags}
        self._annotate(f"{verb} “{names.get(tag_id, tag_id)}”", lambda project, n: change(project, [n], tag_id))

    def put_new_tag(self, name: str) -> None:
        """Add a tag to the codebook and put it on the selection or note, as one step."""
        self._annotate(f"Tag “{name}”", lambda project, note: add_tag_to_notes(project, name, [note]))

    def note(self) -> None:
        """Write on the selection or the chosen note."""
        if made := self._annotate("Add note", lambda project, _: project):
            self.workspace.write_note(made)

    def highlight(self) -> None:
        """Mark the selection with a plain note: no rating, no tag, no words."""
        if self.selection() is None:
            self.workspace.trouble.emit("Select some words first.", "info")
        else:
            self._annotate("Highlight", lambda project, _: project)

    def link(self) -> None:
        """Hold the selection as one end of a link; with an end held, link it to the selection, or let that one go."""
        place = self.selection()
        if place is None:
            self.workspace.trouble.emit("Select the words to link first.", "info")
            return
        key, span = place
        first = self._link_from
        if first is None:
            self._link_from = (key, span)
            self.link_begun.emit(self._quote(key, span))
            return
        self.drop_link()
        if first != (key, span):
            self._add_link(first, (key, span))

    def drop_link(self) -> None:
        """Let the end of a link go that is held."""
        if self._link_from is not None:
            self._link_from = None
            self.link_begun.emit("")

    def _follow_sources(self) -> None:
        if self._link_from is not None and all(s.key != self._link_from[0] for s in self.workspace.project.sources):
            self.drop_link()

    def may_add_passage(self) -> bool:
        """Whether a note is chosen that does not stand on the selection yet."""
        held, place = self._chosen(), self.selection()
        return held is not None and place is not None and place not in {(t.source, t.span) for t in held.targets}

    def _chosen(self) -> Note | None:
        return next((n for n in self.workspace.project.notes if n.id == self.workspace.chosen_note), None)

    def add_passage(self) -> None:
        """Tie the selection to the chosen note as one more of its passages."""
        note, place = self.workspace.chosen_note, self.selection()
        held = self._chosen()
        if held is None or place is None:
            self.workspace.trouble.emit("Choose a note, then select one more passage for it.", "info")
        elif place in {(target.source, target.span) for target in held.targets}:
            self.workspace.trouble.emit("The note stands on this passage already.", "info")
        elif self.workspace.edit("Add passage to note", lambda project: add_target(project, note, place)):
            self.workspace.choose_note(note)

    def _add_link(self, first: SourceSpan, second: SourceSpan) -> None:
        made = ""

        def edit(project: Project) -> Project:
            nonlocal made
            drafted = draft_note(project, [first, second], author=self.workspace.author, scheme=self.workspace.scheme)
            made = drafted.id
            return add_note(project, drafted)

        if self.workspace.edit("Link passages", edit):
            self.workspace.choose_note(made)

    def _quote(self, key: str, span: Span) -> str:
        return shortened(span.of(self.workspace.project.source(key).article.text))

    def annotate_places(self, places: list[SourceSpan]) -> None:
        """A note on each of the places, rated and tagged as the present note is; one step."""
        like = self.present_note()
        present = {(t.source, t.span) for t in like.targets} if like else set()
        wanted = [place for place in places if place not in present]

        def edit(project: Project) -> Project:
            return add_notes(
                project,
                draft_notes(
                    project,
                    wanted,
                    author=self.workspace.author,
                    body=like.body if like else "",
                    tags=like.tags if like else (),
                    rating=like.rating if like else "",
                    scheme=like.scheme if like else self.workspace.scheme,
                ),
            )

        if wanted:
            self.workspace.edit(f"Annotate {len(wanted):,} occurrences", edit)

    def delete_note(self) -> None:
        """Delete the present note."""
        if (note := self.present_note()) is not None:
            self.workspace.edit("Delete note", lambda project: remove_notes(project, [note.id]))
            self.workspace.choose_note("")

    def move_edge(self, *, end: bool, forward: bool) -> None:
        """Move the beginning or the end of the chosen note's passage by a word."""
        held = {note.id: note for note in self.workspace.project.notes}
        note = held.get(self.workspace.chosen_note)
        at = next((n for n, t in enumerate(note.targets) if t.span is not None), None) if note else None
        if note is None or at is None:
            return
        target = note.targets[at]
        text = self.workspace.project.source(target.source).article.text
        span = with_edge_moved(text, target.span or Span(0, 0), end=end, forward=forward)
        if span != target.span:
            change = lambda project: set_target_span(project, note.id, at, span)  # noqa: E731
            self.workspace.edit("Adjust passage", change, merge=f"edge:{note.id}")


def with_edge_moved(text: str, span: Span, *, end: bool, forward: bool) -> Span:
    """`span` with one edge at the next or previous edge of a word; never empty, never beyond the text."""
    step = 1 if forward else -1
    place = (span.end if end else span.start) + step
    while 0 < place < len(text) and not _is_edge(text, place, end=end):
        place += step
    place = max(0, min(place, len(text)))
    start, stop = (span.start, place) if end else (place, span.end)
    return Span(start, stop) if start < stop else span


def _is_edge(text: str, place: int, *, end: bool) -> bool:
    before, after = text[place - 1].isalnum(), text[place].isalnum()
    return before and not after if end else after and not before
