"""Timeline of the dates mentioned: a lane per source, each date as wide as the text is vague."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.links import Comparison
from reader.mentions import DateValue
from reader.text import Span
from reader.ui.looks.theme import SANS, font
from reader.ui.looks.tips import tip
from reader.ui.plots.beyond import Beyond, EdgeHints, dates_beyond
from reader.ui.plots.figure import Plot, Spot
from reader.ui.plots.labelling import Room

_DAY = 86400.0
_LOWER, _THICK = 0.36, 0.09
"""How far below the days of a lane its vaguer dates are drawn, and half their thickness, in lanes."""
_DOT, _LABEL = 11, 12  # pixels
_MARGIN = 0.12
"""What is shown either side of the dates, as a part of their stretch: there is room for words."""
_MOST = 40
"""More words than these on one plot are not read; nearer by, others are written."""
_ONCE = Qt.ConnectionType.UniqueConnection


@dataclass(frozen=True)
class DateMark:
    """One date of one source: both days included, as seconds since 1970 in UTC; `lane` 0 is the top one."""

    source: str
    key: str
    span: Span
    words: str
    left: float
    right: float
    lane: int
    approximate: bool
    same_form_only: bool
    published: bool = False

    @property
    def is_day(self) -> bool:
        return self.right - self.left <= _DAY


def date_marks(comparison: Comparison) -> tuple[list[DateMark], list[str]]:
    """Every resolved date of the comparison, and the words of those that could not be resolved ("B: Thursday")."""
    only_form = {mention for row in comparison.ledger if row.verdict == "same form only" for mention in row.mentions}
    marks, unresolved = [], []
    for lane, source in enumerate(comparison.sources):
        for mention in source.mentions:
            value = mention.value
            if not isinstance(value, DateValue):
                continue
            if value.low is None or value.high is None:
                unresolved.append(f"{source.id}: {mention.text}")
                continue
            marks.append(
                DateMark(
                    source.id,
                    source.article.key,
                    mention.span,
                    " ".join(mention.text.split()),
                    seconds(value.low),
                    seconds(value.high) + _DAY,
                    lane,
                    value.approximate,
                    mention.id in only_form,
                )
            )
    return marks, list(dict.fromkeys(unresolved))


def seconds(day: date) -> float:
    """The beginning of the day in UTC, in seconds since 1970."""
    return (datetime.combine(day, time(), UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()


class TimelinePlot(Plot):
    """Days are dots, vaguer dates bars as long as they may be; a triangle marks each source's own date.

    What lies beyond the busiest stretch is told at the edges; a click there shows it.
    """

    title = "Timeline of dates mentioned"

    def axes(self) -> dict[str, pg.AxisItem]:
        return {"bottom": pg.DateAxisItem(orientation="bottom", utcOffset=0)}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        box = self.view.getPlotItem().getViewBox()
        box.sigXRangeChanged.connect(self._label_soon, _ONCE)
        box.sigResized.connect(self._label_soon, _ONCE)

    def _label_soon(self) -> None:
        """Write the words once, however often size and range change until the next paint."""
        self._soon.start()

    def controls(self) -> list[QWidget]:
        self.unresolved = QLabel(self)
        self._marks: list[DateMark] = []
        self._published: list[DateMark] = []
        self._labels: list[pg.TextItem] = []
        self._dates: list[Spot] = []
        self._hints = EdgeHints(self.view)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place_labels)
        return [self.unresolved]

    def draw(self) -> str:
        self._marks, self._labels, self._published, self._dates = [], [], [], []
        self._hints.forget()
        marks, unresolved = date_marks(self.workspace.comparison)
        self.unresolved.setText(f"{len(unresolved)} without a day" if unresolved else "")
        self.unresolved.setToolTip(tip("\n".join(unresolved[:40])))
        if not marks:
            if unresolved:
                return "No date can be placed: give the sources a publication date in the Source dock."
            return "No dates were found in these sources."
        self._draw_bars([mark for mark in marks if not mark.is_day])
        days = {(_at(mark), mark.same_form_only): mark for mark in marks if mark.is_day}
        self._draw_days(list(days.values()))
        self._draw_published(self.workspace.comparison)
        self.spots = self._dates = [self._spot(mark) for mark in marks]
        self._marks = marks
        self._frame(len(self.workspace.comparison.sources), marks)
        self._label_soon()
        return ""

    def _spot(self, mark: DateMark) -> Spot:
        words = f"{mark.source}: {mark.words}"
        if mark.same_form_only:
            words += "\nsame date, different event"
        go = partial(self.workspace.choose_passage, mark.key, mark.span)
        middle = (mark.left + mark.right) / 2
        ends = (middle, middle) if mark.is_day else (mark.left, mark.right)
        return Spot(*ends, _height(mark), words, go)

    def _draw_bars(self, marks: list[DateMark]) -> None:
        if marks:
            colours = [self.theme.source_colour(mark.source) for mark in marks]
            for colour in colours:
                colour.setAlpha(120)
            self.view.addItem(
                pg.BarGraphItem(
                    x0=[mark.left for mark in marks],
                    x1=[mark.right for mark in marks],
                    y0=[_height(mark) - _THICK for mark in marks],
                    y1=[_height(mark) + _THICK for mark in marks],
                    brushes=colours,
                    pen=None,
                )
            )

    def _draw_days(self, marks: list[DateMark]) -> None:
        if marks:
            # One pen and brush for all that look alike: each other one is drawn by itself.
            edge = {form: pg.mkPen(self.theme.colour("same_form_only" if form else "panel"), width=2)
                    for form in (True, False)}  # fmt: skip
            brushes = {source: pg.mkBrush(self.theme.source_colour(source)) for source in {m.source for m in marks}}
            self.view.addItem(
                pg.ScatterPlotItem(
                    x=[(mark.left + mark.right) / 2 for mark in marks],
                    y=[_height(mark) for mark in marks],
                    size=_DOT,
                    brush=[brushes[mark.source] for mark in marks],
                    pen=[edge[mark.same_form_only] for mark in marks],
                )
            )

    def _draw_published(self, comparison: Comparison) -> None:
        """A triangle for the day each source says it was published, in the row of the vaguer dates."""
        for lane, source in enumerate(comparison.sources):
            if source.article.published:
                day = seconds(source.article.published)
                colour = self.theme.source_colour(source.id)
                key, span = source.article.key, Span(0, 0)
                mark = DateMark(source.id, key, span, "published", day, day + _DAY, lane, False, False, published=True)
                self._published.append(mark)
                self.view.plot(
                    [day + _DAY / 2],
                    [_height(mark)],
                    pen=None,
                    symbol="t",
                    symbolSize=9,
                    symbolBrush=None,
                    symbolPen=pg.mkPen(colour, width=2),
                )

    def _place_labels(self) -> None:
        """Words beside the marks, those of days first, as many as fit without touching a mark or one another.

        “14 March” comes before “Thursday” where there is no room for both.
        """
        box = self.view.getPlotItem().getViewBox()
        (left, right), (_, top) = box.viewRange()
        wide, high = box.viewPixelSize()
        metrics = QFontMetricsF(font(SANS, _LABEL))
        widths = {words: metrics.horizontalAdvance(words) + 2 for words in {mark.words for mark in self._marks}}

        def drawn(mark: DateMark) -> QRectF:
            ends = [(end - left) / wide for end in (mark.left, mark.right)]
            if mark.is_day:
                ends = [sum(ends) / 2 - _DOT / 2, sum(ends) / 2 + _DOT / 2]
            thick = _DOT if mark.is_day else 2 * _THICK / high
            return QRectF(ends[0], (top - _height(mark)) / high - thick / 2, ends[1] - ends[0], thick)

        boxes = {at: drawn(mark) for at, mark in {_at(mark): mark for mark in self._marks}.items()}
        room = Room(box.width(), box.height(), [*boxes.values(), *map(drawn, self._published)])
        self._place_hints(left, right, room)
        written: set[tuple[int, str, int]] = set()
        number = 0
        different = {(_at(mark), mark.words): mark for mark in self._marks}
        for mark in sorted(different.values(), key=_telling):
            if number == _MOST:
                break
            known = (mark.lane, mark.words, round(boxes[_at(mark)].center().x() / _LABEL))
            size = QSizeF(widths[mark.words], metrics.height())
            found = room.place(boxes[_at(mark)], size) if known not in written else None
            if found is not None:
                written.add(known)
                label = self._label(number)
                label.setText(mark.words, self.theme.source_colour(mark.source))
                label.setPos(left + found.center().x() * wide, top - found.center().y() * high)
                number += 1
        while len(self._labels) > number:
            self.view.removeItem(self._labels.pop())

    def _place_hints(self, left: float, right: float, room: Room) -> None:
        dates = ((m.source, m.lane, m.left, m.right, m.words) for m in self._marks)
        placed = self._hints.place(
            dates_beyond(dates, left, right), lambda lane: (-lane, -lane - _LOWER), room, self.theme
        )
        edges = [Spot(first, last, y, found.listed, partial(self._show, found)) for found, first, last, y in placed]
        self.spots = [*self._dates, *edges]

    def _show(self, beyond: Beyond) -> None:
        """Widen the view until those dates are in it."""
        item = self.view.getPlotItem()
        left, right = item.getViewBox().viewRange()[0]
        left, right = min(left, beyond.left), max(right, beyond.right)
        margin = _MARGIN * (right - left)
        item.setXRange(
            left - margin if beyond.earlier else left, right if beyond.earlier else right + margin, padding=0
        )

    def views(self) -> dict[str, Callable[[], None]]:
        return {**super().views(), "Show the busiest stretch": self.refresh}

    def _label(self, number: int) -> pg.TextItem:
        """A text to write into: one that was written before, or a new one."""
        if number == len(self._labels):
            label = pg.TextItem(anchor=(0.5, 0.5))
            label.setFont(font(SANS, _LABEL))
            self.view.addItem(label, ignoreBounds=True)
            self._labels.append(label)
        return self._labels[number]

    def _frame(self, lanes: int, marks: list[DateMark]) -> None:
        item = self.view.getPlotItem()
        item.getAxis("left").setTicks(
            [[(-lane, source.id) for lane, source in enumerate(self.workspace.comparison.sources)]]
        )
        item.getViewBox().setMouseEnabled(x=True, y=False)
        item.setYRange(-lanes + 0.35, 0.55, padding=0)
        left, right = _busiest_stretch(marks)
        margin = max(4 * _DAY, _MARGIN * (right - left))
        item.setXRange(left - margin, right + margin, padding=0)


def _at(mark: DateMark) -> tuple[int, float, float]:
    """Where a date is drawn: of ten thousand many stand in one place."""
    return mark.lane, mark.left, mark.right


def _telling(mark: DateMark) -> tuple[bool, bool]:
    return not mark.is_day, not any(map(str.isdigit, mark.words))


def _height(mark: DateMark) -> float:
    return -mark.lane + (0.0 if mark.is_day and not mark.published else -_LOWER)


def _busiest_stretch(marks: list[DateMark]) -> tuple[float, float]:
    """The shortest stretch that holds seven tenths of the marks: a lone year long ago must not squeeze the rest."""
    middles = sorted((mark.left + mark.right) / 2 for mark in marks)
    count = max(1, round(0.7 * len(middles)))
    starts = range(len(middles) - count + 1)
    first = min(starts, key=lambda start: middles[start + count - 1] - middles[start])
    return middles[first], middles[first + count - 1]
