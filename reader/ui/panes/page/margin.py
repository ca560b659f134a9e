"""The margin of a page: numbered chips of notes, and pins where the reader matched passages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.notes import Note
from reader.text import Span
from reader.ui.looks.theme import SANS, font, icon, readable_on
from reader.ui.panes.page.page_view import PageView

_CHIP = 20
_FARTHEST = 90
"""Pixels that a chip may stand below the line of its passage; of many notes the last share one."""


class Chip(NamedTuple):
    """A note's sign in the margin: what it says, its colour, and where its passage begins (code point).

    A pin has no note id, and brings its tooltip.
    """

    note: str
    label: str
    colour: str
    position: int
    tip: str = ""


class Margin(QWidget):
    """The strip left of a page's text, over the view. Signal `chip_pressed(str)`: the id of a note.

    `chosen` is the id of the note whose chips have a ring; `chip_of` gives the chip of a note at a code point, and
    `words_of` the tooltip of a chip: of thousands of notes, only those that are seen have one made.
    """

    chip_pressed = Signal(str)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._places: list[tuple[int, Note | Chip]] = []
        self.chosen = ""
        self.chip_of: Callable[[Note, int], Chip] = lambda note, at: Chip(note.id, "•", "", at)
        self.words_of: Callable[[str], str] = lambda _note: ""
        self.setMouseTracking(True)
        view.verticalScrollBar().valueChanged.connect(self._move)
        view.laid_out.connect(self._place)
        self._place()

    def show_notes(self, placed: Sequence[tuple[Span, Note]], pins: Sequence[Chip]) -> None:
        """Show the chips of these notes and these pins, in the order of their passages."""
        places: list[tuple[int, Note | Chip]] = [(span.start, note) for span, note in placed]
        self._places = sorted([*places, *((pin.position, pin) for pin in pins)], key=itemgetter(0))
        self.update()

    def show_chosen(self, note: str) -> None:
        """Put the ring around the chips of that note, "" for none."""
        if note != self.chosen:
            self.chosen = note
            self.update()

    def _move(self) -> None:
        if self._places:
            self.update()

    def _place(self) -> None:
        viewport, width = self._view.viewport().geometry(), self._view.margin
        self.setGeometry(viewport.left() - width, viewport.top(), width - 4, viewport.height())
        self.update()

    def boxes(self) -> list[tuple[QRect, Chip]]:
        """The visible chips and where they are drawn; several on one line stand below one another.

        Those that would stand too far below it share a last chip.
        """
        if self._view.returning:
            return []
        first, last = self._view.visible_places()
        scroll = self._view.verticalScrollBar().value()
        placed: list[tuple[QRect, int, list[Note | Chip]]] = []
        free, crowded = -10_000, False
        near = bisect_left(self._places, first - 4000, key=itemgetter(0))
        for position, held in islice(self._places, near, None):
            if position > last + 1:
                break
            top, bottom = self._view.lines.line_of(position)
            beside = round((top + bottom) / 2 - scroll) - _CHIP // 2 - 2
            if crowded and free > beside and isinstance(held, Note):
                placed[-1][2].append(held)
                continue
            crowded = free - beside > _FARTHEST and isinstance(held, Note)
            y = max(free, beside)
            placed.append((QRect(self.width() - _CHIP - 5, y, _CHIP, _CHIP), position, [held]))
            free = y + _CHIP + 2
        return [(box, self._chip(held, position)) for box, position, held in placed]

    def _chip(self, held: Sequence[Note | Chip], position: int) -> Chip:
        """The chip of a note or a pin, or that which stands for several notes, the chosen one if it is among them."""
        first, *others = held
        if not others:
            return first if isinstance(first, Chip) else self.chip_of(first, position)
        notes = [note.id for note in held if isinstance(note, Note)]
        shown = self.chosen if self.chosen in notes else notes[0]
        words = f"{len(notes):,} more notes here: press to see them in the Note panel"
        return Chip(shown, "…", self._view.theme.colours["note_edge"], position, words)

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
            if chip.note == self.chosen:
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
            words = (chip.tip or self.words_of(chip.note)) if chip else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
