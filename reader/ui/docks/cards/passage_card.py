"""A card one can press: a letter chip, some words, and a pill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.docks.cards.painting import CardFonts, CardPainter, pill_width, wrapped
from reader.ui.looks.theme import Theme


class PassageCard(QToolButton):
    """A card one can press: a letter chip, some words, and a pill."""

    def __init__(self, theme: Theme, letter: str, words: str, pill: str, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._letter, self._pill, self._colour = theme, letter, pill, colour
        self._words = " ".join(words.split())
        self.setAccessibleName(f"{letter}: {self._words}. {pill}".rstrip(". "))
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _lines(self, width: int) -> tuple[str, ...]:
        fonts = CardFonts.of(self.font())
        taken = 26 + 18 + (pill_width(self._pill, fonts.small) + 6 if self._pill else 0)
        return wrapped(self._words, fonts.line, max(60.0, width - taken), 2)

    def sizeHint(self) -> QSize:
        fonts = CardFonts.of(self.font())
        lines = len(self._lines(max(180, self.width())))
        return QSize(180, int(lines * (QFontMetricsF(fonts.line).height() + 1)) + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect, ink = QRectF(self.rect()), self._theme.colour("text")
        drawn = CardPainter(QPainter(self), CardFonts.of(self.font()), self._theme)
        drawn.ground(rect, chosen=self.hasFocus(), hovered=self.underMouse())
        left = 9 + drawn.chip(9, 8, self._letter)
        if self._pill:
            ground = QColor(self._colour) if self._colour else self._theme.colour("only_soft")
            if self._colour:
                ground.setAlphaF(0.3)
            drawn.pill(rect.right() - 8, 8, self._pill, (ink, ground))
        top = 8.0
        for line in self._lines(self.width()):
            top += drawn.line(left, top, line, "text").height() + 1
        drawn.painter.end()
