"""Do long work of the window bit by bit, so that keys, wheel and paints get through between two bits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

AT_A_TIME = 0.008
"""Seconds that one turn may take; one step of the work more or less."""


class Turns(QObject):
    """Works in the turns of the event loop, one piece of work after the other.

    A thread would not do: a window that paints with Python waits for it again and again, every few calls of Qt.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Iterator[None], Callable[[], object]]] = deque()
        self._working = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return bool(self._waiting)

    def take(self, steps: Iterator[None], done: Callable[[], object]) -> None:
        """Do this when all that came before is done, then call `done`; little work is done before this returns."""
        self._waiting.append((steps, done))
        if not self._working and not self._timer.isActive():
            self._turn()

    def stop(self) -> None:
        """Leave all of it; nobody is called."""
        self._waiting.clear()
        self._timer.stop()

    def _turn(self) -> None:
        end = perf_counter() + AT_A_TIME
        self._working = True
        try:
            while self._waiting:
                self._go_on(*self._waiting.popleft(), end)
                if perf_counter() >= end:
                    break
        finally:  # work that fails is not taken up again, and the rest goes on
            self._working = False
            if self._waiting:
                self._timer.start()

    def _go_on(self, steps: Iterator[None], done: Callable[[], object], end: float) -> None:
        for _ in steps:
            if perf_counter() >= end:
                self._waiting.appendleft((steps, done))
                return
        done()
