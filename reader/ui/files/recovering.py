"""Keep a journal of every step for recovery, and find at the next start what a crash cut off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.notes import Project
from reader.ui.settings import data_folder
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.notes import Journal, Recoverable

LARGE = 300_000
"""About how many characters of texts and notes take long enough to write that the reader would feel it."""
AHEAD = 1500
"""Milliseconds to wait before they are written: the window is being painted."""


class Recovering(QObject):
    """Writes each change of the workspace's project into a journal before the reader can make the next.

    The journal is made at the first change, and taken away when the project is saved or let go on purpose.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = data_folder("recovery")
        self._path: Path | None = None
        self._journal: Journal | None = None
        self._last: Project = workspace.project
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD)
        self._ahead.timeout.connect(lambda: self.journal.prepare(self._last))
        self._paused = False
        workspace.undo_stack.indexChanged.connect(self._record)

    @property
    def journal(self) -> Journal:
        """The journal of the present project, made at the first change."""
        if self._journal is None:
            from reader.notes import Journal  # not before the window is painted

            self._journal = Journal(self._folder, path=self._path, on_trouble=self._warn)
        return self._journal

    def _warn(self, words: str) -> None:
        self._workspace.trouble.emit(words, "warning")

    def pause(self) -> None:
        """Write no source down until `go_on`: the articles of the command line are shown first, their files are there.

        A note is written down at once nevertheless.
        """
        self._paused = True

    def go_on(self) -> None:
        """Write down what has changed since `pause`."""
        self._paused = False
        self._record()

    def _record(self) -> None:
        if self._paused and self._workspace.project.notes == self._last.notes:
            return
        before, self._last = self._last, self._workspace.project
        if before != self._last:
            self.journal.record(before, self._last, self._workspace.undo_stack.undoText() or "Undo")

    def begin(self, project: Project, path: Path | None) -> None:
        """Another project has taken the place of the one before, which was saved or let go: its journal can go."""
        self.end()
        self._path = path
        self._last = project
        self._write_ahead()

    def _write_ahead(self) -> None:
        """Have the state at first in the journal before the first change, when it is large enough to be felt."""
        if sum(len(source.article.text) for source in self._last.sources) + 500 * len(self._last.notes) > LARGE:
            self._ahead.start()

    def resume(self, work: Recoverable) -> None:
        """The project that was found goes on: it is written down anew before its old journal is taken away."""
        self.begin(work.project, work.path)
        self.journal.record(Project(), work.project, f"Recover: {work.action}")
        work.discard()

    @property
    def actions(self) -> int:
        """How many changes were written down since the project was opened."""
        return self._journal.actions if self._journal is not None else 0

    def saved(self, path: Path, actions: int) -> None:
        """The project is in its file, as it was after so many actions."""
        self._path = path
        if self._journal is not None:
            self._journal.saved(path, actions)
        self._write_ahead()

    def end(self) -> None:
        """The program is closed, and the reader was asked about unsaved changes."""
        self._ahead.stop()
        if self._journal is not None:
            self._journal.clear()
        self._journal = None

    def found(self) -> list[Recoverable]:
        """Work of programs that did not end as they should, the latest first."""
        from reader.notes import find_recoverable

        own = self._journal.place if self._journal is not None else None
        return [work for work in find_recoverable(self._folder) if work.journal != own]
