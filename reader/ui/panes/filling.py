"""Fills the panes that are to be seen, without keeping anybody waiting for more than the first of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.ui.panes.arrangement import Arrangement

AT_ONCE = 2
"""So many panes are filled at once, the others one by one in the turns of the event loop."""
LONG = 400_000
"""With texts of more code points than these only the first is."""


class Filling(QObject):
    """Watches an arrangement; a pane that is hidden stays an empty frame."""

    def __init__(self, arrangement: Arrangement, parent: QObject) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fill_next)
        arrangement.rearranged.connect(self._begin)

    def _begin(self) -> None:
        filled = 0
        for pane in self._arrangement.shown()[:AT_ONCE]:
            filled += len(pane.source.article.text)
            if pane.empty and (filled <= LONG or filled == len(pane.source.article.text)):
                pane.fill()
        self._later.start()

    def _fill_next(self) -> None:
        pane = next((held for held in self._arrangement.shown() if held.empty), None)
        if pane is not None:
            pane.fill()
            self._later.start()
