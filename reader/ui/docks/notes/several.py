"""What is done to all notes chosen in the list at once, each as one undo step: rate, tag, delete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from reader.notes import (
    Grade,
    Note,
    add_tag_to_notes,
    find_scheme,
    rate_notes,
    remove_notes,
    tag_notes,
    untag_notes,
)
from reader.ui.docks.cards.view import CardView
from reader.ui.docks.codebook.tag_chooser import TagChooser
from reader.ui.docks.notes.model import NoteRole
from reader.ui.docks.parts.panel import keep_key
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

DIGITS = 9


class ChosenNotes(QObject):
    """The notes chosen in a list, with Ctrl and Shift several, and the verbs and keys for them.

    The number keys and the menu rate all of them in the scheme of the note the reader stands on.
    """

    def __init__(self, workspace: Workspace, theme: Theme, view: CardView) -> None:
        super().__init__(view)
        self._workspace, self._view = workspace, view
        self.chooser = TagChooser(workspace, theme, view)
        self.chooser.picked.connect(self.toggle_tag)
        self.chooser.named.connect(self._new_tag)
        keep_key("Delete", view, self.delete)
        keep_key("T", view, self.choose_tag)
        keep_key("0", view, partial(self.rate, ""))
        for number in range(1, DIGITS + 1):
            keep_key(str(number), view, partial(self._rate_nth, number))

    def notes(self) -> list[Note]:
        """The chosen notes, in the order of the list."""
        rows = sorted(self._view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(NoteRole) for index in rows]

    def fill(self, menu: QMenu) -> None:
        """Put the verbs into a menu."""
        rating = menu.addMenu("Credibility")
        for number, grade in enumerate(self._grades(), 1):
            rating.addAction(f"{grade.code} {grade.label}\t{number}", partial(self.rate, grade.code))
        rating.addSeparator()
        rating.addAction("Take rating away\t0", partial(self.rate, ""))
        menu.addAction("Tag…\tT", self.choose_tag)
        menu.addSeparator()
        menu.addAction(f"{self._phrase('Delete')}\tDel", self.delete)

    def rate(self, code: str) -> None:
        """Rate all of them; "" takes their ratings away."""
        notes, here = self.notes(), self._view.currentIndex().data(NoteRole)
        if not notes:
            return
        ids, scheme = [note.id for note in notes], (here or notes[0]).scheme
        verb = f"Rate {code}" if code else "Take rating away from"
        self._workspace.edit(self._phrase(verb), lambda project: rate_notes(project, ids, code, scheme=scheme))

    def choose_tag(self) -> None:
        """Let the reader choose a tag for them; the ticks are at those that all of them have."""
        notes = self.notes()
        if notes:
            held = set(notes[0].tags).intersection(*(note.tags for note in notes))
            corner = self._view.visualRect(self._view.currentIndex()).bottomLeft()
            corner.setY(max(0, min(corner.y(), self._view.viewport().height())))
            self.chooser.open_at(self._view.viewport().mapToGlobal(corner + QPoint(12, 0)), tuple(held))

    def toggle_tag(self, tag: str) -> None:
        """Put a tag on all of them, or take it off when all of them have it."""
        notes = self.notes()
        if notes:
            ids, everywhere = [note.id for note in notes], all(tag in note.tags for note in notes)
            change = untag_notes if everywhere else tag_notes
            text = self._phrase("Remove tag from" if everywhere else "Tag")
            self._workspace.edit(text, lambda project: change(project, ids, tag))

    def _new_tag(self, name: str) -> None:
        ids = [note.id for note in self.notes()]
        if ids:
            step = f"{self._phrase('Tag')} “{name}”"
            self._workspace.edit(step, lambda project: add_tag_to_notes(project, name, ids))

    def delete(self) -> None:
        """Delete all of them; the reader then stands where the first of them was."""
        notes, model = self.notes(), self._view.model()
        if not notes:
            return
        ids = [note.id for note in notes]
        row = min(index.row() for index in self._view.selectionModel().selectedIndexes())
        self._workspace.edit(self._phrase("Delete"), lambda project: remove_notes(project, ids))
        if model.rowCount():
            self._view.setCurrentIndex(model.index(min(row, model.rowCount() - 1), 0))
        else:
            self._workspace.choose_note("")

    def _rate_nth(self, number: int) -> None:
        grades = self._grades()
        if number <= len(grades):
            self.rate(grades[number - 1].code)

    def _grades(self) -> tuple[Grade, ...]:
        here: Note | None = self._view.currentIndex().data(NoteRole)
        scheme = find_scheme(self._workspace.project.codebook, here.scheme) if here is not None else None
        return scheme.credibility if scheme is not None else ()

    def _phrase(self, verb: str) -> str:
        number = len(self._view.selectionModel().selectedIndexes())
        return f"{verb} note" if number == 1 else f"{verb} {number:,} notes"
