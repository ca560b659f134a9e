"""All the work that programs which did not end as they should have left, in one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reader.notes import in_words
from reader.ui.wording import counted, shortened

if TYPE_CHECKING:
    from reader.notes import Recoverable

TOLD = (
    "Diptych did not end as it should. This work is in no file yet. "
    "One project is opened at a time; the others wait here."
)


class RecoveryDialog(QDialog):
    """A row a project: open one, discard some, or leave them for later."""

    def __init__(self, works: Sequence[Recoverable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recover unsaved work")
        self.works = list(works)
        self.chosen: Recoverable | None = None
        told = QLabel(TOLD, self)
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Unsaved work")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setIconSize(QSize(0, 0))
        self.buttons = QDialogButtonBox(self)
        self.opener = self.buttons.addButton("Open", QDialogButtonBox.ButtonRole.AcceptRole)
        self.discard = self.buttons.addButton("Discard…", QDialogButtonBox.ButtonRole.DestructiveRole)
        later = self.buttons.addButton("Later", QDialogButtonBox.ButtonRole.RejectRole)
        self.opener.clicked.connect(self._open)
        self.discard.clicked.connect(self._discard)
        later.clicked.connect(self.reject)
        self.list.itemActivated.connect(lambda _: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (told, self.list, self.buttons):
            column.addWidget(widget)
        self.resize(620, 380)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for work in self.works:
            item = QListWidgetItem("\n".join(described(work)))
            item.setToolTip(str(work.path or "Never saved"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(described(work)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _open(self) -> None:
        if self.list.currentRow() >= 0:
            self.chosen = self.works.pop(self.list.currentRow())
            self.accept()

    def _discard(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self.confirm_discard(self, name_of(self.works[row])):
            self.works.pop(row).discard()
            self._fill()
            if not self.works:
                self.reject()

    @staticmethod
    def confirm_discard(parent: QWidget, name: str) -> bool:
        """Whether the work is really not wanted."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Diptych", f"Discard the unsaved work on {name}?", parent=parent)
        box.setInformativeText("It can’t be brought back. What was saved before stays as it is.")
        box.setTextFormat(Qt.TextFormat.PlainText)
        discard = box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("Keep", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is discard

    @classmethod
    def ask(
        cls, works: Sequence[Recoverable], parent: QWidget, opened: Callable[[Recoverable], object]
    ) -> list[Recoverable]:
        """Show the list; `opened` gets the work that is to go on. Returns what is left for later."""
        dialog = cls(works, parent)
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            opened(dialog.chosen)
        return dialog.works


def name_of(work: Recoverable) -> str:
    """The project in a sentence."""
    return f"“{work.path.name}”" if work.path else "a project that was never saved"


def described(work: Recoverable) -> tuple[str, str, str]:
    """Three lines: the project, what is in it, and what would be lost."""
    where = f"{work.path.name}  —  {work.path.parent}" if work.path else "Never saved"
    titles = [source.title for source in work.project.sources]
    sources = f"{counted(len(titles), 'source')}: " if titles else "no sources"
    held = sources + "; ".join(shortened(title) for title in titles[:3])
    held += f"{' …' if len(titles) > 3 else ''} · {counted(len(work.project.notes), 'note')}"
    return where, held, last_change(work)


def last_change(work: Recoverable) -> str:
    """How many changes there are, and which was the last."""
    last = f"; the last: {work.action}" if work.action else ""
    return f"{counted(work.actions, 'change')} up to {in_words(work.at)}{last}"
