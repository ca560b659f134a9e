"""The project's file: open it, save it, and know whether the two differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import DiptychError, ProjectChangedError
from reader.notes import Project, open_project, write_project
from reader.ui.workspace import Workspace


class Saving(QObject):
    """Reads and writes the project of the workspace.

    Signals:
        file_changed(): another file, or none, belongs to the project now.
        modified_changed(bool): the project differs from its file, or does not any more.
        saved(): the project was written.
        changed_underneath(str): a save was refused, since another program changed the file; the words say so.
    """

    file_changed = Signal()
    modified_changed = Signal(bool)
    saved = Signal()
    changed_underneath = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.path: Path | None = None
        self._known = ""
        self._when = ""
        self.layout: Callable[[], dict[str, object]] | None = None
        workspace.undo_stack.cleanChanged.connect(lambda clean: self.modified_changed.emit(not clean))

    @property
    def modified(self) -> bool:
        """Whether there is something that is not in the file."""
        return not self._workspace.undo_stack.isClean()

    @property
    def name(self) -> str:
        """What the title of the window says."""
        return self.path.name if self.path else "Untitled"

    def state_in_words(self) -> str:
        """What the status bar says of it."""
        if not self._workspace.project.sources and self.path is None:
            return ""
        if self.modified:
            return "Unsaved changes"
        return f"All changes saved {self._when}".strip() if self.path else "Not saved yet"

    def new(self) -> None:
        """An empty project without a file."""
        self._take(Project(), None, "")

    def open(self, path: str | Path) -> bool:
        """Show the project in that file; False, and a message, when it cannot be read."""
        path = Path(path).absolute()
        try:
            opened = open_project(path)
        except DiptychError as error:
            self._workspace.trouble.emit(str(error), "error")
            return False
        self._take(opened.project, path, opened.sha256)
        return True

    def save(self, path: str | Path | None = None, *, overwrite: bool = False) -> bool:
        """Write the project to its file, or to `path` from now on; False, and a message, when that fails.

        `overwrite` replaces a file that another program changed since it was read here.
        """
        target = Path(path).absolute() if path else self.path
        if target is None:
            return False
        known = self._known if target == self.path and not overwrite else ""
        try:
            self._known = write_project(self._with_layout(), target, known=known)
        except ProjectChangedError as error:
            self.changed_underneath.emit(str(error))
            return False
        except DiptychError as error:
            self._workspace.trouble.emit(str(error), "error")
            return False
        moved, self.path = self.path != target, target
        self._when = datetime.now().strftime("%H:%M")
        self._workspace.undo_stack.setClean()
        if moved:
            self.file_changed.emit()
        self.saved.emit()
        return True

    def forget_file(self) -> None:
        """Keep the project and forget its file: the next save asks for a place (the sample stays as it was)."""
        self.path, self._known = None, ""
        self.file_changed.emit()

    def _with_layout(self) -> Project:
        """The project with the present arrangement of the panes, which is no step to undo."""
        held = self._workspace.project
        return replace(held, layout={**held.layout, **self.layout()}) if self.layout else held

    def _take(self, project: Project, path: Path | None, known: str) -> None:
        self.path, self._known, self._when = path, known, ""
        self._workspace.start_with(project)
        self.file_changed.emit()
        self.modified_changed.emit(False)
