"""The project's file: open it, save it, hold its lock, keep backups, and know whether file and project differ."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import DiptychError, ProjectChangedError, ProjectLockedError, ProjectReadError, ProjectWriteError
from reader.notes import Project
from reader.ui.background.writing_behind import WritingBehind
from reader.ui.files.kept_copies import back_up_file, copies_of
from reader.ui.files.project_reading import ProjectReading
from reader.ui.files.recovering import Recovering
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace

if TYPE_CHECKING:  # what reads, writes and locks files is imported where it is used, after the window is painted
    from reader.notes import Opened, ProjectLock, Recoverable


class Saving(QObject):
    """Reads and writes the project of the workspace. In memory the paths of sources are absolute.

    Signals:
        opened(): another project is shown.
        file_changed(): another file, or none, belongs to the project now.
        modified_changed(bool): the project differs from its file, or does not any more.
        saved(): the project was written.
        held_elsewhere(str): somebody else has the file open, so it is not written here; the words say who.
        save_failed(str): a save went wrong; the words say why.
        not_writable(str): the file can be read but not written; the words say why.
        changed_underneath(str): a save was refused, since another program changed the file; the words say so.
        broken(str, object, list): a file can't be read; the words say why, with its path and its copies, latest first.
    """

    opened = Signal()
    file_changed = Signal()
    modified_changed = Signal(bool)
    saved = Signal()
    held_elsewhere = Signal(str)
    save_failed = Signal(str)
    not_writable = Signal(str)
    changed_underneath = Signal(str)
    broken = Signal(str, object, list)

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._settings = workspace, settings
        self.recovering = Recovering(workspace, self)
        self.reading = ProjectReading(self)
        self.path: Path | None = None
        self.layout: Callable[[], dict[str, object]] | None = None
        """Gives the present arrangement of the panes, which a save keeps though it is no step to undo."""
        self._known = self._when = ""
        self._lock: ProjectLock | None = None
        self._behind = WritingBehind(self)
        self._autosave = QTimer(self)
        self._autosave.timeout.connect(self._save_by_itself)
        self.follow_settings()
        workspace.undo_stack.cleanChanged.connect(lambda _: self.modified_changed.emit(self.modified))

    @property
    def modified(self) -> bool:
        """Whether there is something that is not in the file, or is still on its way there."""
        return self._behind.running or not self._workspace.undo_stack.isClean()

    def settle(self) -> None:
        """Wait for a save that goes on in the background."""
        self._behind.wait()

    @property
    def read_only(self) -> bool:
        """Whether the file is somebody else's for now."""
        return self.path is not None and (self._lock is None or not self._lock.held)

    @property
    def name(self) -> str:
        """What the title of the window says."""
        return self.path.name if self.path else "Untitled"

    def state_in_words(self) -> str:
        """What the status bar says of it."""
        if not self._workspace.project.sources and self.path is None:
            return ""
        if self.path is not None and self.read_only:
            return "Read only" + (", unsaved changes" if self.modified else "")
        if self._behind.running:
            return "Saving…"
        if self.modified:
            return "Unsaved changes"
        return f"All changes saved {self._when}".strip() if self.path else "Not saved yet"

    def follow_settings(self) -> None:
        """Take the preferences as they are now."""
        minutes = self._settings.autosave
        self._autosave.start(minutes * 60_000) if minutes else self._autosave.stop()

    def new(self) -> None:
        """An empty project without a file."""
        self._take(Project(), None, "")

    def read(self, path: Path, then: Callable[[Opened], object], otherwise: Callable[[], object]) -> None:
        """Read the project in that file, and hand it to `then`; when it cannot be read, a message, and `otherwise`."""

        def failed(error: DiptychError) -> None:
            copies = copies_of(path) if isinstance(error, ProjectReadError) else []
            if copies:
                self.broken.emit(str(error), path, copies)
            else:
                self._workspace.trouble.emit(str(error), "error")
            otherwise()

        self.reading.start(path, then, failed)

    def open(self, path: Path, opened: Opened) -> None:
        """Show the project that was read from that file."""
        path = path.absolute()
        self._take(with_absolute_paths(opened.project, path.parent), path, opened.sha256)
        self.take_lock()

    def open_copy(self, path: Path, copy: Opened) -> None:
        """Show the project as it was in a copy of the file at `path`; it counts as not saved."""
        path = path.absolute()
        self._take(with_absolute_paths(copy.project, path.parent), path, _hash_of(path))
        self._workspace.undo_stack.resetClean()
        self.take_lock()

    def resume(self, work: Recoverable) -> None:
        """Go on with work that a crash cut off; it counts as not saved."""
        self._take(work.project, work.path, _hash_of(work.path))
        self.recovering.resume(work)
        self._workspace.undo_stack.resetClean()
        if work.path is not None:
            self.take_lock()

    def take_lock(self, *, over: bool = False) -> None:
        """Hold the file for this window, with `over` even if somebody else does; else say who has it."""
        from reader.notes import lock_project

        assert self.path is not None
        try:
            self._lock = lock_project(self.path, user=self._settings.author, take_over=over)
            self.file_changed.emit()
        except ProjectLockedError as error:
            self.held_elsewhere.emit(str(error))
        except ProjectWriteError as error:
            self.not_writable.emit(str(error))

    def save(self, path: str | Path | None = None, *, overwrite: bool = False) -> bool:
        """Write the project to its file, or to `path` from now on; False, and a message, when that fails.

        `overwrite` replaces a file that another program changed since it was read here.
        """
        self.settle()
        target = Path(path).absolute() if path else self.path
        if target is None or (target == self.path and not self._may_write()):
            return False
        known = self._known if target == self.path and not overwrite else ""
        written = write(self._with_layout(), target, known, self._settings.backups)
        if not self._take_over(target, written, self.recovering.actions):
            return False
        self._workspace.undo_stack.setClean()
        self.saved.emit()
        return True

    def save_behind(self) -> None:
        """As `save` to the project's own file, in the background: the reader works on meanwhile."""
        self.settle()
        if self.path is None or not self._may_write():
            return
        project, target, known, backups = self._with_layout(), self.path, self._known, self._settings.backups
        actions = self.recovering.actions

        def ended(written: Written) -> None:
            if not self._take_over(target, written, actions):
                self._workspace.undo_stack.resetClean()
            else:
                self.saved.emit()
            self.modified_changed.emit(self.modified)

        self._behind.start(lambda: write(project, target, known, backups), ended)
        self._workspace.undo_stack.setClean()  # where the file will be; what is done from now on comes after it
        self.modified_changed.emit(True)

    def _may_write(self) -> bool:
        if self.read_only:
            self.take_lock()
        return not self.read_only

    def _take_over(self, target: Path, written: Written, actions: int) -> bool:
        """Go on from what was written to `target` after so many actions; False, and a message, when that failed."""
        for warning in written.warnings:
            self._workspace.trouble.emit(warning, "warning")
        if isinstance(written.trouble, ProjectChangedError):
            self.changed_underneath.emit(str(written.trouble))
        elif written.trouble is not None:
            self.save_failed.emit(str(written.trouble))
        if written.trouble is not None:
            return False
        elsewhere = target != self.path
        self.path, self._known, self._when = target, written.sha256, datetime.now().strftime("%H:%M")
        self.recovering.saved(target, actions)
        if elsewhere:
            self._release()
            self.take_lock()
            self.file_changed.emit()
        return True

    def acknowledge(self, sha256: str) -> None:
        """The file as it is now on the disk was looked at: it may be written over."""
        self._known = sha256

    def back_up(self) -> None:
        """Keep a dated copy of the file as it is; one that can't be made is told, and the work goes on."""
        for warning in back_up_file(self.path, self._settings.backups) if self.path is not None else ():
            self._workspace.trouble.emit(warning, "warning")

    def _save_by_itself(self) -> None:
        if self.modified and self.path is not None and not self.read_only:
            self.save_behind()

    def forget_file(self) -> None:
        """Keep the project and forget its file: the next save asks for a place (the sample stays as it was)."""
        self.settle()
        self._release()
        self.path, self._known = None, ""
        self.recovering.begin(self._workspace.project, None)
        self.file_changed.emit()

    def close(self) -> None:
        """Let the file go; the reader was asked about unsaved changes."""
        self._autosave.stop()
        self.reading.cancel()
        self.settle()
        self._release()
        self.recovering.end()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _with_layout(self) -> Project:
        held = self._workspace.project
        return replace(held, layout={**held.layout, **self.layout()}) if self.layout else held

    def _take(self, project: Project, path: Path | None, known: str) -> None:
        self.reading.cancel()
        self.settle()
        self._release()
        self.path, self._known, self._when = path, known, ""
        self._workspace.start_with(project)
        self.recovering.begin(project, path)
        self.opened.emit()
        self.file_changed.emit()
        self.modified_changed.emit(False)


def _hash_of(path: Path | None) -> str:
    """By which a change of the file from now on is noticed; "" while there is none."""
    from reader.notes import file_hash

    return file_hash(path) if path and path.is_file() else ""


class Written(NamedTuple):
    """How a write ended: the SHA-256 of the new file, or what went wrong; and what the reader should know besides."""

    sha256: str = ""
    trouble: DiptychError | None = None
    warnings: tuple[str, ...] = ()


def write(project: Project, target: Path, known: str, backups: int) -> Written:
    """Back the file up and write the project into it, unless it is not the `known` one; touches no widget."""
    from reader.notes import write_project

    warnings = back_up_file(target, backups)
    try:
        return Written(write_project(project, target, known=known), None, warnings)
    except DiptychError as error:
        return Written("", error, warnings)


def with_absolute_paths(project: Project, folder: Path) -> Project:
    """The project with the relative paths of its sources seen from `folder`, where its file is."""
    sources = tuple(
        replace(source, path=os.path.normpath(folder / source.path)) if source.path else source
        for source in project.sources
    )
    return replace(project, sources=sources)
