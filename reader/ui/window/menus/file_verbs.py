"""What the commands of the File menu do: new, open, add, paste, save, close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.shipped import samples
from reader.ui.session import Session
from reader.ui.window.dialogs import questions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.notes import Opened
    from reader.ui.window.empty_page import EmptyPage

ENDING = ".diptych"


def _nothing() -> None:
    """Nothing more is to be done."""


class FileVerbs(QObject):
    """Opens and saves for the window; asks before anything unsaved is left."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._window, self._workspace = window, session.workspace
        self._opening, self._saving, self._settings = session.opening, session.saving, session.settings
        self._saving.saved.connect(self._remember)

    def serve(self, page: EmptyPage) -> None:
        """Do what is asked on the page of an empty desk."""
        for signal, verb in (
            (page.add_asked, self.add), (page.paste_asked, self.paste), (page.sample_asked, self.open_sample),
            (page.project_asked, self.open_project), (page.locate_asked, self.locate),
        ):  # fmt: skip
            signal.connect(verb)

    def new(self) -> None:
        """An empty desk."""
        if self.may_leave():
            self._opening.cancel()
            self._saving.new()

    def take(self, paths: Iterable[Path]) -> None:
        """Files from the command line, a dialog or a drop: a project is opened, all else is added as sources."""
        projects: list[Path] = []
        articles: list[Path] = []
        for path in paths:
            (projects if path.suffix.lower() == ENDING else articles).append(path)
        if projects:
            if len(projects) > 1:
                left = "”, “".join(path.name for path in projects[1:])
                self._workspace.trouble.emit(f"Only one project can be open at a time; “{left}” was left.", "warning")
            self.open_project(projects[0], (lambda: self._opening.add(articles)) if articles else _nothing, always=True)
        elif articles:
            self._opening.add(articles)

    def open(self) -> None:
        """Ask for a project or articles."""
        self.take(questions.ask_files_to_open(self._window, self._folder()))

    def add(self) -> None:
        """Ask for articles."""
        self.take(questions.ask_sources(self._window, self._folder()))

    def paste(self, text: str | None = None) -> None:
        """Make a source of `text`, or of the clipboard."""
        from reader.ui.window.dialogs.paste_dialog import PasteDialog

        article = PasteDialog.ask(self._window, text)
        if article is not None:
            self._opening.add_article(article)

    def open_project(self, path: Path, then: Callable[[], object] = _nothing, *, always: bool = False) -> None:
        """Open a project in the place of the present one, and call `then`; with `always` also if it can't be read."""

        def remember() -> None:
            self._settings.remember_project(path.absolute())
            then()

        self._open(path, remember, then if always else _nothing)

    def _open(self, path: Path, then: Callable[[], object], otherwise: Callable[[], object] = _nothing) -> None:
        if not self.may_leave():
            return
        self._opening.cancel()
        left = self._workspace.project

        def show(opened: Opened) -> None:
            # Who worked on while a large file was read is asked again.
            if self._workspace.project is left or self.may_leave():
                self._saving.open(path, opened)
                then()

        self._saving.read(path, show, otherwise)

    def open_copy(self, path: Path, copies: Sequence[Path]) -> None:
        """Open the first of the kept copies of a broken project file that can be read, if the project may be left."""
        if self.may_leave():
            self._opening.cancel()
            self._read_copy(path, copies)

    def _read_copy(self, path: Path, copies: Sequence[Path]) -> None:
        if copies:
            self._saving.read(
                copies[0],
                lambda opened: self._saving.open_copy(path, opened),
                lambda: self._read_copy(path, copies[1:]),
            )

    def open_sample(self) -> None:
        """The sample project, or the sample articles while there is none."""
        projects = sorted(samples().glob(f"*{ENDING}"))
        if projects:
            self._open(projects[0], self._saving.forget_file)
        else:
            self.take([samples()])

    def locate(self, path: Path) -> None:
        """Ask where a recent project has gone."""
        found = questions.ask_project(self._window, str(path.parent), f"Where is “{path.name}”?")
        if found is not None:
            self.open_project(found, lambda: self._settings.forget_project(path))

    def save(self) -> bool:
        """Save; asks where, the first time."""
        return self._saving.save() if self._saving.path else self.save_as()

    def save_behind(self) -> None:
        """Save while the reader works on; asks where, the first time."""
        if self._saving.path:
            self._saving.save_behind()
        else:
            self.save_as()

    def save_as(self) -> bool:
        """Save under another name."""
        here = self._saving.path or Path(self._folder(), "Untitled.diptych")
        path = questions.ask_where_to_save(self._window, str(here))
        return path is not None and self._saving.save(path)

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False when the reader would rather stay."""
        self._saving.settle()
        if not self._saving.modified:
            return True
        answer = questions.ask_unsaved(self._window, self._saving.name)
        return answer == "discard" or (answer == "save" and self.save())

    def _remember(self) -> None:
        if self._saving.path is not None:
            self._settings.remember_project(self._saving.path)

    def _folder(self) -> str:
        """Where a file dialog begins: beside the project, or beside the last source."""
        if self._saving.path is not None:
            return str(self._saving.path.parent)
        paths = [Path(source.path) for source in self._workspace.project.sources if source.path]
        return str(paths[-1].parent) if paths and paths[-1].is_absolute() else str(Path.home())
