"""Lay out a long text a few milliseconds at a time: a megabyte in one piece holds the window for half a second."""

from __future__ import annotations

from bisect import bisect_left
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimerEvent, Signal
from PySide6.QtGui import QTextDocument

from reader.ui.background.turns import AT_A_TIME

_STEP = 4000
"""Characters that are laid out between two looks at the clock."""
SOON = 60_000
"""Characters that are laid out at once when they are asked for: some thirty milliseconds of work."""


class Laying(QObject):
    """Does for a document what Qt does when it has time, in smaller pieces: Qt takes 200,000 characters at a time.

    Qt lays out lazily, by a timer of the document's layout; its turns are taken over. Whoever asks for a place that has
    not been laid out has it laid out at once, as ever.

    Signals:
        went_on(): further lines have their places.
    """

    went_on = Signal()

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._timer = 0
        document.documentLayout().installEventFilter(self)  # which is not kept: it goes with the document

    def has(self, block: int) -> bool:
        """Whether a block has been laid out."""
        return self._document.findBlockByNumber(block).layout().lineCount() > 0

    def far(self, block: int) -> bool:
        """Whether so much must be laid out before a block has its place that nobody should wait for it."""
        if self.has(block):
            return False
        reached = self._document.findBlockByNumber(self._reached()).position()
        return self._document.findBlockByNumber(block).position() - reached > SOON

    def _reached(self) -> int:
        """The first block that has not been laid out."""
        return bisect_left(range(self._document.blockCount()), True, key=lambda number: not self.has(number))

    def eventFilter(self, layout: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTimerEvent) or self.has(self._document.blockCount() - 1):
            return False
        if event.timerId() != self._timer:  # it is that of the lines, or that by which the size is told
            before = self._reached()
            layout.event(event)
            if self._reached() > before:
                self._timer = event.timerId()
        else:
            self._go_on()
        return True

    def _go_on(self) -> None:
        layout, end = self._document.documentLayout(), perf_counter() + AT_A_TIME
        last = self._document.blockCount() - 1
        block = self._document.findBlockByNumber(self._reached())
        while True:
            layout.blockBoundingRect(block)
            number = block.blockNumber()
            if number == last or perf_counter() >= end:
                break
            ahead = self._document.findBlock(block.position() + _STEP)
            number = max(number + 1, ahead.blockNumber()) if ahead.isValid() else last
            block = self._document.findBlockByNumber(number)
        self.went_on.emit()
