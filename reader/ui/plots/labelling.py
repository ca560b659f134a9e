"""Find room for words beside the marks of a plot, so that they cover neither a mark nor one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy
from PySide6.QtCore import QRectF, QSizeF

_CELL = 2.0  # pixels
_GAP = 3.0  # pixels between a mark and its words


class Room:
    """What of a plot is taken, in pixels from its upper left corner.

    A map of small cells, so that a label costs the same whether ten marks are drawn or ten thousand.
    """

    def __init__(self, width: float, height: float, marks: Iterable[QRectF]) -> None:
        self._whole = QRectF(0, 0, width, height)
        self._taken = numpy.zeros((int(height / _CELL) + 2, int(width / _CELL) + 2), dtype=bool)
        for mark in marks:
            self.take(mark)

    def _cells(self, box: QRectF) -> numpy.ndarray:
        held = box.intersected(self._whole)
        if held.isEmpty():
            return self._taken[:0]
        rows = slice(int(held.top() / _CELL), int(held.bottom() / _CELL) + 1)
        return self._taken[rows, int(held.left() / _CELL) : int(held.right() / _CELL) + 1]

    def is_free(self, box: QRectF) -> bool:
        """Whether nothing was drawn there yet."""
        return not self._cells(box).any()

    def take(self, box: QRectF) -> None:
        """Keep a place from the words that follow."""
        self._cells(box)[:] = True

    def place(self, mark: QRectF, size: QSizeF) -> QRectF | None:
        """The first free place of that size beside a mark, taken from now on; None when there is none."""
        for box in _beside(mark.intersected(self._whole), size):
            if self._whole.contains(box) and self.is_free(box):
                self.take(box)
                return box
        return None


def _beside(mark: QRectF, size: QSizeF) -> Sequence[QRectF]:
    """Right, left, above and below a mark, and above its two ends."""
    if mark.isEmpty():
        return ()
    wide, high, middle = size.width(), size.height(), mark.center()
    above, below = mark.top() - _GAP - high, mark.bottom() + _GAP
    corners = (
        (mark.right() + _GAP, middle.y() - high / 2),
        (mark.left() - _GAP - wide, middle.y() - high / 2),
        (middle.x() - wide / 2, above),
        (middle.x() - wide / 2, below),
        (mark.right() - wide, above),
        (mark.left(), above),
    )
    return [QRectF(x, y, wide, high) for x, y in corners]
