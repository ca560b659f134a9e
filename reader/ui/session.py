"""The working parts behind one window: workspace, analysis, opening, saving and settings."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.analysis import Analysis
from reader.ui.files.opening import Opening
from reader.ui.files.saving import Saving
from reader.ui.files.watching import Watching
from reader.ui.scripts import ScriptWatch
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace


class Session(QObject):
    """Made once for a window; `close` ends the worker processes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = Settings()
        self.workspace = Workspace(self)
        self.analysis = Analysis(self.workspace, self)
        self.opening = Opening(self.workspace, self)
        self.opening.running_changed.connect(self.analysis.be_patient)
        self.saving = Saving(self.workspace, self.settings, self)
        self.scripts = ScriptWatch(self.workspace, self)
        self.watching = Watching(self.workspace, self)
        self.saving.opened.connect(self.watching.forget)
        self.workspace.author = self.settings.author
        self.workspace.preferred_scheme = self.settings.scheme

    def warm(self) -> None:
        """Start the worker process, once the window is there."""
        self.analysis.warm()

    def follow_settings(self) -> None:
        """Take the preferences as they are now."""
        self.workspace.author = self.settings.author
        self.workspace.preferred_scheme = self.settings.scheme
        self.saving.follow_settings()

    def close(self) -> None:
        """End the worker processes; from now on nobody hears of changes."""
        self.workspace.undo_stack.blockSignals(True)
        self.saving.close()
        self.opening.close()
        self.analysis.close()
