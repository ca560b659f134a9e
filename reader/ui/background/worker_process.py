"""A spawned process that answers requests, seen from the window: messages to it and from it are bytes."""

from __future__ import annotations

import multiprocessing
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.background.worker import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class WorkerProcess(QObject):
    """The process, a thread that writes to it and one that reads from it; neither does anything else, since a thread
    at work in Python would hold up every paint of the window.

    Signals:
        received(object, object): this process, and a message as bytes. What one emitted that was stopped since may
            still be on its way.
        ended(object): this process is gone, however that came about.
    """

    received = Signal(object, object)
    ended = Signal(object)

    def __init__(self, prepare: str) -> None:
        super().__init__()
        spawn = multiprocessing.get_context("spawn")
        self._channel, theirs = spawn.Pipe()
        self._process: SpawnProcess = spawn.Process(
            target=serve, args=(theirs, prepare), daemon=True, name="diptych worker"
        )
        self._process.start()
        theirs.close()
        self._outgoing: SimpleQueue[bytes | None] = SimpleQueue()
        self._writer = Thread(target=self._write, args=(self._channel,), daemon=True, name="diptych writer")
        self._listener = Thread(target=self._listen, args=(self._channel,), daemon=True, name="diptych listener")
        self._writer.start()
        self._listener.start()

    def _write(self, channel: Connection) -> None:
        try:
            while (message := self._outgoing.get()) is not None:
                channel.send_bytes(message)
        except OSError:
            return  # the process is gone, which the listener tells

    def _listen(self, channel: Connection) -> None:
        try:
            while True:
                self.received.emit(self, channel.recv_bytes())
        except (EOFError, OSError):
            self._process.join()
            self.ended.emit(self)

    def send(self, message: bytes) -> None:
        """Hand a message to the process; nobody waits for it to be taken."""
        self._outgoing.put(message)

    def stop(self) -> None:
        """Kill the process and wait for its end (about a millisecond)."""
        self.blockSignals(True)
        self._process.kill()
        self._outgoing.put(None)
        self._listener.join(2)
        self._writer.join(2)
        self._channel.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid
