"""The marks of numbers and the letters beside them, drawn only where the plot is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.ui.looks.theme import SANS, Theme, font
from reader.ui.plots.figure import TICK
from reader.ui.plots.number_rows import NumberBar

_SYMBOLS = "osdt+xph"
_SHARED = "star"
"""The mark of a value that several sources say."""
_DOT, _END = 10, 6
"""Pixels of a mark of one number, and of one at an end of a range."""
_ROOM, _ARROW_ROOM, _BETWEEN = "&nbsp;" * 2, "&nbsp;" * 5, "&nbsp;"


class NumberMark(NamedTuple):
    """Bars that are alike in their place: from `low` to `high` on the axis, at the height `y`."""

    bars: tuple[NumberBar, ...]
    low: float
    high: float
    y: float

    @property
    def bar(self) -> NumberBar:
        """The first of the bars."""
        return self.bars[0]


class _Words(NamedTuple):
    """Words beside a mark, in HTML: where they are anchored, and which part of their width lies left of that."""

    html: str
    x: float
    left: float


class Reach(NamedTuple):
    """How far words of one width and anchor reach: between which places they are anchored, which part of their width
    lies left of that, and the width in pixels."""

    least: float
    most: float
    left: float
    width: float


class NumberMarks:
    """Draws the marks of the rows that are seen, and of as many above and below, when they come into view.

    One item holds all dots, one the lines of a colour: thousands of items would hold the window for half a minute.
    `reaches` tells how far all words reach, those that are not drawn too.
    """

    def __init__(self, view: pg.PlotWidget) -> None:
        self._view = view
        self._marks: Sequence[NumberMark] = ()
        self._drawn = range(0)
        self._items: list[pg.GraphicsObject] = []
        self._widths: dict[str, float] = {}
        self.reaches: list[Reach] = []

    def forget(self) -> None:
        """The plot was emptied, and the marks with it."""
        self._marks, self._drawn, self._items = (), range(0), []

    def show(self, marks: Sequence[NumberMark], theme: Theme) -> None:
        """Take these marks, from the top downwards; they are drawn by `bring`."""
        self._marks, self._theme = marks, theme
        self._depths = [-mark.y for mark in marks]
        self.reaches = list(self._measured())

    def bring(self, bottom: float, top: float) -> None:
        """Draw what stands between two heights, if it was not drawn yet."""
        seen = self._between(bottom, top)
        if seen.start >= self._drawn.start and seen.stop <= self._drawn.stop:
            return
        for item in self._items:
            self._view.removeItem(item)
        self._drawn = self._between(bottom - (top - bottom), top + (top - bottom))
        drawn = self._marks[self._drawn.start : self._drawn.stop]
        self._items = [*self._lines(drawn), self._dots(drawn), *self._letters(drawn)]

    def _between(self, bottom: float, top: float) -> range:
        return range(bisect_left(self._depths, -top), bisect_right(self._depths, -bottom))

    def _measured(self) -> Iterator[Reach]:
        ends: dict[tuple[str, float], tuple[float, float]] = {}
        for mark in self._marks:
            for words in self._words_of(mark):
                least, most = ends.get(words[::2], (words.x, words.x))
                ends[words[::2]] = min(least, words.x), max(most, words.x)
        for (html, left), (least, most) in ends.items():
            if html not in self._widths:
                self._widths[html] = self._letter(html, left).boundingRect().width()
            yield Reach(least, most, left, self._widths[html])

    def _words_of(self, mark: NumberMark) -> Iterator[_Words]:
        """The letters of the sources, and an arrow at each open end."""
        letters = _BETWEEN.join(_coloured(bar.source, self._theme.source_colour(bar.source)) for bar in mark.bars)
        yield _Words(f"{_ROOM}{_ARROW_ROOM if mark.bar.open_high else ''}{letters}", mark.high, 0.0)
        if mark.bar.open_low:
            yield _Words(_coloured("←", self._colour(mark)), mark.low, 1.35)
        if mark.bar.open_high:
            yield _Words(_coloured("→", self._colour(mark)), mark.high, -0.35)

    def _letter(self, html: str, left: float) -> pg.TextItem:
        label = pg.TextItem(html=html, anchor=(left, 0.5))
        label.setFont(font(SANS, TICK))
        return label

    def _letters(self, marks: Iterable[NumberMark]) -> Iterator[pg.TextItem]:
        for mark in marks:
            for words in self._words_of(mark):
                label = self._letter(words.html, words.left)
                label.setPos(words.x, mark.y)
                self._view.addItem(label, ignoreBounds=True)
                yield label

    def _lines(self, marks: Iterable[NumberMark]) -> Iterator[pg.PlotCurveItem]:
        """The ranges; broken lines for those that are approximate."""
        alike: defaultdict[tuple[str, bool], list[NumberMark]] = defaultdict(list)
        for mark in marks:
            if mark.high > mark.low:
                alike[self._colour(mark).name(), mark.bar.approximate].append(mark)
        for (colour, approximate), held in alike.items():
            style = Qt.PenStyle.DashLine if approximate else Qt.PenStyle.SolidLine
            line = pg.PlotCurveItem(
                x=[end for mark in held for end in (mark.low, mark.high)],
                y=[mark.y for mark in held for _ in range(2)],
                pen=pg.mkPen(colour, width=6, style=style, capStyle=Qt.PenCapStyle.FlatCap),
                connect="pairs",
            )
            self._view.addItem(line)
            yield line

    def _dots(self, marks: Iterable[NumberMark]) -> pg.ScatterPlotItem:
        """A dot for each number, or at either end of a range; empty ones for those that are approximate."""
        dots = pg.ScatterPlotItem()
        spots = []
        for mark in marks:
            colour, ends = self._colour(mark), sorted({mark.low, mark.high})
            look = {
                "symbol": _symbol(mark),
                "size": _DOT if len(ends) == 1 else _END,
                "pen": pg.mkPen(colour, width=2),
                "brush": pg.mkBrush(None if mark.bar.approximate else colour),
            }
            spots += [{"pos": (end, mark.y), **look} for end in ends]
        dots.addPoints(spots)
        self._view.addItem(dots)
        return dots

    def _colour(self, mark: NumberMark) -> QColor:
        """The colour of the source, or of the ink for what several say."""
        one = len(mark.bars) == 1
        return self._theme.source_colour(mark.bar.source) if one else self._theme.colour("text")


def _symbol(mark: NumberMark) -> str:
    return _SYMBOLS[(ord(mark.bar.source[-1]) - ord("A")) % len(_SYMBOLS)] if len(mark.bars) == 1 else _SHARED


def _coloured(words: str, colour: QColor) -> str:
    return f'<span style="color: {colour.name()}">{words}</span>'
