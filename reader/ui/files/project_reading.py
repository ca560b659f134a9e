"""Read a project file between the events of the window, so that it never stands still for a large one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import DiptychError
from reader.stepping import Shares, Steps
from reader.ui.background.turns import Turns

if TYPE_CHECKING:
    from reader.notes import Opened

AT_ONCE = 600
"""Steps, one a source or note and two in all for each: a file of no more is read before `start` returns."""


class ProjectReading(QObject):
    """Reads the file it was told last; of an earlier one nothing more is heard.

    Signals:
        running_changed(bool): a large file is being read, or is not any more.
        progressed(float, str): the share that is done (0-1), and what is being read; once a hundredth.
    """

    running_changed = Signal(bool)
    progressed = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = False
        self._turns = Turns(self)

    def start(self, path: Path, done: Callable[[Opened], object], failed: Callable[[DiptychError], object]) -> None:
        """Read a project; one of `done` and `failed` is called, for a small one at once, unless it is cancelled."""
        self.cancel()
        self._turns.take(self._reading(path, done, failed), lambda: None)
        self._run(self._turns.busy)

    def cancel(self) -> None:
        """Leave the file that is being read."""
        self._turns.stop()
        self._run(False)

    def _run(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit(running)

    def _reading(
        self, path: Path, done: Callable[[Opened], object], failed: Callable[[DiptychError], object]
    ) -> Steps[None]:
        from reader.notes import opening_project  # not before the window is painted

        try:
            opened = yield from self._told(opening_project(path), f"Opening {path.name}")
        except DiptychError as error:
            self._run(False)
            failed(error)
        else:
            self._run(False)
            done(opened)

    def _told(self, shares: Shares[Opened], what: str) -> Steps[Opened]:
        """The same work: its beginning at one stroke, and then with a word of how far it is."""
        taken, told = 0, 0.0
        while True:
            try:
                share = next(shares)
            except StopIteration as end:
                opened: Opened = end.value
                return opened
            taken += 1
            if taken > AT_ONCE:
                if share >= told + 0.01:
                    told = share
                    self.progressed.emit(share, what)
                yield
