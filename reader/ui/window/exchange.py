"""What goes out to others and comes in from them: reports, annotations, another reader's project, the originals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import DiptychError
from reader.ui.files.saving import with_absolute_paths
from reader.ui.looks.theme import Theme
from reader.ui.session import Session
from reader.ui.window.dialogs import questions
from reader.ui.wording import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.reports import Imported


class Exchange(QObject):
    """The Export and Import commands; each tells how it ended in the message bar."""

    def __init__(self, window: QWidget, session: Session, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._workspace, self._saving = session.workspace, session.saving

    def export_html(self) -> None:
        """The comparison, with what the reader noted, as a page that stands alone."""
        from reader.reports import comparison_html

        space = self._workspace
        self._export("Export the comparison", ".html", lambda: comparison_html(space.comparison, space.project))

    def export_text(self) -> None:
        """The comparison, with what the reader noted, as plain text."""
        from reader.reports import comparison_text

        space = self._workspace
        self._export("Export the comparison", ".txt", lambda: comparison_text(space.comparison, space.project))

    def export_csv(self) -> None:
        """The comparison as a table for spreadsheets."""
        from reader.reports import comparison_csv

        comparison = self._workspace.comparison
        self._export("Export the comparison", ".csv", lambda: comparison_csv(comparison))

    def export_json(self) -> None:
        """The comparison as documented JSON."""
        from reader.reports import comparison_json

        comparison = self._workspace.comparison
        self._export("Export the comparison", ".json", lambda: _json(comparison_json(comparison)))

    def export_annotations(self) -> None:
        """The notes as a W3C Web Annotation collection."""
        from reader.reports import annotation_collection

        project, name = self._workspace.project, self._saving.name
        self._export("Export the notes", ".jsonld", lambda: _json(annotation_collection(project, label=name)))

    def _export(self, title: str, ending: str, made: Callable[[], str]) -> None:
        name = Path(self._saving.name).stem + ending
        folder = self._saving.path.parent if self._saving.path else Path.home()
        from reader.reports import encoding_of

        path = questions.ask_where_to_write(self._window, title, folder / name)
        if path is None:
            return
        try:
            path.write_text(made(), encoding=encoding_of(ending[1:]))
        except OSError as error:
            self._tell(f"“{path.name}” could not be written ({error.strerror}). Choose another place.", "error")
        else:
            self._tell(f"“{path.name}” was written.", "info")

    def import_annotations(self) -> None:
        """Notes from a Web Annotation file or an export of Hypothesis."""
        from reader.reports import MAX_ANNOTATION_BYTES, import_annotations

        path = questions.ask_annotations(self._window, self._folder())
        if path is None:
            return
        try:
            with path.open("rb") as file:
                data = file.read(MAX_ANNOTATION_BYTES + 1)  # one too many is refused
            came = import_annotations(self._workspace.project, data)
        except OSError as error:
            self._tell(f"“{path.name}” could not be read ({error.strerror}).", "error")
        except DiptychError as error:
            self._tell(f"“{path.name}” could not be imported. {error}", "error")
        else:
            self._workspace.edit("Import annotations", lambda _project: came.project)
            self._tell(came_in(came), "info")

    def merge(self) -> None:
        """Another reader's project beside one's own notes; a backup of the file is made first."""
        from reader.notes import read_project
        from reader.ui.docks import MergeDialog

        path = questions.ask_project(self._window, self._folder(), "Merge another reader’s project")
        if path is None:
            return
        try:
            theirs = with_absolute_paths(read_project(path), path.absolute().parent)
        except DiptychError as error:
            self._tell(str(error), "error")
            return
        self._saving.back_up()
        MergeDialog.ask(self._workspace, self._theme(), theirs, path.name, self._window)

    def collect(self) -> None:
        """Copy the original files into a folder beside the project."""
        from reader.notes import collect_sources

        path = self._saving.path
        if path is None:
            self._tell("Save the project first: the originals are copied beside it.", "info")
            return

        try:
            gathered = with_absolute_paths(collect_sources(self._workspace.project, path), path.parent)
        except DiptychError as error:
            self._tell(str(error), "error")
            return
        if self._workspace.edit("Collect originals", lambda _project: gathered):
            self._tell("The originals were copied into the folder “sources” beside the project.", "info")

    def _folder(self) -> str:
        return str(self._saving.path.parent if self._saving.path else Path.home())

    def _tell(self, words: str, level: str) -> None:
        self._workspace.trouble.emit(words, level)


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def came_in(came: Imported) -> str:
    """How an import of annotations ended, in a sentence."""
    parts = [f"{counted(len(came.added), 'note')} came in" if came.added else "No new note came in"]
    parts += [f"{counted(came.known, 'was', 'were')} here already"] if came.known else []
    parts += [f"{counted(came.unplaced, 'belongs', 'belong')} to no source here"] if came.unplaced else []
    parts += (
        [f"{counted(came.replies, 'reply or page note is', 'replies or page notes are')} left out"]
        if came.replies
        else []
    )
    return "; ".join(parts) + "."
