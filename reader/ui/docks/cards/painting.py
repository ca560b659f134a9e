"""Draw the parts that cards share: rounded grounds, pills, letter chips, group titles, wrapped and elided text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from reader.ui.theme import Theme

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


def draw_card(painter: QPainter, rect: QRectF, theme: Theme, *, chosen: bool, hovered: bool) -> None:
    """The rounded ground of a card; a chosen one has the accent as its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme.colour("accent" if chosen else "faint" if hovered else "line")
    painter.setPen(QPen(edge, 1.6 if chosen else 1.0))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


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


def draw_pill(
    painter: QPainter, right: float, top: float, text: str, font: QFont, ink: QColor, ground: QColor
) -> QRectF:
    """A pill whose right edge is at `right`; gives the place it took."""
    height = QFontMetricsF(font).height() + 3
    width = pill_width(text, font)
    rect = QRectF(right - width, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return rect


def draw_chip(painter: QPainter, x: float, top: float, letter: str, font: QFont, theme: Theme) -> float:
    """A source's letter in a small rounded square; gives the pixels it took, with the space after it."""
    height = QFontMetricsF(font).height() + 1
    width = max(height, QFontMetricsF(font).horizontalAdvance(letter) + 8)
    rect = QRectF(x, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("only_soft"))
    painter.drawRoundedRect(rect, 3.5, 3.5)
    painter.setPen(theme.colour("text"))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
    return width + 7


def draw_words(
    painter: QPainter, x: float, baseline: float, width: float, parts: tuple[str, str, str], font: QFont, theme: Theme
) -> None:
    """Words with their context on one line: the words whole in text colour, the context muted and elided to fit."""
    before, words, after = parts
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    room = width - metrics.horizontalAdvance(words)
    tail_room = min(metrics.horizontalAdvance(after), room * 0.55)
    lead = _last_words(before, metrics, room - tail_room)
    for text, role in ((lead, "muted"), (words, "text")):
        painter.setPen(theme.colour(role))
        painter.drawText(QPointF(x, baseline), text)
        x += metrics.horizontalAdvance(text)
        width -= metrics.horizontalAdvance(text)
    tail = metrics.elidedText(after, Qt.TextElideMode.ElideRight, width)
    if tail not in ("", "…"):
        painter.setPen(theme.colour("muted"))
        painter.drawText(QPointF(x, baseline), tail)


def _last_words(text: str, metrics: QFontMetricsF, width: float) -> str:
    """As many whole words from the end of `text` as fit, with an ellipsis where some are left out."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    while " " in text.strip():
        text = text.lstrip().partition(" ")[2]
        if metrics.horizontalAdvance(f"… {text}") <= width:
            return f"… {text}"
    return ""


def draw_group_title(
    painter: QPainter, rect: QRectF, title: str, count: int, font: QFont, theme: Theme, *, open_: bool
) -> None:
    """A small-caps title with its count at the right and a triangle that says whether it is open."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(GAP + 3, 6, -GAP - 3, 0)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{count:,}")
    x = inner.left() + QFontMetricsF(font).horizontalAdvance(title) + 10
    y = inner.center().y()
    painter.setPen(QPen(theme.colour("faint"), 1.4))
    points = [(-3, -1.5), (0, 1.5), (3, -1.5)] if open_ else [(-1.5, -3), (1.5, 0), (-1.5, 3)]
    painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in points])
