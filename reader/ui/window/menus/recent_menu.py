"""The menu of recent projects; those that are gone are greyed, with *Locate…* below them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.settings import Settings


class RecentMenu(QMenu):
    """Filled each time it is opened.

    Signals:
        project_asked(object): the Path of a project to open.
        locate_asked(object): the Path of a project that is not where it was.
    """

    project_asked = Signal(object)
    locate_asked = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Open &recent", parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the projects as they are now."""
        self.clear()
        gone = []
        for path in self._settings.recent:
            action = self.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _checked=False, path=path: self.project_asked.emit(path))
            if not path.is_file():
                gone.append(path)
        if self.isEmpty():
            self.addAction("None yet").setEnabled(False)
            return
        self.addSeparator()
        for path in gone:
            action = self.addAction(f"Locate “{path.name}”…".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.locate_asked.emit(path))
        self.addAction("Forget these projects").triggered.connect(self._settings.forget_projects)
