"""The codebook: tags with colour, description, parent and key; renamed, merged and deleted everywhere; and schemes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.notes import READY_TAGS, Project, Tag, add_tag, delete_tag, import_codebook, merge_tags
from reader.ui.docks.codebook.scheme_page import SchemePage
from reader.ui.docks.codebook.tag_chooser import dot
from reader.ui.docks.codebook.tag_form import TagForm
from reader.ui.docks.parts.panel import hint, keep_key, on_press
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.looks.tips import tip
from reader.ui.workspace import Workspace


class CodebookDialog(QDialog):
    """Every change is in the project at once and can be undone; a change that is refused says why below the list."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWindowTitle("Codebook")
        self.setStyleSheet(panel_style(theme))
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setAccessibleName("Tags")
        self.form = TagForm(workspace, self._edit, self)
        self.form.colour_wanted.connect(self._colour)
        self.refused = hint("", self)
        self.refused.setProperty("role", "warning")
        policy = self.refused.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what is below stays where the mouse is
        self.refused.setSizePolicy(policy)
        self.refused.hide()
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._tag_page(), "Tags")
        self.schemes = SchemePage(workspace, self._edit, lambda present: self.ask_colour(self, present), self)
        self.tabs.addTab(self.schemes, "Rating schemes")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in a field ends that field, it does not press a button
        box = QVBoxLayout(self)
        box.addWidget(self.tabs, 1)
        box.addWidget(self.refused)
        box.addWidget(close)
        self.list.currentRowChanged.connect(lambda _: self._show_tag())
        keep_key("Delete", self.list, self.delete)
        workspace.notes_changed.connect(self.refresh)
        for keys, verb in (
            (QKeySequence.StandardKey.Undo, workspace.undo_stack.undo),
            (QKeySequence.StandardKey.Redo, workspace.undo_stack.redo),
        ):
            QShortcut(keys, self).activated.connect(verb)
        self.resize(660, 600)
        self.refresh()

    def _tag_page(self) -> QWidget:
        page = QWidget()
        add, ready = QPushButton("New tag"), QPushButton("Ready-made…")
        self.none = hint("No tags yet. Make one, or bring in a ready-made set.")
        self.merge, self.remove = QPushButton("Merge into…"), QPushButton("Delete")
        on_press(add, self.add)
        on_press(self.remove, self.delete)
        menu = QMenu(ready)
        for name in READY_TAGS:
            menu.addAction(name).triggered.connect(lambda _=False, name=name: self.add_ready(name))
        ready.setMenu(menu)
        self._merge_menu = QMenu(self.merge)
        self._merge_menu.aboutToShow.connect(self._fill_merge_menu)
        self.merge.setMenu(self._merge_menu)
        box, left, right, row = QHBoxLayout(page), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        box.addLayout(left, 1)
        box.addLayout(right, 1)
        left.addWidget(self.list, 1)
        left.addLayout(row)
        for button in (add, ready):
            row.addWidget(button)
        row.addStretch(1)
        right.addWidget(self.none)
        right.addWidget(self.form)
        right.addStretch(1)
        row = QHBoxLayout()
        right.addLayout(row)
        row.addStretch(1)
        for button in (self.merge, self.remove):
            row.addWidget(button)
        return page

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the tags as they are now, each below its parent."""
        here = self.tag_id()
        self.list.blockSignals(True)
        self.list.clear()
        counts: dict[str, int] = {}
        for note in self.workspace.project.notes:
            for used in note.tags:
                counts[used] = counts.get(used, 0) + 1
        for depth, tag in in_tree_order(self.workspace.project.codebook.tags):
            key = f"   {tag.shortcut.upper()}" if tag.shortcut else ""
            number = f"   ({counts[tag.id]:,})" if tag.id in counts else ""
            item = QListWidgetItem(dot(tag.colour), f"{'      ' * depth}{tag.name}{key}{number}")
            item.setData(Qt.ItemDataRole.UserRole, tag.id)
            item.setToolTip(tip(tag.description))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(here)

    def choose(self, tag_id: str) -> None:
        """Show that tag; the first one when it is gone."""
        rows = [self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count())]
        self.list.setCurrentRow(rows.index(tag_id) if tag_id in rows else min(0, len(rows) - 1))
        self._show_tag()

    def tag_id(self) -> str:
        """The id of the tag shown, "" for none."""
        return self.list.currentItem().data(Qt.ItemDataRole.UserRole) if self.list.currentRow() >= 0 else ""

    def _show_tag(self) -> None:
        tag = self.tag_id()
        self.form.show_tag(tag)
        self.form.setVisible(bool(tag))
        self.none.setVisible(not tag)
        self.remove.setEnabled(bool(tag))
        self.merge.setEnabled(self.list.count() > 1)

    def _refuse(self, words: str) -> None:
        self.refused.setText(words)
        self.refused.show()

    # --- verbs --------------------------------------------------------------------------------------------------

    def _edit(self, text: str, change: Callable[[Project], Project]) -> bool:
        self.refused.hide()
        return self.workspace.edit(text, change, on_refused=self._refuse)

    def done(self, result: int) -> None:
        """Close; what was written in a scheme is kept, or the refusal told and the dialog stays."""
        if self.schemes.commit():
            super().done(result)

    def add(self) -> None:
        """Make a new tag and let the reader name it."""
        names = {tag.name.casefold() for tag in self.workspace.project.codebook.tags}
        number, name = 1, "New tag"
        while name.casefold() in names:
            number += 1
            name = f"New tag {number}"
        if self._edit("Add tag", lambda project: add_tag(project, name)):
            self.choose(self.workspace.project.codebook.tags[-1].id)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def add_ready(self, name: str) -> None:
        """Bring in a ready-made set of tags."""
        if self._edit(f"Add {name} tags", lambda project: import_codebook(project, READY_TAGS[name])):
            self.choose(READY_TAGS[name].tags[0].id)

    def delete(self) -> None:
        """Delete the tag here and on every note."""
        if tag := self.tag_id():
            self._edit(f"Delete tag “{self._name(tag)}”", lambda project: delete_tag(project, tag))

    def merge_into(self, other: str) -> None:
        """Turn the tag into another one on every note."""
        if tag := self.tag_id():
            text = f"Merge tag “{self._name(tag)}” into “{self._name(other)}”"
            if self._edit(text, lambda project: merge_tags(project, [tag], other)):
                self.choose(other)

    def _fill_merge_menu(self) -> None:
        self._merge_menu.clear()
        for tag in self.workspace.project.codebook.tags:
            if tag.id != self.tag_id():
                action = self._merge_menu.addAction(dot(tag.colour), tag.name)
                action.triggered.connect(lambda _=False, other=tag.id: self.merge_into(other))

    def _name(self, tag_id: str) -> str:
        return next((tag.name for tag in self.workspace.project.codebook.tags if tag.id == tag_id), tag_id)

    def _colour(self, present: str) -> None:
        colour = self.ask_colour(self, present)
        if colour:
            self.form.recolour(colour)

    @staticmethod
    def ask_colour(parent: QWidget, present: str) -> str:
        """A colour as #rrggbb, "" when none was chosen."""
        chosen = QColorDialog.getColor(QColor(present), parent, "Colour")
        return chosen.name() if chosen.isValid() else ""

    @classmethod
    def ask(cls, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the codebook until it is closed."""
        dialog = cls(workspace, theme, parent)
        dialog.exec()
        dialog.deleteLater()


def in_tree_order(tags: tuple[Tag, ...]) -> list[tuple[int, Tag]]:
    """Tags with their depth, each after its parent."""
    below: dict[str, list[Tag]] = {}
    known = {tag.id for tag in tags}
    for tag in tags:
        below.setdefault(tag.parent if tag.parent in known else "", []).append(tag)
    found: list[tuple[int, Tag]] = []
    open_ = [(0, tag) for tag in reversed(below.get("", []))]
    while open_:
        depth, tag = open_.pop()
        found.append((depth, tag))
        open_ += [(depth + 1, held) for held in reversed(below.get(tag.id, []))]
    return found
