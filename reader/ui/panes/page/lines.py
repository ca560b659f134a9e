"""Where the lines of a text view stand: from a place in the article to a height in the document, and back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from math import inf
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.text import Span
from reader.ui.panes.page.page import Page


class BlockLines(NamedTuple):
    """The lines of one block: the code point each begins at, its top, and the bottom of the last; document pixels."""

    starts: list[int]
    tops: list[float]
    end: int
    bottom: float


class Lines:
    """Heights and places of a laid-out document, block by block as they are asked for, kept until `forget`.

    Places are code points, with fractions inside a line, so that every height has one and the way back is exact.
    Asking about a block lays out the document as far as that block. `edition` is another after every `forget`.
    """

    def __init__(self, document: QTextDocument, page: Page) -> None:
        self._document, self._page = document, page
        self.edition = 0
        self._known: dict[int, BlockLines] = {}
        self._tops: dict[int, float] = {}
        self._rects: dict[tuple[int, int, int], tuple[list[QRectF], list[float]]] = {}
        self._between: tuple[float, float, tuple[float, float]] = (inf, inf, (0.0, 0.0))

    def forget(self) -> None:
        """The document was laid out anew."""
        self.edition += 1
        self._between = (inf, inf, (0.0, 0.0))
        self._known.clear()
        self._tops.clear()
        self._rects.clear()

    @property
    def complete(self) -> bool:
        """Whether the whole document has been laid out."""
        return self._document.lastBlock().layout().lineCount() > 0

    def block(self, index: int) -> BlockLines:
        """The lines of a block."""
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._measure(index)
        return known

    def _measure(self, index: int) -> BlockLines:
        block = self._document.findBlockByNumber(index)
        held = self._page.blocks[index].span
        box = self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        offsets = self._page.offsets(index)
        starts, tops, bottom = [held.start], [box.top()], box.bottom()
        if layout.lineCount():
            lines = [layout.lineAt(n) for n in range(layout.lineCount())]
            starts = [held.start + offsets.to_codepoints(line.textStart()) for line in lines]
            tops = [box.top() + line.y() for line in lines]
            bottom = tops[-1] + lines[-1].height()
        return BlockLines(starts, tops, max(held.end, starts[-1] + 1), bottom)

    def height_of(self, place: float) -> float:
        """The document height of a place, growing with it from line to line."""
        index = self._page.block_at(int(place))
        lines = self.block(index)
        if place >= lines.end and index + 1 < len(self._page.blocks):
            after = self.block(index + 1)
            gap = after.starts[0] - lines.end
            part = (place - lines.end) / gap if gap > 0 else 0.0
            return lines.bottom + (after.tops[0] - lines.bottom) * min(part, 1.0)
        k = max(0, bisect_right(lines.starts, place) - 1)
        last = k + 1 == len(lines.starts)
        end, bottom = (lines.end, lines.bottom) if last else (lines.starts[k + 1], lines.tops[k + 1])
        part = (place - lines.starts[k]) / max(1, end - lines.starts[k])
        return lines.tops[k] + (bottom - lines.tops[k]) * min(max(part, 0.0), 1.0)

    def place_at(self, height: float) -> float:
        """The place at a document height; the inverse of `height_of`."""
        index = self.block_index_at(height)
        lines = self.block(index)
        if height < lines.tops[0]:
            if index == 0:
                return float(lines.starts[0])
            before = self.block(index - 1)
            if height >= before.bottom:
                gap = lines.tops[0] - before.bottom
                return before.end + (lines.starts[0] - before.end) * ((height - before.bottom) / gap if gap > 0 else 0)
            index, lines = index - 1, before
        if height >= lines.bottom and index + 1 < len(self._page.blocks):
            after = self.block(index + 1)
            gap = after.tops[0] - lines.bottom
            part = min(1.0, (height - lines.bottom) / gap) if gap > 0 else 0.0
            return lines.end + (after.starts[0] - lines.end) * part
        k = max(0, bisect_right(lines.tops, height) - 1)
        last = k + 1 == len(lines.starts)
        end, bottom = (lines.end, lines.bottom) if last else (lines.starts[k + 1], lines.tops[k + 1])
        part = (height - lines.tops[k]) / max(0.01, bottom - lines.tops[k])
        return lines.starts[k] + (end - lines.starts[k]) * min(max(part, 0.0), 1.0)

    def between(self, top: float, bottom: float) -> tuple[float, float]:
        """The places at two heights; asked again and again for the same two while a view stands still."""
        if self._between[:2] != (top, bottom):
            self._between = (top, bottom, (self.place_at(top), self.place_at(bottom)))
        return self._between[2]

    def lay_out_to(self, height: float, known: float) -> float:
        """Lay out the document from a height that is laid out already to another; the height that was reached."""
        layout = self._document.documentLayout()
        block = self._document.findBlockByNumber(self.block_index_at(known))
        bottom = 0.0
        while block.isValid() and bottom < height:
            bottom = layout.blockBoundingRect(block).bottom()
            block = block.next()
        return bottom

    def block_index_at(self, height: float) -> int:
        """Index of the block at a document height, or of the last one above it; lays out as far as the height."""
        if not self.complete:
            self._document.documentLayout().hitTest(QPointF(4, height), Qt.HitTestAccuracy.FuzzyHit)
        return max(0, bisect_right(range(len(self._page.blocks)), height, key=self._top) - 1)

    def _top(self, index: int) -> float:
        """Where a block begins, infinitely far down while it has not been laid out."""
        found = self._tops.get(index)
        if found is None:
            block = self._document.findBlockByNumber(index)
            if not block.layout().lineCount():
                return inf
            found = self._tops[index] = self._document.documentLayout().blockBoundingRect(block).top()
        return found

    def position_at(self, point: QPointF) -> int:
        """The code point whose letter is at a point of the document, -1 for the paper beside the words."""
        index = self.block_index_at(point.y())
        lines = self.block(index)
        k = max(0, bisect_right(lines.tops, point.y()) - 1)
        layout = self._document.findBlockByNumber(index).layout()
        if k >= layout.lineCount():
            return -1
        inside = layout.lineAt(k).xToCursor(
            point.x() - layout.position().x(), QTextLine.CursorPosition.CursorOnCharacter
        )
        position = self._page.blocks[index].span.start + self._page.offsets(index).to_codepoints(inside)
        boxes, _ = self.rects(index, Span(position, position + 1))
        return position if any(box.adjusted(-0.5, -4, 0.5, 6).contains(point) for box in boxes) else -1

    def on_line(self, point: QPointF) -> QPointF:
        """The point moved up or down onto the nearest line: between two lines Qt finds but the start of the lower."""
        lines = self.block(index := self.block_index_at(point.y()))
        k = bisect_right(lines.tops, point.y()) - 1
        layout = self._document.findBlockByNumber(index).layout()
        if not 0 <= k < layout.lineCount():
            return point
        bottom = lines.tops[k] + layout.lineAt(k).height()
        if point.y() < bottom:
            return point
        if k + 1 < len(lines.tops):
            below = lines.tops[k + 1]
        else:
            below = self.block(index + 1).tops[0] if index + 1 < len(self._page.blocks) else inf
        return QPointF(point.x(), bottom - 1 if point.y() - bottom <= below - point.y() else below + 1)

    def line_of(self, position: int) -> tuple[float, float]:
        """Top and bottom of the line that holds a code point."""
        lines = self.block(self._page.block_at(position))
        k = max(0, bisect_right(lines.starts, position) - 1)
        return lines.tops[k], lines.tops[k + 1] if k + 1 < len(lines.tops) else lines.bottom

    def rects(self, index: int, span: Span) -> tuple[list[QRectF], list[float]]:
        """The boxes of the part of `span` that stands in a block, one a line and run, and their baselines."""
        key = (index, span.start, span.end)
        found = self._rects.get(key)
        if found is None:
            start, end = self._page.within(index, span)
            block = self._document.findBlockByNumber(index)
            found = self._rects[key] = _boxes(block, start, end, self.block(index).tops) if end > start else ([], [])
        return found


def _boxes(block: QTextBlock, start: int, end: int, tops: list[float]) -> tuple[list[QRectF], list[float]]:
    layout = block.layout()
    left, words = layout.position().x(), block.text()  # the layout of a document's block does not hold its text
    leftward = block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    boxes, baselines = [], []
    first = layout.lineForTextPosition(start).lineNumber()
    for n in range(max(0, first), layout.lineCount()):
        line = layout.lineAt(n)
        if line.textStart() >= end:
            break
        a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        rise, fall = line.ascent(), line.descent()
        baseline = tops[n] + rise
        runs = _runs(words, line, a, b, leftward=leftward)
        for x0, x1 in _without_blanks(line, runs) if b < end else runs:
            boxes.append(QRectF(left + x0, baseline - rise * 0.86, x1 - x0, rise * 0.86 + fall * 0.92))
            baselines.append(baseline)
    return boxes, baselines


def _without_blanks(line: QTextLine, runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same without the blanks at which the line was broken: what goes on in the next line ends with its words."""
    words = line.naturalTextRect()
    clipped = [(max(x0, words.left()), min(x1, words.right())) for x0, x1 in runs]
    return [(x0, x1) for x0, x1 in clipped if x0 < x1]


def _runs(words: str, line: QTextLine, start: int, end: int, *, leftward: bool) -> list[tuple[float, float]]:
    """Left and right of a stretch of a line; more than one where the direction of writing changes inside it."""
    x0, x1 = _x(line, start), _x(line, end)
    if words.isascii() or not any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in words):
        return [(min(x0, x1), max(x0, x1))]
    cells = sorted(_cell(words, line, n, leftward=leftward) for n in range(start, end))
    joined: list[tuple[float, float]] = []
    for left, right in cells:
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _cell(words: str, line: QTextLine, n: int, *, leftward: bool) -> tuple[float, float]:
    """Left and right of one letter of a line that runs rightward, or leftward.

    Of the first letter of a run against the direction of its line Qt gives one place for both edges, where the run
    before it ends; its outer edge is then where the run after it begins.
    """
    lead, trail = _x(line, n), _x(line, n, QTextLine.Edge.Trailing)
    if lead != trail or unicodedata.category(words[n])[0] in "MC":  # marks and format characters have no width
        return min(lead, trail), max(lead, trail)
    stop = min(line.textStart() + line.textLength(), len(words))
    inner, after = _x(line, n + 1), n + 1
    while after < stop and (_x(line, after, QTextLine.Edge.Trailing) > _x(line, after)) == leftward:
        after += 1
    if after == n + 1:  # alone between letters of the other direction
        outer = lead
    elif after < stop:
        outer = _x(line, after)
    else:
        outer = line.naturalTextRect().left() if leftward else line.naturalTextRect().right()
    return min(inner, outer), max(inner, outer)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found: Any = line.cursorToX(position, edge)  # a pair: the stubs say otherwise
    return float(found[0])
