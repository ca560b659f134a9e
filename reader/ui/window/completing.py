"""Make what the window lacks when it is first painted, step by step, so that keys and paints get through."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.files.opening import Opening

BREATH = 20
"""Milliseconds between two steps: what has changed meanwhile is painted first."""
LATEST = 1000
"""Milliseconds after the first paint from which the articles that are being read are not waited for any more."""


class Completing(QObject):
    """Takes the steps once the articles named at the start are shown.

    Signals:
        done(): all steps were taken.
    """

    done = Signal()

    def __init__(self, opening: Opening, steps: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._opening = opening
        self._steps = deque(steps)
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._next)
        opening.running_changed.connect(self._hurry)

    def begin(self) -> None:
        """The window was painted."""
        self._turn.start(LATEST if self._opening.running else 0)

    def _hurry(self, reading: bool) -> None:
        if self._turn.isActive() and not reading:
            self._turn.start(0)

    def _next(self) -> None:
        if self._steps:
            step = self._steps.popleft()
            step()
            self._turn.start(BREATH) if self._steps else self.done.emit()
