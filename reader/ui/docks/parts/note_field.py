"""A field of plain words that grows with them and leaves undo to the project."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

PROJECT_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)

LEAST_LINES, MOST_LINES = 3, 14


class NoteField(QPlainTextEdit):
    """Plain words; grows with them; leaves undo and redo to the project.

    Signals:
        left(): Escape was pressed.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().contentsChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        """As tall as the words ask for, from three lines to fourteen; beyond that it scrolls."""
        lines, block = 0, self.document().begin()
        while block.isValid() and lines <= MOST_LINES:
            self.blockBoundingRect(block)  # lays the block out, if it was not
            lines += max(1, block.layout().lineCount())
            block = block.next()
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if lines > MOST_LINES else never)
        shown = max(LEAST_LINES, min(MOST_LINES, lines))
        self.setFixedHeight(int(shown * QFontMetricsF(self.font()).lineSpacing()) + 20)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(event.matches(key) for key in PROJECT_KEYS)
        ):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif any(event.matches(key) for key in PROJECT_KEYS):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def put(self, words: str) -> None:
        """Show other words without telling anybody; the cursor stays where it was."""
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
