"""Numbers across sources: a row per counted thing, what each source says as a dot, a bar or an open arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from math import log10

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QComboBox, QScrollBar, QWidget

from reader.ui.looks.choice import Choice
from reader.ui.looks.theme import SANS, font
from reader.ui.plots.figure import TICK, Plot, Spot
from reader.ui.plots.number_marks import NumberMark, NumberMarks
from reader.ui.plots.number_rows import LINE, NumberRow, number_groups
from reader.ui.wording import shortened

_SHOWN = 200
_ROW_HEIGHT = 26  # pixels
_AXIS = 32
"""Pixels that the axis takes below the rows, with the edge above them."""
_STEPS = 20
"""Steps of the bar beside the rows to one row."""
_CLOSE = 2
"""A row for which there is no room is set closer, but by no more than this; of a taller one a part is shown."""
_MARGIN, _WIDEST = 10, 120
"""Pixels at either end of the axis, and the most that the letters beside a mark are given."""


class NumberAxis(pg.AxisItem):
    """Tick labels in full figures ("1,000"), also where the axis is logarithmic; none below zero unless asked for."""

    below_zero = True

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        levels = super().tickValues(low, high, size)
        if self.logMode:  # a value of two levels would be written twice, which looks bold
            return [
                (spacing, sorted(set(values).difference(*(v for _, v in levels[:n]))))
                for n, (spacing, values) in enumerate(levels)
            ]
        if self.below_zero:
            return list(levels)
        return [(spacing, [value for value in values if value >= 0]) for spacing, values in levels]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logMode:
            return [_in_full(value) for value in values]
        return [_in_full(10.0**value) if abs(value - round(value)) < 1e-6 else "" for value in values]


def _in_full(value: float) -> str:
    """A number with grouped digits and no power of ten, unless it is too long for a tick."""
    return f"{value:,.0f}" if value == round(value) and abs(value) < 1e10 else f"{value:,g}"


class NumbersPlot(Plot):
    """Ranges are bars, bounds open arrows, approximations soft ends; one colour and symbol per source, and one line for
    all that say the same.

    The wheel zooms the axis; a bar brings the rows for which there is no room.
    """

    title = "Numbers across sources"

    def axes(self) -> dict[str, pg.AxisItem]:
        return {"bottom": NumberAxis(orientation="bottom")}

    def controls(self) -> list[QWidget]:
        self.group = Choice(self)
        self.group.setAccessibleName("What is counted")
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group.setMinimumContentsLength(0)
        self.group.activated.connect(self.refresh)
        self._rows: list[NumberRow] = []
        self._marks = NumberMarks(self.view)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self.view)
        self.bar.setAccessibleName("More counted things")
        self.bar.setSingleStep(_STEPS // 2)
        self.bar.valueChanged.connect(self._scroll)
        self.view.getPlotItem().getViewBox().sigResized.connect(self._place_bar)
        self.view.getPlotItem().getViewBox().sigResized.connect(self._fit)
        return [self.group]

    def draw(self) -> str:
        self._rows = []
        self._marks.forget()
        groups = number_groups(self.workspace.comparison)
        chosen = self._offer(list(groups))
        if not groups:
            return "No numbers that count something were found in these sources."
        rows = groups[chosen][:_SHOWN]
        ends = [end for row in rows for bar in row.bars for end in (bar.low, bar.high)]
        log = min(ends) > 0 and max(ends) / min(ends) > 50
        axis = self.view.getPlotItem().getAxis("bottom")
        axis.setLogMode(x=log)
        axis.below_zero = min(ends) < 0
        self._rows = rows
        marks = self._place_marks(rows, log10 if log else float)
        self.spots = self._spots_of(rows, marks)
        self._marks.show(marks, self.theme)
        self._frame()
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame()

    def _offer(self, names: list[str]) -> str:
        chosen = self.group.currentText()
        self.group.clear()
        self.group.addItems(names)
        self.group.setVisible(len(names) > 1)
        if chosen in names:
            self.group.setCurrentText(chosen)
        return self.group.currentText()

    def _frame(self) -> None:
        """Show as many rows as can be read at this height, from the first on; the bar beside them brings the others."""
        rows = self._rows
        if not rows:
            return
        ticks = [(middle, shortened(row.label, 28)) for middle, row in zip(self._middles(), rows, strict=True)]
        item = self.view.getPlotItem()
        item.getAxis("left").setTicks([ticks])
        metrics = QFontMetricsF(font(SANS, TICK))
        item.getAxis("left").setWidth(max(metrics.horizontalAdvance(words) for _, words in ticks) + 12)
        item.showGrid(x=True, y=False, alpha=0.15)
        ends = list(accumulate(row.height for row in rows))
        room = max(3.0, (self.view.height() - _AXIS) / _ROW_HEIGHT)
        whole = [end for end in ends if end <= room]  # with their labels
        visible = max(whole, default=min(ends[0], _CLOSE * room))
        item.getViewBox().setMouseEnabled(x=True, y=False)
        self.bar.setVisible(ends[-1] > visible)
        self.bar.setPageStep(round(visible * _STEPS))
        self.bar.setRange(0, round((ends[-1] - visible) * _STEPS))
        width = self.bar.sizeHint().width() if ends[-1] > visible else 0
        item.setContentsMargins(0, 6, 6 + width, 0)
        self._place_bar()
        self._scroll()
        self._fit()

    def _place_bar(self, *_: object) -> None:
        self.bar.setGeometry(self.view.rect().adjusted(self.view.width() - self.bar.sizeHint().width(), 0, 0, 0))

    def _scroll(self, *_: int) -> None:
        """Show the rows from where the bar stands."""
        top = 0.55 - self.bar.value() / _STEPS
        bottom = top - self.bar.pageStep() / _STEPS
        self._marks.bring(bottom, top)
        self.view.getPlotItem().setYRange(bottom, top, padding=0)

    def show_all(self) -> None:
        self.bar.setValue(0)
        self._frame()

    def _middles(self) -> Iterator[float]:
        """The height of the middle of each row, from the first on downwards."""
        top = 0.5
        for row in self._rows:
            yield top - row.height / 2
            top -= row.height

    def _fit(self, *_: object) -> None:
        """Take the axis as wide as all marks need with the letters and arrows beside them, sized in pixels."""
        box = self.view.getPlotItem().getViewBox()
        if not self.spots or not self._rows or box.width() < 2 * _MARGIN:
            return
        least, most = min(spot.left for spot in self.spots), max(spot.right for spot in self.spots)
        if least == most:
            least, most = least - 0.5, most + 0.5
        words = [reach._replace(width=min(reach.width, _WIDEST)) for reach in self._marks.reaches]
        low, high = least, most
        for _round in range(4):
            unit = (high - low) / (box.width() - 2 * _MARGIN)
            low = min([least, *(r.least - unit * r.width * r.left for r in words)])
            high = max([most, *(r.most + unit * r.width * (1 - r.left) for r in words)])
        unit = (high - low) / (box.width() - 2 * _MARGIN)
        left, right = low - _MARGIN * unit, high + _MARGIN * unit
        box.setLimits(xMin=left, xMax=right)
        box.setXRange(left, right, padding=0)

    def _place_marks(self, rows: list[NumberRow], place: Callable[[float], float]) -> list[NumberMark]:
        """The bars of all rows, those that are alike on one line."""
        marks = []
        for middle, row in zip(self._middles(), rows, strict=True):
            for number, bars in enumerate(row.lines):
                level = middle + LINE * ((len(row.lines) - 1) / 2 - number)
                marks.append(NumberMark(tuple(bars), place(bars[0].low), place(bars[0].high), level))
        return marks

    def _spots_of(self, rows: list[NumberRow], marks: list[NumberMark]) -> list[Spot]:
        spots = []
        told = [row for row in rows for _ in row.lines]
        for row, mark in zip(told, marks, strict=True):
            said = "\n".join(f"{bar.source}: {bar.words}" for bar in mark.bars)
            words = f"{said}\n{row.label}: {row.verdict}\n{row.reason}".strip()
            spots.append(Spot(mark.low, mark.high, mark.y, words, partial(self.workspace.choose_row, row.row)))
        return spots
