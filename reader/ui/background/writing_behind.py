"""Do one piece of writing in a thread, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")


class WritingBehind(QObject):
    """Runs a job that touches no widget, one at a time; `wait` ends it in its place when its result is needed now."""

    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread: Thread | None = None
        self._then: Callable[[], object] | None = None
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether a job was started whose result was not told yet."""
        return self._thread is not None

    def start(self, job: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Run `job()` in the background, then `then(result)` here; an earlier job is waited for first."""
        self.wait()
        self._number += 1
        number, results, failures = self._number, list[Result](), list[BaseException]()

        def run() -> None:
            try:
                results.append(job())
            except BaseException as failure:  # told where the result is waited for
                failures.append(failure)
            self._done.emit(number)

        def tell() -> None:
            if failures:
                raise failures[0]
            then(results[0])

        self._then = tell
        self._thread = Thread(target=run, name="writing")
        self._thread.start()

    def wait(self) -> None:
        """Wait for the job that runs, if any, and tell its result."""
        self._end(self._number)

    def _end(self, number: int) -> None:
        if number != self._number or self._thread is None:
            return  # told already, by `wait`
        self._thread.join()
        then, self._then, self._thread = self._then, None, None
        if then is not None:
            then()
