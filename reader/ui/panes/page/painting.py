"""Paint marks under the text: fills, washes and underlines whose style tells the kind without colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reader.ui.looks.theme import Theme


class Underline(NamedTuple):
    """How one role is underlined: thickness in pixels at normal size; lengths of dash, gap … in pixels; lines; dots."""

    width: float
    dashes: tuple[int, ...] = ()
    lines: int = 1
    dots: bool = False


# Colour is never the only sign: each role has its own line.
UNDERLINES: dict[str, Underline] = {
    "person": Underline(1.7),
    "organisation": Underline(1.0, lines=2),
    "place": Underline(1.7, (7, 3)),
    "nationality": Underline(1.7, (7, 3, 2, 3)),
    "name": Underline(1.0, (5, 3)),
    "number": Underline(2.6),
    "date": Underline(2.0, (2, 2), dots=True),
    "quotation": Underline(1.0, (1, 3)),
    "differ": Underline(2.6),
}
_STRENGTH = 0.82
"""How strongly underlines stand out of the paper: ink first."""


class Fill(NamedTuple):
    """What is laid behind words: a colour; where the words are too faint to be read on it, an edge around them."""

    colour: QColor
    edge: QColor


class Brushes:
    """The colours and underlines of one theme at one body size and device pixel ratio, made once."""

    def __init__(self, theme: Theme, pixels: int, ratio: float) -> None:
        scale = pixels / 17
        self.paper = theme.colour("paper")
        self.lit = Fill(theme.colour("chosen"), theme.colour("accent"))
        self.differ = Fill(theme.colour("differ_soft"), theme.colour("differ"))
        self.note = Fill(theme.colour("note"), theme.blend("note_edge", "paper", 0.75))
        self.find = Fill(theme.colour("find"), theme.colour("same_form_only"))
        self.find_edge = theme.colour("differ")
        self.flash = Fill(theme.colour("flash"), theme.colour("same_form_only"))
        self.accent = theme.colour("accent")
        self.gap = max(2.0, 2.2 * scale)
        self._ratio = ratio
        self.tiles = {role: self._tile(line, theme.blend(role, "paper", _STRENGTH if role != "differ" else 1.0), scale)
                      for role, line in UNDERLINES.items()}  # fmt: skip

    def _tile(self, line: Underline, colour: QColor, scale: float) -> QPixmap:
        """One period of an underline; strokes are laid down by tiling, many times quicker than dashed pens."""
        thick = max(1, round(line.width * scale))
        height = thick * (2 * line.lines - 1) + (1 if line.lines > 1 and thick > 1 else 0)
        period = [max(1, round(part * scale)) for part in line.dashes] or [8]
        tile = QPixmap(round(sum(period) * self._ratio), round(height * self._ratio))
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, line.dots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        left = 0
        for n, part in enumerate(period):
            if n % 2 == 0:
                for k in range(line.lines):
                    box = QRectF(left, k * (height - thick), part, thick)
                    painter.drawEllipse(box) if line.dots else painter.drawRect(box)
            left += part
        painter.end()
        return tile


def paint_fill(painter: QPainter, boxes: Iterable[QRectF], fill: Fill, *, dim: bool = False) -> None:
    """Fill behind words, a little wider than they are; only an edge around `dim` ones."""
    if dim:
        paint_frame(painter, boxes, fill.edge)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill.colour)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 1), 2.5, 2.5)


def paint_wash(painter: QPainter, boxes: Iterable[QRectF], fill: Fill, *, dim: bool = False) -> None:
    """A note's soft wash: a fill with a thin edge; only the edge around `dim` words."""
    painter.setPen(QPen(fill.edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if dim else fill.colour)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 3), 3, 3)


def paint_frame(painter: QPainter, boxes: Iterable[QRectF], colour: QColor) -> None:
    """A frame around words: the present match among many."""
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 2.5, 2.5)


def paint_handle(painter: QPainter, line: QRectF, colour: QColor, *, below: bool) -> None:
    """A handle at an end of a passage: an upright line with a knob below it, or above it."""
    painter.setPen(QPen(colour, 2))
    painter.drawLine(line.topLeft(), line.bottomLeft())
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(line.bottomLeft() if below else line.topLeft(), 3.5, 3.5)


def underline_areas(role: str, boxes: list[QRectF], bases: list[float], brushes: Brushes) -> list[QRectF]:
    """Where the underlines of a role go: below the baselines of words."""
    height = brushes.tiles[role].deviceIndependentSize().height()
    areas = []
    for box, base in zip(boxes, bases, strict=True):
        left = round(box.left())
        areas.append(QRectF(left, round(base + brushes.gap), round(box.right()) - left, height))
    return areas


def paint_underlines(painter: QPainter, role: str, areas: Iterable[QRectF], brushes: Brushes) -> None:
    """Underline words in the manner of a role."""
    tile = brushes.tiles[role]
    for area in areas:
        painter.drawTiledPixmap(area, tile)
