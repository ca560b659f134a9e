"""What the window offers when work was cut off, a file is held elsewhere, or was changed by another program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import DiptychError
from reader.ui.files.saving import with_absolute_paths
from reader.ui.looks.theme import Theme
from reader.ui.session import Session
from reader.ui.window.menus.file_verbs import FileVerbs
from reader.ui.window.messages import MessageBar, Told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.notes import Recoverable


class Offers(QObject):
    """Puts messages with choices into the bar."""

    def __init__(
        self, window: QWidget, session: Session, files: FileVerbs, messages: MessageBar, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._messages, self._theme = window, files, messages, theme
        self._workspace, self._saving = session.workspace, session.saving
        self._on_saving = Told(messages)
        saving = self._saving
        saving.held_elsewhere.connect(self._held_elsewhere)
        saving.save_failed.connect(self._save_failed)
        saving.not_writable.connect(self._not_writable)
        saving.saved.connect(self._on_saving.take_back)
        saving.opened.connect(self._on_saving.take_back)
        saving.changed_underneath.connect(self._changed_underneath)
        saving.broken.connect(self._broken)

    def look_for_work(self) -> None:
        """Offer what programs that crashed have left."""
        self._offer(self._saving.recovering.found())

    def _offer(self, works: list[Recoverable]) -> None:
        if not works:
            return
        if len(works) > 1:
            words = f"Diptych did not end as it should. There is unsaved work on {len(works)} projects."
            self._messages.tell(words, "warning", (("Show them…", lambda: self._show(works)),))
            return
        from reader.ui.window.dialogs.recovery_dialog import last_change, name_of  # only where a program has crashed

        (work,) = works
        self._messages.tell(
            f"Diptych did not end as it should. There is unsaved work on {name_of(work)}: {last_change(work)}.",
            "warning",
            (("Open it", lambda: self._resume(work)), ("Discard…", lambda: self._discard(work))),
        )

    def _show(self, works: list[Recoverable]) -> None:
        from reader.ui.window.dialogs.recovery_dialog import RecoveryDialog

        self._offer(RecoveryDialog.ask(works, self._window, self._resume))

    def _discard(self, work: Recoverable) -> None:
        from reader.ui.window.dialogs.recovery_dialog import RecoveryDialog, name_of

        if RecoveryDialog.confirm_discard(self._window, name_of(work)):
            work.discard()
        else:
            self._offer([work])

    def _resume(self, work: Recoverable) -> None:
        if self._files.may_leave():
            self._saving.resume(work)
        else:
            self._offer([work])

    def _held_elsewhere(self, words: str) -> None:
        self._on_saving.tell(
            words,
            "warning",
            (("Take it over", lambda: self._saving.take_lock(over=True)), ("Save as…", self._files.save_as)),
        )

    def _save_failed(self, words: str) -> None:
        self._on_saving.take_back()  # what the last try met with may be another thing
        self._on_saving.tell(words, "error", (("Try again", self._files.save), ("Save as…", self._files.save_as)))

    def _not_writable(self, words: str) -> None:
        self._on_saving.tell(words, "warning", (("Save as…", self._files.save_as),))

    def _broken(self, words: str, path: Path, copies: list[Path]) -> None:
        from reader.notes import in_words, moment_of_backup

        choice = f"Open the backup of {in_words(moment_of_backup(copies[0]))}"
        self._messages.tell(words, "error", ((choice, lambda: self._files.open_copy(path, copies)),))

    def _changed_underneath(self, words: str) -> None:
        self._on_saving.tell(
            words,
            "warning",
            (
                ("Compare", self._compare),
                ("Save as…", self._files.save_as),
                ("Overwrite", lambda: self._saving.save(overwrite=True)),
            ),
        )

    def _compare(self) -> None:
        from reader.notes import merge_projects, open_project
        from reader.ui.docks import CompareDialog

        path = self._saving.path
        assert path is not None
        try:
            opened = open_project(path)
        except DiptychError as error:
            self._messages.tell(str(error))
            return
        mine, theirs = self._workspace.project, with_absolute_paths(opened.project, path.parent)
        answer = CompareDialog.ask(self._theme(), mine, theirs, path.name, self._window)
        if answer == "bring":
            self._workspace.edit("Bring in what is on the disk", lambda held: merge_projects(held, theirs).project)
            self._saving.acknowledge(opened.sha256)
            self._saving.save()
        elif answer == "overwrite":
            self._saving.save(overwrite=True)
        elif answer == "save as":
            self._files.save_as()
        else:
            self._changed_underneath(f"“{path.name}” on the disk differs from what is shown here.")
