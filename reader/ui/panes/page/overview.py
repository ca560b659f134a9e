"""The overview ribbon: a scroll bar that shows where marks, notes and found words lie in the whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.ui.looks.theme import Theme

WIDTH = 16


class Strip(NamedTuple):
    """One kind of mark: its colour, the pixel rows where one stands, and where across the bar (0-1) it is drawn."""

    colour: QColor
    rows: Iterable[int]
    left: float = 0.2
    right: float = 0.8


class Overview(QScrollBar):
    """A vertical scroll bar; a press anywhere on it goes there, and dragging goes along.

    `strips(rows)` gives what to show in that many pixel rows; it is asked a moment after `refresh` and the answer is
    kept as a picture, so that scrolling only draws the picture and the visible part.
    """

    def __init__(self, theme: Theme, strips: Callable[[int], Iterable[Strip]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme, self._strips = theme, strips
        self._picture = QPixmap()
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._draw)
        self.setToolTip("Where the marks lie in the whole text. Press to go there.")

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, 24)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what to show, a moment later."""
        self._later.start()
        self.update()

    def _draw(self) -> None:
        if self.size().isEmpty() or not self.isVisible():
            return  # shown later, it asks again
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.theme.blend("line", "paper", 0.4))
        painter = QPainter(picture)
        for strip in self._strips(self.height()):
            x, wide = round(strip.left * self.width()), round((strip.right - strip.left) * self.width())
            for row in strip.rows:
                painter.fillRect(x, row, wide, 2, strip.colour)
        painter.end()
        self._picture = picture
        self.update()

    def thumb(self) -> QRectF:
        """The visible part of the text, in pixels of the bar."""
        whole = max(1, self.maximum() - self.minimum() + self.pageStep())
        top = (self.value() - self.minimum()) / whole * self.height()
        return QRectF(0, top, self.width(), max(12.0, self.pageStep() / whole * self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            painter.fillRect(self.rect(), self.theme.blend("line", "paper", 0.4))
        else:
            painter.drawPixmap(0, 0, self._picture)
        if self.maximum() > self.minimum():
            shade = self.theme.colour("accent")
            shade.setAlphaF(0.30 if self.isSliderDown() else 0.17)
            painter.fillRect(self.thumb(), shade)
            shade.setAlphaF(0.55)
            painter.setPen(shade)
            painter.drawRect(self.thumb().adjusted(0, 0, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().y() - self.thumb().center().y()
            if not self.thumb().contains(event.position()):
                self._grip = 0.0
            self.setSliderDown(True)
            self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    def _go(self, y: float) -> None:
        middle = (y - self._grip) / max(1, self.height()) * (self.maximum() + self.pageStep())
        self.setValue(round(middle - self.pageStep() / 2))
