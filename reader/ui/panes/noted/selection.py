"""The selection in a pane goes with the chosen note, so that the next verb is done to what the reader looks at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.notes import Note
from reader.text import Span
from reader.ui.panes.pane import Pane
from reader.ui.workspace import Workspace


class NoteSelection(QObject):
    """Watches one pane. The selection follows a boundary of its note that moves, and goes when another note is chosen.

    It stays beside a note that has lost its place: that one may be attached to it.
    """

    def __init__(self, pane: Pane, workspace: Workspace) -> None:
        super().__init__(pane)
        self._pane, self._workspace = pane, workspace
        self._spans: list[Span | None] = []
        workspace.note_chosen.connect(self._turn)
        workspace.notes_changed.connect(self._follow)
        self._remember()

    def _note(self) -> Note | None:
        chosen = self._workspace.chosen_note
        return next((note for note in self._workspace.project.notes if note.id == chosen), None) if chosen else None

    def _remember(self) -> None:
        note = self._note()
        self._spans = [t.span for t in note.targets if t.source == self._pane.key] if note is not None else []

    def _turn(self, _note: str) -> None:
        self._remember()
        note, selected = self._note(), self._pane.view.selected_words()
        lost = note is not None and any(target.span is None or not target.certain for target in note.targets)
        if note is None or lost or selected is None or selected in self._spans:
            return
        self._pane.view.drop_selection()
        if self._workspace.selection is not None and self._workspace.selection[0] == self._pane.key:
            self._workspace.select(self._pane.key, None)

    def _follow(self) -> None:
        before, selected = self._spans, self._pane.view.selected_words()
        self._remember()
        if selected is None or len(before) != len(self._spans):
            return
        for old, new in zip(before, self._spans, strict=True):
            if old == selected and new is not None and new != old:
                self._pane.view.select_span(new)
