"""Alignment map: passages of one source across, of another down, and how strongly they go together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, overload

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QComboBox, QWidget

from reader.links import ComparedSource, aligned_cells, alignments_at
from reader.text import Span
from reader.ui.looks.choice import Choice
from reader.ui.plots.figure import NEAR, Plot, Spot
from reader.ui.wording import shortened

if TYPE_CHECKING:
    from reader.links import Columns

_MOST = 800
"""Pixels of the picture in each direction; no screen shows more of so small a plot."""


class _Spots(Sequence[Spot]):
    """Spots that are made when they are asked for."""

    def __init__(self, number: int, make: Callable[[int], Spot]) -> None:
        self._places, self._make = range(number), make

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Spot: ...
    @overload
    def __getitem__(self, place: slice) -> list[Spot]: ...
    def __getitem__(self, place: int | slice) -> Spot | list[Spot]:
        if isinstance(place, slice):
            return [self._make(n) for n in self._places[place]]
        return self._make(self._places[place])


class PassageAxis(pg.AxisItem):
    """Ticks at whole passages only."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        return [(spacing, start) for spacing, start in super().tickSpacing(low, high, size) if spacing >= 1] or [(1, 0)]


class AlignmentMap(Plot):
    """One cell a pair of aligned passages, stronger colour for stronger pairs; bands show what the panes show."""

    title = "Alignment map"

    def axes(self) -> dict[str, pg.AxisItem]:
        return {side: PassageAxis(orientation=side) for side in ("bottom", "left")}

    def controls(self) -> list[QWidget]:
        self.pair = Choice(self)
        self.pair.setAccessibleName("Sources")
        self.pair.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pair.setMinimumContentsLength(0)
        self.pair.activated.connect(self.refresh)
        self._view_bands: list[pg.LinearRegionItem] = []
        self._mapped: tuple[ComparedSource, ...] = ()
        self._cells: Columns
        self.workspace.view_changed.connect(self._move_bands)
        return [self.pair]

    def draw(self) -> str:
        self._view_bands, self._mapped = [], ()
        sources = self.workspace.comparison.sources
        if len(sources) < 2:
            self.pair.hide()
            return "Two sources are needed for a map of what corresponds."
        a, b = self._offer(sources)
        self._cells = aligned_cells(self.workspace.comparison.alignments, a.id, b.id)
        if not self._cells.ones:
            return f"No passages of {a.id} and {b.id} speak of the same thing."
        self._draw_cells(a, b, self._cells)
        self.spots = _Spots(len(self._cells.ones), self.spot)
        self._frame(a, b)
        self._mapped = (a, b)
        self._move_bands()
        return ""

    def _offer(self, sources: tuple[ComparedSource, ...]) -> tuple[ComparedSource, ComparedSource]:
        pairs = {f"{a.id} × {b.id}": (a, b) for a, b in combinations(sources, 2)}
        chosen = self.pair.currentText()
        self.pair.clear()
        self.pair.addItems(list(pairs))
        self.pair.setVisible(len(pairs) > 1)
        if chosen in pairs:
            self.pair.setCurrentText(chosen)
        return pairs[self.pair.currentText()]

    def _draw_cells(self, a: ComparedSource, b: ComparedSource, cells: Columns) -> None:
        """At most so many pixels as can be told apart; where several pairs share one, the strongest is seen."""
        import numpy

        wide, high = (min(_MOST, len(side.passages)) for side in (a, b))
        ones, others = numpy.array(cells.ones), numpy.array(cells.others)
        picture = numpy.zeros((wide, high))
        places = ones * wide // len(a.passages), others * high // len(b.passages)
        numpy.maximum.at(picture, places, numpy.array(cells.scores))
        image = pg.ImageItem(picture)
        image.setRect(QRectF(0, 0, len(a.passages), len(b.passages)))
        image.setLookupTable(self._colours())
        image.setLevels((0.0, 1.0))
        self.view.addItem(image)

    def _colours(self) -> object:
        import numpy

        ground, full = self.theme.colour("panel"), self.theme.colour("source_a")
        steps = numpy.linspace(0.0, 1.0, 256)[:, None] ** 0.7
        ends = [numpy.array([c.red(), c.green(), c.blue()], dtype=float) for c in (ground, full)]
        return (ends[0] + (ends[1] - ends[0]) * steps).astype(numpy.uint8)

    def spot_at(self, place: QPointF) -> Spot | None:
        import numpy

        box = self.view.getPlotItem().getViewBox()
        if not self._mapped or not box.sceneBoundingRect().contains(place):
            return None
        cells = self._cells
        point, (wide, high) = box.mapSceneToView(place), box.viewPixelSize()
        across = numpy.abs(numpy.array(cells.ones) + 0.5 - point.x()) - 0.5
        down = numpy.abs(numpy.array(cells.others) + 0.5 - point.y()) - 0.5
        away = numpy.maximum(across.clip(0) / wide, down.clip(0) / high)
        nearest = int(away.argmin())
        return self.spot(nearest) if away[nearest] < NEAR else None

    def spot(self, number: int) -> Spot:
        """The pair of passages of a cell; made when it is met, since there may be many thousands."""
        (a, b), i, j = self._mapped, self._cells.ones[number], self._cells.others[number]
        spans = {side: side.passages[n].span for side, n in ((a, i), (b, j))}
        words = "\n\n".join(f"{side.id}: {shortened(spans[side].of(side.article.text), 200)}" for side in (a, b))
        here = alignments_at(self.workspace.comparison.alignments, a.id, {i})
        why = next(
            (link.reason for link in here if any(s.source == b.id and j in s.passages for s in (link.a, link.b))), ""
        )

        def go() -> None:
            self.workspace.choose_places([(side.article.key, spans[side]) for side in (a, b)])

        return Spot(i, i + 1, j + 0.5, f"{words}\n\n{why} ({self._cells.scores[number]:.0%})", go)

    def _frame(self, a: ComparedSource, b: ComparedSource) -> None:
        item = self.view.getPlotItem()
        item.setLabel("bottom", f"{a.id} →", color=self.theme.colours["muted"])
        item.setLabel("left", f"← {b.id}", color=self.theme.colours["muted"])
        item.getViewBox().invertY(True)
        item.setXRange(0, len(a.passages), padding=0.02)
        item.setYRange(0, len(b.passages), padding=0.02)
        item.getViewBox().setLimits(xMin=-2, xMax=len(a.passages) + 2, yMin=-2, yMax=len(b.passages) + 2)

    def _move_bands(self, *_: object) -> None:
        """Show which passages the two panes show now."""
        for band in self._view_bands:
            self.view.removeItem(band)
        self._view_bands = []
        if not self.isVisible():
            return
        for source, orientation in zip(self._mapped, ("vertical", "horizontal"), strict=False):
            seen = self.workspace.in_view.get(source.article.key)
            if seen is None:
                continue
            colour = self.theme.source_colour(source.id)
            colour.setAlpha(40)
            band = pg.LinearRegionItem(
                _passages_in(source, seen), orientation, brush=colour, pen=pg.mkPen(None), movable=False
            )
            self.view.addItem(band)
            self._view_bands.append(band)


def _passages_in(source: ComparedSource, seen: Span) -> tuple[int, int]:
    """First and one past the last passage that `seen` touches."""
    first = bisect_left(source.passages, seen.start + 1, key=lambda passage: passage.span.end)
    last = bisect_left(source.passages, seen.end, key=lambda passage: passage.span.start)
    return (first, last) if first < last else (0, 0)
