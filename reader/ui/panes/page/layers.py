"""What is marked in one pane, as ranked layers: notes, verdicts, lit names, find results, the flash, underlines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF

from reader.text import Span
from reader.ui.lookup.comparison_index import ALL_LAYERS, ComparisonIndex, SourceMarks
from reader.ui.lookup.span_index import SpanIndex
from reader.ui.panes.page.lines import Lines
from reader.ui.panes.page.marked_blocks import BlockMarks, MarkedBlocks
from reader.ui.panes.page.page import Page
from reader.ui.panes.page.painting import (
    Brushes,
    Fill,
    paint_fill,
    paint_frame,
    paint_handle,
    paint_underlines,
    paint_wash,
)
from reader.ui.panes.page.typesetting import DIM

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reader.mentions import Mention


class Sheet(Protocol):
    """What the layers must know of the view they are painted in."""

    page: Page
    lines: Lines
    brushes: Brushes


class PaneLayers:
    """The marks of one pane; whoever changes a value repaints the view.

    `shown` holds kinds of mentions, and "note"; `lit_entities` and `lit_rows` what is filled because it is pointed at
    or chosen; `found` the places of the words searched for, `found_now` the present one among them; `edges` the
    passages with handles at their ends, `dragged` the passage as it would be now.
    """

    def __init__(self) -> None:
        self.shown: frozenset[str] = ALL_LAYERS
        self.index: ComparisonIndex | None = None
        self.marks: SourceMarks | None = None
        self.differing = SpanIndex([])
        self.chosen = SpanIndex([])
        self.lit_entities: frozenset[str] = frozenset()
        self.lit_rows: frozenset[str] = frozenset()
        self.notes = SpanIndex([])
        self.note_spans: Sequence[Span] = ()
        self.found = SpanIndex([])
        self.found_spans: Sequence[Span] = ()
        self.found_now: Span | None = None
        self.flash: Span | None = None
        self.edges: Sequence[Span] = ()
        self.dragged: Span | None = None
        self._measured: tuple[object, ...] = ()
        self._blocks: MarkedBlocks | None = None

    def set_comparison(self, index: ComparisonIndex | None, marks: SourceMarks | None) -> None:
        """What an analysis found in this source (None: nothing yet, or it was of another text)."""
        self.index, self.marks = index, marks
        self.differing = SpanIndex([])
        if index is not None and marks is not None:
            self.differing = index.differing[marks.compared.id]

    def set_notes(self, spans: Sequence[Span]) -> None:
        """The passages that have notes."""
        self.note_spans, self.notes = spans, SpanIndex(spans)

    def set_found(self, spans: Sequence[Span]) -> None:
        """The places of the words searched for."""
        self.found_spans, self.found, self.found_now = spans, SpanIndex(spans), None

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions of the layers shown that share a character with [start, end)."""
        if self.marks is not None and end > start:
            yield from (m for m in self.marks.overlapping(Span(start, end)) if m.kind in self.shown)

    def mention_at(self, position: int) -> Mention | None:
        """The mention under a code point: the shortest when several lie over one another."""
        return min(self.mentions_in(position, position + 1), key=lambda m: len(m.span), default=None)

    def paint(self, painter: QPainter, sheet: Sheet, start: int, end: int) -> None:
        """Paint all that stands between two code points, lowest rank first."""
        brushes = sheet.brushes
        if "note" in self.shown:
            for i in self.notes.overlapping(start, end):
                for boxes, dim in _parts(sheet, self.note_spans[i], start, end):
                    paint_wash(painter, boxes, brushes.note, dim=dim)
        marked = self._marked(sheet, start, end)
        for block in marked:
            self._fill(painter, block, brushes)
        for i in self.found.overlapping(start, end):
            _lay(painter, sheet, self.found_spans[i], (start, end), brushes.find)
        for span, fill in ((self.dragged, brushes.lit), (self.flash, brushes.flash)):
            if span is not None and span.start < end and span.end > start:
                _lay(painter, sheet, span, (start, end), fill)
        now = self.found_now
        for boxes, _ in _parts(sheet, now, start, end) if now and now.start < end and now.end > start else ():
            paint_frame(painter, boxes, brushes.find_edge)
        for block in marked:
            for role, areas in block.underlined.items():
                paint_underlines(painter, role, areas, brushes)
        if "note" in self.shown:
            self._paint_handles(painter, sheet, start, end)

    def _paint_handles(self, painter: QPainter, sheet: Sheet, start: int, end: int) -> None:
        for span in (self.dragged,) if self.dragged is not None else self.edges:
            for last in (False, True):
                line = edge_of(sheet, span, end=last) if span.start < end and span.end > start else None
                if line is not None:
                    paint_handle(painter, line, sheet.brushes.accent, below=last)

    def _marked(self, sheet: Sheet, start: int, end: int) -> list[BlockMarks]:
        """The marks of all blocks between two code points."""
        if self.marks is None:
            return []
        measured = (self.index, self.marks, self.shown, sheet.lines, sheet.lines.edition, sheet.brushes)
        if self._blocks is None or measured != self._measured:
            self._measured = measured
            self._blocks = MarkedBlocks(self.index, self.marks, self.shown, sheet.lines, sheet.brushes)
        page = sheet.page
        blocks = range(page.block_at(start), page.block_at(max(start, end - 1)) + 1)
        return [self._blocks.of(n, page.blocks[n].span, dim=page.blocks[n].kind in DIM) for n in blocks]

    def _fill(self, painter: QPainter, block: BlockMarks, brushes: Brushes) -> None:
        """Fill behind mentions that are lit, and behind values that differ."""
        for mark in block.filled:
            if mark.entity in self.lit_entities or mark.row in self.lit_rows:
                paint_fill(painter, mark.boxes, brushes.lit, dim=block.dim)
            elif mark.differs:
                paint_fill(painter, mark.boxes, brushes.differ, dim=block.dim)


def _parts(sheet: Sheet, span: Span, start: int, end: int) -> list[tuple[list[QRectF], bool]]:
    """Boxes of a span, of each block it shares with [start, end), and whether its letters are faint."""
    page, lines = sheet.page, sheet.lines
    first, last = page.block_at(max(span.start, start)), page.block_at(max(span.start, min(span.end, end) - 1))
    return [(lines.rects(n, span)[0], page.blocks[n].kind in DIM) for n in range(first, last + 1)]


def _lay(painter: QPainter, sheet: Sheet, span: Span, seen: tuple[int, int], fill: Fill) -> None:
    """Lay a fill behind the part of a span that is seen."""
    for boxes, dim in _parts(sheet, span, *seen):
        paint_fill(painter, boxes, fill, dim=dim)


def edge_of(sheet: Sheet, span: Span, *, end: bool) -> QRectF | None:
    """Where a passage begins or ends: an upright line of no width in document pixels, None where no letter is seen."""
    text = sheet.page.article.text
    at = span.end - 1 if end else span.start
    boxes = sheet.lines.rects(sheet.page.block_at(at), Span(at, at + 1))[0] if 0 <= at < len(text) else []
    if not boxes:
        return None
    leftward = unicodedata.bidirectional(text[at]) in ("R", "AL")
    x = boxes[0].left() if end == leftward else boxes[0].right()
    return QRectF(x, boxes[0].top(), 0.0, boxes[0].height())
