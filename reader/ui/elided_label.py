"""A label whose words end in an ellipsis where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

_LEAST = 40
"""Pixels that words which yield to others keep."""


class ElidedLabel(QLabel):
    """Words on one line that yield their room to what stands beside them; the tool tip has them whole then.

    ink: the colour of the words; that of the style sheet while it is None. fewer: what is said where there is no room
    for all the words.
    """

    ink: QColor | None = None
    fewer = ""

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def shown_words(self) -> str:
        """The words as they can be seen."""
        room = self.contentsRect().width()
        whole = self.fontMetrics().horizontalAdvance(self.text()) <= room
        words = self.text() if whole else self.fewer or self.text()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter = QPainter(self)
        if self.ink is not None:
            painter.setPen(self.ink)
        painter.drawText(self.contentsRect(), place, self.shown_words())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            cut = self.shown_words() != self.text()
            QToolTip.showText(self.mapToGlobal(self.rect().topLeft()), self.text() if cut else "", self)
            return True
        return super().event(event)
