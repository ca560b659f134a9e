"""Draw group titles and cards of the ledger and of the entities, as tall as the width of the dock asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.links import Entity, LedgerRow
from reader.ui.docks.cards.line_counting import LineCounter
from reader.ui.docks.cards.painting import (
    GAP,
    PAD,
    CardFonts,
    CardPainter,
    pill_colours,
    pill_width,
    wrapped,
)
from reader.ui.docks.cards.roles import CardRole, IdRole, Index
from reader.ui.docks.ledger.model import GroupTitle
from reader.ui.docks.ledger.reading import Card
from reader.ui.looks.theme import Theme

BETWEEN = 7.0
"""Pixels between one card and the next."""
PARAGRAPH = 4
"""Pixels between one reason and the next."""
_AGREEING = ("agree", "compatible", "one origin")


class CardDelegate(QStyledItemDelegate):
    """Cards as in the drawing of the desk; the expanded card also shows its reasons in full.

    `width` is the width of the list in pixels; `expanded` the id of the card that shows its reasons, "" for none, and
    `expanded_card` that card.
    """

    def __init__(self, theme: Theme, base: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 260
        self.expanded = ""
        self.expanded_card: Card | None = None
        self.set_base_font(base)

    def set_base_font(self, base: QFont) -> None:
        """Derive all type sizes from another font."""
        self.fonts = CardFonts.of(base)
        self._titles = LineCounter(self.fonts.title)
        self._line = int(QFontMetricsF(self.fonts.line).height()) + 4
        self._caps = int(QFontMetricsF(self.fonts.caps).height()) + 15
        self._pills: dict[str, float] = {}

    # --- heights ------------------------------------------------------------------------------------------------

    def height(self, value: GroupTitle | LedgerRow | Entity) -> int:
        """Pixels that a title, or the card of a row or entity, takes at the present width, with the space below."""
        if isinstance(value, GroupTitle):
            return self._caps
        if isinstance(value, LedgerRow):
            pill = f"only {next(iter(value.cells), '')}".strip() if value.verdict == "only" else value.verdict
            room = self._title_room(f"you: {value.verdict}" if value.decided else pill)
            lines = len(value.cells)
        else:
            room, lines = self._title_room(value.kind), len(value.variants)
        titles = 1 if self._titles.fits(value.label, room) else 2
        height = 2 * PAD - 3 + titles * self._titles.height + lines * self._line + BETWEEN
        if value.id == self.expanded and self.expanded_card is not None and self.expanded_card.details:
            paragraphs = self._details(self.expanded_card)
            height += sum(map(len, paragraphs)) * self._line + len(paragraphs) * PARAGRAPH + 5
        return int(height)

    def _title_room(self, pill: str) -> float:
        """Pixels beside a pill; all that agrees leaves the same, since only a drawn card knows of its one origin."""
        if pill not in self._pills:
            alike = _AGREEING if pill in _AGREEING else (pill,)
            self._pills[pill] = max(pill_width(text, self.fonts.small) for text in alike)
        return max(60.0, self.width - 2 * GAP - 2 * PAD - self._pills[pill] - 8)

    def _details(self, card: Card) -> list[tuple[str, ...]]:
        room = self.width - 2 * GAP - 2 * PAD
        return [wrapped(text, self.fonts.line, room, 8) for text in card.details]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self._caps)

    # --- drawing ------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        rect, held = QRectF(shown.rect), index.data(CardRole)
        painter.save()
        drawn = CardPainter(painter, self.fonts, self.theme)
        if isinstance(held, GroupTitle):
            drawn.group_title(rect, held.title, held.count, open_=held.open)
            if shown.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(self.theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(GAP - 4, 4, -GAP + 4, -2), 4, 4)
        else:
            rect = rect.adjusted(GAP, 0, -GAP, -BETWEEN)
            chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
            hovered = bool(shown.state & QStyle.StateFlag.State_MouseOver)
            drawn.ground(rect, chosen=chosen, hovered=hovered)
            self._paint_card(drawn, rect.adjusted(PAD, PAD - 2, -PAD, 0), held, index.data(IdRole))
        painter.restore()

    def _paint_card(self, drawn: CardPainter, inner: QRectF, card: Card, card_id: str) -> None:
        fonts = self.fonts
        pill = drawn.pill(inner.right(), inner.top(), card.pill, pill_colours(self.theme, card.role))
        y, width, descent = inner.top(), 0.0, 0.0
        for line in wrapped(card.label, fonts.title, self._title_room(card.pill), 2):
            metrics = drawn.line(inner.left(), y, line, "text", fonts.title)
            width, descent = metrics.horizontalAdvance(line), metrics.descent()
            y += metrics.height()
        room = pill.left() - 8 - inner.left() - width - 6
        if card.also and room > 40:
            metrics = QFontMetricsF(fonts.line)
            also = metrics.elidedText(card.also, Qt.TextElideMode.ElideRight, room)
            drawn.line(inner.left() + width + 6, y - descent - metrics.ascent(), also, "muted")
        y = self._paint_lines(drawn, inner, y + 2, card)
        if card_id == self.expanded and card.details:
            self._paint_details(drawn, inner, y, card)

    def _paint_lines(self, drawn: CardPainter, inner: QRectF, y: float, card: Card) -> float:
        for line in card.lines:
            used = drawn.chip(inner.left(), y + 1, line.source)
            drawn.words(inner.left() + used, y + 1, inner.width() - used, (line.before, line.words, line.after))
            y += self._line
        return y

    def _paint_details(self, drawn: CardPainter, inner: QRectF, y: float, card: Card) -> None:
        drawn.painter.setPen(self.theme.colour("line"))
        drawn.painter.drawLine(QPointF(inner.left(), y + 3.5), QPointF(inner.right(), y + 3.5))
        y += 6
        for paragraph in self._details(card):
            for line in paragraph:
                drawn.line(inner.left(), y, line, "muted")
                y += self._line
            y += PARAGRAPH
