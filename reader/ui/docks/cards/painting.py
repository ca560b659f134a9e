"""Draw the parts that cards share: rounded grounds, pills, letter chips, group titles, wrapped and elided text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from reader.ui.looks.theme import Theme

GAP, PAD, RADIUS = 8.0, 9.0, 6.0
"""Outer margin, inner margin and corner of a card, in device-independent pixels."""


@dataclass(frozen=True)
class CardFonts:
    """The type sizes of a card, all derived from the dock's own font."""

    title: QFont
    line: QFont
    small: QFont
    caps: QFont

    @classmethod
    def of(cls, base: QFont) -> CardFonts:
        size = QFontInfo(base).pixelSize()
        return cls(
            title=_font(base, size, QFont.Weight.DemiBold),
            line=_font(base, max(9, size - 1), QFont.Weight.Normal),
            small=_font(base, max(8, size - 2), QFont.Weight.DemiBold),
            caps=_caps(base, max(8, size - 2)),
        )


def _font(base: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def _caps(base: QFont, pixels: int) -> QFont:
    font = _font(base, pixels, QFont.Weight.Normal)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
    return font


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` broken into at most `most` lines of `width` pixels, the last one elided."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width or width <= 0:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    encoded = text.encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = encoded[start:].decode("utf-16-le", "surrogatepass")
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        piece = encoded[start : start + 2 * line.textLength()]
        lines.append(piece.decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return tuple(lines)


def pill_colours(theme: Theme, role: str) -> tuple[QColor, QColor]:
    """Ink and ground of a pill; a role without a soft shade of its own gets a thin wash of its colour."""
    ink = theme.colour(role)
    if f"{role}_soft" in theme.colours:
        return ink, theme.colour(f"{role}_soft")
    ground = QColor(ink)
    ground.setAlphaF(0.22 if theme.dark else 0.14)
    return ink, ground


def pill_width(text: str, font: QFont) -> float:
    """Pixels a pill with that text takes."""
    return QFontMetricsF(font).horizontalAdvance(text) + 14


class CardPainter:
    """Draws the parts of cards with one painter, in the fonts and the theme of one list."""

    def __init__(self, painter: QPainter, fonts: CardFonts, theme: Theme) -> None:
        self.painter, self.fonts, self.theme = painter, fonts, theme
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text has its own

    def ground(self, rect: QRectF, *, chosen: bool, hovered: bool) -> None:
        """The rounded ground of a card; a chosen one has the accent as its edge."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.theme.colour("accent" if chosen else "faint" if hovered else "line")
        self.painter.setPen(QPen(edge, 1.6 if chosen else 1.0))
        self.painter.setBrush(self.theme.colour("panel"))
        self.painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def line(self, x: float, top: float, text: str, role: str, font: QFont | None = None) -> QFontMetricsF:
        """A line of text in the colour of `role`, in the font of lines unless told; gives the metrics of its font."""
        font = font or self.fonts.line
        metrics = QFontMetricsF(font)
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(role))
        self.painter.drawText(QPointF(x, top + metrics.ascent()), text)
        return metrics

    def pill(self, right: float, top: float, text: str, colours: tuple[QColor, QColor]) -> QRectF:
        """A pill whose right edge is at `right`, in its ink on its ground; gives the place it took."""
        ink, ground = colours
        height = QFontMetricsF(self.fonts.small).height() + 3
        width = pill_width(text, self.fonts.small)
        rect = QRectF(right - width, top, width, height)
        self._box(rect, height / 2, ground)
        self._centred(rect, text, ink)
        return rect

    def chip(self, x: float, top: float, letter: str) -> float:
        """A source's letter in a small rounded square; gives the pixels it took, with the space after it."""
        metrics = QFontMetricsF(self.fonts.small)
        height = metrics.height() + 1
        rect = QRectF(x, top, max(height, metrics.horizontalAdvance(letter) + 8), height)
        self._box(rect, 3.5, self.theme.colour("only_soft"))
        self._centred(rect, letter, self.theme.colour("text"))
        return rect.width() + 7

    def _box(self, rect: QRectF, radius: float, ground: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ground)
        self.painter.drawRoundedRect(rect, radius, radius)

    def _centred(self, rect: QRectF, text: str, ink: QColor) -> None:
        self.painter.setPen(ink)
        self.painter.setFont(self.fonts.small)
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def words(self, x: float, top: float, width: float, parts: tuple[str, str, str]) -> None:
        """Words with their context on one line: the words whole in text colour, the context muted and elided to fit."""
        before, words, after = parts
        metrics = QFontMetricsF(self.fonts.line)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        room = width - metrics.horizontalAdvance(words)
        tail_room = min(metrics.horizontalAdvance(after), room * 0.55)
        lead = _last_words(before, metrics, room - tail_room)
        tail = metrics.elidedText(after, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(lead))
        pieces = [(lead, "muted"), (words, "text"), ("" if tail == "…" else tail, "muted")]
        if runs_leftward("".join(parts)):
            pieces.reverse()
            self.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for text, role in pieces:
            self.line(x, top, text, role)
            x += metrics.horizontalAdvance(text)
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def group_title(self, rect: QRectF, title: str, count: int, *, open_: bool) -> None:
        """A small-caps title with its count at the right and a triangle that says whether it is open."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(GAP + 3, 6, -GAP - 3, 0)
        painter.setFont(self.fonts.caps)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{count:,}")
        x = inner.left() + QFontMetricsF(self.fonts.caps).horizontalAdvance(title) + 10
        y = inner.center().y()
        painter.setPen(QPen(self.theme.colour("faint"), 1.4))
        points = [(-3, -1.5), (0, 1.5), (3, -1.5)] if open_ else [(-1.5, -3), (1.5, 0), (-1.5, 3)]
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in points])


def runs_leftward(text: str) -> bool:
    """Whether the first letter of `text` is of a script that is written from right to left (UAX #9, P2 and P3)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _last_words(text: str, metrics: QFontMetricsF, width: float) -> str:
    """As many whole words from the end of `text` as fit, with an ellipsis where some are left out."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    while " " in text.strip():
        text = text.lstrip().partition(" ")[2]
        if metrics.horizontalAdvance(f"… {text}") <= width:
            return f"… {text}"
    return ""
