"""The marks of the blocks of a page as rectangles, measured once for all the times they are painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.text import Span
from reader.ui.lookup.comparison_index import ROLE_OF, ComparisonIndex, SourceMarks
from reader.ui.panes.page.lines import Lines
from reader.ui.panes.page.painting import Brushes, underline_areas

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

_MOST = 500
"""Blocks that are kept: many screens, but not a whole book."""


@dataclass(frozen=True, slots=True)
class FilledMark:
    """A mention that may be filled: its entity and ledger row ("" for none), whether its value differs, its boxes."""

    entity: str
    row: str
    differs: bool
    boxes: list[QRectF]


@dataclass(slots=True)
class BlockMarks:
    """What is painted in one block: what may be filled, and the areas to underline, by role; document pixels.

    `dim`: its letters are too faint to be read on a fill.
    """

    dim: bool = False
    filled: list[FilledMark] = field(default_factory=list)
    underlined: dict[str, list[QRectF]] = field(default_factory=dict)


class MarkedBlocks:
    """Gives the marks of a block; made anew whenever lines, marks, layers or brushes are others."""

    def __init__(
        self, index: ComparisonIndex | None, marks: SourceMarks, shown: frozenset[str], lines: Lines, brushes: Brushes
    ) -> None:
        self._index, self._marks, self._shown, self._lines, self._brushes = index, marks, shown, lines, brushes
        self._held: dict[int, BlockMarks] = {}

    def of(self, block: int, span: Span, *, dim: bool = False) -> BlockMarks:
        """The marks of a block, which holds these code points."""
        found = self._held.get(block)
        if found is None:
            if len(self._held) >= _MOST:
                self._held.clear()
            found = self._held[block] = self._measure(block, span, dim)
        return found

    def _measure(self, block: int, span: Span, dim: bool) -> BlockMarks:
        made, index = BlockMarks(dim), self._index
        for mention in self._marks.overlapping(span):
            if mention.kind not in self._shown:
                continue
            boxes, bases = self._lines.rects(block, mention.span)
            entity = index.entity_of.get(mention.id, "") if index is not None else ""
            row = index.row_of.get(mention.id, "") if index is not None else ""
            differs = bool(row) and index is not None and index.rows[row].verdict == "differ"
            if entity or row:
                made.filled.append(FilledMark(entity, row, differs, boxes))
            role = "differ" if differs else ROLE_OF[mention.kind]
            made.underlined.setdefault(role, []).extend(underline_areas(role, boxes, bases, self._brushes))
        return made
