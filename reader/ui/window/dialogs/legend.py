"""What the marks in the panes mean, each drawn as the panes draw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from reader.ui.looks.theme import SERIF, Theme, font
from reader.ui.panes.page.painting import (
    Brushes,
    paint_fill,
    paint_frame,
    paint_underlines,
    paint_wash,
    underline_areas,
)

_PIXELS, _WIDE, _HIGH = 16, 128, 28
_PLACE = QRectF(4, 4, 0, 19)

UNDERLINED = (
    ("person", "Nadia Ferrand", "a person"),
    ("organisation", "United Nations", "an organisation"),
    ("place", "Algeria", "a place"),
    ("nationality", "Italian", "of a country or people"),
    ("name", "Tamrin", "a name of which no more is known"),
    ("number", "seventeen", "a number or an amount"),
    ("date", "last Thursday", "a date or a time"),
    ("quotation", "said the mayor", "a quotation, or words that say who says it"),
)
"""Role of an underline, words that have it, and what it means."""
FILLED = (
    ("differ", "six thousand", "the sources differ here: F8 goes to the next such place"),
    ("lit", "Sebkha", "what you point at or chose, wherever it is mentioned"),
    ("note", "could be higher", "you wrote a note here or judged it; the number beside it is its credibility"),
    ("find", "sirens", "what you search for; the place you are at has a frame"),
)


def legend(theme: Theme, ratio: float) -> Iterator[tuple[QImage, str]]:
    """Each mark as a picture for screens of that device pixel ratio, and what it means."""
    brushes = Brushes(theme, _PIXELS, ratio)
    for role, words, meaning in UNDERLINED:
        yield _drawn(words, theme, ratio, partial(_underline, role=role, brushes=brushes)), meaning
    for kind, words, meaning in FILLED:
        yield _drawn(words, theme, ratio, partial(_fill, kind=kind, brushes=brushes)), meaning


def _drawn(words: str, theme: Theme, ratio: float, mark: Callable[[QPainter, QRectF, float], None]) -> QImage:
    image = QImage(round(_WIDE * ratio), round(_HIGH * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    face = font(SERIF, _PIXELS)
    metrics = QFontMetricsF(face)
    box = QRectF(_PLACE.topLeft(), _PLACE.size()).adjusted(0, 0, metrics.horizontalAdvance(words), 0)
    base = _PLACE.top() + metrics.ascent()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark(painter, box, base)
    painter.setFont(face)
    painter.setPen(theme.colour("ink"))
    painter.drawText(QPointF(box.left(), base), words)
    painter.end()
    return image


def _underline(painter: QPainter, box: QRectF, base: float, *, role: str, brushes: Brushes) -> None:
    paint_underlines(painter, role, underline_areas(role, [box], [base], brushes), brushes)


def _fill(painter: QPainter, box: QRectF, base: float, *, kind: str, brushes: Brushes) -> None:
    if kind == "note":
        paint_wash(painter, [box], brushes.note)
        return
    paint_fill(painter, [box], getattr(brushes, kind))
    if kind == "differ":
        _underline(painter, box, base, role="differ", brushes=brushes)
    elif kind == "find":
        paint_frame(painter, [box], brushes.find_edge)
