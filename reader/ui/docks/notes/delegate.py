"""Draw a note in the list: letters, quotation, rating, tags, and the first of its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.notes import Note
from reader.ui.docks.cards.line_counting import LineCounter
from reader.ui.docks.cards.painting import GAP, PAD, CardFonts, CardPainter, pill_width, wrapped
from reader.ui.docks.cards.roles import CardRole, Index
from reader.ui.docks.notes.model import NoteCard
from reader.ui.looks.theme import SERIF, Theme, font

BETWEEN = 7.0
_APART = 6.0
_FOR_PLACE = 0.6
"""So much of the first line the place may take before the rating, which is cut off first."""


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
        self._small = QFontMetricsF(self.fonts.small).height()
        self._lines = LineCounter(self.fonts.line)
        self.quote_font = font(SERIF, self.fonts.title.pixelSize() + 2)
        self._quotes = LineCounter(self.quote_font)

    def _pill(self, card: NoteCard) -> str:
        return {"lost": "passage lost", "uncertain": "uncertain"}.get(card.state, card.pill)

    def height(self, note: Note) -> int:
        """Pixels that the card of a note takes at the present width, with the space below."""
        room = self.width - 2 * GAP - 2 * PAD
        quotes = 1 if self._quotes.fits(note.targets[0].anchor.quote, room) else 2
        height = 2 * PAD + self._small + 8 + quotes * self._quotes.height
        if note.body.strip():
            height += (1 if self._lines.fits(note.body.strip(), room) else 2) * (self._lines.height + 1) + 4
        if note.tags:
            height += self._small + 8
        return int(height + BETWEEN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, int(self._small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Any = option
        painter.save()
        rect = QRectF(shown.rect).adjusted(GAP, 0, -GAP, -BETWEEN)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        hovered = bool(shown.state & QStyle.StateFlag.State_MouseOver)
        drawn = CardPainter(painter, self.fonts, self.theme)
        drawn.ground(rect, chosen=chosen, hovered=hovered)
        self._paint(drawn, rect.adjusted(PAD, PAD - 1, -PAD, 0), index.data(CardRole))
        painter.restore()

    def _paint(self, drawn: CardPainter, inner: QRectF, card: NoteCard) -> None:
        left, right = inner.left() + drawn.chip(inner.left(), inner.top(), card.letters), inner.right()
        where, pill = self.first_line(card, right - left)
        if pill:
            ground = self.theme.colour("differ_soft") if card.state else QColor(card.colour)
            if not card.state:
                ground.setAlphaF(0.3)
            ink = self.theme.colour("differ" if card.state else "text")
            drawn.pill(right, inner.top() - 1, pill, (ink, ground))
        drawn.line(left, inner.top(), where, "muted")
        y = inner.top() + self._small + 7
        for line in wrapped(card.quote, self.quote_font, inner.width(), 2):
            role = "muted" if card.state == "lost" else "ink"
            y += drawn.line(inner.left(), y, line, role, self.quote_font).height()
        if card.body:
            y += 3
            for line in wrapped(card.body, self.fonts.line, inner.width(), 2):
                y += drawn.line(inner.left(), y, line, "text").height() + 1
        if card.tags:
            self._tags(drawn, inner, y + 5, card)

    def first_line(self, card: NoteCard, room: float) -> tuple[str, str]:
        """Where the note stands, with its author and links, and the words of its pill, as far as they fit.

        The links are cut off first, then the author, then the pill, and the place last.
        """
        _letter, _, place = card.place.partition(" · ")
        place, *links = place.split(" · ", 1)
        where, pill = " · ".join([place, *filter(None, [card.author]), *links]), self._pill(card)
        line, small = QFontMetricsF(self.fonts.line), QFontMetricsF(self.fonts.small)
        if pill:
            room -= _APART
            least = min(line.horizontalAdvance(place) + 1, room * _FOR_PLACE)
            around = pill_width("", self.fonts.small)
            pill = small.elidedText(pill, Qt.TextElideMode.ElideRight, room - least - around)
            room -= small.horizontalAdvance(pill) + around
        return line.elidedText(where, Qt.TextElideMode.ElideRight, room), pill

    def _tags(self, drawn: CardPainter, inner: QRectF, y: float, card: NoteCard) -> None:
        x, ink = inner.left(), self.theme.colour("text")
        for number, tag in enumerate(card.tags):
            width = pill_width(tag.name, self.fonts.small)
            if x + width > inner.right():
                drawn.line(x, y + 1, f"+{len(card.tags) - number}", "muted", self.fonts.small)
                return
            ground = QColor(tag.colour)
            ground.setAlphaF(0.34 if self.theme.dark else 0.2)
            drawn.pill(x + width, y, tag.name, (ink, ground))
            x += width + 5
