"""Ask which entity of the comparison a name stands for, by typing a part of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.links import Entity
from reader.text import without_accents
from reader.ui.looks.tips import tip
from reader.ui.lookup.likeness import likest_first
from reader.ui.workspace import Workspace


class EntityChooser(QDialog):
    """A field and the entities that fit it; the likest of the present one come first."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, entity: str, name: str = "") -> None:
        """`name`: the words to be asked about, when they are not the label of the entity."""
        super().__init__(parent)
        self.setWindowTitle("Same as…")
        comparison = workspace.comparison
        held = {e.id: e for e in comparison.entities}
        label = name or (held[entity].label if entity in held else "")
        near = {(p.b if p.a == entity else p.a): p for p in comparison.possible if entity in (p.a, p.b)}
        self._entities = likest_first(workspace.index, entity)
        self._reasons = {other: match.reason for other, match in near.items()}
        box = QVBoxLayout(self)
        self.title = QLabel(f"“{label}” is the same as", self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        box.addWidget(self.title)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Type a part of the name")
        self.field.setAccessibleName("Part of the name")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Entities")
        box.addWidget(self.field)
        box.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._same = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._same.setText("Same")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        self.field.textChanged.connect(self._fill)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.resize(360, 420)
        self._fill("")

    def _fill(self, typed: str) -> None:
        self.list.clear()
        words = without_accents(typed).casefold().strip()
        for entity in self._entities:
            forms = dict.fromkeys(v for held in entity.variants.values() for v in held)
            if words not in without_accents("\n".join((entity.label, *forms))).casefold():
                continue
            where = ", ".join(entity.variants)
            reason = self._reasons.get(entity.id, "")
            item = QListWidgetItem(f"{entity.label}  ({entity.kind}; {where})" + (f": {reason}" if reason else ""))
            item.setData(Qt.ItemDataRole.UserRole, entity)
            item.setToolTip(tip(", ".join(forms)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._same.setEnabled(self.list.count() > 0)
        self._same.setToolTip("" if self._same.isEnabled() else "No name in these sources has these letters")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows that the field has no use for go through the list."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + by)))

    def chosen(self) -> Entity | None:
        """The entity the reader is on."""
        item = self.list.currentItem()
        found: Entity | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    @classmethod
    def ask(cls, parent: QWidget | None, workspace: Workspace, entity: str, name: str = "") -> Entity | None:
        """The entity chosen in a modal dialog, or None."""
        dialog = cls(parent, workspace, entity, name)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.chosen() if accepted else None
        dialog.deleteLater()
        return found
