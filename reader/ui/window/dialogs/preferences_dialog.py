"""The dialog of preferences; a change takes effect when it is confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.notes import READY_SCHEMES
from reader.ui.looks.choice import Choice
from reader.ui.settings import Settings

_THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


class PreferencesDialog(QDialog):
    """Theme, text size, the reader's name and rating scheme, automatic saving and backups."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self._settings = settings
        self.theme = Choice()
        for name, words in _THEMES:
            self.theme.addItem(words, name)
        self.theme.setCurrentIndex([name for name, _ in _THEMES].index(settings.theme))
        self.zoom = _spin(settings.zoom, -8, 24, "step", "steps")
        self.author = QLineEdit(settings.author)
        self.scheme = Choice()
        self.scheme.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)  # few and short: none is cut off
        for offered in READY_SCHEMES:
            self.scheme.addItem(offered.name, offered.id)
        self.scheme.setCurrentIndex(max(0, self.scheme.findData(settings.scheme)))
        self.scheme.setToolTip("For projects whose codebook names no scheme of its own")
        self.autosave = _spin(settings.autosave, 0, 120, "minute", "minutes", "Never")
        self.backups = _spin(settings.backups, 0, 200, "copy", "copies", "None")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        form = QFormLayout()
        form.setSpacing(10)
        column.addLayout(form)
        form.addRow("&Theme", self.theme)
        form.addRow("Article text &larger by", self.zoom)
        form.addRow("Your &name in notes", self.author)
        form.addRow("&Rating scheme", self.scheme)
        form.addRow("&Save by itself every", self.autosave)
        form.addRow("Dated &backups to keep", self.backups)
        told = QLabel("Work is also kept for recovery after each step, whether or not it is saved.")
        told.setObjectName("hint")
        told.setWordWrap(True)
        form.addRow(told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Keep what was chosen."""
        held = self._settings
        held.theme = self.theme.currentData()
        held.zoom, held.author = self.zoom.value(), self.author.text()
        held.scheme = self.scheme.currentData()
        held.autosave, held.backups = self.autosave.value(), self.backups.value()
        super().accept()

    @classmethod
    def ask(cls, settings: Settings, parent: QWidget) -> bool:
        """Whether the reader changed anything and confirmed it."""
        dialog = cls(settings, parent)
        confirmed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return confirmed


def _spin(value: int, low: int, high: int, one: str, many: str, least: str = "") -> QSpinBox:
    """A number with what it counts behind it; `least` stands for the lowest number."""
    box = QSpinBox()
    box.setRange(low, high)
    box.setSpecialValueText(least)
    box.valueChanged.connect(lambda number: box.setSuffix(f" {one if abs(number) == 1 else many}"))
    box.setSuffix(f" {one if abs(value) == 1 else many}")
    box.setValue(value)
    return box
