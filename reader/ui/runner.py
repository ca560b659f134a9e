"""Run a plain function in a spawned worker process: the newest request wins, a cancelled one is never heard again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import AnalysisError, DiptychError, LimitError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from reader.ui.worker import Report, Request

GRACE = 80
"""Milliseconds a cancelled function has to notice it before its process is stopped."""


class Task(NamedTuple):
    """One request and who is to hear of it; `seconds` is its time limit (None: no limit)."""

    request: Request
    done: Callable[[Any], None]
    failed: Callable[[DiptychError], None]
    progress: Callable[[float, str], None] | None
    seconds: float | None


class _Worker(QObject):
    """One spawned process and the thread that listens to it.

    Signals:
        reported(object): a Report.
        ended(): the process is gone, however that came about.
    """

    reported = Signal(object)
    ended = Signal()

    def __init__(self, prepare: str) -> None:
        super().__init__()
        import multiprocessing  # neither this nor anything of the worker before the window is painted

        from reader.ui.worker import serve

        spawn = multiprocessing.get_context("spawn")
        self._channel, theirs = spawn.Pipe()
        self._process: SpawnProcess = spawn.Process(
            target=serve, args=(theirs, prepare), daemon=True, name="diptych worker"
        )
        self._process.start()
        theirs.close()
        self._thread = Thread(target=self._listen, args=(self._channel,), daemon=True, name="diptych listener")
        self._thread.start()

    def _listen(self, channel: Connection) -> None:
        import pickle

        try:
            while True:
                self.reported.emit(pickle.loads(channel.recv_bytes()))
        except (EOFError, OSError):
            self._process.join()
            self.ended.emit()

    def send(self, message: bytes) -> bool:
        """Hand a message to the process; False when it is gone."""
        try:
            self._channel.send_bytes(message)
        except OSError:
            return False
        return True

    def stop(self) -> None:
        """Kill the process and wait for its end (about a millisecond)."""
        self.blockSignals(True)
        self._process.kill()
        self._thread.join(2)
        self._channel.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid


class Runner(QObject):
    """Runs one function at a time; a new request replaces the one at work.

    Signals:
        busy_changed(bool): work began or ended.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, prepare: str = "") -> None:
        """`prepare` names a function that a process started ahead of its first request calls by itself."""
        super().__init__(parent)
        self._prepare = prepare
        self._worker: _Worker | None = None
        self._task: Task | None = None
        self._next: Task | None = None
        self._stopping = False
        self._count = 0
        self._grace, self._limit = QTimer(self), QTimer(self)
        for timer, slot in ((self._grace, self._kill), (self._limit, self._too_long)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)

    @property
    def busy(self) -> bool:
        """Whether a function is at work whose result is wanted."""
        return self._next is not None or (self._task is not None and not self._stopping)

    @property
    def pid(self) -> int | None:
        """The worker's process id, None while there is none."""
        return self._worker.pid if self._worker else None

    def warm(self) -> None:
        """Start the process and prepare it, so that the first request need not wait for it."""
        self._start_worker(self._prepare)

    def _start_worker(self, prepare: str = "") -> None:
        if self._worker is None:
            self._worker = _Worker(prepare)
            self._worker.reported.connect(self._hear)
            self._worker.ended.connect(self._lost)

    def start(
        self,
        function: str,
        *arguments: Any,
        done: Callable[[Any], None],
        failed: Callable[[DiptychError], None],
        progress: Callable[[float, str], None] | None = None,
        seconds: float | None = None,
    ) -> None:
        """Run `function` ("module:name") with `arguments`; a request still at work is cancelled first.

        Exactly one of `done(result)` and `failed(error)` is called, in this thread, unless the request is cancelled.
        After `seconds` the process is stopped and `failed` hears a LimitError.
        """
        from reader.ui.worker import Request

        self._count += 1
        self._next = Task(Request(self._count, function, arguments), done, failed, progress, seconds)
        if self._task is None:
            self._begin()
        elif not self._stopping:
            self._ask_to_stop()
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Forget the present request at once; its process is idle or gone within 100 ms."""
        self._next = None
        if self._task is not None and not self._stopping:
            self._ask_to_stop()
        self.busy_changed.emit(False)

    def close(self) -> None:
        """Stop the process; the runner starts a new one if it is used again."""
        self._next = self._task = None
        self._stopping = False
        self._drop_worker()

    def _begin(self) -> None:
        task, self._next = self._next, None
        if task is None:
            return
        self._task, self._stopping = task, False
        self._start_worker()
        assert self._worker is not None
        import pickle

        message = pickle.dumps(task.request, pickle.HIGHEST_PROTOCOL)
        if not self._worker.send(message):
            self._drop_worker()
            self._start_worker()
            self._worker.send(message)
        if task.seconds is not None:
            self._limit.start(int(task.seconds * 1000))

    def _ask_to_stop(self) -> None:
        from reader.ui.worker import STOP

        self._stopping = True
        self._limit.stop()
        if self._worker is not None:
            self._worker.send(STOP)
        self._grace.start(GRACE)

    def _hear(self, report: Report) -> None:
        task = self._task
        if task is None or report.number != task.request.number:
            return
        if report.kind == "progress":
            if task.progress is not None and not self._stopping:
                task.progress(*report.value)
            return
        wanted = not self._stopping
        self._finish()
        if wanted and report.kind == "done":
            task.done(report.value)
        elif wanted and report.kind == "failed":
            task.failed(report.value)

    def _finish(self) -> None:
        self._task, self._stopping = None, False
        self._grace.stop()
        self._limit.stop()
        if self._next is not None:
            self._begin()
        else:
            self.busy_changed.emit(False)

    def _kill(self) -> None:
        """The cancelled function did not stop by itself."""
        self._drop_worker()
        self._finish()
        self.warm()

    def _too_long(self) -> None:
        self._fail(LimitError("It took too long and was stopped."))

    def _lost(self) -> None:
        """The process ended by itself: a crash in a library, or the system took its memory."""
        wanted = not self._stopping
        if self._task is not None and wanted:
            self._fail(AnalysisError("The work stopped unexpectedly; the file may be damaged or too large."))
        else:
            self._drop_worker()
            self._finish()

    def _fail(self, error: DiptychError) -> None:
        task = self._task
        self._drop_worker()
        self._finish()
        if task is not None:
            task.failed(error)

    def _drop_worker(self) -> None:
        self._grace.stop()
        self._limit.stop()
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.stop()
            worker.deleteLater()
