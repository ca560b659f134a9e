"""Edit one tag: its name, colour, description, parent and key."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QToolButton, QWidget

from reader.errors import EditRefusedError
from reader.notes import (
    Project,
    Tag,
    describe_tag,
    recolour_tag,
    rename_tag,
    set_tag_parent,
    set_tag_shortcut,
)
from reader.ui.docks.codebook.tag_chooser import dot
from reader.ui.looks.choice import Choice
from reader.ui.workspace import Workspace

Edit = Callable[[str, Callable[[Project], Project]], bool]
"""Changes the project as one step of that name, and tells a refusal where the reader looks."""

TAKEN_KEYS = {"t": "Tag", "n": "Note", "h": "Plain highlight", "l": "Link"}
"""The keys the selection's own verbs have."""


class TagForm(QWidget):
    """Each field changes the project when it is left or Return is pressed.

    Signals:
        colour_wanted(str): the reader wants another colour than this one.
    """

    colour_wanted = Signal(str)

    def __init__(self, workspace: Workspace, edit: Edit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._edit = workspace, edit
        self._tag = ""
        self.name = self._field("Name", rename_tag, "Rename tag")
        self.description = self._field("Description", describe_tag, "Describe tag")
        self.shortcut = self._field("Key", set_shortcut, "Change key of tag")
        self.shortcut.setMaxLength(1)
        self.shortcut.setPlaceholderText("none")
        self.colour = QToolButton(self)
        self.colour.setAccessibleName("Colour")
        self.colour.clicked.connect(lambda: self.colour_wanted.emit(self._present().colour))
        self.parent_tag = Choice(self)
        self.parent_tag.setAccessibleName("Parent")
        self.parent_tag.activated.connect(lambda _: self._set_parent())
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            ("Name", self.name),
            ("Colour", self.colour),
            ("Description", self.description),
            ("Below", self.parent_tag),
            ("Key", self.shortcut),
        ):
            form.addRow(title, field)
        for before, after in pairwise((self.name, self.colour, self.description, self.parent_tag, self.shortcut)):
            QWidget.setTabOrder(before, after)

    def _field(self, title: str, change: Callable[[Project, str, str], Project], text: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(title)

        def finished() -> None:
            if self._tag:
                self._edit(text, lambda project: change(project, self._tag, field.text()))
                self.show_tag(self._tag)

        field.editingFinished.connect(finished)
        return field

    def _present(self) -> Tag:
        tags: tuple[Tag, ...] = self._workspace.project.codebook.tags
        return next((tag for tag in tags if tag.id == self._tag), Tag("", ""))

    def show_tag(self, tag_id: str) -> None:
        """Show that tag; "" shows an empty, disabled form."""
        self._tag = tag_id
        tag = self._present()
        self.setEnabled(bool(tag.id))
        self.name.setText(tag.name)
        self.description.setText(tag.description)
        self.description.setCursorPosition(0)
        self.shortcut.setText(tag.shortcut.upper())
        self.colour.setIcon(dot(tag.colour))
        self.colour.setToolTip(tag.colour)
        self.parent_tag.clear()
        self.parent_tag.addItem("no other tag", "")
        for other in self._workspace.project.codebook.tags:
            if other.id != tag_id:
                self.parent_tag.addItem(dot(other.colour), other.name, other.id)
        self.parent_tag.setCurrentIndex(max(0, self.parent_tag.findData(tag.parent)))

    def recolour(self, colour: str) -> None:
        """Give the tag another colour."""
        self._edit("Recolour tag", lambda project: recolour_tag(project, self._tag, colour))

    def _set_parent(self) -> None:
        parent: Any = self.parent_tag.currentData()
        self._edit("Move tag", lambda project: set_tag_parent(project, self._tag, parent))
        self.show_tag(self._tag)


def set_shortcut(project: Project, tag: str, key: str) -> Project:
    """As in notes; refuses the keys that the selection's own verbs have."""
    verb = TAKEN_KEYS.get(key.strip().lower())
    if verb:
        raise EditRefusedError(f"The key {key.strip().upper()} is taken by “{verb}”. Choose another key.")
    return set_tag_shortcut(project, tag, key)
