"""Paint marks under the text: fills, washes and underlines whose style tells the kind without colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Underline:
    """How one role is underlined: thickness in pixels at normal size, dash pattern in thicknesses, lines."""

    width: float
    dashes: tuple[float, ...] = ()
    lines: int = 1
    round: bool = False


# Colour is never the only sign: each role has its own line.
UNDERLINES: dict[str, Underline] = {
    "person": Underline(1.7),
    "organisation": Underline(1.0, lines=2),
    "place": Underline(1.7, (4.0, 2.0)),
    "nationality": Underline(1.7, (4.0, 1.6, 1.0, 1.6)),
    "name": Underline(1.0, (5.0, 3.0)),
    "number": Underline(2.6),
    "date": Underline(2.0, (0.1, 2.1), round=True),
    "quotation": Underline(1.0, (1.0, 3.0)),
}
_STRENGTH = 0.82
"""How strongly underlines stand out of the paper: ink first."""


class Brushes:
    """The pens and colours of one theme at one size, made once."""

    def __init__(self, theme: Theme, pixels: int) -> None:
        scale = pixels / 17
        self.paper = theme.colour("paper")
        self.lit = theme.colour("chosen")
        self.differ = theme.colour("differ_soft")
        self.note = theme.colour("note")
        self.note_edge = theme.blend("note_edge", "paper", 0.75)
        self.find = theme.colour("find")
        self.find_edge = theme.colour("differ")
        self.flash = theme.colour("flash")
        self.rule = theme.colour("line")
        self.accent = theme.colour("accent")
        self.gap = max(2.0, 2.2 * scale)
        self.pens = {role: self._pen(line, theme.blend(role, "paper", _STRENGTH), scale)
                     for role, line in UNDERLINES.items()}  # fmt: skip
        self.pens["differ"] = self._pen(Underline(2.6), theme.colour("differ"), scale)

    @staticmethod
    def _pen(line: Underline, colour: QColor, scale: float) -> QPen:
        pen = QPen(colour, max(1.0, line.width * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if line.round else Qt.PenCapStyle.FlatCap)
        if line.dashes:
            pen.setDashPattern(list(line.dashes))
        return pen


def paint_fill(painter: QPainter, boxes: Iterable[QRectF], colour: QColor) -> None:
    """Fill behind words, a little wider than they are."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 1), 2.5, 2.5)


def paint_wash(painter: QPainter, boxes: Iterable[QRectF], colour: QColor, edge: QColor) -> None:
    """A note's soft wash: a fill with a thin edge."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(colour)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 3), 3, 3)


def paint_frame(painter: QPainter, boxes: Iterable[QRectF], colour: QColor) -> None:
    """A frame around words: the present match among many."""
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 2.5, 2.5)


def paint_underlines(painter: QPainter, role: str, boxes: list[QRectF], bases: list[float], brushes: Brushes) -> None:
    """Underline words in the manner of a role, below the baselines."""
    pen = brushes.pens[role]
    low = brushes.gap + pen.widthF() / 2
    lines = [QLineF(box.left(), base + low, box.right(), base + low) for box, base in zip(boxes, bases, strict=True)]
    painter.setPen(pen)
    if UNDERLINES.get(role, UNDERLINES["person"]).lines == 2:
        step = pen.widthF() + max(1.4, brushes.gap * 0.7)
        lines += [line.translated(0, step) for line in lines]
    painter.drawLines(lines)
