"""Take files and text dropped anywhere on the window, and show that they will be taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.looks.theme import SANS, Theme, font

WORDS = 20
"""Pixels of the words on the sheet."""


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files and folders a drop holds, in its order."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropSheet(QWidget):
    """Lies over the whole window while something is dragged over it.

    Signals:
        files_dropped(list): paths of files and folders.
        text_dropped(str): words from another program.
    """

    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropSheet")
        self.setAcceptDrops(True)
        self._theme, self._window = theme, parent
        self._words = ""
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme

    def offer(self, event: QDragEnterEvent | QDragMoveEvent) -> bool:
        """Take a drag that entered the window, if there is something in it for us; the sheet appears."""
        data = event.mimeData()
        files = dropped_files(data)
        from_here = event.source() is not None
        if not files and (not data.hasText() or data.hasUrls() or from_here):
            return False
        self._words = promise(files)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()
        return True

    def take(self, event: QDropEvent) -> None:
        """The drop itself."""
        self.hide()
        data = event.mimeData()
        files = dropped_files(data)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if files:
            self.files_dropped.emit(files)
        elif data.text().strip():
            self.text_dropped.emit(data.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("window")
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.colour("accent"), 2.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(18, 18, -18, -18), 14, 14)
        painter.setFont(font(SANS, WORDS, bold=True))
        plate = QRectF(painter.fontMetrics().boundingRect(self._words)).adjusted(-28, -16, 28, 16)
        plate.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(plate, 10, 10)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


def promise(files: Sequence[Path]) -> str:
    """What will become of these files, or of text when there are none, if they are dropped."""
    if not files:
        return "Drop to add this text as a source"
    projects = [path for path in files if path.suffix.lower() == ".diptych"]
    if projects:
        others = " and add the others" if len(files) > 1 else ""
        return f"Drop to open the project “{projects[0].name}”{others}"
    folders = sum(path.is_dir() for path in files)
    if len(files) > 1:
        return f"Drop to add {len(files)} sources" if not folders else "Drop to add all that can be read here"
    return f"Drop to add the articles in “{files[0].name}”" if folders else f"Drop to add “{files[0].name}” as a source"
