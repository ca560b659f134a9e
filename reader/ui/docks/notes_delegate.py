"""Draw a note in the list: letters, quotation, rating, tags, and the first of its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.docks.card_painting import GAP, PAD, CardFonts, draw_card, draw_chip, draw_pill, pill_width, wrapped
from reader.ui.docks.notes_model import CardRole, Index, NoteCard
from reader.ui.theme import SERIF, Theme, font

BETWEEN = 7.0


class NotesDelegate(QStyledItemDelegate):
    """Cards like those of the ledger; `width` is the width of the list in pixels."""

    def __init__(self, theme: Theme, base: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.set_base_font(base)
        self.width = 260

    def set_base_font(self, base: QFont) -> None:
        """Derive all type sizes from another font."""
        self.fonts = CardFonts.of(base)
        self.quote_font = font(SERIF, self.fonts.title.pixelSize() + 2)

    def _pill(self, card: NoteCard) -> str:
        return {"lost": "passage lost", "uncertain": "uncertain"}.get(card.state, card.pill)

    def _quote(self, card: NoteCard) -> tuple[str, ...]:
        room = self.width - 2 * GAP - 2 * PAD
        return wrapped(card.quote, self.quote_font, room, 2)

    def _body(self, card: NoteCard) -> tuple[str, ...]:
        return wrapped(card.body, self.fonts.line, self.width - 2 * GAP - 2 * PAD, 2) if card.body else ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card: NoteCard = index.data(CardRole)
        small, line = QFontMetricsF(self.fonts.small).height(), QFontMetricsF(self.fonts.line).height()
        height = 2 * PAD + small + 8 + len(self._quote(card)) * QFontMetricsF(self.quote_font).height()
        height += len(self._body(card)) * (line + 1) + (4 if card.body else 0)
        height += small + 8 if card.tags else 0
        return QSize(self.width, int(height + BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        painter.save()
        rect = QRectF(shown.rect).adjusted(GAP, 0, -GAP, -BETWEEN)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        hovered = bool(shown.state & QStyle.StateFlag.State_MouseOver)
        draw_card(painter, rect, self.theme, chosen=chosen, hovered=hovered)
        self._paint(painter, rect.adjusted(PAD, PAD - 1, -PAD, 0), index.data(CardRole))
        painter.restore()

    def _paint(self, painter: QPainter, inner: QRectF, card: NoteCard) -> None:
        theme, fonts = self.theme, self.fonts
        small = QFontMetricsF(fonts.small)
        left = inner.left() + draw_chip(painter, inner.left(), inner.top(), card.letters, fonts.small, theme)
        right = inner.right()
        if pill := self._pill(card):
            ground = theme.colour("differ_soft") if card.state else QColor(card.colour)
            if not card.state:
                ground.setAlphaF(0.3)
            ink = theme.colour("differ" if card.state else "text")
            text = small.elidedText(pill, Qt.TextElideMode.ElideRight, right - left - 60)
            right = draw_pill(painter, right, inner.top() - 1, text, fonts.small, ink, ground).left() - 6
        painter.setFont(fonts.line)
        painter.setPen(theme.colour("muted"))
        where = card.place.split(" · ", 1)[-1]
        line = QFontMetricsF(fonts.line)
        where = line.elidedText(where, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QPointF(left, inner.top() + line.ascent()), where)
        y = inner.top() + small.height() + 7
        y = self._write(
            painter, inner, y, self._quote(card), self.quote_font, "muted" if card.state == "lost" else "ink"
        )
        if card.body:
            y = self._write(painter, inner, y + 3, self._body(card), fonts.line, "text")
        if card.tags:
            self._tags(painter, inner, y + 5, card)

    def _write(
        self, painter: QPainter, inner: QRectF, y: float, lines: tuple[str, ...], face: QFont, role: str
    ) -> float:
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(self.theme.colour(role))
        for line in lines:
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            y += metrics.height() + (1 if face is self.fonts.line else 0)
        return y

    def _tags(self, painter: QPainter, inner: QRectF, y: float, card: NoteCard) -> None:
        x = inner.left()
        for number, tag in enumerate(card.tags):
            width = pill_width(tag.name, self.fonts.small)
            if x + width > inner.right():
                painter.setPen(self.theme.colour("muted"))
                painter.setFont(self.fonts.small)
                ascent = QFontMetricsF(self.fonts.small).ascent()
                painter.drawText(QPointF(x, y + 1 + ascent), f"+{len(card.tags) - number}")
                return
            ground = QColor(tag.colour)
            ground.setAlphaF(0.34 if self.theme.dark else 0.2)
            draw_pill(painter, x + width, y, tag.name, self.fonts.small, self.theme.colour("text"), ground)
            x += width + 5
