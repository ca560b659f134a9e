"""Run a plain function in a spawned worker process: the newest request wins, a cancelled one is never heard again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import AnalysisError, DiptychError
from reader.stepping import Steps
from reader.text import Article
from reader.ui.background import garbage
from reader.ui.background.turns import Turns

if TYPE_CHECKING:
    from reader.ui.background.worker import Report, Request
    from reader.ui.background.worker_process import WorkerProcess

MANY = 20
"""Pieces of a result that make it so large that the garbage collector is to leave it alone."""
GRACE = 80
"""Milliseconds a cancelled function has to notice it before its process is stopped."""


class Task(NamedTuple):
    """One request and who is to hear of it."""

    request: Request
    done: Callable[[Any], None]
    failed: Callable[[DiptychError], None]
    progress: Callable[[float, str], None] | None


class Runner(QObject):
    """Runs one function at a time; a new request replaces the one at work.

    Requests and results go in pieces, in the turns of the event loop; an article is sent to a process only once, and
    comes back as the article it is.

    Signals:
        busy_changed(bool): work began or ended.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, prepare: str = "") -> None:
        """`prepare` names a function that a process started ahead of its first request calls by itself."""
        super().__init__(parent)
        self._prepare = prepare
        self._worker: WorkerProcess | None = None
        self._task: Task | None = None
        self._next: Task | None = None
        self._stopping = self._sent = self._unwanted = False
        self._count = 0
        self._sending, self._taking = Turns(self), Turns(self)
        self._inbox: deque[bytes] = deque()
        self._pieces = 0
        self._grace = QTimer(self, singleShot=True, interval=GRACE)
        self._grace.timeout.connect(self._kill)

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
            from reader.ui.background.pieces import Joining  # neither this nor the other before the window is painted
            from reader.ui.background.worker_process import WorkerProcess

            self._names: dict[int, int] = {}
            self._last_name = 0
            self._joining = Joining()
            self._worker = WorkerProcess(prepare)
            self._worker.received.connect(self._receive)
            self._worker.ended.connect(self._lost)

    def start(
        self,
        function: str,
        *arguments: Any,
        done: Callable[[Any], None],
        failed: Callable[[DiptychError], None],
        progress: Callable[[float, str], None] | None = None,
    ) -> None:
        """Run `function` ("module:name") with `arguments`; a request still at work is cancelled first.

        Exactly one of `done(result)` and `failed(error)` is called, in this thread, unless the request is cancelled.
        """
        from reader.ui.background.worker import Request

        self._count += 1
        self._next = Task(Request(self._count, function, arguments), done, failed, progress)
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
        self._task, self._stopping, self._sent = task, False, False
        self._start_worker()
        assert self._worker is not None
        self._sending.take(self._send(task.request, self._worker), lambda: None)

    def _send(self, request: Request, worker: WorkerProcess) -> Steps[None]:
        from reader.ui.background.pieces import in_pieces, is_piece
        from reader.ui.background.worker import Named

        articles = {id(held): held for given in request.arguments if isinstance(given, tuple)
                    for held in given if isinstance(held, Article)}  # fmt: skip
        for key, article in articles.items():
            if key not in self._names:
                self._last_name += 1
                for message in in_pieces(Named(self._last_name, article)):
                    worker.send(message)
                    yield
                self._names[key] = self._last_name
                self._joining.named[self._last_name] = article
        self._names = {key: name for key, name in self._names.items() if key in articles}
        self._joining.named = {self._names[key]: article for key, article in articles.items()}
        for message in in_pieces(request._replace(named=tuple(self._joining.named)), self._names):
            worker.send(message)
            self._sent = not is_piece(message)  # from here on the function may be at work
            yield

    def _ask_to_stop(self) -> None:
        from reader.ui.background.worker import STOP

        self._stopping = True
        if not self._sent:
            self._sending.stop()
            self._finish()
        elif self._worker is not None and not self._joining.begun:  # else it is done already
            self._worker.send(STOP)
            self._grace.start()

    def _receive(self, worker: WorkerProcess, message: bytes) -> None:
        if worker is not self._worker:
            return
        self._inbox.append(message)
        if not self._taking.busy:
            self._taking.take(self._take(), lambda: None)

    def _take(self) -> Steps[None]:
        """Make what has come of its messages; what nobody waits for any more is not made."""
        from reader.ui.background.pieces import is_piece

        while self._inbox:
            message = self._inbox.popleft()
            piece = is_piece(message)
            if piece and self._stopping:
                self._grace.stop()  # it is done already, so there is nothing to stop
                self._unwanted = True
            elif self._unwanted or (self._stopping and self._joining.begun):
                self._unwanted = False
                self._joining.forget()
                self._end_of_pieces()
                self._finish()
            else:
                self._join(message, piece=piece)
            yield

    def _join(self, message: bytes, *, piece: bool) -> None:
        self._pieces += piece
        if piece and self._pieces == MANY:
            garbage.pause()
        report = self._joining.take(message)
        if report is not None:
            self._hear(report)

    def _hear(self, report: Report) -> None:
        task = self._task
        if task is None or report.number != task.request.number:
            return
        if report.kind == "progress":
            if task.progress is not None and not self._stopping:
                task.progress(*report.value)
            return
        wanted = not self._stopping
        self._end_of_pieces()
        self._finish()
        if wanted and report.kind == "done":
            task.done(report.value)
        elif wanted and report.kind == "failed":
            task.failed(report.value)

    def _end_of_pieces(self) -> None:
        if self._pieces >= MANY:
            garbage.go_on()
        self._pieces = 0

    def _finish(self) -> None:
        self._task, self._stopping = None, False
        self._grace.stop()
        if self._next is not None:
            self._begin()
        else:
            self.busy_changed.emit(False)

    def _kill(self) -> None:
        """The cancelled function did not stop by itself."""
        self._drop_worker()
        self._finish()
        self.warm()

    def _lost(self, worker: WorkerProcess) -> None:
        """The process ended by itself: a crash in a library, or the system took its memory."""
        if worker is not self._worker:
            return
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
        self._sending.stop()
        self._taking.stop()
        self._inbox.clear()
        self._unwanted = False
        self._end_of_pieces()
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.stop()
            worker.deleteLater()
