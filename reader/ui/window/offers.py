"""What the window offers when work was cut off, a file is held elsewhere, or was changed by another program."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.errors import DiptychError
from reader.ui.saving import Saving, with_absolute_paths
from reader.ui.window.file_verbs import FileVerbs
from reader.ui.window.messages import MessageBar
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.notes import Project, Recoverable


class Offers(QObject):
    """Puts messages with choices into the bar."""

    def __init__(
        self, window: QWidget, workspace: Workspace, saving: Saving, files: FileVerbs, messages: MessageBar
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._saving, self._files, self._messages = saving, files, messages
        saving.held_elsewhere.connect(self._held_elsewhere)
        saving.changed_underneath.connect(self._changed_underneath)

    def look_for_work(self) -> None:
        """Offer what programs that crashed have left."""
        for work in self._saving.recovering.found()[:5]:
            self._offer(work)

    def _offer(self, work: Recoverable) -> None:
        name = f"“{work.path.name}”" if work.path else "a project that was never saved"
        moment = _moment(work.at)
        last = f", the last “{work.action}”" if work.action else ""
        count = f"{work.actions} change{'' if work.actions == 1 else 's'}"
        self._messages.tell(
            f"Diptych did not end as it should. There is unsaved work on {name}: {count} up to {moment}{last}.",
            "warning",
            (("Open it", lambda: self._resume(work)), ("Discard", work.discard)),
        )

    def _resume(self, work: Recoverable) -> None:
        if self._files.may_leave():
            self._saving.resume(work)
        else:
            self._offer(work)

    def _held_elsewhere(self, words: str) -> None:
        self._messages.tell(
            words,
            "warning",
            (("Take it over", lambda: self._saving.take_lock(over=True)), ("Save as…", self._files.save_as)),
        )

    def _changed_underneath(self, words: str) -> None:
        self._messages.tell(
            words,
            "warning",
            (
                ("Compare", self._compare),
                ("Save as…", self._files.save_as),
                ("Overwrite", lambda: self._saving.save(overwrite=True)),
            ),
        )

    def _compare(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        from reader.notes import read_project

        path = self._saving.path
        assert path is not None
        try:
            theirs = with_absolute_paths(read_project(path), path.parent)
        except DiptychError as error:
            self._messages.tell(str(error))
            return
        lines = differences(self._workspace.project, theirs)
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, "Compare", f"Here, and in “{path.name}” on the disk:", parent=self._window
        )
        box.setInformativeText("\n".join(lines) or "Both are the same but for the arrangement of the panes.")
        box.exec()
        if lines:
            self._changed_underneath(f"“{path.name}” on the disk differs from what is shown here.")


def differences(mine: Project, theirs: Project) -> list[str]:
    """How another state of a project differs from this one, a line each."""
    here, there = {note.id: note for note in mine.notes}, {note.id: note for note in theirs.notes}
    counts = (
        ("notes only here", len(here.keys() - there.keys())),
        ("notes only on the disk", len(there.keys() - here.keys())),
        ("notes that differ", sum(here[key] != there[key] for key in here.keys() & there.keys())),
        ("sources only here", len({s.key for s in mine.sources} - {s.key for s in theirs.sources})),
        ("sources only on the disk", len({s.key for s in theirs.sources} - {s.key for s in mine.sources})),
    )
    lines = [f"{number} {words}" for words, number in counts if number]
    for name in ("codebook", "memo", "decisions"):
        if getattr(mine, name) != getattr(theirs, name):
            lines.append(f"The {name} differ{'' if name == 'decisions' else 's'}")
    return lines


def _moment(stamp: str) -> str:
    """An ISO timestamp as a reader says it."""
    try:
        held = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{held.day} {held:%B, %H:%M}"
