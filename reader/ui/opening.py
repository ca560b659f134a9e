"""Bring files and pasted text into the project: read in a worker process, one after the other, shown as they come."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import DiptychError
from reader.notes import add_source
from reader.sources import article_files
from reader.text import Article
from reader.ui.loader import Loader
from reader.ui.workspace import Workspace


class Opening(QObject):
    """Adds sources to the workspace; each batch of files is one undo step.

    Signals:
        running_changed(bool): files are being read, or are not any more.
        newer_found(str, object, str): a file with another text stands where the source with that article key came
            from; its Article and path.
        progressed(float, str): the share of the files that is done (0-1), and the file being read.
    """

    running_changed = Signal(bool)
    newer_found = Signal(str, object, str)
    progressed = Signal(float, str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._loader = Loader(self)
        self._loader.loaded.connect(self._loaded)
        self._loader.failed.connect(self._failed)
        self._waiting: deque[Path] = deque()
        self._present: Path | None = None
        self._batch = self._total = self._added = 0

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self._present is not None

    def close(self) -> None:
        """Stop reading and end the parsing process."""
        self._waiting.clear()
        self._present = None
        self._loader.close()

    def add(self, paths: Iterable[str | Path]) -> None:
        """Read these files, and the files in these folders, and add each as a source; the last in the project last."""
        try:
            found = [file for path in paths for file in article_files(path)]
        except OSError as error:
            folder = Path(error.filename or "").name
            self._workspace.trouble.emit(f"The folder “{folder}” could not be read ({error.strerror}).", "error")
            return
        if not found:
            self._workspace.trouble.emit("There is no article in that folder.", "warning")
            return
        if not self.running:
            self._batch, self._total, self._added = self._batch + 1, 0, 0
        self._waiting.extend(found)
        self._total += len(found)
        if not self.running:
            self.running_changed.emit(True)
            self._read_next()

    def add_article(self, article: Article, path: str = "") -> None:
        """Add an article that is there already: pasted text, or another version of a source."""
        self._batch, self._added = self._batch + 1, 0
        self._add(article, path)

    def cancel(self) -> None:
        """Leave the files that are not read yet."""
        self._waiting.clear()
        self._loader.cancel()
        self._end()

    def _read_next(self) -> None:
        if not self._waiting:
            self._end()
            return
        self._present = self._waiting.popleft()
        done = self._total - len(self._waiting) - 1
        self.progressed.emit(done / self._total, f"Reading {self._present.name}")
        # Links are kept: the reader knows the file by the name they gave.
        self._loader.start(os.path.abspath(self._present))  # noqa: PTH100

    def _loaded(self, article: Article) -> None:
        assert self._present is not None
        path, twin = os.path.abspath(self._present), self._twin(article)  # noqa: PTH100
        older = next((source.key for source in self._workspace.project.sources if source.path == path), "")
        if twin:
            self._workspace.trouble.emit(f"“{self._present.name}” is here already, as source {twin}.", "info")
        elif older:
            self.newer_found.emit(older, article, path)
        else:
            self._add(article, path)
        self._read_next()

    def _twin(self, article: Article) -> str:
        digest = article.provenance.sha256
        for source in self._workspace.project.sources:
            if digest and source.article.provenance.sha256 == digest:
                return self._workspace.letter(source.key)
        return ""

    def _add(self, article: Article, path: str) -> None:
        self._added += 1
        title = article.title or Path(path).name or "pasted text"
        name = f"Add “{title[:40]}”" if self._added == 1 else f"Add {self._added} sources"
        self._workspace.edit(name, lambda held: add_source(held, article, path=path), merge=f"opening {self._batch}")

    def _failed(self, error: DiptychError) -> None:
        assert self._present is not None
        name, words = self._present.name, str(error)
        if name not in words:
            words = f"“{name}” could not be read. {words}"
        self._workspace.trouble.emit(words, "error")
        self._read_next()

    def _end(self) -> None:
        self._present = None
        self.running_changed.emit(False)
