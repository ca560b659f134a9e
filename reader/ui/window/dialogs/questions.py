"""The few questions the window asks: unsaved changes, and which files."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6 import QtCore, QtWidgets  # Qt for Python makes each class, and its enums, when it is first named

PROJECTS = "Diptych projects (*.diptych)"


def article_filter() -> str:
    """The filter of the file dialog for every format that can be read."""
    from reader.sources import FORMATS  # not before the window is painted

    every = " ".join(f"*{extension}" for held in FORMATS for extension in held.extensions)
    return f"Articles ({every})"


def ask_unsaved(parent: QtWidgets.QWidget, name: str) -> Literal["save", "discard", "cancel"]:
    """What to do with changes that are not in the file."""
    box = QtWidgets.QMessageBox(
        QtWidgets.QMessageBox.Icon.NoIcon, "Diptych", f"Save the changes to “{name}”?", parent=parent
    )
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setInformativeText("They are lost if you don’t save them.")
    save = box.addButton(QtWidgets.QMessageBox.StandardButton.Save)
    discard = box.addButton(QtWidgets.QMessageBox.StandardButton.Discard)
    box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QtWidgets.QMessageBox.StandardButton.Save)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "cancel"


def ask_files_to_open(parent: QtWidgets.QWidget, folder: str) -> list[Path]:
    """A project, or articles."""
    both = f"Projects and articles (*.diptych {article_filter().partition('(')[2]}"
    chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, "Open", folder, f"{both};;{PROJECTS};;All files (*)")
    return [Path(path) for path in chosen]


def ask_sources(parent: QtWidgets.QWidget, folder: str) -> list[Path]:
    """Articles to add."""
    chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(
        parent, "Add sources", folder, f"{article_filter()};;All files (*)"
    )
    return [Path(path) for path in chosen]


def ask_original(parent: QtWidgets.QWidget, folder: str, name: str) -> Path | None:
    """Where the original of a source is now."""
    chosen, _ = QtWidgets.QFileDialog.getOpenFileName(
        parent, f"Where is “{name}”?", folder, f"{article_filter()};;All files (*)"
    )
    return Path(chosen) if chosen else None


def ask_project(parent: QtWidgets.QWidget, folder: str, title: str) -> Path | None:
    """One project file that is there."""
    chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, folder, f"{PROJECTS};;All files (*)")
    return Path(chosen) if chosen else None


def ask_annotations(parent: QtWidgets.QWidget, folder: str) -> Path | None:
    """A file of annotations."""
    kinds = "Annotations (*.jsonld *.json);;All files (*)"
    chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, "Import annotations", folder, kinds)
    return Path(chosen) if chosen else None


def ask_where_to_write(parent: QtWidgets.QWidget, title: str, suggestion: Path) -> Path | None:
    """Where to write a report; the ending is added when it is left out."""
    ending = suggestion.suffix
    chosen, _ = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(suggestion), f"*{ending}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(path.name + ending)


def ask_where_to_save(parent: QtWidgets.QWidget, suggestion: str) -> Path | None:
    """Where to write the project; the ending is added when it is left out."""
    chosen, _ = QtWidgets.QFileDialog.getSaveFileName(parent, "Save project as", suggestion, PROJECTS)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".diptych" else path.with_name(path.name + ".diptych")
