"""Show every place where some words or an entity stand, before all of them are annotated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.notes import SourceSpan, find_occurrences
from reader.ui.docks.parts.surroundings import surroundings
from reader.ui.wording import counted
from reader.ui.workspace import Workspace


class OccurrencesDialog(QDialog):
    """Words to look for, the places found with a tick each, and how many will be annotated."""

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle("Annotate every occurrence")
        self._workspace = workspace
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Words to look for")
        self.case = QCheckBox("Match case", self)
        self.whole = QCheckBox("Whole words only", self)
        self.whole.setChecked(True)
        self.entity = QCheckBox("Also under its other names (the chosen entity)", self)
        self.entity.setVisible(bool(workspace.chosen_entity))
        self.list = QListWidget(self)
        self.list.setAccessibleName("Places found")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self._like = _likeness(workspace)
        self.told = QLabel(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (self.field, self.case, self.whole, self.entity, self.list, self.told, self.buttons):
            box.addWidget(widget)
        self.field.textChanged.connect(self._find)
        for tick in (self.case, self.whole, self.entity):
            tick.toggled.connect(self._find)
        self.list.itemChanged.connect(lambda _: self._count())
        self.resize(520, 480)
        self.field.setText(self._first_words())
        self._find()
        if self.field.text() and not self.list.count():  # a part of a word was selected
            self.whole.setChecked(False)

    def _first_words(self) -> str:
        if self._workspace.selection is None:
            entities = {e.id: e.label for e in self._workspace.comparison.entities}
            return entities.get(self._workspace.chosen_entity, "")
        key, span = self._workspace.selection
        texts = {source.key: source.article.text for source in self._workspace.project.sources}
        return span.of(texts.get(key, ""))

    def _find(self, *_: object) -> None:
        project = self._workspace.project
        found = find_occurrences(
            project, self.field.text(), match_case=self.case.isChecked(), whole_words=self.whole.isChecked()
        )
        if self.entity.isChecked():
            found = sorted({*found, *self._entity_places()}, key=lambda p: (self._workspace.letter(p[0]), p[1]))
        self.list.blockSignals(True)
        self.list.clear()
        for key, span in found:
            text = project.source(key).article.text
            before, words, after = surroundings(text, span.start, span.end, 44)
            item = QListWidgetItem(f"{self._workspace.letter(key)}   {before}[{words}]{after}")
            item.setData(Qt.ItemDataRole.UserRole, (key, span))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._count()

    def _entity_places(self) -> list[SourceSpan]:
        held = {e.id: set(e.mentions) for e in self._workspace.comparison.entities}
        wanted = held.get(self._workspace.chosen_entity, set())
        return [
            (s.article.key, m.span) for s in self._workspace.comparison.sources for m in s.mentions if m.id in wanted
        ]

    def _count(self) -> None:
        number = len(self.places())
        self.told.setText(
            "Nothing will be annotated."
            if not number
            else f"{counted(number, 'note')} will be made, in one step{self._like}."
        )
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText("Annotate" if not number else f"Annotate {number:,}")
        button.setEnabled(bool(number))

    def places(self) -> list[SourceSpan]:
        """The places still ticked."""
        items = [self.list.item(n) for n in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    @classmethod
    def ask(cls, parent: QWidget | None, workspace: Workspace) -> list[SourceSpan]:
        """The places to annotate, chosen in a modal dialog; empty when it is given up."""
        dialog = cls(parent, workspace)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        places = dialog.places() if accepted else []
        dialog.deleteLater()
        return places


def _likeness(workspace: Workspace) -> str:
    """What the new notes take over from the note that stands on the selection, in words."""
    notes = [n for n in workspace.project.notes if workspace.selection in {(t.source, t.span) for t in n.targets}]
    note = next((n for n in notes if n.id == workspace.chosen_note), notes[0] if notes else None)
    if note is None:
        return ""
    parts = ("rating", note.rating), ("tags", note.tags), ("words", note.body)
    taken = [name for name, held in parts if held]
    return (
        f", with the {' and '.join(filter(None, (', '.join(taken[:-1]), taken[-1])))} of the note here" if taken else ""
    )
