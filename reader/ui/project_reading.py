"""Read a project file in slices between the events of the window, so that it never stands still for a large one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import DiptychError

if TYPE_CHECKING:
    from reader.notes import Opened, Steps

AT_ONCE = 600
"""Steps, one a source or note and two in all for each: a file of no more is read before `start` returns."""
SLICE = 0.012
"""Seconds after which the window has its turn while a larger one is read."""


class _Task(NamedTuple):
    """A file that is being read, and who is to hear of it."""

    steps: Steps[Opened]
    name: str
    done: Callable[[Opened], object]
    failed: Callable[[DiptychError], object]


class ProjectReading(QObject):
    """Reads the file it was told last; of an earlier one nothing more is heard.

    Signals:
        running_changed(bool): a large file is being read, or is not any more.
        progressed(float, str): the share that is done (0-1), and what is being read.
    """

    running_changed = Signal(bool)
    progressed = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether a file is being read."""
        return self._task is not None

    def start(self, path: Path, done: Callable[[Opened], object], failed: Callable[[DiptychError], object]) -> None:
        """Read a project; one of `done` and `failed` is called, for a small one at once, unless it is cancelled."""
        from reader.notes import opening_project  # not before the window is painted

        self.cancel()
        self._task = _Task(opening_project(path), path.name, done, failed)
        self._take(islice(repeat(None), AT_ONCE))
        if self.running:
            self._turn.start()
            self.running_changed.emit(True)

    def cancel(self) -> None:
        """Leave the file that is being read."""
        self._task = None
        if self._turn.isActive():
            self._turn.stop()
            self.running_changed.emit(False)

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        self._take(iter(lambda: time.perf_counter() > until, True))

    def _take(self, steps: Iterator[object]) -> None:
        """Go on by so many steps, or to the end."""
        task, share = self._task, 0.0
        if task is None:
            return
        try:
            for _ in steps:
                share = next(task.steps)
        except StopIteration as end:
            self.cancel()
            task.done(end.value)
        except DiptychError as error:
            self.cancel()
            task.failed(error)
        else:
            self.progressed.emit(share, f"Opening {task.name}")
