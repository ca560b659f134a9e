"""Bring files and pasted text into the project: read in a worker process, one after the other, shown as they come."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import DiptychError
from reader.ui.files.loader import Loader
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.text import Article


class Opening(QObject):
    """Adds sources to the workspace; each batch of files is one undo step.

    Signals:
        running_changed(bool): files are being read, or are not any more.
        newer_found(str, object, str): a file is another version of the source with that article key: it stands where
            that came from, or is the same article; its Article and path.
        twin_found(str, object, str): a file is byte for byte the one the source with that article key was read from;
            its Article and path.
        attachments_found(str, object): the path of a message that was added, and the names of what it carries that
            can be read.
        progressed(float, str): the share of the files that is done (0-1), and the file being read.
    """

    running_changed = Signal(bool)
    newer_found = Signal(str, object, str)
    twin_found = Signal(str, object, str)
    attachments_found = Signal(str, object)
    progressed = Signal(float, str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._loader = Loader(self)
        self._loader.loaded.connect(self._loaded)
        self._loader.failed.connect(self._failed)
        self._waiting: deque[tuple[Path, str]] = deque()
        self._present: tuple[Path, str] | None = None
        self._batch = self._total = self._added = 0
        workspace.attachment_wanted.connect(lambda path, part: self.add_attachments(path, [part]))

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self._present is not None or bool(self._waiting)

    def close(self) -> None:
        """Stop reading and end the parsing process."""
        self._waiting.clear()
        self._present = None
        self._loader.close()

    def add(self, paths: Iterable[str | Path]) -> None:
        """Read these files, and the files in these folders, and add each as a source; the last in the project last."""
        self._enqueue([(file, "") for path in paths for file in self._files(Path(path))])

    def _files(self, path: Path) -> list[Path]:
        """The file itself or the articles of a folder; a folder without any is told, and the rest of a drop goes on."""
        from reader.sources import article_files, belongs_to_page

        try:
            found = article_files(path)
        except OSError as error:
            self._workspace.trouble.emit(f"The folder “{path.name}” could not be read ({error.strerror}).", "error")
            return []
        if not found and not belongs_to_page(path):
            words = f"There is no article in the folder “{path.name}”. Folders inside it are opened one by one."
            self._workspace.trouble.emit(words, "warning")
        return found

    def add_attachments(self, path: str, parts: Iterable[str]) -> None:
        """Read what is attached under these names to the message in the file at `path`, and add it."""
        self._enqueue([(Path(path), part) for part in parts])

    def _enqueue(self, files: list[tuple[Path, str]]) -> None:
        begins = not self.running
        if begins:
            self._batch, self._total, self._added = self._batch + 1, 0, 0
        self._waiting.extend(files)
        self._total += len(files)
        if begins and files:
            self.running_changed.emit(True)
            self._read_next()

    def add_article(self, article: Article, path: str = "") -> None:
        """Add an article that is there already: pasted text, or another version of a source."""
        self.add_articles([(article, path)])

    def add_articles(self, articles: Iterable[tuple[Article, str]]) -> None:
        """Add articles that are there already, with their paths, as one undoable step."""
        self._batch, self._added = self._batch + 1, 0
        for article, path in articles:
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
        path, part = self._present
        self.progressed.emit(done / self._total, f"Reading {part or path.name}")
        # Links are kept: the reader knows the file by the name they gave.
        self._loader.start(os.path.abspath(path), part=part)  # noqa: PTH100

    def _loaded(self, article: Article) -> None:
        assert self._present is not None
        file, part = self._present
        path = part or os.path.abspath(file)  # noqa: PTH100
        if twin := self._twin(article):
            self.twin_found.emit(twin, article, path)
        elif older := self._older(article, path):
            self.newer_found.emit(older, article, path)
        else:
            self._add(article, path)
            if not part and (readable := _readable_attachments(article)):
                self.attachments_found.emit(path, readable)
        self._read_next()

    def _twin(self, article: Article) -> str:
        """The key of the source that was read from the same bytes."""
        digest = article.provenance.sha256
        held = self._workspace.project.sources
        return next((s.key for s in held if digest and s.article.provenance.sha256 == digest), "")

    def _older(self, article: Article, path: str) -> str:
        """The key of the source that the article is another version of."""
        from reader.sources import is_version_of

        held = self._workspace.project.sources
        here = next((s.key for s in held if s.path == path and Path(path).is_absolute()), "")
        return here or next((s.key for s in held if is_version_of(article, s.article)), "")

    def _add(self, article: Article, path: str) -> None:
        from reader.notes import add_source

        self._added += 1
        title = article.title or Path(path).name or "pasted text"
        name = f"Add “{title[:40]}”" if self._added == 1 else f"Add {self._added} sources"
        scheme = self._workspace.preferred_scheme
        self._workspace.edit(
            name, lambda held: add_source(held, article, path=path, scheme=scheme), merge=f"opening {self._batch}"
        )

    def _failed(self, error: DiptychError) -> None:
        assert self._present is not None
        self._workspace.trouble.emit(str(error), "error")
        self._read_next()

    def _end(self) -> None:
        self._present = None
        self.running_changed.emit(False)


def _readable_attachments(article: Article) -> list[str]:
    """The names of what a message carries that can be read as well."""
    attached = [piece.text for piece in article.provenance.removed if piece.kind == "attachment"]
    if not attached:
        return []
    from reader.sources import extensions

    return [name for name in attached if name.lower().endswith(extensions())]
