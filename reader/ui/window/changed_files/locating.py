"""Find the original of a source again when it was moved, renamed or deleted; its text and notes stay in the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.session import Session
from reader.ui.window.dialogs import questions
from reader.ui.window.messages import MessageBar, Told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Missing = tuple[str, Path]
"""The article key of a source, and where its original was."""
MANY = 6
"""So many letters of sources are told in a message."""


class Locating(QObject):
    """Looks beside the project and in the old folder by the hash of the file, else offers *Locate…*.

    `other_text(key, path)` is called when the reader points to a file that holds something else.
    """

    def __init__(
        self, window: QWidget, session: Session, messages: MessageBar, other_text: Callable[[str, Path], object]
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._messages = window, session.workspace, messages
        self._saving, self._other_text = session.saving, other_text
        self._told = Told(messages)
        session.saving.opened.connect(self._told.take_back)
        session.watching.gone.connect(self._gone)

    def _gone(self, missing: Sequence[Missing]) -> None:
        rest = self._find(missing, self._saving.path or missing[0][1])
        if not rest:
            return
        letters = _listed([self._workspace.letter(key) for key, _ in rest])
        if len(rest) == 1:
            words = (
                f"“{rest[0][1].name}”, the original of source {letters}, was moved or deleted. Its text and the notes"
            )
        else:
            words = f"The originals of sources {letters} were moved or deleted. Their texts and the notes"
        choices = (("Locate…", lambda: self._ask(rest)), ("Go on without", lambda: None))
        self._told.tell(f"{words} are kept.", "warning", choices)

    def _find(self, missing: Sequence[Missing], beside: Path) -> list[Missing]:
        """Take what is found beside that file or in the old folders; returns what is not."""
        from reader.notes import locate_sources

        sources = {source.key: source for source in self._workspace.project.sources}
        held = [(key, path) for key, path in missing if key in sources]
        found = locate_sources([sources[key] for key, _ in held], beside)
        self.take(found)
        return [(key, path) for key, path in held if key not in found]

    def _ask(self, missing: Sequence[Missing]) -> None:
        from reader.notes import is_same_file

        (key, path), *others = missing
        found = questions.ask_original(self._window, str(path.parent), path.name)
        source = next((held for held in self._workspace.project.sources if held.key == key), None)
        if found is None or source is None:
            return
        if not is_same_file(found, source):
            self._other_text(key, found)
            return
        self.take({key: found})
        if others:  # they may have gone the same way
            rest = self._find(others, found)
            if rest:
                self._gone(rest)

    def take(self, found: Mapping[str, Path]) -> None:
        """These files are the originals of the sources with those keys from now on, as one step."""
        where = {key: path.absolute().as_posix() for key, path in found.items()}
        letters = [self._workspace.letter(key) for key in where]
        name = f"Locate original{'s' if len(where) > 1 else ''} of {_listed(letters)}"
        done = self._workspace.edit(
            name,
            lambda project: replace(
                project, sources=tuple(replace(s, path=where.get(s.key, s.path)) for s in project.sources)
            ),
        )
        if done and len(found) == 1:
            self._messages.tell(
                f"The original of source {letters[0]} was found again: {next(iter(found.values()))}", "info"
            )
        elif done:
            self._messages.tell(f"The originals of sources {_listed(letters)} were found again.", "info")


def _listed(letters: Sequence[str]) -> str:
    """Letters of sources in a sentence; of many only the first."""
    if len(letters) > MANY:
        return f"{', '.join(letters[:MANY])} and {len(letters) - MANY} more"
    return " and ".join([", ".join(letters[:-1])] * (len(letters) > 1) + [letters[-1]]) if letters else ""
