"""The memo of the whole project, written below what is known of a source."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.notes import set_project_memo
from reader.ui.docks.parts.note_field import NoteField
from reader.ui.workspace import Workspace


class ProjectMemo(NoteField):
    """Words about the project as a whole; one visit to the field is one step to undo."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._visit = workspace, 0
        self.setAccessibleName("Memo of the project")
        self.setPlaceholderText("The question asked, what was found, what is still to do")
        self.textChanged.connect(self._typed)
        self.left.connect(self.clearFocus)
        workspace.project_changed.connect(self._show)
        self._show()

    def focusInEvent(self, event: object) -> None:
        self._visit += 1
        super().focusInEvent(event)  # type: ignore[arg-type]

    def _show(self) -> None:
        if self.toPlainText() != self._workspace.project.memo:
            self.put(self._workspace.project.memo)

    def _typed(self) -> None:
        words = self.toPlainText()
        merge = f"project memo:{self._visit}"
        self._workspace.edit("Write memo of the project", lambda p: set_project_memo(p, words), merge=merge)
