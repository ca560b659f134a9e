"""A label whose words end in an ellipsis where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from reader.ui.looks.tips import tip

_LEAST = 40
"""Pixels that words which yield to others keep."""


class ElidedLabel(QLabel):
    """Words on one line that yield their room to what stands beside them; the tool tip has them whole then.

    ink: the colour of the words; that of the style sheet while it is None. fewer: what is said where there is no room
    for all the words, the first that fits, else the last with an ellipsis.
    """

    ink: QColor | None = None
    fewer: Sequence[str] = ()

    def __init__(self, *more: Any, **named: Any) -> None:
        super().__init__(*more, **named)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def shown_words(self) -> str:
        """The words as they can be seen."""
        room = self.contentsRect().width()
        offered = (self.text(), *self.fewer)
        words = next((words for words in offered if self.fontMetrics().horizontalAdvance(words) <= room), offered[-1])
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the ellipsis stands where the words end
        if self.ink is not None:
            painter.setPen(self.ink)
        words = self.shown_words()
        painter.drawText(self.contentsRect(), place, words)
        self.setToolTip(tip(self.text()) if words != self.text() else "")
