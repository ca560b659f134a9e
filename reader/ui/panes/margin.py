"""The margin of a page: numbered chips of notes, and pins where the reader matched passages."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.ui.panes.page_view import PageView
from reader.ui.theme import SANS, font, icon, readable_on

_CHIP = 20


class Chip(NamedTuple):
    """A note's sign in the margin: what it says, its colour, where its passage begins (code point), its tooltip.

    A pin has no note id; `chosen` chips have a ring.
    """

    note: str
    label: str
    colour: str
    position: int
    tip: str
    chosen: bool = False


class Margin(QWidget):
    """The strip left of a page's text, over the view. Signal `chip_pressed(str)`: the id of a note."""

    chip_pressed = Signal(str)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._chips: list[Chip] = []
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self._move)
        view.laid_out.connect(self._place)
        self._place()

    def show_chips(self, chips: list[Chip]) -> None:
        """Show these chips, in the order of their passages."""
        self._chips = sorted(chips, key=lambda c: c.position)
        self.update()

    def _move(self) -> None:
        if self._chips:
            self.update()

    def _place(self) -> None:
        viewport, width = self._view.viewport().geometry(), self._view.margin
        self.setGeometry(viewport.left() - width, viewport.top(), width - 4, viewport.height())
        self.update()

    def boxes(self) -> list[tuple[QRect, Chip]]:
        """The visible chips and where they are drawn; several on one line stand below one another."""
        first, last = self._view.visible_places()
        scroll = self._view.verticalScrollBar().value()
        placed: list[tuple[QRect, Chip]] = []
        free = -10_000
        for chip in self._chips:
            if not first - 4000 <= chip.position <= last + 1:
                continue
            top, bottom = self._view.lines.line_of(chip.position)
            y = max(free, round((top + bottom) / 2 - scroll) - _CHIP // 2 - 2)
            placed.append((QRect(self.width() - _CHIP - 5, y, _CHIP, _CHIP), chip))
            free = y + _CHIP + 2
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SANS, 12, bold=True))
        for box, chip in self.boxes():
            if not chip.note:
                icon("pin", self._view.theme, "accent").paint(painter, box)
                continue
            fill = QColor(chip.colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(box), 4.5, 4.5)
            painter.setPen(readable_on(fill))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.label)
            if chip.chosen:
                painter.setPen(self._view.theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)

    def chip_at(self, point: QPoint) -> Chip | None:
        """The chip under a point of the margin."""
        return next((chip for box, chip in self.boxes() if box.adjusted(-3, -1, 3, 1).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.chip_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over and over.note else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        chip = self.chip_at(event.position().toPoint())
        if chip is not None and chip.note:
            self.chip_pressed.emit(chip.note)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            chip = self.chip_at(event.pos())
            QToolTip.showText(event.globalPos(), chip.tip if chip else "", self)
            return True
        return super().event(event)
