"""Tell the workspace which part of each text can be seen, once the panes have come to rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.text import Span
from reader.ui.panes.pane import Pane
from reader.ui.panes.stage import Stage
from reader.ui.workspace import Workspace

_REST = 120  # milliseconds without scrolling


class Viewing(QObject):
    """Watches the scrolling of all panes; nothing is computed while they move."""

    def __init__(self, stage: Stage, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._workspace = stage, workspace
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._tell)
        stage.pane_made.connect(self._watch)
        stage.arrangement.rearranged.connect(self._rest.start)
        for pane in stage.arrangement.filled():
            self._watch(pane)

    def _watch(self, pane: Pane) -> None:
        pane.view.verticalScrollBar().valueChanged.connect(self._rest.start)
        pane.view.laid_out.connect(self._rest.start)

    def _tell(self) -> None:
        for pane in self._stage.arrangement.readable():
            if pane.view.returning:
                continue  # once it is back, it says that it was laid out
            top = pane.view.verticalScrollBar().value()
            places = [pane.view.lines.place_at(top), pane.view.lines.place_at(top + pane.view.viewport().height())]
            seen = Span(int(min(places)), int(max(places)))
            if self._workspace.in_view.get(pane.key) != seen:
                self._workspace.show_view(pane.key, seen)
