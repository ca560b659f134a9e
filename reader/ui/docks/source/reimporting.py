"""Change how a source was imported: put pieces back, dim them, or read its file in another encoding."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.errors import DiptychError
from reader.notes import Source, apply_diagnosis, change_source, diagnose
from reader.text import Article
from reader.ui.docks.review.reanchoring_dialog import replace_text
from reader.ui.files.loader import Loader
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace


class Reimporting(QObject):
    """Every change is one undoable step; the reader is asked first when a note would not keep its place for sure."""

    def __init__(self, workspace: Workspace, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._workspace, self._window = workspace, window
        self._key = ""
        self._loader = Loader(self)
        self._loader.loaded.connect(self._read)
        self._loader.failed.connect(self._failed)

    def put_back(self, key: str, chosen: Collection[int], *, dimmed: bool) -> None:
        """Put these removed pieces of the source back."""
        from reader.sources import put_back

        article = put_back(self._workspace.project.source(key).article, chosen, dimmed=dimmed)
        letter = self._workspace.letter(key)
        self._put(key, article, f"Show what was left out of {letter}" if dimmed else f"Put pieces back into {letter}")

    def take_out(self, key: str, chosen: Collection[int]) -> None:
        """Leave these blocks of the source out."""
        from reader.sources import take_out

        article = take_out(self._workspace.project.source(key).article, chosen)
        self._put(key, article, f"Leave dimmed pieces out of {self._workspace.letter(key)}")

    def read_as(self, key: str, encoding: str) -> None:
        """Read the source's original file again in that encoding."""
        path = Path(self._workspace.project.source(key).path)
        if not path.is_absolute() or not path.exists():
            words = f"The original file of source {self._workspace.letter(key)} is not at hand. Put it back first."
            self._workspace.trouble.emit(words, "warning")
            return
        self._key = key
        self._loader.start(str(path), encoding)

    def _read(self, article: Article) -> None:
        if self._key not in {source.key for source in self._workspace.project.sources}:
            return
        old = self._workspace.project.source(self._key).article
        if article.text == old.text:
            self._workspace.trouble.emit("The text is the same in that encoding.", "info")
            return
        letter = self._workspace.letter(self._key)
        self._put(self._key, article, f"Read {letter} as {article.provenance.encoding}", spelt_anew=True)

    def _put(self, key: str, article: Article, name: str, *, spelt_anew: bool = False) -> None:
        """Put the text in place of the source's; title and names that stood in the old text are spelt as in the new."""
        old = self._workspace.project.source(key).article
        if article.text == old.text:
            return
        diagnosis = diagnose(self._workspace.project, key, article)
        if any(finding.standing in ("lost", "uncertain") for finding in diagnosis.findings):
            agreed = replace_text(self._workspace, self.theme, key, article, self._window)
        else:
            agreed = self._workspace.edit(name, lambda project: apply_diagnosis(project, diagnosis))
        if agreed and spelt_anew:
            read = {n: getattr(article, n) for n in ("title", "publisher", "author") if getattr(old, n) in old.text}

            def respelt(source: Source) -> Source:
                return replace(source, article=replace(source.article, **read))

            self._workspace.edit(name, lambda project: change_source(project, key, respelt))

    def _failed(self, error: DiptychError) -> None:
        self._workspace.trouble.emit(str(error), "error")
