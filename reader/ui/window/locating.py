"""Find the original of a source again when it was moved, renamed or deleted; its text and notes stay in the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.watching import Watching
from reader.ui.window import questions
from reader.ui.window.messages import MessageBar
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Locating(QObject):
    """Looks beside the project and in the old folder by the hash of the file, else offers *Locate…*.

    `other_text(key, path)` is called when the reader points to a file that holds something else.
    """

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        watching: Watching,
        messages: MessageBar,
        project_path: Callable[[], Path | None],
        other_text: Callable[[str, Path], object],
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._messages = window, workspace, messages
        self._project_path, self._other_text = project_path, other_text
        watching.gone.connect(self._gone)

    def _gone(self, key: str, path: Path) -> None:
        from reader.notes import locate_source

        source = next((held for held in self._workspace.project.sources if held.key == key), None)
        if source is None:
            return
        found = locate_source(source, self._project_path() or path)
        if found is not None:
            self.take(key, found)
            return
        letter = self._workspace.letter(key)
        self._messages.tell(
            f"“{path.name}”, the original of source {letter}, was moved or deleted. Its text and the notes are kept.",
            "warning",
            (("Locate…", lambda: self._ask(key, path)), ("Go on without it", lambda: None)),
        )

    def _ask(self, key: str, path: Path) -> None:
        from reader.notes import is_same_file

        found = questions.ask_original(self._window, str(path.parent), path.name)
        source = next((held for held in self._workspace.project.sources if held.key == key), None)
        if found is None or source is None:
            return
        if is_same_file(found, source):
            self.take(key, found)
        else:
            self._other_text(key, found)

    def take(self, key: str, path: Path) -> None:
        """That file is the original of the source from now on."""
        letter, where = self._workspace.letter(key), path.absolute().as_posix()
        done = self._workspace.edit(
            f"Locate original of {letter}",
            lambda project: replace(
                project, sources=tuple(replace(s, path=where) if s.key == key else s for s in project.sources)
            ),
        )
        if done:
            self._messages.tell(f"The original of source {letter} was found again: {path}", "info")
