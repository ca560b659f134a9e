"""Draw group titles and cards of the ledger and of the entities, as tall as the width of the dock asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.docks.card_painting import (
    GAP,
    PAD,
    CardFonts,
    draw_card,
    draw_chip,
    draw_group_title,
    draw_pill,
    draw_words,
    pill_colours,
    pill_width,
    wrapped,
)
from reader.ui.docks.card_roles import CardRole, CountRole, IdRole, Index
from reader.ui.docks.ledger_cards import Card
from reader.ui.theme import Theme

BETWEEN = 7.0
"""Pixels between one card and the next."""


class CardDelegate(QStyledItemDelegate):
    """Cards as in the drawing of the desk; the chosen card also shows its reasons in full.

    `width` is the width of the list in pixels; `expanded` the id of the card that shows its reasons, "" for none.
    """

    def __init__(self, theme: Theme, base: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fonts = CardFonts.of(base)
        self.width = 260
        self.expanded = ""
        self.closed_groups: set[str] = set()

    def set_base_font(self, base: QFont) -> None:
        """Derive all type sizes from another font."""
        self.fonts = CardFonts.of(base)

    def _title(self, card: Card) -> tuple[str, ...]:
        room = self.width - 2 * GAP - 2 * PAD - pill_width(card.pill, self.fonts.small) - 8
        return wrapped(card.label, self.fonts.title, max(60.0, room), 2)

    def _details(self, card: Card) -> list[str]:
        room = self.width - 2 * GAP - 2 * PAD
        return [line for text in card.details for line in wrapped(text, self.fonts.line, room, 8)]

    def _line_height(self) -> float:
        return QFontMetricsF(self.fonts.line).height() + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card_id = index.data(IdRole)
        if card_id is None:
            return QSize(self.width, int(QFontMetricsF(self.fonts.caps).height()) + 15)
        card: Card = index.data(CardRole)
        height = 2 * PAD - 3 + len(self._title(card)) * QFontMetricsF(self.fonts.title).height()
        height += len(card.lines) * self._line_height() + BETWEEN
        if card_id == self.expanded and card.details:
            height += len(self._details(card)) * self._line_height() + 8
        return QSize(self.width, int(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        painter.save()
        card_id = index.data(IdRole)
        if card_id is None:
            title = index.data()
            open_ = title not in self.closed_groups
            rect = QRectF(shown.rect)
            draw_group_title(painter, rect, title, index.data(CountRole), self.fonts.caps, self.theme, open_=open_)
            if shown.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(self.theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(GAP - 4, 4, -GAP + 4, -2), 4, 4)
        else:
            rect = QRectF(shown.rect).adjusted(GAP, 0, -GAP, -BETWEEN)
            chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
            hovered = bool(shown.state & QStyle.StateFlag.State_MouseOver)
            draw_card(painter, rect, self.theme, chosen=chosen, hovered=hovered)
            self._paint_card(painter, rect.adjusted(PAD, PAD - 2, -PAD, 0), index.data(CardRole), card_id)
        painter.restore()

    def _paint_card(self, painter: QPainter, inner: QRectF, card: Card, card_id: str) -> None:
        theme, fonts = self.theme, self.fonts
        ink, ground = pill_colours(theme, card.role)
        pill = draw_pill(painter, inner.right(), inner.top(), card.pill, fonts.small, ink, ground)
        metrics = QFontMetricsF(fonts.title)
        y, width = inner.top(), 0.0
        for line in self._title(card):
            painter.setPen(theme.colour("text"))
            painter.setFont(fonts.title)
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            width = metrics.horizontalAdvance(line)
            y += metrics.height()
        room = pill.left() - 8 - inner.left() - width - 6
        if card.also and room > 40:
            painter.setFont(fonts.line)
            painter.setPen(theme.colour("muted"))
            also = QFontMetricsF(fonts.line).elidedText(card.also, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(inner.left() + width + 6, y - metrics.descent()), also)
        y = self._paint_lines(painter, inner, y + 2, card)
        if card_id == self.expanded and card.details:
            self._paint_details(painter, inner, y, card)

    def _paint_lines(self, painter: QPainter, inner: QRectF, y: float, card: Card) -> float:
        metrics = QFontMetricsF(self.fonts.line)
        for line in card.lines:
            used = draw_chip(painter, inner.left(), y + 1, line.source, self.fonts.small, self.theme)
            parts = (line.before, line.words, line.after)
            left, room = inner.left() + used, inner.width() - used
            draw_words(painter, left, y + 1 + metrics.ascent(), room, parts, self.fonts.line, self.theme)
            y += self._line_height()
        return y

    def _paint_details(self, painter: QPainter, inner: QRectF, y: float, card: Card) -> None:
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(QPointF(inner.left(), y + 3.5), QPointF(inner.right(), y + 3.5))
        painter.setPen(self.theme.colour("muted"))
        painter.setFont(self.fonts.line)
        y += 6 + QFontMetricsF(self.fonts.line).ascent()
        for line in self._details(card):
            painter.drawText(QPointF(inner.left(), y), line)
            y += self._line_height()
