"""Read files one at a time beside the window: a thread waits while `sources.load` parses in its own process."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Signal

from reader.errors import LoadError


class Loader(QObject):
    """Reads the file it was told last; what comes of an earlier one is never heard of.

    Signals:
        loaded(object): the Article.
        failed(object): the LoadError.
    """

    loaded = Signal(object)
    failed = Signal(object)
    _read = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._thread: Thread | None = None
        self._read.connect(self._hear)

    def start(self, path: str, encoding: str = "", part: str = "") -> None:
        """Read the file at `path`; the other arguments are those of `sources.load`."""
        self._ticket += 1
        self._thread = Thread(
            target=self._work, args=(self._ticket, path, encoding, part), name="diptych loader", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Give up the file being read."""
        self._ticket += 1
        if self._thread is not None and self._thread.is_alive():
            from reader.sources import stop_loading

            stop_loading()

    def close(self) -> None:
        """Give up the file being read, and end the parsing process."""
        from reader.sources import stop_loading

        self._ticket += 1
        stop_loading()
        if self._thread is not None:
            self._thread.join(2)

    def _work(self, ticket: int, path: str, encoding: str, part: str) -> None:
        from reader.sources import load

        try:
            article = load(path, encoding=encoding, part=part)
        except LoadError as error:
            self._tell(ticket, None, error)
        except Exception as error:
            # Nothing else should come out of there; if it does, the reader hears of it like of any other failure.
            self._tell(
                ticket,
                None,
                LoadError(
                    f"“{path}” could not be read. Something went wrong in Diptych ({type(error).__name__}: {error})."
                ),
            )
        else:
            self._tell(ticket, article, None)

    def _tell(self, ticket: int, article: object, error: LoadError | None) -> None:
        try:
            self._read.emit(ticket, article, error)
        except RuntimeError:  # the window is gone meanwhile
            return

    def _hear(self, ticket: int, article: object, error: object) -> None:
        if ticket != self._ticket:
            return
        if error is not None:
            self.failed.emit(error)
        else:
            self.loaded.emit(article)
