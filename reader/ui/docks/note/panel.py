"""The Note dock: the chosen note with its quotation, credibility, tags, words, links, and the other notes here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QPushButton, QVBoxLayout, QWidget

from reader.notes import (
    Note,
    Project,
    Tag,
    add_tag_to_notes,
    confirm_target,
    find_scheme,
    remove_notes,
    remove_target,
    set_body,
    set_rating,
    set_target_span,
    tag_notes,
    untag_notes,
)
from reader.ui.docks.codebook.scheme_button import SchemeButton
from reader.ui.docks.codebook.tag_chooser import TagChooser
from reader.ui.docks.note.cards import NoteCards
from reader.ui.docks.note.parts import GradeRow, PlaceButton, QuoteBlock, TagRow
from reader.ui.docks.note.reading import (
    note_place,
    note_state,
    rating_words,
    target_words,
)
from reader.ui.docks.note.trouble import NoteTrouble
from reader.ui.docks.parts.note_field import NoteField
from reader.ui.docks.parts.panel import Panel, empty_hint, heading, hint, scrolling
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

EMPTY = (
    "No note is chosen.\n\nSelect words in a source, then press 1–6 to rate their credibility, T to tag them, "
    "N to write a note, H to highlight, or L to link them to a passage of another source."
)


class NotePanel(Panel):
    """The editor of the chosen note. Typing is in the project at once; one stretch of it is one undo step."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "Note", parent)
        self._note = ""
        self._typing = 0
        self._came_from: QWidget | None = None
        self._tags: list[Tag] | None = None
        self.empty = empty_hint(EMPTY, self)
        self._build()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty, 1)
        outer.addWidget(self.area, 1)
        workspace.note_chosen.connect(self._chosen)
        workspace.writing_wanted.connect(self.write)
        for signal in (workspace.notes_changed, workspace.sources_changed, workspace.comparison_changed):
            signal.connect(self._show)
        self._chosen(workspace.chosen_note)

    def _build(self) -> None:
        self.where = PlaceButton()
        self.where.setToolTip("Show this passage")
        self.where.clicked.connect(lambda: self._go(0))
        self.quote = QuoteBlock(self.theme)
        self.trouble = NoteTrouble()
        self.trouble.confirmed.connect(self._confirm)
        self.trouble.attach_wanted.connect(self._attach)
        self.scheme = SchemeButton()
        self.scheme.scheme_picked.connect(self._set_scheme)
        self.grades = GradeRow("Credibility", self.theme)
        self.grades.graded.connect(self._grade)
        self._build_writing()
        self._lay_out()

    def _build_writing(self) -> None:
        self.tags = TagRow(self.theme)
        self.tags.add_wanted.connect(self.choose_tag)
        self.tags.removed.connect(self._untag)
        self.chooser = TagChooser(self.workspace, self.theme, self)
        self.chooser.picked.connect(self._tag)
        self.chooser.named.connect(self._new_tag)
        self.body = NoteField()
        self.body.setAccessibleName("Note")
        self.body.setPlaceholderText("Write a note")
        self.body.textChanged.connect(self._typed)
        self.body.left.connect(self._leave)
        self.cards = NoteCards(self.workspace, self.theme)
        self.cards.go_wanted.connect(self._go)
        self.cards.unlink_wanted.connect(self._unlink)
        self.stamp = hint()
        self.delete = QPushButton("Delete note")
        self.delete.setProperty("role", "quiet")
        self.delete.clicked.connect(self._delete)

    def _lay_out(self) -> None:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(12, 8, 12, 12)
        box.setSpacing(5)
        for widget, gap in self._order():
            box.addSpacing(gap)
            if widget in (self.scheme, self.delete):
                box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                box.addWidget(widget)
        box.addStretch(1)
        self.area = scrolling(page, self)

    def _order(self) -> list[tuple[QWidget, int]]:
        return [
            (self.where, 0), (self.quote, 0), (self.trouble, 2),
            (self.scheme, 6), (self.grades, 0),
            (heading("Tags"), 6), (self.tags, 0),
            (heading("Note"), 6), (self.body, 0),
            (self.cards, 4), (self.stamp, 6), (self.delete, 0),
        ]  # fmt: skip

    # --- showing ------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.quote.theme = self.tags.theme = theme
        self.grades.set_theme(theme)
        self._tags = None
        self.cards.set_theme(theme)
        self._show()

    def note(self) -> Note | None:
        """The note shown."""
        return next((n for n in self.workspace.project.notes if n.id == self._note), None)

    def _chosen(self, note_id: str) -> None:
        if note_id != self._note:
            self._typing += 1
        self._note = note_id
        self._show()

    def _show(self) -> None:
        note = self.note()
        self.empty.setVisible(note is None)
        self.area.setVisible(note is not None)
        if note is None:
            return
        project = self.workspace.project
        place = note_place(self.workspace, note)
        colour = rating_words(project, note)[1]
        self.where.show_words(place)
        self.quote.show_quote(target_words(note.targets[0], project), colour or "note_edge")
        self.trouble.show_state(note_state(note), note)
        scheme = find_scheme(project.codebook, note.scheme)
        self.scheme.show_scheme("Credibility of the information", note.scheme, project.codebook)
        self.grades.show_grades(scheme.credibility if scheme else (), note.rating)
        held = {tag.id: tag for tag in project.codebook.tags}
        tags = [held[tag] for tag in note.tags if tag in held]
        if tags != self._tags:
            self._tags = tags
            self.tags.show_tags(tags)
        if self.body.toPlainText() != note.body:
            self.body.put(note.body)
        made = note.created[:16].replace("T", " ")
        self.stamp.setText(" · ".join(part for part in (note.author, made) if part))
        self.cards.show_note(note)

    # --- editing ------------------------------------------------------------------------------------------------

    def write(self, note_id: str) -> None:
        """Show a note and let the reader type in it; Escape goes back to where the focus was."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self._chosen(note_id)
        dock = self.parent()
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parent()
        if isinstance(dock, QDockWidget):
            dock.show()
            dock.raise_()
        self.area.ensureWidgetVisible(self.body)
        self.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        self._typing += 1
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.body.clearFocus()

    def _typed(self) -> None:
        note, words = self.note(), self.body.toPlainText()
        if note is None or words == note.body:
            return
        if words.count("\n") > note.body.count("\n"):
            self._typing += 1
        key = f"body:{note.id}:{self._typing}"
        self.workspace.edit("Write note", lambda project: set_body(project, note.id, words), merge=key)

    def _edit(self, text: str, note: Note | None, change: object) -> None:
        if note is not None:
            self._typing += 1
            self.workspace.edit(text, change)  # type: ignore[arg-type]

    def _grade(self, code: str) -> None:
        note = self.note()
        words = f"Rate {code}" if code else "Take rating away"
        self._edit(words, note, lambda project: set_rating(project, self._note, code))

    def _set_scheme(self, scheme: str) -> None:
        self._edit("Change rating scheme", self.note(), lambda p: set_rating(p, self._note, "", scheme=scheme))

    def choose_tag(self) -> None:
        """Open the list of tags below the chips."""
        note = self.note()
        if note is not None:
            self.chooser.open_at(self.tags.add.mapToGlobal(QPoint(0, self.tags.add.height() + 4)), note.tags)

    def _tag(self, tag: str) -> None:
        note = self.note()
        change = untag_notes if note is not None and tag in note.tags else tag_notes
        self._edit("Tag note" if change is tag_notes else "Remove tag", note, lambda p: change(p, [self._note], tag))

    def _new_tag(self, name: str) -> None:
        change = lambda project: add_tag_to_notes(project, name, [self._note])  # noqa: E731
        self._edit(f"Tag “{name}”", self.note(), change)

    def _untag(self, tag: str) -> None:
        self._edit("Remove tag", self.note(), lambda project: untag_notes(project, [self._note], tag))

    def _unlink(self, number: int) -> None:
        self._edit("Unlink passage", self.note(), lambda project: remove_target(project, self._note, number))

    def _delete(self) -> None:
        self._edit("Delete note", self.note(), lambda project: remove_notes(project, [self._note]))
        self.workspace.choose_note("")

    def _confirm(self) -> None:
        note = self.note()
        if note is not None:
            doubtful = [n for n, t in enumerate(note.targets) if t.span is not None and not t.certain]
            self._edit("Confirm passage", note, lambda p: _each(p, note.id, doubtful))

    def _attach(self) -> None:
        note, selection = self.note(), self.workspace.selection
        if note is None or selection is None:
            self.workspace.trouble.emit("Select the passage this note belongs to, then attach it.", "info")
            return
        key, span = selection
        lost = [n for n, t in enumerate(note.targets) if (t.span is None or not t.certain) and t.source == key]
        if not lost:
            self.workspace.trouble.emit("This note belongs to another source. Select a passage there.", "info")
            return
        self._edit("Re-attach note", note, lambda project: set_target_span(project, note.id, lost[0], span))

    def _go(self, number: int) -> None:
        note = self.note()
        target = note.targets[number] if note is not None else None
        if target is not None and target.span is not None:
            self.workspace.choose_passage(target.source, target.span)


def _each(project: Project, note: str, targets: list[int]) -> Project:
    for number in targets:
        project = confirm_target(project, note, number)
    return project
