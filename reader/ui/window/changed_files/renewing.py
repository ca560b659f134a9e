"""Offer to put a newer text in the place of a source's, after showing what becomes of the notes on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import DiptychError
from reader.text import Article
from reader.ui.files.loader import Loader
from reader.ui.looks.theme import Theme
from reader.ui.session import Session
from reader.ui.window.messages import Choice, MessageBar, Told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BUTTONS = 3


class Renewing(QObject):
    """Listens to the watch on the originals, and to files that are added though a source came from the same place."""

    def __init__(self, window: QWidget, session: Session, messages: MessageBar) -> None:
        super().__init__(window)
        self._window, self._workspace, self._messages = window, session.workspace, messages
        self._opening = session.opening
        self.theme: Theme | None = None
        self._loader = Loader(self)
        self._key = ""
        self._offered: dict[str, tuple[Article, str]] = {}
        self._told = Told(messages)
        session.saving.opened.connect(self._told.take_back)
        self._loader.loaded.connect(self._show)
        self._loader.failed.connect(self._failed)
        session.watching.replaced.connect(self._original_changed)
        self._opening.newer_found.connect(self._newer_found)
        self._opening.twin_found.connect(self._twin_found)
        self._opening.attachments_found.connect(self._attachments_found)

    def _named(self, key: str) -> str:
        return f"source {self._workspace.letter(key)}"

    def _original_changed(self, key: str, path: Path) -> None:
        self._told.tell(
            f"“{path.name}” was changed on the disk since it was read as {self._named(key)}. Here is the old text.",
            "warning",
            (("See what changes…", lambda: self.read(key, path)), ("Keep the old text", lambda: None)),
        )

    def _newer_found(self, key: str, article: Article, path: str) -> None:
        words = f"“{Path(path).name}” is another version of {self._named(key)}."
        first: Choice = ("Replace the old one…", lambda: self._put(key, article))
        self._offer_to_add(words, "warning", article, path, "Add as another source", first)

    def _twin_found(self, key: str, article: Article, path: str) -> None:
        words = f"“{Path(path).name}” is here already, as {self._named(key)}."
        self._offer_to_add(words, "info", article, path, "Add it again")

    def _offer_to_add(self, words: str, level: str, article: Article, path: str, add: str, *first: Choice) -> None:
        """Ask about a file that a source was made of already; where several wait, all can be added at once."""
        waiting = {message.words for message in self._messages.messages}
        self._offered = {held: file for held, file in self._offered.items() if held in waiting}
        several = bool(self._offered)
        self._offered[words] = article, path
        choices = (*first, (add, lambda: self._opening.add_article(article, path)))
        self._told.tell(words, level, (*choices, ("Add all", lambda: self._add_all(words))) if several else choices)

    def _add_all(self, pressed: str) -> None:
        waiting = {message.words for message in self._messages.messages} | {pressed}
        wanted = {words: file for words, file in self._offered.items() if words in waiting}
        for words in wanted:
            self._messages.take_back(words)
        self._opening.add_articles(wanted.values())

    def _attachments_found(self, path: str, names: list[str]) -> None:
        def opened(words: str, parts: list[str]) -> Choice:
            return words, lambda: self._opening.add_attachments(path, parts)

        number = "a file that can be read" if len(names) == 1 else f"{len(names)} files that can be read"
        each = [opened(f"Open “{name}”", [name]) for name in names]
        choices = each if len(names) <= _BUTTONS else [opened("Open all", names)]
        self._messages.tell(f"The message “{Path(path).name}” carries {number}.", "info", choices)

    def read(self, key: str, path: Path) -> None:
        """Read another file for a source, and show what would become of the notes on it."""
        self._key = key
        self._loader.start(str(path))

    def _show(self, article: Article) -> None:
        self._put(self._key, article)

    def _put(self, key: str, article: Article) -> None:
        from reader.ui.docks import replace_text

        held = {source.key for source in self._workspace.project.sources}
        if key not in held or self.theme is None:
            return
        if self._workspace.project.source(key).article.text == article.text:
            self._workspace.trouble.emit(f"The text of {self._named(key)} is the same as before.", "info")
        else:
            replace_text(self._workspace, self.theme, key, article, self._window)

    def _failed(self, error: DiptychError) -> None:
        self._workspace.trouble.emit(str(error), "error")
