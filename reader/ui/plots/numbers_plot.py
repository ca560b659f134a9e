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

from reader.ui.choice import Choice
from reader.ui.plots.figure import TICK, Plot, Spot
from reader.ui.plots.number_rows import LINE, NumberBar, NumberRow, number_groups
from reader.ui.theme import SANS, font
from reader.ui.wording import shortened

_SHOWN = 200
_ROW_HEIGHT = 26  # pixels
_SYMBOLS = "osdt+xph"
_SHARED = "star"
"""The mark of a value that several sources say."""
_AXIS = 32
"""Pixels that the axis takes below the rows, with the edge above them."""
_STEPS = 20
"""Steps of the bar beside the rows to one row."""
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
        self._words: list[pg.TextItem] = []
        self.bar = QScrollBar(Qt.Orientation.Vertical, self.view)
        self.bar.setAccessibleName("More counted things")
        self.bar.setSingleStep(_STEPS // 2)
        self.bar.valueChanged.connect(self._scroll)
        self.view.getPlotItem().getViewBox().sigResized.connect(self._place_bar)
        self.view.getPlotItem().getViewBox().sigResized.connect(self._fit)
        return [self.group]

    def draw(self) -> str:
        self._rows, self._words = [], []
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
        spots: list[Spot] = []
        place: Callable[[float], float] = log10 if log else float
        self._rows = rows
        for middle, row in zip(self._middles(), rows, strict=True):
            spots += self._draw_row(middle, row, place)
        self.spots = spots
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
        visible = max((end for end in ends if end <= room), default=ends[0])  # whole rows, with their labels
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
        self.view.getPlotItem().setYRange(top - self.bar.pageStep() / _STEPS, top, padding=0)

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
        words = [(item.pos().x(), item.anchor.x(), item.boundingRect().width()) for item in self._words]
        low, high = least, most
        for _round in range(4):
            unit = (high - low) / (box.width() - 2 * _MARGIN)
            low = min([least, *(x - unit * min(width, _WIDEST) * anchor for x, anchor, width in words)])
            high = max([most, *(x + unit * min(width, _WIDEST) * (1 - anchor) for x, anchor, width in words)])
        unit = (high - low) / (box.width() - 2 * _MARGIN)
        left, right = low - _MARGIN * unit, high + _MARGIN * unit
        box.setLimits(xMin=left, xMax=right)
        box.setXRange(left, right, padding=0)

    def _draw_row(self, y: float, row: NumberRow, place: Callable[[float], float]) -> list[Spot]:
        spots = []
        for number, bars in enumerate(row.lines):
            level = y + LINE * ((len(row.lines) - 1) / 2 - number)
            bar = bars[0]
            low, high = place(bar.low), place(bar.high)
            self._draw_bar(low, high, level, bars)
            arrow = "&nbsp;" * 5 if bar.open_high else ""
            letters = "&nbsp;".join(f'<span style="color: {self._colour([bar])}">{bar.source}</span>' for bar in bars)
            self._write(f"&nbsp;&nbsp;{arrow}{letters}", high, level, (0.0, 0.5), self._colour(bars))
            said = "\n".join(f"{bar.source}: {bar.words}" for bar in bars)
            words = f"{said}\n{row.label}: {row.verdict}\n{row.reason}".strip()
            spots.append(Spot(low, high, level, words, partial(self.workspace.choose_row, row.row)))
        return spots

    def _draw_bar(self, low: float, high: float, y: float, bars: list[NumberBar]) -> None:
        bar, colour = bars[0], self._colour(bars)
        symbol = _SYMBOLS[(ord(bar.source[-1]) - ord("A")) % len(_SYMBOLS)] if len(bars) == 1 else _SHARED
        if high > low:
            style = Qt.PenStyle.DashLine if bar.approximate else Qt.PenStyle.SolidLine
            self.view.plot([low, high], [y, y], pen=pg.mkPen(colour, width=6, style=style, capStyle=_FLAT))
        fill = None if bar.approximate else colour
        at = [low] if high == low else [low, high]
        size = 10 if high == low else 6
        self.view.plot(
            at,
            [y] * len(at),
            pen=None,
            symbol=symbol,
            symbolSize=size,
            symbolPen=pg.mkPen(colour, width=2),
            symbolBrush=fill,
        )
        if bar.open_low:
            self._write("←", low, y, (1.35, 0.5), colour)
        if bar.open_high:
            self._write("→", high, y, (-0.35, 0.5), colour)

    def _colour(self, bars: list[NumberBar]) -> str:
        """The colour of the source, or of the ink for what several say."""
        return (self.theme.source_colour(bars[0].source) if len(bars) == 1 else self.theme.colour("text")).name()

    def _write(self, words: str, x: float, y: float, anchor: tuple[float, float], colour: str) -> None:
        label = pg.TextItem(html=f'<span style="color: {colour}">{words}</span>', anchor=anchor)
        label.setFont(font(SANS, TICK))
        label.setPos(x, y)
        self.view.addItem(label, ignoreBounds=True)
        self._words.append(label)


_FLAT = Qt.PenCapStyle.FlatCap
